package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 时限的判定 — whether a trigger was answered by the end of its limit.
public final class ResponseJudgement {
    private ResponseJudgement() {}

    public static Verdict of(Obligation obligation, DutyForm.Response form, AsOf asOf) {
        Optional<RecordHistory> trigger = Triggers.history(obligation, asOf);
        Optional<Verdict> gone = Triggers.unlessRaised(obligation, form.trigger(), trigger, asOf);
        if (gone.isPresent()) {
            return gone.get();
        }
        WorkRecord raised = trigger.orElseThrow().current();
        Situation situation = Situations.of(obligation, asOf).triggeredBy(raised);
        Optional<LocalDate> first = firstDue(form, raised, situation);
        if (first.isEmpty()) {
            String missing =
                    form.trigger().moment().map(field -> field.source() + "未填").orElse("限未定");
            return Verdict.of(obligation, Standing.UNPROVEN, asOf, missing);
        }
        Extensions.Moved moved =
                Extensions.moved(
                        first.get(), obligation, form.extendable(), form.restDays(), situation);
        LocalDate start = begin(form, raised, situation).orElseThrow();
        LocalDate due =
                asOf.known()
                        .calendar()
                        .deferred(
                                start,
                                moved.due(),
                                Slots.span(form.limit(), situation).orElseThrow().unit(),
                                form.restDays(),
                                Stays.days(obligation, asOf));
        return answered(obligation, form, situation, raised, due).using(moved.acts());
    }

    /// The due day before any extension; empty while the moment or the limit is unknown.
    static Optional<LocalDate> firstDue(
            DutyForm.Response form, WorkRecord trigger, Situation situation) {
        Optional<LocalDate> moment = begin(form, trigger, situation);
        Optional<Span> limit = Slots.span(form.limit(), situation);
        return moment.flatMap(
                start ->
                        limit.map(
                                span ->
                                        situation
                                                .known()
                                                .calendar()
                                                .limit(
                                                        start,
                                                        span,
                                                        form.restDays(),
                                                        deductedDays(form, trigger, situation))));
    }

    /// The moment from which the limit runs: that of the trigger, or the end of 不早于.
    private static Optional<LocalDate> begin(
            DutyForm.Response form, WorkRecord trigger, Situation situation) {
        return Candidates.moment(form.trigger(), trigger, situation)
                .map(
                        moment ->
                                form.notBefore()
                                        .flatMap(slot -> Slots.span(slot, situation))
                                        .map(
                                                span ->
                                                        situation
                                                                .known()
                                                                .calendar()
                                                                .plus(moment, span))
                                        .orElse(moment));
    }

    /// 扣除 — the days of records of the same dossier, by which the limit is longer.
    private static Set<LocalDate> deductedDays(
            DutyForm.Response form, WorkRecord trigger, Situation situation) {
        Set<LocalDate> days = new HashSet<>();
        for (Deducted one : deducted(form, trigger, situation)) {
            if (one.isKnown() && !one.to().get().isBefore(one.from().get())) {
                one.from().get().datesUntil(one.to().get().plusDays(1)).forEach(days::add);
            }
        }
        return days;
    }

    /// Whether days that are not known might make a limit longer that ends on this one.
    private static boolean mayBeLonger(
            DutyForm.Response form, WorkRecord trigger, Situation situation, LocalDate due) {
        return deducted(form, trigger, situation).stream()
                .filter(one -> !one.isKnown())
                .anyMatch(one -> one.from().filter(due::isBefore).isEmpty());
    }

    /// 扣除之期 — what is or may be deducted, as far as its days are known.
    private record Deducted(boolean sure, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean isKnown() {
            return sure && from.isPresent() && to.isPresent();
        }
    }

    private static List<Deducted> deducted(
            DutyForm.Response form, WorkRecord trigger, Situation situation) {
        if (form.deduction().isEmpty()) {
            return List.of();
        }
        DutyForm.Deduction deduction = form.deduction().get();
        Set<WorkRecord> pool =
                new LinkedHashSet<>(situation.known().records().followersOf(trigger.number()));
        situation
                .known()
                .records()
                .followedBy(trigger.number())
                .forEach(
                        root ->
                                pool.addAll(
                                        situation.known().records().followersOf(root.number())));
        return Candidates.among(deduction.records(), situation, List.copyOf(pool)).stream()
                .filter(candidate -> candidate.match() != Certainty.FALSE)
                .map(
                        candidate ->
                                new Deducted(
                                        candidate.match() == Certainty.TRUE,
                                        day(deduction.from(), candidate.record(), situation),
                                        day(deduction.to(), candidate.record(), situation)))
                .toList();
    }

