package org.mingze.duty.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.institution.DossierKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.DutyForm.Bound;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.rota.RotaWork;
import org.mingze.institution.rota.Schedule;
import org.mingze.work.WorkRecord;

/// 一判 — how one obligation stands over some days, by its form; 时限 and 闭环 are judged apart.
///
/// @param days  the period, from the 起 record to its 至, or the day of the record
/// @param ended the last day, empty while it has not come
record NaiveJudgement(Owed owed, Period days, Optional<LocalDate> ended) {
    private NaiveFacts facts() {
        return owed.facts();
    }

    private LocalDate today() {
        return facts().today();
    }

    static Optional<DutyForm.Window> window(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> frequency.window();
            case DutyForm.Coverage coverage -> coverage.window();
            case DutyForm _ -> Optional.empty();
        };
    }

    static LocalDate due(DutyForm form, Period period) {
        return window(form)
                .flatMap(window -> DutyForm.Window.day(window.to()))
                .map(day -> day.atYear(period.start().getYear()))
                .filter(period::contains)
                .orElse(period.end());
    }

    Answer answer() {
        return switch (owed.duty().form()) {
            case DutyForm.Frequency form ->
                    counted(form.acts(), form.bound(), form.count(), form.spacing());
            case DutyForm.Proportion form -> ratio(form);
            case DutyForm.Rota form -> scheduled(form);
            case DutyForm _ -> throw new IllegalStateException("另判");
        };
    }

    Answer covered(DutyForm.Coverage form) {
        Optional<Span> least = owed.span(form.enlisted());
        if (least.isPresent()) {
            LocalDate enough = facts().calendar().plus(days.start(), least.get());
            long wanted = enough.toEpochDay() - days.start().toEpochDay();
            Value self = owed.names().get("其");
            for (LocalDate day = days.start(); !day.isAfter(days.end()); day = day.plusDays(1)) {
                wanted -= members(form, day).contains(self) ? 1 : 0;
            }
            if (wanted > 0) {
                return Answer.of(Standing.NOT_APPLICABLE);
            }
        }
        return counted(form.acts(), form.bound(), form.count(), form.spacing());
    }

    Set<Value> members(DutyForm.Coverage form) {
        boolean atEnd = form.membership() == DutyForm.Membership.AT_END;
        boolean atStart = form.membership() == DutyForm.Membership.AT_START;
        LocalDate last = atStart ? days.start() : days.end();
        Set<Value> members = new LinkedHashSet<>();
        LocalDate first = atEnd ? last : days.start();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            members.addAll(members(form, day));
        }
        return members;
    }

    private Set<Value> members(DutyForm.Coverage form, LocalDate day) {
        Set<Value> members = new LinkedHashSet<>();
        switch (form.members()) {
            case DutyForm.Members.Listed(Expression list) -> {
                Value own =
                        owed.bearer()
                                .flatMap(who -> facts().bodyOf(who, day))
                                .<Value>map(Reference::body)
                                .orElse(NaiveFacts.UNKNOWN);
                for (Value item : Owed.items(owed.with("本机构", own).value(list, day))) {
                    boolean held =
                            form.countedBy() == DutyForm.CountedBy.PERSON
                                    && item instanceof Reference who
                                    && who.kind() == Reference.Kind.POST;
                    if (held) {
                        String post = ((Reference) item).code();
                        facts().organization()
                                .holder(post, day)
                                .ifPresent(holder -> members.add(Reference.person(holder)));
                    } else if (!item.isUnknown()) {
                        members.add(item);
                    }
                }
            }
            case DutyForm.Members.OpenRecords(Selector selector) -> {
                for (WorkRecord record : facts().visible()) {
                    boolean there = !record.day().isAfter(days.end());
                    if (there && owed.means(selector, record) == Truth.YES && !isClosed(record)) {
                        members.add(new Value.Link(record.number()));
                    }
                }
            }
        }
        return members;
    }

    /// Whether the dossier of a record was settled before these days.
    private boolean isClosed(WorkRecord root) {
        Owed before = owed.asOf(days.start().minusDays(1));
        if (before.facts().find(root.number()).isEmpty()) {
            return false;
        }
        for (DossierKind kind : owed.institution().dossiers()) {
            if (before.means(kind.root(), root) == Truth.YES) {
                return isSettled(kind, before, root);
            }
        }
        return false;
    }

    private static boolean isSettled(DossierKind kind, Owed before, WorkRecord root) {
        boolean declared = false;
        for (DossierKind.Stage stage : kind.stages()) {
            declared |= stage.settled();
        }
        for (int at = 0; at < kind.stages().size(); at++) {
            DossierKind.Stage stage = kind.stages().get(at);
            Truth there = before.ask(stage.condition(), root);
            if (there != Truth.NO) {
                return there == Truth.YES && (declared ? stage.settled() : at == 0);
            }
        }
        return false;
    }

    private LocalDate begin() {
        return window(owed.duty().form())
                .flatMap(window -> DutyForm.Window.day(window.from()))
                .map(day -> day.atYear(days.start().getYear()))
                .filter(days::contains)
                .orElse(days.start());
    }

    private Answer counted(List<Selector> acts, Bound bound, Slot count, Optional<Slot> spacing) {
        boolean most = bound == Bound.AT_MOST;
        LocalDate due = ended.isPresent() ? due(owed.duty().form(), days) : days.end();
        LocalDate graceEnd = most ? due : owed.graceEnd(due);
        Tally tally = tally(owed, acts, spacing, begin(), graceEnd);
        if (today().isBefore(begin())) {
            return Answer.of(Standing.AHEAD, due, graceEnd, tally.counted());
        }
        LocalDate last = graceEnd.isAfter(days.end()) ? graceEnd : days.end();
        Answer answer =
                most
                        ? atMost(tally, wanted(acts, count, spacing), due, graceEnd)
                        : atLeast(
                                tally,
                                tally(owed, acts, spacing, begin(), last),
                                owed.number(count),
                                due,
                                graceEnd);
        return ended.isPresent()
                ? answer
                : new Answer(
                        answer.standing(), Optional.empty(), Optional.empty(), answer.counted());
    }

    /// 上期数 — what was counted one period earlier, as an interval.
    private Tally wanted(List<Selector> acts, Slot count, Optional<Slot> spacing) {
        if (!(count instanceof Slot.Previous)) {
            Rational number = owed.number(count);
            return new Tally(number, Optional.of(number), Set.of());
        }
        Period before = Periods.previous(days);
        Owed then = owed.with("期", new Value.PeriodValue(before));
        return tally(then, acts, spacing, before.start(), before.end());
    }

    private Answer atLeast(
            Tally inTime, Tally ever, Rational wanted, LocalDate due, LocalDate graceEnd) {
        Standing standing;
        if (inTime.certain().compareTo(wanted) >= 0) {
            standing = Standing.FULFILLED;
        } else if (!today().isAfter(graceEnd) || ended.isEmpty()) {
            standing = Standing.OPEN;
        } else if (inTime.mayReach(wanted)) {
            standing = Standing.UNPROVEN;
        } else if (ever.certain().compareTo(wanted) >= 0) {
            standing = Standing.LATE;
        } else {
            standing = ever.mayReach(wanted) ? Standing.UNPROVEN : Standing.BREACHED;
        }
        Set<Long> counted = standing == Standing.LATE ? ever.counted() : inTime.counted();
        return Answer.of(standing, due, graceEnd, counted);
    }

    private Answer atMost(Tally tally, Tally wanted, LocalDate due, LocalDate graceEnd) {
        Standing standing = Standing.UNPROVEN;
        Optional<Rational> most = wanted.possible();
        if (most.isPresent() && tally.certain().compareTo(most.get()) > 0) {
            standing = Standing.BREACHED;
        } else if (!today().isAfter(due) || ended.isEmpty()) {
            standing = Standing.OPEN;
        } else if (most.isPresent()
                && tally.possible().filter(n -> n.compareTo(wanted.certain()) <= 0).isPresent()) {
            standing = Standing.FULFILLED;
        }
        return Answer.of(standing, due, graceEnd, tally.counted());
    }

    /// [certain, possible]; an empty `possible` has no upper end.
    private record Tally(Rational certain, Optional<Rational> possible, Set<Long> counted) {
        boolean mayReach(Rational wanted) {
            return possible.map(most -> most.compareTo(wanted) >= 0).orElse(true);
        }
    }

    private static Tally tally(
            Owed owed, List<Selector> acts, Optional<Slot> spacing, LocalDate from, LocalDate to) {
        Optional<Span> apart = owed.span(spacing);
        boolean endless = false;
        Set<Long> seen = new HashSet<>();
        Set<Long> counted = new TreeSet<>();
        Set<Value> sure = new HashSet<>();
        Set<Value> maybe = new HashSet<>();
        Optional<LocalDate> lastSure = Optional.empty();
        Optional<LocalDate> lastMaybe = Optional.empty();
        Rational certain = Rational.ZERO;
        Rational possible = Rational.ZERO;
        for (WorkRecord record : owed.facts().visible()) {
            for (Selector act : acts) {
                Truth matches = within(owed, act, record, from, to).and(owed.means(act, record));
                if (matches == Truth.NO || seen.contains(record.number())) {
                    continue;
                }
                boolean yes = matches == Truth.YES && seen.add(record.number());
                Value value = Value.Numeric.of(1);
                if (act.amount().isPresent()) {
                    value = owed.value(act.amount().get(), record);
                    endless |= value.isUnknown();
                } else if (act.distinct().isPresent()) {
                    Value what = owed.value(act.distinct().get(), record);
                    yes = yes && !what.isUnknown() && sure.add(what);
                    value = Value.Numeric.of(what.isUnknown() || maybe.add(what) ? 1 : 0);
                }
                Rational amount = value instanceof Value.Numeric(Rational n) ? n : Rational.ZERO;
                if (isApart(owed, lastMaybe, apart, record)) {
                    possible = possible.plus(amount);
                    lastMaybe = Optional.of(record.day());
                }
                if (yes && !value.isUnknown() && isApart(owed, lastSure, apart, record)) {
                    certain = certain.plus(act.distinct().isPresent() ? Rational.ONE : amount);
                    counted.add(record.number());
                    lastSure = Optional.of(record.day());
                }
            }
        }
        for (Selector act : acts) {
            endless |= !owed.facts().isComplete(act.recordType(), owed.body(), from);
        }
        return new Tally(certain, endless ? Optional.empty() : Optional.of(possible), counted);
    }

    /// 间隔.
    private static boolean isApart(
            Owed owed, Optional<LocalDate> last, Optional<Span> apart, WorkRecord next) {
        return last.isEmpty()
                || apart.isEmpty()
                || !next.day().isBefore(owed.facts().calendar().plus(last.get(), apart.get()));
    }

    private static Truth within(
            Owed owed, Selector act, WorkRecord record, LocalDate from, LocalDate to) {
        return !record.type().name().equals(act.recordType())
                ? Truth.NO
                : owed.moment(act, record)
                        .map(day -> Truth.of(!day.isBefore(from) && !day.isAfter(to)))
                        .orElse(Truth.MAYBE);
    }

    private Answer ratio(DutyForm.Proportion form) {
        LocalDate graceEnd = owed.graceEnd(days.end());
        Standing standing = Standing.UNPROVEN;
        Value part = owed.value(form.numerator(), days.end());
        Value whole = owed.value(form.denominator(), days.end());
        if (today().isBefore(days.start())) {
            standing = Standing.AHEAD;
        } else if (ended.isEmpty() || !today().isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (whole.equals(Value.Numeric.of(0))) {
            standing = Standing.NOT_APPLICABLE;
        } else if (part instanceof Value.Numeric(Rational n)
                && whole instanceof Value.Numeric(Rational d)) {
            int order = n.compareTo(owed.number(form.share()).times(d));
            boolean holds = form.bound() == Bound.AT_LEAST ? order >= 0 : order <= 0;
            standing = holds ? Standing.FULFILLED : Standing.BREACHED;
        }
        return ended.isPresent()
                ? Answer.of(standing, days.end(), graceEnd, Set.of())
                : Answer.of(standing);
    }

    private Answer scheduled(DutyForm.Rota form) {
        LocalDate day = days.start();
        WorkCalendar calendar = owed.facts().calendar();
        boolean exempt =
                form.schedule() instanceof Schedule.Weekly weekly
                        && weekly.onHoliday() == Schedule.OnHoliday.EXEMPT;
        if (exempt && !calendar.isWorkingDay(day) && !calendar.occasion(day).isEmpty()) {
            return Answer.of(Standing.NOT_APPLICABLE);
        }
        LocalDate due = form.nextDay() ? day.plusDays(1) : day;
        LocalDate graceEnd = owed.graceEnd(due);
        if (form.work() instanceof RotaWork.Acts(List<Selector> acts, Slot least)) {
            Tally tally = tally(owed, acts, Optional.empty(), day, graceEnd);
            return today().isBefore(day)
                    ? Answer.of(Standing.AHEAD, due, graceEnd, tally.counted())
                    : atLeast(tally, tally, owed.number(least), due, graceEnd);
        }
        return manned((RotaWork.Cover) form.work(), day, due, graceEnd);
    }

    /// 覆满 — whether what certainly stands, or may, leaves no gap in the day.
    private Answer manned(RotaWork.Cover cover, LocalDate day, LocalDate due, LocalDate graceEnd) {
        Map<Long, LocalDateTime[]> sure = new TreeMap<>();
        List<LocalDateTime[]> maybe = new ArrayList<>();
        boolean doubt = !facts().isComplete(cover.shifts().recordType(), owed.body(), day);
        LocalDateTime start = day.atStartOfDay();
        LocalDateTime end = start.plusDays(1);
        for (WorkRecord record : facts().visible()) {
            Truth means = owed.means(cover.shifts(), record);
            if (means == Truth.NO) {
                continue;
            }
            Optional<LocalDateTime> from = Spans.moment(owed.value(cover.from(), record));
            Optional<LocalDateTime> to = Spans.moment(owed.value(cover.to(), record));
            LocalDateTime[] interval = {
                from.orElse(record.day().atStartOfDay()), to.orElse(LocalDateTime.MAX)
            };
            boolean begun = !record.day().isAfter(day) && interval[0].isBefore(end);
            if (begun && interval[1].isAfter(start)) {
                maybe.add(interval);
                if (means == Truth.YES && from.isPresent() && to.isPresent()) {
                    sure.put(record.number(), interval);
                }
            }
        }
        LocalDateTime reached = reached(sure.values(), start);
        Standing standing = Standing.BREACHED;
        if (today().isBefore(day)) {
            return Answer.of(Standing.AHEAD, due, graceEnd, Set.of());
        } else if (!reached.isBefore(end)) {
            standing = Standing.FULFILLED;
        } else if (!today().isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (doubt || !reached(maybe, start).isBefore(end)) {
            standing = Standing.UNPROVEN;
        }
        sure.values().removeIf(interval -> interval[0].isAfter(reached));
        return Answer.of(standing, due, graceEnd, sure.keySet());
    }

    /// Until when these leave no gap.
    private static LocalDateTime reached(
            Collection<LocalDateTime[]> intervals, LocalDateTime start) {
        LocalDateTime reached = start;
        for (int round = 0; round < intervals.size(); round++) {
            for (LocalDateTime[] interval : intervals) {
                boolean joins = !interval[0].isAfter(reached) && interval[1].isAfter(reached);
                reached = joins ? interval[1] : reached;
            }
        }
        return reached;
    }

    /// 程式, 禁止, 次序: a record judged by itself, on its own day.
    Answer ofRecord(WorkRecord record) {
        Set<Long> counted = new TreeSet<>();
        Standing standing =
                switch (owed.duty().form()) {
                    case DutyForm.Invariant form ->
                            judged(form.when(), record, owed.ask(Optional.of(form.must()), record));
                    case DutyForm.Prohibition form -> judged(form.when(), record, Truth.NO);
                    case DutyForm.Precedence form ->
                            judged(form.when(), record, preceded(form, record, counted));
                    case DutyForm.Steps form ->
                            judged(form.when(), record, inOrder(form, record, counted));
                    case DutyForm _ -> throw new IllegalStateException("另判");
                };
        Optional<Expression> when =
                switch (owed.duty().form()) {
                    case DutyForm.Precedence form -> form.when();
                    case DutyForm.Steps form -> form.when();
                    case DutyForm _ -> Optional.empty();
                };
        boolean judged = owed.ask(when, record) == Truth.YES;
        return Answer.of(standing, record.day(), record.day(), judged ? counted : Set.of());
    }

    private Standing judged(Optional<Expression> when, WorkRecord record, Truth must) {
        return switch (owed.ask(when, record)) {
            case NO -> Standing.NOT_APPLICABLE;
            case MAYBE -> Standing.UNPROVEN;
            case YES ->
                    switch (must) {
                        case YES -> Standing.FULFILLED;
                        case NO -> Standing.BREACHED;
                        case MAYBE -> Standing.UNPROVEN;
                    };
        };
    }

    private boolean isNear(Optional<DutyForm.Distance> distance, LocalDate from, LocalDate to) {
        Optional<Span> least = owed.span(distance.flatMap(DutyForm.Distance::atLeast));
        Optional<Span> most = owed.span(distance.flatMap(DutyForm.Distance::atMost));
        boolean far = least.map(s -> !to.isBefore(facts().calendar().plus(from, s))).orElse(true);
        return far && most.map(s -> !to.isAfter(facts().calendar().plus(from, s))).orElse(true);
    }

    /// 前 — a linked record that happened no later, and within 距.
    private Truth preceded(DutyForm.Precedence form, WorkRecord record, Set<Long> counted) {
        List<Truth> found = new ArrayList<>(List.of(Truth.NO));
        for (WorkRecord earlier : facts().visible()) {
            boolean before = earlier.occurred().compareTo(record.occurred()) <= 0;
            if (before
                    && earlier.number() != record.number()
                    && isNear(form.distance(), earlier.day(), record.day())) {
                Truth linked = owed.answers(form.earlier(), earlier, record, true);
                found.add(linked);
                if (linked == Truth.YES) {
                    counted.add(earlier.number());
                }
            }
        }
        if (!(form.earlier().link() instanceof Selector.Link.Follows)
                && !facts().isComplete(form.earlier().recordType(), owed.body(), record.day())) {
            found.add(Truth.MAYBE);
        }
        return Truth.any(found);
    }

    /// 步 — every step before this one was taken earlier in the dossier, or may be missing.
    private Truth inOrder(DutyForm.Steps form, WorkRecord record, Set<Long> counted) {
        WorkRecord root =
                facts().find(Long.parseLong(owed.counterpart().orElseThrow())).orElseThrow();
        int own = 0;
        while (own < form.steps().size()) {
            Truth is = owed.means(form.steps().get(own).act(), record);
            if (is == Truth.MAYBE) {
                return Truth.MAYBE;
            } else if (is == Truth.YES) {
                break;
            }
            own++;
        }
        Truth all = Truth.YES;
        for (int index = 0; index < own; index++) {
            DutyForm.Step step = form.steps().get(index);
            Optional<DutyForm.Distance> distance =
                    index == own - 1 ? form.distance() : Optional.empty();
            Truth taken = taken(step, root, record, distance, counted);
            Truth absent = step.absent().isEmpty() ? Truth.NO : owed.ask(step.absent(), root);
            all = all.and(Truth.any(List.of(taken, absent)));
        }
        return all;
    }

    private Truth taken(
            DutyForm.Step step,
            WorkRecord root,
            WorkRecord record,
            Optional<DutyForm.Distance> distance,
            Set<Long> counted) {
        Truth taken = Truth.NO;
        for (WorkRecord earlier : facts().visible()) {
            boolean inDossier =
                    earlier.number() == root.number()
                            || facts().follows(earlier.number(), root.number());
            boolean before =
                    earlier.number() != record.number()
                            && earlier.occurred().compareTo(record.occurred()) <= 0;
            if (inDossier && before && isNear(distance, earlier.day(), record.day())) {
                Truth is = owed.means(step.act(), earlier);
                if (is == Truth.YES && taken != Truth.YES) {
                    counted.add(earlier.number());
                }
                taken = Truth.any(List.of(taken, is));
            }
        }
        return taken;
    }
}
