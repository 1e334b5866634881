package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.NaiveEvaluator.Owed;
import org.mingze.duty.naive.NaiveFacts.Version;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 由事而起 — what one record raises under one duty: 时限, 闭环, 程式, 禁止, 次序.
final class NaiveTriggered {
    private final NaiveEvaluator evaluator;
    private final NaiveFacts facts;
    private final RecordHistory history;
    private final WorkRecord trigger;
    private final Selector selector;
    private final DutyForm form;
    private final LocalDate day;
    private final LocalDate today;
    private final Owed owed;
    private final Truth matches;
    private final String occasion;
    private final Set<Long> preceding = new TreeSet<>();

    NaiveTriggered(
            NaiveEvaluator evaluator,
            Version version,
            Duty duty,
            Selector selector,
            RecordHistory history) {
        this.evaluator = evaluator;
        this.facts = evaluator.facts;
        this.history = history;
        this.trigger = history.current();
        this.selector = selector;
        this.form = duty.form();
        this.day = trigger.day();
        this.today = facts.today();
        this.occasion = "件" + trigger.number();
        Optional<String> ownBody = ownBody();
        Owed unborne = new Owed(version, duty, Optional.empty(), ownBody);
        this.matches = facts.isWithdrawn(history) ? Truth.NO : matches(unborne, trigger);
        Optional<Reference> bearer = bearer(unborne);
        this.owed =
                new Owed(
                        version,
                        duty,
                        bearer,
                        bearer.flatMap(
                                named ->
                                        named.kind() == Reference.Kind.BODY
                                                ? Optional.of(named.code())
                                                : evaluator.bodyOf(named, day)));
    }

    /// The body whose act the record is.
    private Optional<String> ownBody() {
        return trigger.field(trigger.type().owner())
                .filter(Reference.class::isInstance)
                .flatMap(
                        owner ->
                                ((Reference) owner).kind() == Reference.Kind.BODY
                                        ? Optional.of(((Reference) owner).code())
                                        : evaluator.bodyOf((Reference) owner, day));
    }

    private Optional<Reference> bearer(Owed unborne) {
        Value self = new Value.Group(trigger.fields());
        Hand hand =
                new Hand(evaluator, unborne, day).with("起", self).with("于", self).with("后", self);
        Duty duty = unborne.duty();
        return evaluator
                .actor(unborne, duty.bearer(), day, hand)
                .filter(named -> evaluator.bodyOf(named, day).isPresent())
                .or(
                        () ->
                                duty.bearerIfUnknown()
                                        .flatMap(
                                                role ->
                                                        evaluator.nearest(
                                                                role, unborne.body(), day)));
    }

    private Truth matches(Owed asked, WorkRecord state) {
        return condition(selector, new Hand(evaluator, asked, day).holding(state), state);
    }

    private Truth condition(Selector of, Hand hand, WorkRecord record) {
        return of.condition().map(given -> ask(given, hand, record)).orElse(Truth.YES);
    }

    private Truth ask(Expression condition, Hand hand, WorkRecord record) {
        return Truth.of(condition.evaluate(hand, new NaiveWorld(facts, record.day())));
    }

    private boolean everMatched() {
        List<WorkRecord> states = new ArrayList<>(List.of(history.original()));
        history.corrections()
                .forEach(made -> history.knownAt(made.entry().recordedAt()).ifPresent(states::add));
        return states.stream().anyMatch(state -> matches(owed, state) != Truth.NO);
    }

    void answer() {
        boolean open = evaluator.isInactive(owed, day);
        LocalDate due = open ? LocalDate.MAX : due();
        boolean loops = form instanceof DutyForm.ClosedLoop && !open;
        if ((!loops && !evaluator.governs(owed.version(), day, due))
                || (owed.bearer().isPresent()
                        && !evaluator.applies(owed.institution(), owed.body(), day))
                || !everMatched()) {
            return;
        }
        Optional<Answer> settled = settled(open);
        if (form instanceof DutyForm.ClosedLoop loop) {
            new NaiveLoop(evaluator, owed, loop, history).answer(settled);
        } else if (settled.isPresent()) {
            put(occasion, settled.get());
        } else {
            judge(due);
        }
    }

    private Optional<Answer> settled(boolean open) {
        if (matches == Truth.NO) {
            return Optional.of(Answer.of(Standing.REVOKED));
        } else if (owed.bearer().isEmpty()) {
            return Optional.of(Answer.of(Standing.UNPROVEN));
        } else if (open) {
            return Optional.of(Answer.of(Standing.INACTIVE));
        }
        return matches == Truth.MAYBE
                ? Optional.of(Answer.of(Standing.UNPROVEN))
                : Optional.empty();
    }

    private void put(String under, Answer answer) {
        evaluator.put(owed, Optional.empty(), under, answer);
    }

    private void judge(LocalDate due) {
        switch (form) {
            case DutyForm.Response response ->
                    put(
                            occasion,
                            due.equals(LocalDate.MAX)
                                    ? Answer.of(Standing.UNPROVEN)
                                    : response(response, extended(due)));
            case DutyForm.ClosedLoop _ -> throw new IllegalStateException("闭环另判");
            case DutyForm.Invariant invariant ->
                    put(occasion, fixed(judged(invariant.when(), ask(invariant.must()))));
            case DutyForm.Prohibition prohibition ->
                    put(occasion, fixed(judged(prohibition.when(), Truth.NO)));
            case DutyForm.Precedence precedence ->
                    put(
                            occasion,
                            preceded(judged(precedence.when(), preceded(precedence)), precedence));
            case DutyForm _ -> throw new IllegalStateException("不由记录而起");
        }
    }

