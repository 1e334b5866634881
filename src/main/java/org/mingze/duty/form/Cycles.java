package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
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
    ///
    /// @param doubtful something may have ended them earlier
    public record Days(Period days, boolean ended, boolean doubtful) {
        /// What the days decide is not known while their end is not.
        Verdict decided(Verdict verdict) {
            boolean definite =
                    verdict.standing() == Standing.FULFILLED
                            || verdict.standing() == Standing.LATE
                            || verdict.standing() == Standing.BREACHED;
            return doubtful && definite ? verdict.standing(Standing.UNPROVEN, "何时结束不详") : verdict;
        }
    }

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
                    new Days(period, asOf.day().isAfter(period.end()), false);
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
        return new Days(Periods.containing(day, PeriodUnit.DAY), false, false);
    }

    private static Days fromTo(
            Obligation obligation, DutyForm.Cycle every, WorkRecord start, AsOf asOf) {
        List<Candidates.Candidate> ends =
                every instanceof DutyForm.Cycle.FromTo(Selector _, Selector last)
                        ? ends(obligation, last, start, asOf)
                        : List.of();
        Optional<LocalDate> end = days(ends, Certainty.TRUE).findFirst();
        boolean doubtful =
                days(ends, Certainty.UNKNOWN)
                        .anyMatch(day -> end.filter(sure -> !day.isBefore(sure)).isEmpty());
        LocalDate until = end.orElse(asOf.day().isBefore(start.day()) ? start.day() : asOf.day());
        return new Days(new Period(PeriodUnit.DAY, start.day(), until), end.isPresent(), doubtful);
    }

    private static Stream<LocalDate> days(List<Candidates.Candidate> among, Certainty match) {
        return among.stream()
                .filter(candidate -> candidate.match() == match)
                .map(candidate -> candidate.record().day());
    }

    private static List<Candidates.Candidate> ends(
            Obligation obligation, Selector last, WorkRecord start, AsOf asOf) {
        Situation situation =
                Situation.of(asOf, obligation.enactment().institution(), start.day())
                        .borneBy(obligation.bearer())
                        .triggeredBy(start);
        return Answers.to(start, last, situation, start.day());
    }
}
