package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;

/// Judges anew what goes by a count.
final class Recounting {
    private final Replay replay;
    private final List<Selector> acts;
    private final Optional<Slot> spacing;

    Recounting(Replay replay, List<Selector> acts, Optional<Slot> spacing) {
        this.replay = replay;
        this.acts = acts;
        this.spacing = spacing;
    }

    /// Numbers that a count is held against.
    ///
    /// @param possible more may have been counted one period earlier
    /// @param open     what was counted one period earlier cannot be told
    private record Bar(Rational number, Rational possible, boolean open) {}

    /// From which day to which, and until when what is missing may follow.
    private record Days(LocalDate start, LocalDate due, LocalDate graceEnd, boolean over) {}

    Expected expected(DutyForm.Frequency form) {
        boolean upper = form.bound() == DutyForm.Bound.AT_MOST;
        return switch (replay.occasion()) {
            case Occasion.InPeriod(Period period) -> {
                LocalDate due =
                        within(form.window().map(DutyForm.Window::to), period).orElse(period.end());
                LocalDate start =
                        within(form.window().map(DutyForm.Window::from), period)
                                .orElse(period.start());
                LocalDate graceEnd = upper ? due : replay.graceEnd(due);
                Days days = new Days(start, due, graceEnd, replay.today().isAfter(graceEnd));
                Situation situation = replay.situation();
                Bar bar = bar(form.count(), situation, period);
                Expected found =
                        upper
                                ? atMost(situation, days, bar, replay.today().isBefore(start))
                                : atLeast(situation, days, bar.number(), period.end());
                yield found;
            }
            case Occasion.OnRecord _, Occasion.OnBreach _ -> fromTo(form, upper);
        };
    }

    private Optional<LocalDate> within(Optional<Slot> end, Period period) {
        return end.flatMap(slot -> Slots.monthDay(slot, replay.situation()))
                .map(given -> given.atYear(period.end().getYear()))
                .filter(period::contains);
    }

    /// 每: 次 — open until its end has come.
    private Expected fromTo(DutyForm.Frequency form, boolean upper) {
        Cycle cycle = Cycle.of(replay, form.every());
        Period days = cycle.days();
        Situation situation = replay.situation().in(days);
        LocalDate graceEnd = upper ? days.end() : replay.graceEnd(days.end());
        boolean over = cycle.ended() && replay.today().isAfter(graceEnd);
        Bar bar = bar(form.count(), situation, days);
        Days asked = new Days(days.start(), days.end(), graceEnd, over);
        Expected found =
                upper
                        ? atMost(situation, asked, bar, false)
                        : atLeast(situation, asked, bar.number(), graceEnd);
        return cycle.decided(cycle.ended() ? found.due(days.end(), graceEnd) : found.undated());
    }

    private Recount count(Situation situation, LocalDate from, LocalDate due, LocalDate to) {
        Recount count = new Recount(replay, acts, situation, from, due, to);
        Optional<Span> least = spacing.flatMap(slot -> Slots.span(slot, situation));
        least.ifPresent(span -> count.spread(span, replay.known().calendar()));
        return count;
    }

    private boolean isComplete(Situation situation, LocalDate start) {
        return acts.stream()
                .allMatch(
                        act ->
                                replay.known()
                                        .isComplete(act.recordType(), situation.body(), start));
    }

    private Bar bar(Slot slot, Situation situation, Period period) {
        if (!(slot instanceof Slot.Previous)) {
            Rational number = Slots.number(slot, situation).orElse(Rational.ZERO);
            return new Bar(number, number, false);
        }
        Period before = Periods.previous(period);
        LocalDate last = replay.today().isBefore(before.end()) ? replay.today() : before.end();
        Recount count = count(situation.in(before), before.start(), before.end(), last);
        boolean open = count.isUnbounded() || !isComplete(situation.in(before), before.start());
        return new Bar(count.certain(), count.possible(), open);
    }

    /// @param until after the grace, what is done by this day is late
    private Expected atLeast(Situation situation, Days days, Rational required, LocalDate until) {
        Recount count = count(situation, days.start(), days.due(), days.graceEnd());
        Standing standing = atLeast(count, days, required, isComplete(situation, days.start()));
        if (standing == Standing.BREACHED && days.graceEnd().isBefore(until)) {
            Recount later = count(situation, days.start(), days.due(), until);
            if (later.certain().compareTo(required) >= 0) {
                standing = Standing.LATE;
                count = later;
            } else if (later.mayReach(required)) {
                standing = Standing.UNPROVEN;
            }
        }
        return found(standing, count, required, days);
    }

    private Standing atLeast(Recount count, Days days, Rational required, boolean complete) {
        if (replay.today().isBefore(days.start())) {
            return Standing.AHEAD;
        }
        if (count.certain().compareTo(required) >= 0) {
            return Standing.FULFILLED;
        }
        if (!days.over()) {
            return Standing.OPEN;
        }
        return complete && !count.mayReach(required) ? Standing.BREACHED : Standing.UNPROVEN;
    }

    private Expected atMost(Situation situation, Days days, Bar bar, boolean ahead) {
        Recount count = count(situation, days.start(), days.due(), days.graceEnd());
        boolean within =
                isComplete(situation, days.start())
                        && !count.isUnbounded()
                        && !bar.open()
                        && count.possible().compareTo(bar.number()) <= 0;
        Standing standing;
        if (ahead) {
            standing = Standing.AHEAD;
        } else if (!bar.open() && count.certain().compareTo(bar.possible()) > 0) {
            standing = Standing.BREACHED;
        } else if (!days.over()) {
            standing = Standing.OPEN;
        } else {
            standing = within ? Standing.FULFILLED : Standing.UNPROVEN;
        }
        return found(standing, count, bar.number(), days);
    }

    private static Expected found(Standing standing, Recount count, Rational required, Days days) {
        return Expected.of(standing)
                .due(days.due(), days.graceEnd())
                .amounts(required, count.certain(), count.possible())
                .found(count.earliest(required), count.counted(), count.failing());
    }

    /// A scheduled day of a rota that asks for acts.
    Expected onDay(LocalDate day, LocalDate due, Slot least) {
        LocalDate graceEnd = replay.graceEnd(due);
        Situation situation = replay.situation().at(day);
        Rational required = Slots.number(least, situation).orElse(Rational.ONE);
        Days days = new Days(day, due, graceEnd, replay.today().isAfter(graceEnd));
        return atLeast(situation, days, required, graceEnd);
    }
}
