package org.mingze.office.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.WorkCalendar;
import org.mingze.dossier.DossierLinks;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.showing.DutyRows;
import org.mingze.duty.upcoming.Falling;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;

/// 将到期 — what an office still owes within some working days, each with the post to be told.
final class DueSoon {
    private DueSoon() {}

    /// 一件 — the duty, the title of the matter that raised it, its day, and where it is shown;
    /// nobody's name and no classed field.
    ///
    /// @param matter empty for a duty that no record raised
    /// @param link   below the address of the product
    record Soon(
            String post,
            String key,
            String duty,
            String matter,
            String institution,
            LocalDate due,
            long left,
            String link) {
        /// The duty and, where there is one, the matter.
        String item() {
            return matter.isEmpty() ? duty : duty + "：" + matter;
        }

        /// Where it is shown, below the address that browsers see where that is configured.
        String address(String site) {
            return site.strip().replaceFirst("/+$", "") + link;
        }

        String words() {
            return item()
                    + "，"
                    + due.getMonthValue()
                    + "月"
                    + due.getDayOfMonth()
                    + "日到期，"
                    + (left == 0 ? "到期前没有别的工作日了" : "还剩" + left + "个工作日")
                    + "。《"
                    + institution
                    + "》";
        }
    }

    static List<Soon> of(Knowledge known, String body, LocalDate today, int workingDays) {
        LocalDate last = last(known.calendar(), today, workingDays);
        Map<LocalDate, List<Verdict>> falling =
                Falling.between(
                        known,
                        Falling.office(known.organization(), body, today),
                        today,
                        today,
                        last);
        List<Soon> found = new ArrayList<>();
        falling.forEach(
                (due, verdicts) -> {
                    for (List<Verdict> set : Falling.sets(verdicts)) {
                        if (set.stream().anyMatch(Falling::isOpen)) {
                            soon(known, set.getFirst(), today, due).ifPresent(found::add);
                        }
                    }
                });
        return found;
    }

    /// The last day that is no more than so many working days away.
    static LocalDate last(WorkCalendar calendar, LocalDate today, int workingDays) {
        LocalDate last = today;
        while (calendar.workingDaysBetween(today, last.plusDays(1)) <= workingDays) {
            last = last.plusDays(1);
        }
        return last;
    }

    private static Optional<Soon> soon(
            Knowledge known, Verdict verdict, LocalDate today, LocalDate due) {
        Obligation owed = verdict.obligation();
        return owed.bearer()
                .flatMap(bearer -> told(known, bearer, today))
                .map(
                        post ->
                                new Soon(
                                        post,
                                        owed.key().institution()
                                                + "/"
                                                + owed.key().duty()
                                                + "/"
                                                + owed.key().bearer()
                                                + "/"
                                                + owed.key().occasion()
                                                + "/"
                                                + due,
                                        owed.duty().name(),
                                        DutyRows.matter(known, verdict),
                                        owed.enactment().institution().title(),
                                        due,
                                        known.calendar().workingDaysBetween(today, due),
                                        link(known, owed, today)));
    }

    /// The dossier of the record that raised it, else the duty.
    private static String link(Knowledge known, Obligation owed, LocalDate today) {
        Optional<String> dossier =
                owed.occasion() instanceof Occasion.OnRecord(long number, var _)
                        ? DossierLinks.page(new AsOf(known, today), number)
                        : Optional.empty();
        return dossier.orElseGet(() -> DutyLinks.page(owed.key()));
    }

    /// The post that bears it, or the head of the body that does.
    private static Optional<String> told(Knowledge known, Value.Reference bearer, LocalDate day) {
        return switch (bearer.kind()) {
            case POST -> Optional.of(bearer.code());
            case BODY -> known.organization().headPost(bearer.code(), day).map(Post::code);
            case PERSON -> Optional.empty();
        };
    }
}
