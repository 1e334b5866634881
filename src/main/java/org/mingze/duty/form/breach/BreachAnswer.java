package org.mingze.duty.form.breach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.form.ResponseJudgement;
import org.mingze.duty.form.Situations;
import org.mingze.duty.form.Stays;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;

/// 违后之责 — what a breach of one duty makes somebody owe: an answer within a time from the day on
/// which the breach began.
public final class BreachAnswer {
    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;

    public BreachAnswer(AsOf asOf, Predicate<Value.Reference> wanted) {
        this.asOf = asOf;
        this.wanted = wanted;
    }

    public List<Obligation> raised(
            Enactment enactment,
            Duty duty,
            DutyForm.BreachResponse form,
            LocalDate from,
            LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        Optional<Duty> source = enactment.institution().duty(form.duty());
        if (source.isPresent()) {
            for (Obligation owed : new Raising(asOf).of(enactment, source.get(), from, to)) {
                Breach.of(Judging.judge(owed, asOf))
                        .map(breach -> obligation(enactment, duty, breach))
                        .filter(answer -> answer.bearer().map(wanted::test).orElse(true))
                        .ifPresent(raised::add);
            }
        }
        return raised;
    }

    private Obligation obligation(Enactment enactment, Duty duty, Breach breach) {
        return new Obligation(
                enactment,
                duty,
                bearer(enactment, duty, breach),
                breach.owed().bearer().map(who -> who),
                new Occasion.OnBreach(breach.owed().key(), 0));
    }

    /// Who breached, where it is a member of the role; else the nearest member going up from it.
    private Optional<Value.Reference> bearer(Enactment enactment, Duty duty, Breach breach) {
        Optional<Value.Reference> who = breach.owed().bearer();
        Situation situation = Situations.of(breach.owed(), asOf).at(breach.began());
        boolean member =
                duty.bearer() instanceof Bearer.ByRole(Role role)
                        && who.filter(
                                        own ->
                                                Bearers.isMember(
                                                        own,
                                                        role,
                                                        enactment.institution(),
                                                        asOf.known().organization(),
                                                        breach.began()))
                                .isPresent();
        return member ? who : Bearers.resolve(duty.bearer(), situation);
    }

    public static Verdict verdict(Obligation obligation, DutyForm.BreachResponse form, AsOf asOf) {
        if (!(obligation.occasion() instanceof Occasion.OnBreach(ObligationKey key, int _))) {
            throw new IllegalArgumentException("no breach: " + obligation.key());
        }
        Optional<Breach> breach = Breach.under(key, asOf);
        if (breach.isEmpty()) {
            return Verdict.of(obligation, Standing.REVOKED, asOf, "所依的违责不再成立");
        }
        LocalDate began = breach.get().began();
        if (began.isAfter(asOf.day())) {
            return Verdict.of(obligation, Standing.AHEAD, asOf, "");
        }
        Situation situation = Situations.of(obligation, asOf).at(began);
        Span limit = Slots.span(form.limit(), situation).orElseThrow();
        LocalDate due =
                asOf.known()
                        .calendar()
                        .deferred(
                                began,
                                asOf.known().calendar().limit(began, limit, form.restDays()),
                                limit.unit(),
                                form.restDays(),
                                Stays.days(obligation, asOf));
        return answered(obligation, form, situation, began, due);
    }

    private static Verdict answered(
            Obligation obligation,
            DutyForm.BreachResponse form,
            Situation situation,
            LocalDate began,
            LocalDate due) {
        AsOf asOf = situation.asOf();
        LocalDate graceEnd = Judging.graceEnd(obligation, due, asOf);
        boolean complete =
                asOf.known().isComplete(form.answer().recordType(), situation.body(), began);
        ResponseJudgement.Answered answers =
                ResponseJudgement.Answered.of(
                        Candidates.of(form.answer(), situation, began, asOf.day()),
                        form.answer(),
                        situation,
                        due,
                        graceEnd);
        Standing standing = ResponseJudgement.standing(answers, complete, asOf.day(), graceEnd);
        return Verdict.of(obligation, standing, asOf, complete ? "" : "建账前的记录不详")
                .due(due, graceEnd)
                .witnessed(
                        answers.first().stream().toList(), answers.counted(), answers.rejected());
    }
}
