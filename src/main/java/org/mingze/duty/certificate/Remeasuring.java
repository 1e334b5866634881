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
        boolean running = replay.occasion() instanceof Occasion.OnRecord && !cycle.ended();
        boolean open = running || !replay.today().isAfter(graceEnd);
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
        Expected found = Expected.of(standing);
        return cycle.decided(running ? found : found.due(days.end(), graceEnd))
                .amounts(whole.map(share::times).orElse(Rational.ZERO), reached, reached);
    }

    private static Optional<Rational> amount(Expression expression, Situation situation) {
        return Slots.amount(expression.evaluate(situation.scope(), situation.world()));
    }

    /// A shift, at its longest where an end is unknown.
    private record Shift(LocalDateTime from, LocalDateTime to, WorkRecord record, boolean sure) {}

    Expected covered(LocalDate day, LocalDate due, RotaWork.Cover cover) {
        LocalDate graceEnd = replay.graceEnd(due);
        if (replay.today().isBefore(day)) {
            return Expected.of(Standing.AHEAD).due(due, graceEnd);
        }
        Situation situation = replay.situation().at(day);
        List<Shift> shifts = shiftsOn(cover, situation, day);
        List<Contribution> taken = new ArrayList<>();
        boolean full = leaveNoGap(shifts.stream().filter(Shift::sure).toList(), day, taken);
        boolean perhaps =
                leaveNoGap(shifts, day, new ArrayList<>())
                        || !replay.known()
                                .isComplete(cover.shifts().recordType(), situation.body(), day);
        Standing standing =
                full
                        ? Standing.FULFILLED
                        : !replay.today().isAfter(graceEnd)
                                ? Standing.OPEN
                                : perhaps ? Standing.UNPROVEN : Standing.BREACHED;
        return Expected.of(standing).due(due, graceEnd).found(taken, taken, List.of());
    }

    private static boolean leaveNoGap(List<Shift> shifts, LocalDate day, List<Contribution> taken) {
        LocalDateTime until = day.atStartOfDay();
        for (Shift shift : shifts) {
            if (!shift.from().isAfter(until)) {
                taken.add(Reclosing.plain(shift.record()));
                until = shift.to().isAfter(until) ? shift.to() : until;
            }
        }
        return !until.isBefore(day.plusDays(1).atStartOfDay());
    }

    private List<Shift> shiftsOn(RotaWork.Cover cover, Situation situation, LocalDate day) {
        LocalDateTime begin = day.atStartOfDay();
        return replay.all(cover.shifts().recordType()).stream()
                .filter(
                        record ->
                                Weighed.owned(cover.shifts().owner(), record, situation, false)
                                        != Certainty.FALSE)
                .filter(record -> !record.day().isAfter(day))
                .map(record -> Weighed.of(cover.shifts(), record, situation, false))
                .filter(weighed -> weighed.match() != Certainty.FALSE)
                .map(weighed -> shift(cover, weighed, situation))
                .filter(shift -> shift.from().isBefore(begin.plusDays(1)))
                .filter(shift -> shift.to().isAfter(begin))
                .sorted(Comparator.comparing(Shift::from))
                .toList();
    }

    private static Shift shift(RotaWork.Cover cover, Weighed weighed, Situation situation) {
        WorkRecord record = weighed.record();
        Situation that = situation.at(record.day());
        Optional<LocalDateTime> from = moment(cover.from(), record, that);
        Optional<LocalDateTime> to = moment(cover.to(), record, that);
        return new Shift(
                from.orElse(record.day().atStartOfDay()),
                to.orElse(LocalDateTime.MAX),
                record,
                weighed.match() == Certainty.TRUE && from.isPresent() && to.isPresent());
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
