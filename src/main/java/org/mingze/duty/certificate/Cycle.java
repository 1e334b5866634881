package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.work.WorkRecord;

/// The days of an occasion, and whether they have come to an end.
record Cycle(Period days, boolean ended) {
    static Cycle of(Replay replay, DutyForm.Cycle every) {
        LocalDate today = replay.today();
        if (replay.occasion() instanceof Occasion.InPeriod(Period period)) {
            return new Cycle(period, today.isAfter(period.end()));
        }
        Optional<WorkRecord> start = replay.trigger().map(history -> history.current());
        if (start.isEmpty()) {
            return new Cycle(new Period(PeriodUnit.DAY, today, today), false);
        }
        LocalDate first = start.get().day();
        Optional<LocalDate> end =
                every instanceof DutyForm.Cycle.FromTo(Selector _, Selector last)
                        ? end(replay, start.get(), last)
                        : Optional.empty();
        LocalDate until = end.orElse(today.isBefore(first) ? first : today);
        return new Cycle(new Period(PeriodUnit.DAY, first, until), end.isPresent());
    }

    private static Optional<LocalDate> end(Replay replay, WorkRecord start, Selector last) {
        Situation situation =
                Situation.of(replay.asOf(), replay.enactment().institution(), start.day())
                        .borneBy(replay.bearer())
                        .triggeredBy(start);
        return new Reanswering(replay, start, situation)
                .candidates(last, start.day()).stream()
                        .filter(weighed -> weighed.match() == Certainty.TRUE)
                        .map(weighed -> weighed.record().day())
                        .findFirst();
    }
}
