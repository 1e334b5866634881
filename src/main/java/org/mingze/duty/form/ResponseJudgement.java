package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<LocalDate> moment = Answers.moment(form.trigger(), raised, situation);
        Optional<Span> limit = Slots.span(form.limit(), situation);
        if (moment.isEmpty() || limit.isEmpty()) {
            String missing =
                    form.trigger().moment().map(field -> field.source() + "未填").orElse("限未定");
            return Verdict.of(obligation, Standing.UNPROVEN, asOf, missing);
        }
        LocalDate first = asOf.known().calendar().limit(moment.get(), limit.get(), form.restDays());
        LocalDate due =
                Extensions.moved(first, obligation, form.extendable(), form.restDays(), situation);
        return answered(obligation, form, situation, raised, due);
    }

    private static Verdict answered(
            Obligation obligation,
            DutyForm.Response form,
            Situation situation,
            WorkRecord trigger,
            LocalDate due) {
        AsOf asOf = situation.asOf();
        LocalDate graceEnd = Judging.graceEnd(obligation.duty(), due, asOf);
        Answered answers = Answered.to(trigger, form.answer(), situation, due, graceEnd);
        Standing standing =
                answers.first().isPresent()
                        ? answers.first().get().day().isAfter(graceEnd)
                                ? Standing.LATE
                                : Standing.FULFILLED
                        : asOf.day().isAfter(graceEnd)
                                ? answers.mayExist() ? Standing.UNPROVEN : Standing.BREACHED
                                : Standing.OPEN;
        return Verdict.of(obligation, standing, asOf, "")
                .due(due, graceEnd)
                .witnessed(
                        answers.first().stream().toList(), answers.counted(), answers.rejected());
    }

    /// 应答之所得 — the answers to a trigger, weighed.
    public record Answered(List<Contribution> counted, List<Rejection> rejected, boolean mayExist) {
        static Answered to(
                WorkRecord trigger,
                org.mingze.institution.Selector selector,
                Situation situation,
                LocalDate due,
                LocalDate graceEnd) {
            List<Contribution> counted = new ArrayList<>();
            List<Rejection> rejected = new ArrayList<>();
            boolean mayExist = false;
            for (Candidates.Candidate candidate :
                    Answers.to(trigger, selector, situation, trigger.day())) {
                WorkRecord record = candidate.record();
                if (candidate.match() == Certainty.TRUE) {
                    counted.add(
                            new Contribution(
                                    record.number(),
                                    Answers.moment(selector, record, situation)
                                            .orElse(record.day()),
                                    Rational.ONE,
                                    record.lateDays(),
                                    record.day().isAfter(due),
                                    Sufficiency.becameAfter(
                                            graceEnd, selector, record, situation)));
                } else {
                    mayExist |= candidate.match() == Certainty.UNKNOWN;
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
            return new Answered(List.copyOf(counted), List.copyOf(rejected), mayExist);
        }

        Optional<Contribution> first() {
            return counted.stream().findFirst();
        }
    }
}
