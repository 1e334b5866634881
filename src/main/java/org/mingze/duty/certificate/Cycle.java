package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.work.WorkRecord;

/// The days of an occasion, and whether they have come to an end.
///
/// @param doubtful something may have ended them earlier
record Cycle(Period days, boolean ended, boolean doubtful) {
    /// 缺据 instead of what was decided.
    Expected decided(Expected found) {
        return switch (found.standing()) {
            case FULFILLED, LATE, BREACHED -> doubtful ? found.standing(Standing.UNPROVEN) : found;
            case AHEAD,
                    OPEN,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    UNPROVEN,
                    INACTIVE,
                    CONFLICTED ->
                    found;
        };
    }

    static Cycle of(Replay replay, DutyForm.Cycle every) {
        LocalDate today = replay.today();
        if (replay.occasion() instanceof Occasion.InPeriod(Period period)) {
            return new Cycle(period, today.isAfter(period.end()), false);
        }
        Optional<WorkRecord> start = replay.trigger().map(history -> history.current());
        if (start.isEmpty()) {
            return new Cycle(new Period(PeriodUnit.DAY, today, today), false, false);
        }
        LocalDate first = start.get().day();
        List<Weighed> ends =
                every instanceof DutyForm.Cycle.FromTo(Selector _, Selector last)
                        ? ends(replay, start.get(), last)
                        : List.of();
        Optional<LocalDate> end =
                ends.stream()
                        .filter(weighed -> weighed.match() == Certainty.TRUE)
                        .map(weighed -> weighed.record().day())
                        .findFirst();
        boolean doubtful =
                ends.stream()
                        .filter(weighed -> weighed.match() == Certainty.UNKNOWN)
                        .anyMatch(
                                weighed ->
                                        end.isEmpty()
                                                || weighed.record().day().isBefore(end.get()));
        LocalDate until = end.orElse(today.isBefore(first) ? first : today);
        return new Cycle(new Period(PeriodUnit.DAY, first, until), end.isPresent(), doubtful);
    }

    private static List<Weighed> ends(Replay replay, WorkRecord start, Selector last) {
        Situation situation =
                Situation.of(replay.asOf(), replay.enactment().institution(), start.day())
                        .borneBy(replay.bearer())
                        .triggeredBy(start);
        return new Reanswering(replay, start, situation).candidates(last, start.day());
    }
}
