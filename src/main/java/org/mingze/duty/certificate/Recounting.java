package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// Counts anew what a periodic duty asks for.
final class Recounting {
    static final Comparator<Contribution> EARLIEST =
            Comparator.comparing(Contribution::day).thenComparingLong(Contribution::record);

    private final Replay replay;
    private final DutyForm.Frequency form;
    private final Period period;
    private final Situation situation;
    private final LocalDate start;
    private final LocalDate due;
    private final LocalDate graceEnd;

    Recounting(Replay replay, DutyForm.Frequency form, Period period) {
        this.replay = replay;
        this.form = form;
        this.period = period;
        this.situation = replay.situation();
        this.start =
                form.window()
                        .map(window -> window.from().atYear(period.start().getYear()))
                        .filter(period::contains)
                        .orElse(period.start());
        this.due = due(form, period);
        this.graceEnd = isUpperBound() ? due : replay.graceEnd(due);
    }

    static LocalDate due(DutyForm.Frequency form, Period period) {
        return form.window()
                .map(window -> window.to().atYear(period.end().getYear()))
                .filter(period::contains)
                .orElse(period.end());
    }

    private boolean isUpperBound() {
        return switch (form.bound()) {
            case AT_LEAST -> false;
            case AT_MOST -> true;
        };
    }

    Expected expected() {
        Rational required = Slots.number(form.count(), situation).orElse(Rational.ZERO);
        Count count = new Count(graceEnd);
        Standing standing = isUpperBound() ? atMost(count, required) : atLeast(count, required);
        if (standing == Standing.BREACHED && !isUpperBound() && graceEnd.isBefore(period.end())) {
            Count later = new Count(period.end());
            if (later.certain.compareTo(required) >= 0) {
                standing = Standing.LATE;
                count = later;
            } else if (later.mayReach(required)) {
                standing = Standing.UNPROVEN;
            }
        }
        return Expected.of(standing)
                .due(due, graceEnd)
                .amounts(required, count.certain, count.possible)
                .found(count.earliest(required), count.counted, count.failing);
    }

    private boolean isComplete() {
        return form.acts().stream()
                .allMatch(
                        act ->
                                replay.known()
                                        .isComplete(act.recordType(), situation.body(), start));
    }

    private Standing atLeast(Count count, Rational required) {
        if (replay.today().isBefore(start)) {
            return Standing.AHEAD;
        }
        if (count.certain.compareTo(required) >= 0) {
            return Standing.FULFILLED;
        }
        if (!replay.today().isAfter(graceEnd)) {
            return Standing.OPEN;
        }
        return isComplete() && !count.mayReach(required) ? Standing.BREACHED : Standing.UNPROVEN;
    }

    private Standing atMost(Count count, Rational required) {
        if (replay.today().isBefore(start)) {
            return Standing.AHEAD;
        }
        if (count.certain.compareTo(required) > 0) {
            return Standing.BREACHED;
        }
        if (!replay.today().isAfter(due)) {
            return Standing.OPEN;
        }
        boolean within =
                isComplete() && !count.unbounded && count.possible.compareTo(required) <= 0;
        return within ? Standing.FULFILLED : Standing.UNPROVEN;
    }

    /// Everything from the start to a day, weighed one by one.
    private final class Count {
        private final LocalDate last;
        private final List<Contribution> counted = new ArrayList<>();
        private final List<Rejection> failing = new ArrayList<>();
        private final Set<Long> taken = new HashSet<>();
        private final Set<Value> values = new HashSet<>();
        private final Set<Value> perhaps = new HashSet<>();
        private Rational certain = Rational.ZERO;
        private Rational possible = Rational.ZERO;
        private boolean unbounded;

        Count(LocalDate last) {
            this.last = last;
            for (Selector act : form.acts()) {
                replay.all(act.recordType()).stream()
                        .map(record -> Weighed.of(act, record, situation, false))
                        .filter(this::mayLieInTime)
                        .forEach(weighed -> take(act, weighed));
            }
            counted.sort(EARLIEST);
        }

        private boolean mayLieInTime(Weighed weighed) {
            return weighed.moment()
                    .map(day -> !day.isBefore(start) && !day.isAfter(last))
                    .orElse(true);
        }

        private void take(Selector act, Weighed weighed) {
            boolean again = taken.contains(weighed.record().number());
            if (Weighed.owned(act.owner(), weighed.record(), situation, false) == Certainty.FALSE) {
                return;
            }
            if (again || weighed.match() != Certainty.TRUE) {
                weighed.rejection().ifPresent(failing::add);
            }
            if (again || weighed.match() == Certainty.FALSE) {
                return;
            }
            boolean sure = weighed.match() == Certainty.TRUE;
            if (sure) {
                taken.add(weighed.record().number());
            }
            if (act.distinct().isPresent()) {
                takeValue(act, weighed, sure);
            } else {
                takeAmount(act, weighed, sure);
            }
        }

        private void takeAmount(Selector act, Weighed weighed, boolean sure) {
            Optional<Rational> amount = amount(act, weighed);
            unbounded |= amount.isEmpty();
            possible = possible.plus(amount.orElse(Rational.ZERO));
            if (sure && amount.isPresent()) {
                certain = certain.plus(amount.get());
                counted.add(weighed.counts(act, amount.get(), due, last, situation));
            }
        }

        private void takeValue(Selector act, Weighed weighed, boolean sure) {
            Situation that = situation.at(weighed.record().day());
            Value value =
                    act.distinct()
                            .orElseThrow()
                            .evaluate(that.scope(weighed.record()), that.world());
            if (value.isUnknown()) {
                possible = possible.plus(Rational.ONE);
                return;
            }
            if (sure && values.add(value)) {
                certain = certain.plus(Rational.ONE);
                counted.add(weighed.counts(act, Rational.ONE, due, last, situation));
            }
            if (perhaps.add(value)) {
                possible = possible.plus(Rational.ONE);
            }
        }

        private Optional<Rational> amount(Selector act, Weighed weighed) {
            if (act.amount().isEmpty()) {
                return Optional.of(Rational.ONE);
            }
            Situation that = situation.at(weighed.record().day());
            return switch (act.amount().get().evaluate(that.scope(weighed.record()), that.world())) {
                case Value.Numeric(Rational number) -> Optional.of(number);
                case Value.Money(Rational yuan) -> Optional.of(yuan);
                case Value.Duration(var span) -> Optional.of(Rational.of(span.amount()));
                case Value _ -> Optional.empty();
            };
        }

        boolean mayReach(Rational required) {
            return unbounded || possible.compareTo(required) >= 0;
        }

        List<Contribution> earliest(Rational required) {
            List<Contribution> enough = new ArrayList<>();
            Rational sum = Rational.ZERO;
            for (Contribution one : counted) {
                if (sum.compareTo(required) < 0) {
                    enough.add(one);
                    sum = sum.plus(one.amount());
                }
            }
            return enough;
        }
    }
}