    /// The due day by the rule; the record's day where none can be told.
    private LocalDate due() {
        return switch (form) {
            case DutyForm.Response response ->
                    moment().map(
                                    start ->
                                            facts.calendar()
                                                    .limit(
                                                            start,
                                                            evaluator.span(
                                                                    owed, response.limit(), day),
                                                            response.restDays()))
                            .orElse(LocalDate.MAX);
            case DutyForm.ClosedLoop _ -> LocalDate.MAX;
            case DutyForm _ -> day;
        };
    }

    private LocalDate extended(LocalDate first) {
        return evaluator.extended(
                owed,
                form,
                occasion,
                first,
                day,
                hand().with("起", new Value.Link(trigger.number())));
    }

    private Hand hand() {
        return new Hand(evaluator, owed, day);
    }

    private Optional<LocalDate> moment() {
        return selector.moment()
                .map(given -> given.evaluate(hand().holding(trigger), new NaiveWorld(facts, day)))
                .map(Spans::day)
                .orElse(Optional.of(day));
    }

    private Truth ask(Expression condition) {
        return ask(condition, hand().holding(trigger), trigger);
    }

    private Standing judged(Optional<Expression> when, Truth must) {
        Truth applies = when.map(this::ask).orElse(Truth.YES);
        if (applies == Truth.NO) {
            return Standing.NOT_APPLICABLE;
        }
        if (applies == Truth.MAYBE || must == Truth.MAYBE) {
            return Standing.UNPROVEN;
        }
        return must == Truth.YES ? Standing.FULFILLED : Standing.BREACHED;
    }

    private Answer preceded(Standing standing, DutyForm.Precedence form) {
        boolean judged = form.when().map(this::ask).orElse(Truth.YES) == Truth.YES;
        return Answer.of(standing, day, day, judged ? preceding : Set.of());
    }

    private Answer fixed(Standing standing) {
        return Answer.of(standing, day, day, Set.of());
    }

    /// 前 — a linked record that happened no later.
    private Truth preceded(DutyForm.Precedence form) {
        List<Truth> found = new ArrayList<>();
        for (WorkRecord earlier : facts.visible()) {
            boolean before = !earlier.occurred().moment().isAfter(trigger.occurred().moment());
            if (before && earlier.number() != trigger.number()) {
                Truth linked = linked(form.earlier(), earlier, "后", true);
                found.add(linked);
                if (linked == Truth.YES) {
                    preceding.add(earlier.number());
                }
            }
        }
        if (!(form.earlier().link() instanceof Selector.Link.Follows)
                && !facts.isComplete(form.earlier().recordType(), owed.body(), day)) {
            found.add(Truth.MAYBE);
        }
        return Truth.any(found);
    }

    private Truth linked(Selector other, WorkRecord record, String name, boolean before) {
        if (!record.type().name().equals(other.recordType())) {
            return Truth.NO;
        }
        Hand hand = hand().with(name, new Value.Link(trigger.number())).holding(record);
        Truth link =
                switch (other.link()) {
                    case Selector.Link.Anything _ -> Truth.YES;
                    case Selector.Link.Condition(Expression expression) ->
                            ask(expression, hand, record);
                    case Selector.Link.Follows _ ->
                            Truth.of(
                                    before
                                            ? facts.follows(trigger.number(), record.number())
                                            : facts.follows(record.number(), trigger.number()));
                };
        return link.and(condition(other, hand, record))
                .and(
                        owed.bearer().isEmpty()
                                ? Truth.MAYBE
                                : evaluator.owned(owed, other, record, hand));
    }

    private Answer response(DutyForm.Response response, LocalDate due) {
        LocalDate graceEnd = facts.calendar().plus(due, owed.duty().grace());
        List<LocalDate> sure = new ArrayList<>();
        boolean maybeInTime = !facts.isComplete(response.answer().recordType(), owed.body(), day);
        boolean maybe = maybeInTime;
        Set<Long> counted = new TreeSet<>();
        for (WorkRecord record : facts.visible()) {
            Truth answers =
                    record.day().isBefore(day)
                            ? Truth.NO
                            : linked(response.answer(), record, "起", false);
            Optional<LocalDate> moment =
                    response.answer()
                            .moment()
                            .map(
                                    given ->
                                            given.evaluate(
                                                    hand().holding(record),
                                                    new NaiveWorld(facts, record.day())))
                            .map(Spans::day)
                            .orElse(Optional.of(record.day()));
            if (answers == Truth.YES && moment.isPresent()) {
                sure.add(moment.get());
                counted.add(record.number());
            } else if (answers != Truth.NO) {
                maybe = true;
                maybeInTime |= moment.map(at -> !at.isAfter(graceEnd)).orElse(true);
            }
        }
        Optional<LocalDate> first = sure.stream().min(Comparator.naturalOrder());
        Standing standing;
        if (first.filter(found -> !found.isAfter(graceEnd)).isPresent()) {
            standing = Standing.FULFILLED;
        } else if (evaluator.isGone(owed, due)) {
            standing = Standing.REVOKED;
        } else if (!today.isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (maybeInTime) {
            standing = Standing.UNPROVEN;
        } else if (first.isPresent()) {
            standing = Standing.LATE;
        } else {
            standing = maybe ? Standing.UNPROVEN : Standing.BREACHED;
        }
        return Answer.of(standing, due, graceEnd, counted);
    }
}
