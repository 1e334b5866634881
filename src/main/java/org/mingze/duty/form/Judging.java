package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.breach.BreachAnswer;
import org.mingze.duty.form.breach.Ladder;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Conflicts;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;

/// 判责 — the verdict of one obligation: a pure function of what is known and the day asked about.
public final class Judging {
    private Judging() {}

    public static Verdict judge(Obligation obligation, AsOf asOf) {
        Optional<Verdict> revoked = Triggers.unlessStanding(obligation, asOf);
        if (revoked.isPresent()) {
            return revoked.get();
        }
        if (obligation.bearer().isEmpty()) {
            return waivable(Verdict.of(obligation, Standing.UNPROVEN, asOf, "责任主体未填"), asOf);
        }
        Optional<String> conflict =
                Conflicts.of(
                        obligation,
                        Situations.ruleDay(obligation, asOf),
                        firstDue(obligation, asOf),
                        asOf);
        if (conflict.isPresent()) {
            return Verdict.of(obligation, Standing.CONFLICTED, asOf, conflict.get());
        }
        Optional<String> open = OpenParameters.first(obligation, asOf);
        if (open.isPresent()) {
            return Verdict.of(obligation, Standing.INACTIVE, asOf, open.get());
        }
        Verdict verdict =
                Triggers.unlessBegun(obligation, asOf).orElseGet(() -> byForm(obligation, asOf));
        return waivable(unlessGone(verdict, asOf), asOf);
    }

    /// The first day on which an obligation falls due, the last of all days while that is unknown.
    public static LocalDate firstDue(Obligation obligation, AsOf asOf) {
        Optional<LocalDate> due =
                switch (obligation.occasion()) {
                    case Occasion.InPeriod(Period period) ->
                            PeriodicJudgement.due(
                                            obligation.duty().form(),
                                            period,
                                            Situations.of(obligation, asOf))
                                    .or(() -> Optional.of(period.end()));
                    case Occasion.OnRecord _ ->
                            Triggers.history(obligation, asOf)
                                    .flatMap(
                                            trigger ->
                                                    TriggeredRaising.firstDue(
                                                            obligation, trigger, asOf));
                    case Occasion.OnBreach _ -> Optional.of(asOf.day());
                };
        return due.orElse(LocalDate.MAX);
    }

    private static Verdict waivable(Verdict verdict, AsOf asOf) {
        return switch (verdict.standing()) {
            case OPEN, BREACHED, UNPROVEN -> {
                Verdict waived = Waivers.apply(verdict, asOf);
                yield waived.standing() == Standing.WAIVED ? waived : Stays.apply(verdict, asOf);
            }
            case AHEAD,
                    FULFILLED,
                    LATE,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    INACTIVE,
                    CONFLICTED ->
                    verdict;
        };
    }

    /// A body or post that was abolished before the due day owes nothing more; what it did, or did
    /// too often, stands. What ends by a record that follows its cause passes to the body into
    /// which it was merged: that one can see it through.
    private static Verdict unlessGone(Verdict verdict, AsOf asOf) {
        if (!isOwing(verdict) || verdict.due().isEmpty()) {
            return verdict;
        }
        LocalDate due = verdict.due().get();
        LocalDate day = asOf.day().isBefore(due) ? asOf.day() : due;
        Value.Reference bearer = verdict.obligation().bearer().orElseThrow();
        boolean passes = verdict.obligation().duty().form().isEndedByFollower();
        Value.Reference asked =
                passes ? Bearers.carrying(bearer, asOf.known().organization(), day) : bearer;
        return exists(asked, asOf, day) ? verdict : verdict.standing(Standing.REVOKED, "责任主体已撤销");
    }

    /// Whether something was still to do, or still to be refrained from.
    private static boolean isOwing(Verdict verdict) {
        Optional<DutyForm.Bound> bound =
                switch (verdict.obligation().duty().form()) {
                    case DutyForm.Frequency form -> Optional.of(form.bound());
                    case DutyForm.Coverage form -> Optional.of(form.bound());
                    case DutyForm.Proportion form -> Optional.of(form.bound());
                    case DutyForm.Response _,
                            DutyForm.BreachResponse _,
                            DutyForm.ClosedLoop _,
                            DutyForm.Rota _,
                            DutyForm.Escalation _ ->
                            Optional.of(DutyForm.Bound.AT_LEAST);
                    case DutyForm.Invariant _,
                            DutyForm.Prohibition _,
                            DutyForm.Precedence _,
                            DutyForm.Steps _ ->
                            Optional.empty();
                };
        return switch (verdict.standing()) {
            case OPEN, UNPROVEN -> bound.isPresent();
            case BREACHED, LATE -> bound.equals(Optional.of(DutyForm.Bound.AT_LEAST));
            case FULFILLED -> bound.equals(Optional.of(DutyForm.Bound.AT_MOST));
            case AHEAD, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED -> false;
        };
    }

    /// Whether a body or post is there on a day.
    static boolean exists(Value.Reference bearer, AsOf asOf, LocalDate day) {
        Organization organization = asOf.known().organization();
        return switch (bearer.kind()) {
            case BODY -> organization.body(bearer.code(), day).isPresent();
            case POST -> organization.post(bearer.code(), day).isPresent();
            case PERSON -> true;
        };
    }

    private static Verdict byForm(Obligation obligation, AsOf asOf) {
        return switch (obligation.duty().form()) {
            case DutyForm.Frequency form -> PeriodicJudgement.of(obligation, form, asOf);
            case DutyForm.Coverage form ->
                    PeriodicJudgement.of(obligation, PeriodicJudgement.perMember(form), asOf);
            case DutyForm.Proportion form -> ProportionJudgement.of(obligation, form, asOf);
            case DutyForm.Rota form -> RotaJudgement.of(obligation, form, asOf);
            case DutyForm.Escalation form -> Ladder.verdict(obligation, form, asOf);
            case DutyForm.BreachResponse form -> BreachAnswer.verdict(obligation, form, asOf);
            case DutyForm.Steps form -> StepJudgement.of(obligation, form, asOf);
            case DutyForm.Response form -> ResponseJudgement.of(obligation, form, asOf);
            case DutyForm.ClosedLoop form -> ClosedLoopJudgement.of(obligation, form, asOf);
            case DutyForm.Invariant form -> RecordJudgement.of(obligation, form, asOf);
            case DutyForm.Prohibition form -> RecordJudgement.of(obligation, form, asOf);
            case DutyForm.Precedence form -> RecordJudgement.of(obligation, form, asOf);
        };
    }

    /// The last day of the grace after a due day, by the number that governs the obligation.
    public static LocalDate graceEnd(Obligation obligation, LocalDate due, AsOf asOf) {
        Slot grace = obligation.duty().grace();
        return graceEnd(
                switch (grace) {
                    case Slot.Literal(Value.Duration(Span span)) -> span;
                    case Slot _ ->
                            Slots.span(grace, Situations.of(obligation, asOf)).orElse(Span.NONE);
                },
                due,
                asOf);
    }

    public static LocalDate graceEnd(Span grace, LocalDate due, AsOf asOf) {
        return asOf.known().calendar().limit(due, grace, RestDayRule.STAYS);
    }
}
