package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.Span;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// Looks anew for what answers a trigger.
final class Reanswering {
    private final Replay replay;
    private final WorkRecord trigger;
    private final Situation situation;

    Reanswering(Replay replay, WorkRecord trigger) {
        this(replay, trigger, replay.situation().triggeredBy(trigger));
    }

    Reanswering(Replay replay, WorkRecord trigger, Situation situation) {
        this.replay = replay;
        this.trigger = trigger;
        this.situation = situation;
    }

    /// What was found.
    ///
    /// @param doubtful the days of those that may answer
    record Answers(List<Contribution> counted, List<Rejection> failing, List<LocalDate> doubtful) {
        List<Contribution> first() {
            return counted.stream().limit(1).toList();
        }

        Optional<LocalDate> firstDay() {
            return counted.stream().map(Contribution::day).findFirst();
        }

        boolean mayExistBy(LocalDate last) {
            return doubtful.stream().anyMatch(day -> !day.isAfter(last));
        }
    }

    Situation situation() {
        return situation;
    }

    /// The day from which the limit runs: that of the trigger, or the end of 不早于.
    private Optional<LocalDate> begin(DutyForm.Response form) {
        Optional<Span> wait = form.notBefore().flatMap(slot -> Slots.span(slot, situation));
        return Weighed.of(form.trigger(), trigger, situation, true)
                .moment()
                .map(
                        day ->
                                wait.map(span -> replay.known().calendar().plus(day, span))
                                        .orElse(day));
    }

    private Optional<LocalDate> firstDue(DutyForm.Response form) {
        Optional<Span> limit = Slots.span(form.limit(), situation);
        return begin(form)
                .flatMap(
                        start ->
                                limit.map(
                                        span ->
                                                replay.known()
                                                        .calendar()
                                                        .limit(
                                                                start,
                                                                span,
                                                                form.restDays(),
                                                                form.deduction()
                                                                        .map(this::deductedDays)
                                                                        .orElse(Set.of()))));
    }

    private Set<LocalDate> deductedDays(DutyForm.Deduction deduction) {
        return deducted(deduction, LocalDate.MAX, new ArrayList<>());
    }

    /// The days that are surely deducted.
    ///
    /// @param open is told the records of which it is not known whether they deduct any up to a day
    private Set<LocalDate> deducted(
            DutyForm.Deduction deduction, LocalDate until, List<WorkRecord> open) {
        Set<LocalDate> days = new HashSet<>();
        for (WorkRecord record : replay.all(deduction.records().recordType())) {
            boolean ofDossier =
                    replay.isFollowing(record, trigger.number())
                            || replay.known().records().followedBy(trigger.number()).stream()
                                    .anyMatch(root -> replay.isFollowing(record, root.number()));
            Weighed weighed = Weighed.of(deduction.records(), record, situation, true);
            Optional<LocalDate> from = day(deduction.from(), record);
            Optional<LocalDate> to = day(deduction.to(), record);
            boolean known = weighed.match() == Certainty.TRUE && from.isPresent() && to.isPresent();
            if (ofDossier && known && !to.get().isBefore(from.get())) {
                from.get().datesUntil(to.get().plusDays(1)).forEach(days::add);
            } else if (ofDossier
                    && !known
                    && weighed.match() != Certainty.FALSE
                    && from.filter(until::isBefore).isEmpty()) {
                open.add(record);
            }
        }
        return days;
    }

    private Optional<LocalDate> day(Expression expression, WorkRecord record) {
        Situation that = situation.at(record.day());
        return switch (expression.evaluate(that.scope(record), that.world())) {
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(var moment) -> Optional.of(moment.toLocalDate());
            case Value _ -> Optional.empty();
        };
    }

