package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.mingze.institution.expression.Rational;
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
        LocalDate due =
                Extensions.moved(
                        first.get(), obligation, form.extendable(), form.restDays(), situation);
        return answered(obligation, form, situation, raised, due);
    }

    /// The due day before any extension; empty while the moment or the limit is unknown.
    static Optional<LocalDate> firstDue(
            DutyForm.Response form, WorkRecord trigger, Situation situation) {
        Optional<LocalDate> moment = Candidates.moment(form.trigger(), trigger, situation);
        Optional<Span> limit = Slots.span(form.limit(), situation);
        return moment.flatMap(
                start ->
                        limit.map(
                                span ->
                                        situation
                                                .known()
                                                .calendar()
                                                .limit(start, span, form.restDays())));
    }

    private static Verdict answered(
            Obligation obligation,
            DutyForm.Response form,
            Situation situation,
            WorkRecord trigger,
            LocalDate due) {
        AsOf asOf = situation.asOf();
        LocalDate graceEnd = Judging.graceEnd(obligation.duty(), due, asOf);
        Answered answers = Answered.to(trigger, form.answer(), _ -> true, situation, due, graceEnd);
        boolean complete =
                situation
                        .known()
                        .isComplete(form.answer().recordType(), situation.body(), trigger.day());
        Standing standing = standing(answers, complete, asOf.day(), graceEnd);
        return Verdict.of(obligation, standing, asOf, complete ? "" : "建账前的记录不详")
                .due(due, graceEnd)
                .witnessed(
                        answers.first().stream().toList(), answers.counted(), answers.rejected());
    }

    private static Standing standing(
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
            List<Contribution> counted = new ArrayList<>();
            List<Rejection> rejected = new ArrayList<>();
            List<LocalDate> doubtful = new ArrayList<>();
            for (Candidates.Candidate candidate :
                    Answers.to(trigger, selector, situation, trigger.day())) {
                WorkRecord record = candidate.record();
                if (!counts.test(record)) {
                    continue;
                }
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

        Optional<Contribution> first() {
            return counted.stream().findFirst();
        }
    }
}
