package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// Everything between two days, weighed one by one.
final class Recount {
    static final Comparator<Contribution> EARLIEST =
            Comparator.comparing(Contribution::day).thenComparingLong(Contribution::record);

    private final Situation situation;
    private final LocalDate from;
    private final LocalDate due;
    private final LocalDate to;
    private final List<Rejection> failing = new ArrayList<>();
    private final List<LocalDate> doubtful = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private final Set<Value> values = new HashSet<>();
    private final Set<Value> perhaps = new HashSet<>();
    private List<Contribution> counted = new ArrayList<>();
    private Rational certain = Rational.ZERO;
    private Rational possible = Rational.ZERO;
    private boolean unbounded;

    Recount(
            Replay replay,
            List<Selector> acts,
            Situation situation,
            LocalDate from,
            LocalDate due,
            LocalDate to) {
        this.situation = situation;
        this.from = from;
        this.due = due;
        this.to = to;
        for (Selector act : acts) {
            replay.all(act.recordType()).stream()
                    .map(record -> Weighed.of(act, record, situation, false))
                    .filter(this::mayLieInTime)
                    .forEach(weighed -> take(act, weighed));
        }
        counted.sort(EARLIEST);
    }

    private boolean mayLieInTime(Weighed weighed) {
        return weighed.moment().map(day -> !day.isBefore(from) && !day.isAfter(to)).orElse(true);
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
        } else {
            doubtful.add(weighed.moment().orElse(LocalDate.MAX));
        }
        if (act.distinct().isPresent()) {
            takeValue(act, weighed, sure);
        } else {
            takeAmount(act, weighed, sure);
        }
    }

    private void takeAmount(Selector act, Weighed weighed, boolean sure) {
        Situation that = situation.at(weighed.record().day());
        Optional<Rational> amount =
                act.amount().isEmpty()
                        ? Optional.of(Rational.ONE)
                        : Slots.amount(
                                act.amount()
                                        .get()
                                        .evaluate(that.scope(weighed.record()), that.world()));
        unbounded |= amount.isEmpty();
        possible = possible.plus(amount.orElse(Rational.ZERO));
        if (sure && amount.isPresent()) {
            count(act, weighed, amount.get());
        }
    }

    private void takeValue(Selector act, Weighed weighed, boolean sure) {
        Situation that = situation.at(weighed.record().day());
        Value value =
                act.distinct().orElseThrow().evaluate(that.scope(weighed.record()), that.world());
        if (value.isUnknown()) {
            possible = possible.plus(Rational.ONE);
            return;
        }
        if (sure && values.add(value)) {
            count(act, weighed, Rational.ONE);
        }
        if (perhaps.add(value)) {
            possible = possible.plus(Rational.ONE);
        }
    }

    private void count(Selector act, Weighed weighed, Rational amount) {
        certain = certain.plus(amount);
        counted.add(weighed.counts(act, amount, due, to, situation));
    }

    /// 间隔 — leaves out what follows too soon on what was counted.
    void spread(Span least, WorkCalendar calendar) {
        List<Contribution> apart = new ArrayList<>();
        List<LocalDate> may = new ArrayList<>(doubtful);
        counted.forEach(sure -> may.add(sure.day()));
        certain = Rational.ZERO;
        for (Contribution next : counted) {
            if (apart.isEmpty()
                    || !next.day().isBefore(calendar.plus(apart.getLast().day(), least))) {
                apart.add(next);
                certain = certain.plus(next.amount());
            }
        }
        counted = apart;
        possible = Rational.ZERO;
        Optional<LocalDate> last = Optional.empty();
        may.sort(Comparator.naturalOrder());
        for (LocalDate day : may) {
            boolean undated = day.equals(LocalDate.MAX);
            if (undated || last.isEmpty() || !day.isBefore(calendar.plus(last.get(), least))) {
                possible = possible.plus(Rational.ONE);
                last = undated ? last : Optional.of(day);
            }
        }
    }

    Rational certain() {
        return certain;
    }

    Rational possible() {
        return possible;
    }

    boolean isUnbounded() {
        return unbounded;
    }

    boolean mayReach(Rational required) {
        return unbounded || possible.compareTo(required) >= 0;
    }

    List<Contribution> counted() {
        return counted;
    }

    List<Rejection> failing() {
        return failing;
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