    private static Optional<LocalDate> day(
            Expression expression, WorkRecord record, Situation situation) {
        Situation that = situation.at(record.day());
        return switch (expression.evaluate(that.scope(record), that.world())) {
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(var moment) -> Optional.of(moment.toLocalDate());
            case Value _ -> Optional.empty();
        };
    }

    private static Verdict answered(
            Obligation obligation,
            DutyForm.Response form,
            Situation situation,
            WorkRecord trigger,
            LocalDate due) {
        AsOf asOf = situation.asOf();
        LocalDate graceEnd = Judging.graceEnd(obligation, due, asOf);
        LocalDate earliest =
                form.notBefore().isPresent()
                        ? begin(form, trigger, situation).orElse(trigger.day())
                        : trigger.day();
        Answered answers =
                Answered.to(
                        trigger,
                        form.answer(),
                        answer -> !answer.day().isBefore(earliest),
                        situation,
                        due,
                        graceEnd);
        boolean complete =
                situation
                        .known()
                        .isComplete(form.answer().recordType(), situation.body(), trigger.day());
        Standing standing = standing(answers, complete, asOf.day(), graceEnd);
        boolean missed = standing == Standing.LATE || standing == Standing.BREACHED;
        String note = complete ? "" : "建账前的记录不详";
        if (missed && mayBeLonger(form, trigger, situation, due)) {
            standing = Standing.UNPROVEN;
            note = "扣除几日不详";
        }
        return Verdict.of(obligation, standing, asOf, note)
                .due(due, graceEnd)
                .witnessed(
                        answers.first().stream().toList(), answers.counted(), answers.rejected());
    }

    public static Standing standing(
            Answered answers, boolean complete, LocalDate day, LocalDate graceEnd) {
        Optional<LocalDate> first = answers.first().map(Contribution::day);
        if (first.isPresent() && !first.get().isAfter(graceEnd)) {
            return Standing.FULFILLED;
        }
        if (!day.isAfter(graceEnd)) {
            return Standing.OPEN;
        }
        if (!complete || answers.mayExistBy(graceEnd)) {
            return Standing.UNPROVEN;
        }
        if (first.isPresent()) {
            return Standing.LATE;
        }
        return answers.doubtful().isEmpty() ? Standing.BREACHED : Standing.UNPROVEN;
    }

    /// 应答之所得 — the answers to a trigger, weighed.
    ///
    /// @param doubtful the days of those that may answer; the first of all days while none is known
    public record Answered(
            List<Contribution> counted, List<Rejection> rejected, List<LocalDate> doubtful) {
        /// @param counts which of the records may answer at all
        static Answered to(
                WorkRecord trigger,
                org.mingze.institution.Selector selector,
                Predicate<WorkRecord> counts,
                Situation situation,
                LocalDate due,
                LocalDate graceEnd) {
            List<Candidates.Candidate> candidates =
                    Answers.to(trigger, selector, situation, trigger.day()).stream()
                            .filter(candidate -> counts.test(candidate.record()))
                            .toList();
            return of(candidates, selector, situation, due, graceEnd);
        }

        public static Answered of(
                List<Candidates.Candidate> candidates,
                org.mingze.institution.Selector selector,
                Situation situation,
                LocalDate due,
                LocalDate graceEnd) {
            List<Contribution> counted = new ArrayList<>();
            List<Rejection> rejected = new ArrayList<>();
            List<LocalDate> doubtful = new ArrayList<>();
            for (Candidates.Candidate candidate : candidates) {
                WorkRecord record = candidate.record();
                Optional<LocalDate> day = Candidates.moment(selector, record, situation);
                if (candidate.match() == Certainty.TRUE && day.isPresent()) {
                    counted.add(
                            new Contribution(
                                    record.number(),
                                    day.get(),
                                    Rational.ONE,
                                    record.lateDays(),
                                    day.get().isAfter(due),
                                    Sufficiency.becameAfter(
                                            graceEnd, selector, record, situation)));
                } else {
                    if (candidate.match() != Certainty.FALSE) {
                        doubtful.add(day.orElse(LocalDate.MIN));
                    }
                    candidate
                            .failing()
                            .ifPresent(
                                    failing ->
                                            rejected.add(
                                                    new Rejection(
                                                            record.number(),
                                                            failing.condition(),
                                                            failing.read(),
                                                            failing.unknown())));
                }
            }
            counted.sort(
                    java.util.Comparator.comparing(Contribution::day)
                            .thenComparingLong(Contribution::record));
            return new Answered(List.copyOf(counted), List.copyOf(rejected), doubtful);
        }

        boolean mayExistBy(LocalDate last) {
            return doubtful.stream().anyMatch(day -> !day.isAfter(last));
        }

        public Optional<Contribution> first() {
            return counted.stream().findFirst();
        }
    }
}
