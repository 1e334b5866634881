package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 占比的判定 — numerator·d against n·denominator, exactly; a denominator of 0 is 不适用.
final class ProportionJudgement {
    private ProportionJudgement() {}

    static Verdict of(Obligation obligation, DutyForm.Proportion form, AsOf asOf) {
        Cycles.Days span = Cycles.span(obligation, form.every(), asOf);
        Period days = span.days();
        Situation situation = Situations.of(obligation, asOf).in(days);
        LocalDate graceEnd = Judging.graceEnd(obligation, days.end(), asOf);
        if (asOf.day().isBefore(days.start())) {
            return Verdict.of(obligation, Standing.AHEAD, asOf, "").due(days.end(), graceEnd);
        }
        Value numerator = value(form.numerator(), situation);
        Value denominator = value(form.denominator(), situation);
        Rational share = Slots.number(form.share(), situation).orElse(Rational.ZERO);
        Optional<Rational> part = Slots.amount(numerator);
        Optional<Rational> whole = Slots.amount(denominator);
        boolean running = obligation.occasion() instanceof Occasion.OnRecord && !span.ended();
        boolean open = !span.ended() || !asOf.day().isAfter(graceEnd);
        Standing standing;
        String note;
        if (whole.filter(Rational.ZERO::equals).isPresent()) {
            standing = open ? Standing.OPEN : Standing.NOT_APPLICABLE;
            note = "分母为0";
        } else if (part.isEmpty() || whole.isEmpty()) {
            standing = open ? Standing.OPEN : Standing.UNPROVEN;
            note = unknown(numerator) + unknown(denominator);
        } else {
            boolean holds = holds(form.bound(), part.get(), whole.get(), share);
            standing = open ? Standing.OPEN : holds ? Standing.FULFILLED : Standing.BREACHED;
            note = part.get() + "/" + whole.get();
        }
        Verdict verdict = Verdict.of(obligation, standing, asOf, note);
        return span.decided(running ? verdict : verdict.due(days.end(), graceEnd))
                .counted(
                        whole.map(share::times).orElse(Rational.ZERO),
                        part.orElse(Rational.ZERO),
                        part.orElse(Rational.ZERO));
    }

    private static Value value(Expression expression, Situation situation) {
        return expression.evaluate(situation.scope(), situation.world());
    }

    private static boolean holds(
            DutyForm.Bound bound, Rational part, Rational whole, Rational share) {
        int order = part.compareTo(share.times(whole));
        return bound == DutyForm.Bound.AT_LEAST ? order >= 0 : order <= 0;
    }

    private static String unknown(Value value) {
        return value instanceof Value.Unknown(String cause) ? cause : "";
    }
}
