package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Rejection;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.work.WorkRecord;

/// 距 — how far apart two days must be and may be, and why they are not.
public final class Distances {
    private Distances() {}

    static boolean holds(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        return reasons(distance, earlier, later, situation).isEmpty();
    }

    /// A record that came at the wrong time before another, and how far it should be; empty while
    /// the distance is kept.
    public static Optional<Rejection> refused(
            Optional<DutyForm.Distance> distance,
            WorkRecord earlier,
            LocalDate later,
            Situation situation) {
        List<String> reasons = reasons(distance, earlier.day(), later, situation);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Rejection(
                                earlier.number(),
                                "距",
                                "在" + earlier.day() + "，离" + later + String.join("，", reasons),
                                false));
    }

    private static List<String> reasons(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        WorkCalendar calendar = situation.known().calendar();
        List<String> reasons = new ArrayList<>();
        span(distance.flatMap(DutyForm.Distance::atLeast), situation)
                .filter(span -> later.isBefore(calendar.plus(earlier, span)))
                .ifPresent(span -> reasons.add("不足" + span));
        span(distance.flatMap(DutyForm.Distance::atMost), situation)
                .filter(span -> later.isAfter(calendar.plus(earlier, span)))
                .ifPresent(span -> reasons.add("超过" + span));
        return reasons;
    }

    /// The last day on which the earlier act keeps its distance to a later one; empty where no
    /// distance is asked or its length is open.
    static Optional<LocalDate> last(
            Optional<DutyForm.Distance> distance, LocalDate later, Situation situation) {
        WorkCalendar calendar = situation.known().calendar();
        return span(distance.flatMap(DutyForm.Distance::atLeast), situation)
                .map(
                        span -> {
                            LocalDate day = later;
                            while (later.isBefore(calendar.plus(day, span))) {
                                day = day.minusDays(1);
                            }
                            return day;
                        });
    }

    private static Optional<Span> span(Optional<Slot> slot, Situation situation) {
        return slot.flatMap(given -> Slots.span(given, situation));
    }
}
