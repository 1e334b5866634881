package org.mingze.duty.assessment;

import java.util.Optional;
import org.mingze.duty.form.OpenParameters;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Slot;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;

/// 分值 — the numbers of a scheme as they hold for one subject: literal, or as somebody set them.
final class Marks {
    private Marks() {}

    /// Why nothing can be scored: a number is still open, or what was set does not add up.
    static Optional<String> missing(Scheme scheme, Situation situation) {
        return OpenParameters.first(scheme.parameters(), situation)
                .or(() -> unbalanced(scheme, situation));
    }

    private static Optional<String> unbalanced(Scheme scheme, Situation situation) {
        Rational full = number(scheme.full(), situation);
        Rational sum =
                scheme.items().stream()
                        .map(item -> number(item.full(), situation))
                        .reduce(Rational.ZERO, Rational::plus);
        Rational withManual =
                scheme.manual()
                        .map(manual -> sum.plus(number(manual.atMost(), situation)))
                        .orElse(sum);
        return full.equals(sum) || full.equals(withManual)
                ? Optional.empty()
                : Optional.of("各项满分之和是%s，不是%s".formatted(sum, full));
    }

    /// A number of a scheme of which none is open.
    static Rational number(Slot slot, Situation situation) {
        return Slots.number(slot, situation).orElse(Rational.ZERO);
    }

    /// Never below 0 nor above the full marks.
    static Rational within(Rational full, Rational points) {
        return larger(smaller(points, full), Rational.ZERO);
    }

    static Rational smaller(Rational left, Rational right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    static Rational larger(Rational left, Rational right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
