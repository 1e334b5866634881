package org.mingze.duty.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.WorkRecord;

/// 排班的判定 — whether the act of a scheduled day was done, or the day was covered without a gap.
final class RotaJudgement {
    private RotaJudgement() {}

    static Verdict of(Obligation obligation, DutyForm.Rota form, AsOf asOf) {
        if (!(obligation.occasion() instanceof Occasion.InPeriod(Period period))) {
            throw new IllegalArgumentException("not a day: " + obligation.key());
        }
        LocalDate day = period.start();
        Optional<String> holiday = RotaRaising.letOff(form, day, asOf);
        if (holiday.isPresent()) {
            return Verdict.of(obligation, Standing.NOT_APPLICABLE, asOf, "遇假免：" + holiday.get());
        }
        LocalDate due = form.nextDay() ? day.plusDays(1) : day;
        LocalDate graceEnd = Judging.graceEnd(obligation, due, asOf);
        Situation situation = Situations.of(obligation, asOf).at(day);
        return switch (form.work()) {
            case RotaWork.Acts(List<Selector> acts, Slot least) -> {
                Rational required = Slots.number(least, situation).orElse(Rational.ONE);
                boolean complete = isComplete(acts, situation, day);
                Counting counting = Counting.of(acts, situation, day, due, graceEnd);
                Standing standing =
                        PeriodicJudgement.atLeast(
                                asOf.day(), day, graceEnd, counting, required, complete);
                yield Verdict.of(obligation, standing, asOf, complete ? "" : "建账前的记录不详")
                        .due(due, graceEnd)
                        .counted(required, counting.certain(), counting.possible())
                        .witnessed(
                                counting.witnesses(required),
                                counting.counted(),
                                counting.rejected());
            }
            case RotaWork.Cover(Selector shifts, Expression from, Expression to) ->
                    covered(obligation, situation, new Shifts(shifts, from, to), graceEnd)
                            .due(due, graceEnd);
        };
    }

    private static boolean isComplete(List<Selector> acts, Situation situation, LocalDate day) {
        return acts.stream()
                .allMatch(
                        act ->
                                situation
                                        .known()
                                        .isComplete(act.recordType(), situation.body(), day));
    }

    private record Shifts(Selector selector, Expression from, Expression to) {}

    /// 一班 — when it stood, at the longest that can be; sure when that is all known.
    private record Interval(LocalDateTime from, LocalDateTime to, WorkRecord record, boolean sure) {
        boolean overlaps(LocalDate day) {
            return from.isBefore(day.plusDays(1).atStartOfDay()) && to.isAfter(day.atStartOfDay());
        }
    }

    private static Verdict covered(
            Obligation obligation, Situation situation, Shifts shifts, LocalDate graceEnd) {
        AsOf asOf = situation.asOf();
        LocalDate day = situation.at();
        if (asOf.day().isBefore(day)) {
            return Verdict.of(obligation, Standing.AHEAD, asOf, "");
        }
        List<Interval> intervals = intervals(situation, shifts, day);
        List<Contribution> witnesses = new ArrayList<>();
        LocalDateTime reached =
                reached(intervals.stream().filter(Interval::sure).toList(), day, witnesses);
        LocalDateTime end = day.plusDays(1).atStartOfDay();
        boolean complete =
                situation.known().isComplete(shifts.selector().recordType(), situation.body(), day);
        boolean possible = !complete || !reached(intervals, day, new ArrayList<>()).isBefore(end);
        Standing standing;
        if (!reached.isBefore(end)) {
            standing = Standing.FULFILLED;
        } else if (!asOf.day().isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else {
            standing = possible ? Standing.UNPROVEN : Standing.BREACHED;
        }
        String note = standing == Standing.FULFILLED ? "" : "自" + reached.toLocalTime() + "起无人值守";
        return Verdict.of(obligation, standing, asOf, note)
                .witnessed(witnesses, witnesses, List.of());
    }

    /// The shifts that overlap a day, or may.
    private static List<Interval> intervals(Situation situation, Shifts shifts, LocalDate day) {
        List<Interval> intervals = new ArrayList<>();
        for (Candidates.Candidate candidate :
                Candidates.of(shifts.selector(), situation, LocalDate.MIN, day)) {
            if (candidate.match() != Certainty.FALSE) {
                intervals.add(interval(shifts, candidate, situation));
            }
        }
        intervals.removeIf(interval -> !interval.overlaps(day));
        intervals.sort(Comparator.comparing(Interval::from));
        return intervals;
    }

    /// Until when the day is covered without a gap.
    private static LocalDateTime reached(
            List<Interval> intervals, LocalDate day, List<Contribution> witnesses) {
        LocalDateTime reached = day.atStartOfDay();
        for (Interval interval : intervals) {
            if (!interval.from().isAfter(reached)) {
                witnesses.add(contribution(interval.record()));
                reached = interval.to().isAfter(reached) ? interval.to() : reached;
            }
        }
        return reached;
    }

    private static Contribution contribution(WorkRecord record) {
        return new Contribution(
                record.number(), record.day(), Rational.ONE, record.lateDays(), false, false);
    }

    /// A shift begins on its own day; while its end is unknown it may last for ever.
    private static Interval interval(
            Shifts shifts, Candidates.Candidate candidate, Situation situation) {
        WorkRecord record = candidate.record();
        Optional<LocalDateTime> from = moment(shifts.from(), record, situation);
        Optional<LocalDateTime> to = moment(shifts.to(), record, situation);
        boolean sure = candidate.match() == Certainty.TRUE && from.isPresent() && to.isPresent();
        return new Interval(
                from.orElse(record.day().atStartOfDay()),
                to.orElse(LocalDateTime.MAX),
                record,
                sure);
    }

    private static Optional<LocalDateTime> moment(
            Expression expression, WorkRecord record, Situation situation) {
        Situation that = situation.at(record.day());
        return switch (expression.evaluate(that.scope(record), that.world())) {
            case Value.Moment(LocalDateTime moment) -> Optional.of(moment);
            case Value.Day(LocalDate day) -> Optional.of(day.atStartOfDay());
            case Value _ -> Optional.empty();
        };
    }
}
