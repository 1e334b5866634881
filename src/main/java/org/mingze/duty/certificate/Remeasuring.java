package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.Contribution;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.WorkRecord;

/// Measures anew a share of a whole, and the hours of a day that were covered.
final class Remeasuring {
    private final Replay replay;

    Remeasuring(Replay replay) {
        this.replay = replay;
    }

    Expected expected(DutyForm.Proportion form) {
        Cycle cycle = Cycle.of(replay, form.every());
        Period days = cycle.days();
        LocalDate graceEnd = replay.graceEnd(days.end());
        if (replay.today().isBefore(days.start())) {
            return Expected.of(Standing.AHEAD).due(days.end(), graceEnd);
        }
        Situation situation = replay.situation().in(days);
        Optional<Rational> part = amount(form.numerator(), situation);
        Optional<Rational> whole = amount(form.denominator(), situation);
        Rational share = Slots.number(form.share(), situation).orElse(Rational.ZERO);
        boolean open =
                replay.occasion() instanceof Occasion.InPeriod
                        ? !replay.today().isAfter(graceEnd)
                        : !cycle.ended();
        Standing standing = Standing.UNPROVEN;
        if (open) {
            standing = Standing.OPEN;
        } else if (whole.equals(Optional.of(Rational.ZERO))) {
            standing = Standing.NOT_APPLICABLE;
        } else if (part.isPresent() && whole.isPresent()) {
            int order = part.get().compareTo(whole.get().times(share));
            boolean holds =
                    switch (form.bound()) {
                        case AT_LEAST -> order >= 0;
                        case AT_MOST -> order <= 0;
                    };
            standing = holds ? Standing.FULFILLED : Standing.BREACHED;
        }
        Rational reached = part.orElse(Rational.ZERO);
        return Expected.of(standing)
                .due(days.end(), graceEnd)
                .amounts(whole.map(share::times).orElse(Rational.ZERO), reached, reached);
    }

    private static Optional<Rational> amount(Expression expression, Situation situation) {
        return Slots.amount(expression.evaluate(situation.scope(), situation.world()));
    }

    private record Shift(LocalDateTime from, LocalDateTime to, WorkRecord record) {}

    Expected covered(LocalDate day, LocalDate due, RotaWork.Cover cover) {
        LocalDate graceEnd = replay.graceEnd(due);
        if (replay.today().isBefore(day)) {
            return Expected.of(Standing.AHEAD).due(due, graceEnd);
        }
        Situation situation = replay.situation().at(day);
        List<Shift> shifts = new ArrayList<>();
        boolean doubtful = false;
        for (Weighed weighed : shiftsOf(cover, situation, day)) {
            Optional<Shift> shift = shift(cover, weighed.record(), situation);
            if (weighed.match() == Certainty.TRUE && shift.isPresent()) {
                shifts.add(shift.get());
            } else {
                doubtful |= weighed.match() != Certainty.FALSE;
            }
        }
        shifts.sort(Comparator.comparing(Shift::from));
        LocalDateTime begin = day.atStartOfDay();
        LocalDateTime end = begin.plusDays(1);
        LocalDateTime until = begin;
        List<Contribution> taken = new ArrayList<>();
        for (Shift shift : shifts) {
            boolean inDay = shift.from().isBefore(end) && shift.to().isAfter(begin);
            if (inDay && !shift.from().isAfter(until)) {
                taken.add(Reclosing.plain(shift.record()));
                until = shift.to().isAfter(until) ? shift.to() : until;
            }
        }
        boolean complete =
                replay.known().isComplete(cover.shifts().recordType(), situation.body(), day);
        Standing standing =
                !until.isBefore(end)
                        ? Standing.FULFILLED
                        : !replay.today().isAfter(replay.graceEnd(day))
                                ? Standing.OPEN
                                : doubtful || !complete ? Standing.UNPROVEN : Standing.BREACHED;
        return Expected.of(standing).due(due, graceEnd).found(taken, taken, List.of());
    }

    private List<Weighed> shiftsOf(RotaWork.Cover cover, Situation situation, LocalDate day) {
        return replay.all(cover.shifts().recordType()).stream()
                .filter(
                        record ->
                                Weighed.owned(cover.shifts().owner(), record, situation, false)
                                        != Certainty.FALSE)
                .map(record -> Weighed.of(cover.shifts(), record, situation, false))
                .filter(
                        weighed ->
                                weighed.moment()
                                        .map(
                                                at ->
                                                        !at.isBefore(day.minusDays(1))
                                                                && !at.isAfter(day))
                                        .orElse(true))
                .toList();
    }

    private static Optional<Shift> shift(
            RotaWork.Cover cover, WorkRecord record, Situation situation) {
        Situation that = situation.at(record.day());
        Optional<LocalDateTime> to = moment(cover.to(), record, that);
        return moment(cover.from(), record, that)
                .flatMap(from -> to.map(end -> new Shift(from, end, record)));
    }

    private static Optional<LocalDateTime> moment(
            Expression expression, WorkRecord record, Situation that) {
        return switch (expression.evaluate(that.scope(record), that.world())) {
            case Value.Moment(LocalDateTime moment) -> Optional.of(moment);
            case Value.Day(LocalDate day) -> Optional.of(day.atStartOfDay());
            case Value _ -> Optional.empty();
        };
    }
}
