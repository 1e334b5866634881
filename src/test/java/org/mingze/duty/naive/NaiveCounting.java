package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.NaiveEvaluator.Owed;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.WorkRecord;

/// 计数 — 频次 and 覆盖 of one bearer in one period.
final class NaiveCounting {
    private final NaiveEvaluator evaluator;
    private final NaiveFacts facts;
    private final Owed owed;
    private final Period period;
    private final List<Selector> acts;
    private final DutyForm.Bound bound;
    private final Slot number;
    private final LocalDate begin;
    private final LocalDate due;
    private final LocalDate graceEnd;
    private final LocalDate today;

    NaiveCounting(NaiveEvaluator evaluator, Owed owed, Period period) {
        this.evaluator = evaluator;
        this.facts = evaluator.facts;
        this.owed = owed;
        this.period = period;
        this.today = facts.today();
        DutyForm form = owed.duty().form();
        this.acts =
                form instanceof DutyForm.Frequency frequency
                        ? frequency.acts()
                        : ((DutyForm.Coverage) form).acts();
        this.bound =
                form instanceof DutyForm.Frequency frequency
                        ? frequency.bound()
                        : ((DutyForm.Coverage) form).bound();
        this.number =
                form instanceof DutyForm.Frequency frequency
                        ? frequency.count()
                        : ((DutyForm.Coverage) form).count();
        this.begin =
                window(form)
                        .map(window -> window.from().atYear(period.start().getYear()))
                        .orElse(period.start());
        this.due = due(form, period);
        this.graceEnd =
                bound == DutyForm.Bound.AT_MOST
                        ? due
                        : facts.calendar().plus(due, owed.duty().grace());
    }

