package org.mingze.office.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligation;
import org.mingze.duty.Verdict;
import org.mingze.duty.upcoming.Falling;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;

/// 将到期 — what an office still owes within some working days, each with the post to be told.
final class DueSoon {
    private DueSoon() {}

    /// 一件 — the duty and its day; nothing of any record, nobody's name.
    record Soon(
            String post, String key, String duty, String institution, LocalDate due, long left) {
        String words() {
            return duty
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
                                        owed.enactment().institution().title(),
                                        due,
                                        known.calendar().workingDaysBetween(today, due)));
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
