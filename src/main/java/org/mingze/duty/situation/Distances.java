package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Rejection;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.work.WorkRecord;

/// 距 — how far apart two days must be and may be, and why they are not.
public final class Distances {
    private Distances() {}

    /// Whether two days are as far apart as is asked; an open length asks nothing.
    public static boolean holds(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        return isNearEnough(distance, earlier, later, situation)
                && tooShort(distance, earlier, later, situation).isEmpty();
    }

    /// Whether the earlier day is not so long ago that it no longer serves the later one.
    public static boolean isNearEnough(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        WorkCalendar calendar = situation.known().calendar();
        return span(distance.flatMap(DutyForm.Distance::atMost), situation)
                .map(span -> !later.isAfter(calendar.plus(earlier, span)))
                .orElse(true);
    }

    /// A record that came too short before another, and how far it should be; empty while it is
    /// far enough.
    public static Optional<Rejection> refused(
            Optional<DutyForm.Distance> distance,
            WorkRecord earlier,
            LocalDate later,
            Situation situation) {
        LocalDate day = earlier.day();
        return tooShort(distance, day, later, situation)
                .map(span -> "在" + day + "，离" + later + "不足" + span)
                .map(reason -> new Rejection(earlier.number(), "距", reason, false));
    }

    private static Optional<Span> tooShort(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        WorkCalendar calendar = situation.known().calendar();
        return span(distance.flatMap(DutyForm.Distance::atLeast), situation)
                .filter(span -> later.isBefore(calendar.plus(earlier, span)));
    }

    /// The last day on which the earlier act keeps its distance to a later one; empty where no
    /// distance is asked or its length is open.
    public static Optional<LocalDate> last(
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
