package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;

/// 判责 — the verdict of one obligation: a pure function of what is known and the day asked about.
public final class Judging {
    private Judging() {}

    public static Verdict judge(Obligation obligation, AsOf asOf) {
        Optional<String> open = OpenParameters.first(obligation, asOf);
        if (open.isPresent()) {
            return Verdict.of(obligation, Standing.INACTIVE, asOf, open.get());
        }
        if (obligation.bearer().isEmpty()) {
            return Verdict.of(obligation, Standing.UNPROVEN, asOf, "责任主体未填");
        }
        Verdict verdict = byForm(obligation, asOf);
        return switch (verdict.standing()) {
            case OPEN, BREACHED, UNPROVEN, AHEAD -> Waivers.apply(verdict, asOf);
            case FULFILLED, LATE, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED ->
                    verdict;
        };
    }

    private static Verdict byForm(Obligation obligation, AsOf asOf) {
        return switch (obligation.duty().form()) {
            case DutyForm.Frequency form -> PeriodicJudgement.of(obligation, form, asOf);
            case DutyForm.Coverage form ->
                    PeriodicJudgement.of(obligation, PeriodicJudgement.perMember(form), asOf);
            case DutyForm.Response form -> ResponseJudgement.of(obligation, form, asOf);
            case DutyForm.ClosedLoop form -> ClosedLoopJudgement.of(obligation, form, asOf);
            case DutyForm.Invariant form -> RecordJudgement.of(obligation, form, asOf);
            case DutyForm.Prohibition form -> RecordJudgement.of(obligation, form, asOf);
            case DutyForm.Precedence form -> RecordJudgement.of(obligation, form, asOf);
        };
    }

    /// The last day of the grace after a due day.
    public static LocalDate graceEnd(Duty duty, LocalDate due, AsOf asOf) {
        return asOf.known()
                .calendar()
                .limit(due, duty.grace(), org.mingze.calendar.RestDayRule.STAYS);
    }
}
