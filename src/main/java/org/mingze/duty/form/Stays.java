package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;

/// 停 — days on which an obligation rests: from an act of the authority until it is resumed, or
/// while a post has been vacant for longer than the rule allows.
public final class Stays {
    private Stays() {}

    /// 停期 — from a day until the day before it is resumed; empty while it goes on.
    record Stay(LocalDate from, Optional<LocalDate> resumed, List<Long> acts, String why) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && resumed.map(day::isBefore).orElse(true);
        }

        /// Days of this stay after `after` and up to `until`.
        long daysWithin(LocalDate after, LocalDate until) {
            LocalDate first = from.isAfter(after) ? from : after.plusDays(1);
            LocalDate end = resumed.filter(day -> !day.isAfter(until)).orElse(until.plusDays(1));
            return Math.max(0, end.toEpochDay() - first.toEpochDay());
        }
    }

    /// The verdict while the obligation rests: what was open, or became due meanwhile, is 停.
    static Verdict apply(Verdict verdict, AsOf asOf) {
        Obligation obligation = verdict.obligation();
        LocalDate due = verdict.graceEnd().or(verdict::due).orElse(asOf.day());
        LocalDate decisive = asOf.day().isBefore(due) ? asOf.day() : due;
        List<Stay> stays = new ArrayList<>(of(obligation, asOf));
        vacancy(obligation, decisive, asOf).ifPresent(stays::add);
        return stays.stream()
                .filter(stay -> stay.covers(decisive))
                .findFirst()
                .map(stay -> verdict.standing(Standing.STAYED, stay.why()).using(stay.acts()))
                .orElse(verdict);
    }

    /// How many days of rest lie after a day and up to another; a limit is longer by them.
    static long restedDays(Obligation obligation, LocalDate after, LocalDate until, AsOf asOf) {
        return of(obligation, asOf).stream().mapToLong(stay -> stay.daysWithin(after, until)).sum();
    }

    /// The stays that an authority ordered, in order of entry.
    static List<Stay> of(Obligation obligation, AsOf asOf) {
        List<Entry> resumptions = cited("复", obligation, asOf);
        List<Stay> stays = new ArrayList<>();
        for (Entry act : cited("停", obligation, asOf)) {
            LocalDate from = act.occurred().day();
            Optional<LocalDate> resumed =
                    resumptions.stream()
                            .map(entry -> entry.occurred().day())
                            .filter(day -> !day.isBefore(from))
                            .findFirst();
            stays.add(new Stay(from, resumed, List.of(act.number()), sentence(act, asOf)));
        }
        return stays;
    }

    private static List<Entry> cited(String kind, Obligation obligation, AsOf asOf) {
        return asOf.known().acts(kind).stream()
                .filter(act -> !act.occurred().day().isAfter(asOf.day()))
                .filter(act -> Waivers.citesDuty(act, obligation))
                .filter(act -> Waivers.isAuthorized(act, obligation, asOf))
                .toList();
    }

    private static String sentence(Entry act, AsOf asOf) {
        return act.occurred().day()
                + "起"
                + Waivers.approver(act, asOf)
                + "停："
                + act.content().text("因").orElse("未写理由");
    }

    private static Optional<Stay> vacancy(Obligation obligation, LocalDate on, AsOf asOf) {
        Optional<Value.Reference> post =
                obligation.bearer().filter(who -> who.kind() == Value.Reference.Kind.POST);
        if (post.isEmpty() || obligation.duty().vacancy().isEmpty()) {
            return Optional.empty();
        }
        Organization organization = asOf.known().organization();
        Situation situation = Situations.of(obligation, asOf);
        return Slots.span(obligation.duty().vacancy().get(), situation)
                .flatMap(
                        longest ->
                                organization
                                        .vacantSince(post.get().code(), on)
                                        .filter(
                                                since ->
                                                        asOf.known()
                                                                .calendar()
                                                                .plus(since, longest)
                                                                .isBefore(on)))
                .map(since -> new Stay(since, Optional.empty(), List.of(), "岗位自" + since + "起空缺"));
    }
}
