package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 周期 — from which day to which an obligation asks for acts.
public final class Cycles {
    /// The units that a 期 parameter may name.
    public static final List<PeriodUnit> UNITS =
            List.of(
                    PeriodUnit.WEEK,
                    PeriodUnit.MONTH,
                    PeriodUnit.QUARTER,
                    PeriodUnit.HALF_YEAR,
                    PeriodUnit.YEAR);

    private Cycles() {}

    /// 起讫 — the days, and whether they have come to an end as known.
    public record Days(Period days, boolean ended) {}

    /// The unit that a 期 parameter names; a year while it is open.
    static PeriodUnit unit(DutyForm.Cycle.Named cycle, Situation situation) {
        return situation
                .parameter(cycle.parameter())
                .flatMap(value -> value instanceof Value.Text(String word) ? named(word) : none())
                .orElse(PeriodUnit.YEAR);
    }

    private static Optional<PeriodUnit> named(String word) {
        return UNITS.stream().filter(unit -> unit.word().equals(word)).findFirst();
    }

    private static Optional<PeriodUnit> none() {
        return Optional.empty();
    }

    /// The days of an obligation: its period, or from the 起 record to its 至 record.
    public static Days span(Obligation obligation, DutyForm.Cycle every, AsOf asOf) {
        return switch (obligation.occasion()) {
            case Occasion.InPeriod(Period period) ->
                    new Days(period, asOf.day().isAfter(period.end()));
            case Occasion.OnRecord(long number, var _) ->
                    asOf.known()
                            .records()
                            .history(number)
                            .map(RecordHistory::current)
                            .map(start -> fromTo(obligation, every, start, asOf))
                            .orElseGet(() -> oneDay(asOf.day()));
            case Occasion.OnBreach _ -> oneDay(asOf.day());
        };
    }

    private static Days oneDay(LocalDate day) {
        return new Days(Periods.containing(day, PeriodUnit.DAY), false);
    }

    private static Days fromTo(
            Obligation obligation, DutyForm.Cycle every, WorkRecord start, AsOf asOf) {
        Optional<LocalDate> end =
                every instanceof DutyForm.Cycle.FromTo(Selector _, Selector last)
                        ? end(obligation, last, start, asOf)
                        : Optional.empty();
        LocalDate until = end.orElse(asOf.day().isBefore(start.day()) ? start.day() : asOf.day());
        return new Days(new Period(PeriodUnit.DAY, start.day(), until), end.isPresent());
    }

    private static Optional<LocalDate> end(
            Obligation obligation, Selector last, WorkRecord start, AsOf asOf) {
        Situation situation =
                Situation.of(asOf, obligation.enactment().institution(), start.day())
                        .borneBy(obligation.bearer())
                        .triggeredBy(start);
        return Answers.to(start, last, situation, start.day()).stream()
                .filter(candidate -> candidate.match() == Certainty.TRUE)
                .map(Candidates.Candidate::record)
                .map(WorkRecord::day)
                .findFirst();
    }
}