    Expected expected(DutyForm.Response form) {
        Optional<LocalDate> first = firstDue(form);
        if (first.isEmpty()) {
            return Expected.of(Standing.UNPROVEN);
        }
        ActsUsed.Moved moved =
                new ActsUsed(replay)
                        .moved(first.get(), form.extendable(), form.restDays(), situation);
        LocalDate start = begin(form).orElseThrow();
        LocalDate due =
                replay.known()
                        .calendar()
                        .deferred(
                                start,
                                moved.due(),
                                Slots.span(form.limit(), situation).orElseThrow().unit(),
                                form.restDays(),
                                new ActsUsed(replay).restedDays());
        LocalDate graceEnd = replay.graceEnd(due);
        LocalDate earliest = form.notBefore().isPresent() ? start : trigger.day();
        Answers answers =
                answers(form.answer(), answer -> !answer.day().isBefore(earliest), due, graceEnd);
        List<WorkRecord> open = new ArrayList<>();
        form.deduction().ifPresent(deduction -> deducted(deduction, due, open));
        Standing standing = standing(answers, isComplete(form.answer()), graceEnd, replay.today());
        boolean missed = standing == Standing.LATE || standing == Standing.BREACHED;
        return Expected.of(missed && !open.isEmpty() ? Standing.UNPROVEN : standing)
                .due(due, graceEnd)
                .found(answers.first(), answers.counted(), answers.failing())
                .using(moved.acts());
    }

    boolean isComplete(Selector answer) {
        return replay.known().isComplete(answer.recordType(), situation.body(), trigger.day());
    }

    static Standing standing(
            Answers answers, boolean complete, LocalDate graceEnd, LocalDate today) {
        Optional<LocalDate> first = answers.firstDay();
        if (first.filter(day -> !day.isAfter(graceEnd)).isPresent()) {
            return Standing.FULFILLED;
        }
        if (!today.isAfter(graceEnd)) {
            return Standing.OPEN;
        }
        if (!complete || answers.mayExistBy(graceEnd)) {
            return Standing.UNPROVEN;
        }
        return first.isPresent()
                ? Standing.LATE
                : answers.doubtful().isEmpty() ? Standing.BREACHED : Standing.UNPROVEN;
    }

    Answers answers(
            Selector selector, Predicate<WorkRecord> wanted, LocalDate due, LocalDate graceEnd) {
        List<Contribution> counted = new ArrayList<>();
        List<Rejection> failing = new ArrayList<>();
        List<LocalDate> doubtful = new ArrayList<>();
        for (Weighed weighed : candidates(selector, trigger.day())) {
            if (!wanted.test(weighed.record())) {
                continue;
            }
            if (weighed.match() == Certainty.TRUE && weighed.moment().isPresent()) {
                counted.add(weighed.counts(selector, Rational.ONE, due, graceEnd, situation));
            } else {
                weighed.rejection().ifPresent(failing::add);
                if (weighed.match() != Certainty.FALSE) {
                    doubtful.add(weighed.moment().orElse(LocalDate.MIN));
                }
            }
        }
        counted.sort(Recount.EARLIEST);
        return new Answers(counted, failing, doubtful);
    }

    /// Records that may answer, from a day on, whatever they say.
    List<Weighed> candidates(Selector selector, LocalDate from) {
        boolean anyone = !(selector.link() instanceof Selector.Link.Anything);
        return replay.all(selector.recordType()).stream()
                .filter(record -> !record.day().isBefore(from))
                .filter(
                        record ->
                                Weighed.owned(selector.owner(), record, situation, anyone)
                                        != Certainty.FALSE)
                .map(record -> tied(selector, Weighed.of(selector, record, situation, anyone)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// How a record is tied to the trigger; empty where it is not.
    private Optional<Weighed> tied(Selector selector, Weighed weighed) {
        WorkRecord record = weighed.record();
        return switch (selector.link()) {
            case Selector.Link.Follows() ->
                    replay.isFollowing(record, trigger.number())
                            ? Optional.of(weighed)
                            : Optional.empty();
            case Selector.Link.Anything() ->
                    weighed.moment()
                                    .filter(
                                            day ->
                                                    day.isBefore(trigger.day())
                                                            || day.isAfter(replay.today()))
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(weighed);
            case Selector.Link.Condition(Expression link) -> {
                Situation that = situation.at(record.day());
                Certainty tie =
                        record.number() == trigger.number()
                                ? Certainty.FALSE
                                : Certainty.of(link.evaluate(that.scope(record), that.world()));
                boolean hopeless =
                        tie == Certainty.FALSE
                                || (tie == Certainty.UNKNOWN && weighed.match() == Certainty.FALSE);
                yield hopeless
                        ? Optional.empty()
                        : Optional.of(
                                weighed.linked(
                                        tie, link.firstFailing(that.scope(record), that.world())));
            }
        };
    }
}
