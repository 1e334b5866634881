package org.mingze.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.rota.RotaWork;
import org.mingze.organization.Organization;

/// 一句话 — a verdict as one sentence: what is required, what was taken, what does not count and why.
public final class Sentences {
    private static final int REJECTED_MAX = 3;

    private Sentences() {}

    /// 〔期〕〔职责〕：须≥n；取第x号；第y号不计：字段=值.
    public static String of(Verdict verdict, Organization organization) {
        return head(verdict, organization) + "：" + String.join("；", parts(verdict, organization));
    }

    /// What stands before the colon: the period or the trigger, the duty, and whom it covers.
    public static String head(Verdict verdict, Organization organization) {
        Obligation obligation = verdict.obligation();
        String named = covered(verdict, organization);
        String covered = named.isEmpty() ? "" : "（" + named + "）";
        return switch (obligation.occasion()) {
            case Occasion.InPeriod(Period period) ->
                    Periods.name(period, verdict.day())
                            + withoutFrequency(obligation.duty().name())
                            + covered;
            case Occasion.OnBreach(var _, int rung) ->
                    obligation.duty().name() + (rung == 0 ? "" : "第" + rung + "级") + covered;
            case Occasion.OnRecord(long number, var reopening) ->
                    "第"
                            + number
                            + "号"
                            + (reopening.isPresent() ? "（复发后）" : "")
                            + obligation.duty().name();
        };
    }

    /// 对 — whom a covering duty means; empty text for any other duty.
    public static String covered(Verdict verdict, Organization organization) {
        return verdict.obligation()
                .key()
                .counterpart()
                .map(codes -> Naming.each(organization, codes, verdict.day()))
                .orElse("");
    }

    /// The head of all obligations of a covered set, naming none of its members.
    public static String headOfSet(Verdict verdict) {
        Obligation obligation = verdict.obligation();
        return switch (obligation.occasion()) {
            case Occasion.InPeriod(Period period) ->
                    Periods.name(period, verdict.day())
                            + withoutFrequency(obligation.duty().name());
            case Occasion.OnBreach(var _, int rung) ->
                    obligation.duty().name() + (rung == 0 ? "" : "第" + rung + "级");
            case Occasion.OnRecord(long number, var _) ->
                    "第" + number + "号" + obligation.duty().name();
        };
    }

    /// A sentence that names the quarter need not say 每季度至少一次 as well.
    private static String withoutFrequency(String name) {
        return name.replaceAll("每(日|周(?![一二三四五六日天])|月|季度|季|半年|年)(至少)?", "").replaceAll("一次$", "");
    }

    private static List<String> parts(Verdict verdict, Organization organization) {
        List<String> parts = new ArrayList<>();
        switch (verdict.standing()) {
            case WAIVED, INACTIVE, REVOKED, CONFLICTED -> parts.add(verdict.note());
            case FULFILLED, LATE, OPEN, BREACHED, UNPROVEN, AHEAD, STAYED, NOT_APPLICABLE -> {
                requirement(verdict).ifPresent(parts::add);
                parts.addAll(taken(verdict));
                parts.addAll(rejected(verdict, organization));
                if (!verdict.note().isEmpty()) {
                    parts.add(verdict.note());
                }
            }
        }
        return parts.isEmpty() ? List.of(verdict.standing().word()) : parts;
    }

    private static Optional<String> requirement(Verdict verdict) {
        return switch (verdict.obligation().duty().form()) {
            case DutyForm.Frequency form -> Optional.of(bound(form.bound(), verdict));
            case DutyForm.Coverage form -> Optional.of(bound(form.bound(), verdict));
            case DutyForm.Proportion form -> Optional.of(bound(form.bound(), verdict));
            case DutyForm.Rota form ->
                    form.work() instanceof RotaWork.Acts
                            ? Optional.of(bound(DutyForm.Bound.AT_LEAST, verdict))
                            : Optional.of("须全天有人");
            case DutyForm.Response _,
                    DutyForm.BreachResponse _,
                    DutyForm.ClosedLoop _,
                    DutyForm.Escalation _ ->
                    verdict.due().map(day -> "限" + day);
            case DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _ ->
                    verdict.standing() == Standing.NOT_APPLICABLE
                            ? Optional.of("本条不适用")
                            : verdict.standing() == Standing.FULFILLED
                                    ? Optional.of("合规")
                                    : Optional.empty();
        };
    }

    /// Whether a duty allows at most so many.
    public static boolean isUpperBound(Verdict verdict) {
        return verdict.obligation()
                .duty()
                .form()
                .counting()
                .equals(Optional.of(DutyForm.Bound.AT_MOST));
    }

    private static String bound(DutyForm.Bound bound, Verdict verdict) {
        String sign = bound == DutyForm.Bound.AT_LEAST ? "≥" : "≤";
        return "须" + sign + verdict.required().map(Rational::toString).orElse("？");
    }

    private static List<String> taken(Verdict verdict) {
        boolean counts =
                switch (verdict.obligation().duty().form()) {
                    case DutyForm.Frequency _,
                            DutyForm.Coverage _,
                            DutyForm.Response _,
                            DutyForm.ClosedLoop _,
                            DutyForm.Rota _,
                            DutyForm.Escalation _,
                            DutyForm.BreachResponse _,
                            DutyForm.Steps _,
                            DutyForm.Precedence _ ->
                            true;
                    case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Proportion _ ->
                            false;
                };
        if (!counts || verdict.standing() == Standing.NOT_APPLICABLE) {
            return List.of();
        }
        if (verdict.witnesses().isEmpty()) {
            return List.of(verdict.required().isPresent() ? "无" : "还没有");
        }
        List<String> parts = new ArrayList<>();
        parts.add(
                "取"
                        + verdict.witnesses().stream()
                                .map(Sentences::witness)
                                .collect(java.util.stream.Collectors.joining("、")));
        Optional<Rational> lacking =
                verdict.required()
                        .map(required -> required.minus(verdict.certain()))
                        .filter(lack -> lack.compareTo(Rational.ZERO) > 0);
        lacking.ifPresent(lack -> parts.add("缺" + lack));
        if (verdict.counted().size() > verdict.witnesses().size()) {
            parts.add("共" + verdict.counted().size() + "件");
        }
        return parts;
    }

    private static String witness(Contribution contribution) {
        List<String> facets = new ArrayList<>();
        if (contribution.lateDays() > 0) {
            facets.add("迟录" + contribution.lateDays() + "日");
        }
        if (contribution.inGrace()) {
            facets.add("到期后");
        }
        if (contribution.backfilled()) {
            facets.add("期后补录");
        }
        String amount =
                contribution.amount().equals(Rational.ONE) ? "" : contribution.amount().toString();
        return "第"
                + contribution.record()
                + "号"
                + amount
                + (facets.isEmpty() ? "" : "（" + String.join("，", facets) + "）");
    }

    private static List<String> rejected(Verdict verdict, Organization organization) {
        boolean onRecord = verdict.obligation().duty().form() instanceof DutyForm.Invariant;
        if (verdict.standing() == Standing.FULFILLED || verdict.standing() == Standing.LATE) {
            return List.of();
        }
        return verdict.rejected().stream()
                .limit(REJECTED_MAX)
                .map(
                        rejection ->
                                onRecord
                                        ? (rejection.unknown() ? "看不出：" : "不合：")
                                                + WhyNot.words(rejection, organization)
                                        : "第"
                                                + rejection.record()
                                                + "号"
                                                + (rejection.unknown() ? "待定：" : "不计：")
                                                + WhyNot.words(rejection, organization))
                .toList();
    }
}
