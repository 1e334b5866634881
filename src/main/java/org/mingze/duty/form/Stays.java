package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /// The days on which it has rested; a limit is longer by them.
    public static Set<LocalDate> days(Obligation obligation, AsOf asOf) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate tomorrow = asOf.day().plusDays(1);
        for (Stay stay : of(obligation, asOf)) {
            stay.from().datesUntil(stay.resumed().orElse(tomorrow)).forEach(days::add);
        }
        return days;
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
                            .min(Comparator.naturalOrder());
            stays.add(
                    new Stay(
                            from, resumed, List.of(act.number()), sentence(act, obligation, asOf)));
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

    private static String sentence(Entry act, Obligation obligation, AsOf asOf) {
        return act.occurred().day()
                + "起"
                + Waivers.approver(act, asOf)
                + Waivers.afterwards(act, obligation, asOf)
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