    private static Optional<DutyForm.Window> window(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> frequency.window();
            case DutyForm.Coverage coverage -> coverage.window();
            case DutyForm _ -> Optional.empty();
        };
    }

    static LocalDate due(DutyForm form, Period period) {
        return window(form)
                .map(window -> window.to().atYear(period.start().getYear()))
                .orElse(period.end());
    }

    void answer() {
        String occasion = Periods.code(period);
        Hand hand =
                new Hand(evaluator, owed, period.start()).with("期", new Value.PeriodValue(period));
        if (owed.duty().form() instanceof DutyForm.Coverage coverage) {
            for (Reference member : members(coverage, hand)) {
                evaluator.put(
                        owed, Optional.of(member.code()), occasion, judged(hand.with("其", member)));
            }
        } else {
            evaluator.put(owed, Optional.empty(), occasion, judged(hand));
        }
    }

    private Set<Reference> members(DutyForm.Coverage coverage, Hand hand) {
        LocalDate last = period.end();
        LocalDate from =
                coverage.membership() == DutyForm.Membership.AT_END ? last : period.start();
        LocalDate to =
                coverage.membership() == DutyForm.Membership.AT_START ? period.start() : last;
        Set<Reference> members = new LinkedHashSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Value own =
                    evaluator
                            .bodyOf(owed.bearer().orElseThrow(), day)
                            .<Value>map(Reference::body)
                            .orElse(new Value.Unknown(""));
            Value listed =
                    ((DutyForm.Members.Listed) coverage.members())
                            .list()
                            .evaluate(hand.with("本机构", own), new NaiveWorld(facts, day));
            for (Value item : NaiveEvaluator.items(listed)) {
                if (item instanceof Reference member) {
                    if (coverage.countedBy() == DutyForm.CountedBy.PERSON
                            && member.kind() == Reference.Kind.POST) {
                        facts.organization()
                                .holder(member.code(), day)
                                .ifPresent(holder -> members.add(Reference.person(holder)));
                    } else {
                        members.add(member);
                    }
                }
            }
        }
        return members;
    }

    private Answer judged(Hand hand) {
        if (evaluator.isInactive(owed, period.start())) {
            return Answer.of(Standing.INACTIVE);
        }
        if (today.isBefore(begin)) {
            return Answer.of(Standing.AHEAD, due, graceEnd, tally(hand, begin, graceEnd).counted());
        }
        Rational wanted = evaluator.number(owed, number, period.start());
        return bound == DutyForm.Bound.AT_LEAST ? atLeast(hand, wanted) : atMost(hand, wanted);
    }

    private Answer atLeast(Hand hand, Rational wanted) {
        LocalDate last = graceEnd.isAfter(period.end()) ? graceEnd : period.end();
        Tally inTime = tally(hand, begin, graceEnd);
        Tally everything = tally(hand, begin, last);
        Standing standing;
        if (inTime.certain().compareTo(wanted) >= 0) {
            standing = Standing.FULFILLED;
        } else if (!today.isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (inTime.mayReach(wanted)) {
            standing = Standing.UNPROVEN;
        } else if (everything.certain().compareTo(wanted) >= 0) {
            standing = Standing.LATE;
        } else {
            standing = everything.mayReach(wanted) ? Standing.UNPROVEN : Standing.BREACHED;
        }
        Set<Long> counted = standing == Standing.LATE ? everything.counted() : inTime.counted();
        boolean lapsed = standing != Standing.FULFILLED && evaluator.isGone(owed, due);
        return Answer.of(lapsed ? Standing.REVOKED : standing, due, graceEnd, counted);
    }

    private Answer atMost(Hand hand, Rational wanted) {
        Tally tally = tally(hand, begin, due);
        Standing standing;
        if (tally.certain().compareTo(wanted) > 0) {
            standing = Standing.BREACHED;
        } else if (evaluator.isGone(owed, due)) {
            standing = Standing.REVOKED;
        } else if (!today.isAfter(due)) {
            standing = Standing.OPEN;
        } else {
            standing = tally.mayExceed(wanted) ? Standing.UNPROVEN : Standing.FULFILLED;
        }
        return Answer.of(standing, due, graceEnd, tally.counted());
    }

    /// [certain, possible]; an empty `possible` has no upper end.
    private record Tally(Rational certain, Optional<Rational> possible, Set<Long> counted) {
        boolean mayReach(Rational wanted) {
            return possible.map(most -> most.compareTo(wanted) >= 0).orElse(true);
        }

        boolean mayExceed(Rational wanted) {
            return possible.map(most -> most.compareTo(wanted) > 0).orElse(true);
        }
    }

    private Tally tally(Hand hand, LocalDate from, LocalDate to) {
        boolean endless =
                acts.stream()
                        .anyMatch(act -> !facts.isComplete(act.recordType(), owed.body(), from));
        Set<Long> seen = new TreeSet<>();
        Set<Long> counted = new TreeSet<>();
        Set<Value> sure = new HashSet<>();
        Set<Value> maybe = new HashSet<>();
        Rational certain = Rational.ZERO;
        Rational possible = Rational.ZERO;
        for (WorkRecord record : facts.visible()) {
            for (Selector act : acts) {
                Truth matches = matches(hand, act, record, from, to);
                if (matches == Truth.NO || seen.contains(record.number())) {
                    continue;
                }
                boolean yes = matches == Truth.YES && seen.add(record.number());
                Hand held = hand.holding(record);
                Value value = Value.Numeric.of(1);
                if (act.amount().isPresent()) {
                    value = value(act.amount().get(), held, record);
                    endless |= value.isUnknown();
                } else if (act.distinct().isPresent()) {
                    Value what = value(act.distinct().get(), held, record);
                    yes = yes && !what.isUnknown() && sure.add(what);
                    value = Value.Numeric.of(what.isUnknown() || maybe.add(what) ? 1 : 0);
                }
                Rational amount = value instanceof Value.Numeric(Rational n) ? n : Rational.ZERO;
                possible = possible.plus(amount);
                if (yes && !value.isUnknown()) {
                    certain = certain.plus(act.distinct().isPresent() ? Rational.ONE : amount);
                    counted.add(record.number());
                }
            }
        }
        return new Tally(certain, endless ? Optional.empty() : Optional.of(possible), counted);
    }

    private Value value(Expression expression, Hand hand, WorkRecord record) {
        return expression.evaluate(hand, new NaiveWorld(facts, record.day()));
    }

    private Truth matches(
            Hand hand, Selector act, WorkRecord record, LocalDate from, LocalDate to) {
        if (!record.type().name().equals(act.recordType())) {
            return Truth.NO;
        }
        Hand held = hand.holding(record);
        Truth inRange =
                act.moment()
                        .map(moment -> value(moment, held, record))
                        .map(
                                value ->
                                        Spans.day(value)
                                                .map(day -> within(day, from, to))
                                                .orElse(Truth.MAYBE))
                        .orElseGet(() -> within(record.day(), from, to));
        return inRange.and(evaluator.owned(owed, act, record, held))
                .and(
                        act.condition()
                                .map(condition -> Truth.of(value(condition, held, record)))
                                .orElse(Truth.YES));
    }

    private static Truth within(LocalDate day, LocalDate from, LocalDate to) {
        return Truth.of(!day.isBefore(from) && !day.isAfter(to));
    }
}
