package org.mingze.duty.assessment;

import java.util.Comparator;
import java.util.List;
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

    /// The points of an amount.
    ///
    /// @param all what the item finds of each who is compared, this one among them
    static Optional<Rational> of(
            Scheme.Item item,
            Rational full,
            Rational amount,
            List<Rational> all,
            Situation situation) {
        return switch (item.marking()) {
            case Scheme.Marking.Deducted(Slot each, Optional<Slot> atMost, var _) -> {
                Rational off = number(each, situation).times(amount);
                Rational most = atMost.map(slot -> number(slot, situation)).orElse(full);
                yield Optional.of(full.minus(smaller(off, most)));
            }
            case Scheme.Marking.Linear(Slot zero, Optional<Slot> top) ->
                    top.map(slot -> number(slot, situation))
                            .or(() -> all.stream().max(Comparator.naturalOrder()))
                            .map(at -> linear(full, amount, number(zero, situation), at));
            case Scheme.Marking.ByRank(Slot first, Slot step, Slot last) -> {
                long above = all.stream().filter(other -> other.compareTo(amount) > 0).count();
                Rational down = number(step, situation).times(Rational.of(above));
                Rational left = number(first, situation).minus(down);
                yield Optional.of(larger(left, number(last, situation)));
            }
            case Scheme.Marking.Plain() -> Optional.of(isShare(item) ? full.times(amount) : amount);
        };
    }

    private static boolean isShare(Scheme.Item item) {
        return item.source() instanceof Scheme.Source.OfDuty;
    }

    private static Rational linear(Rational full, Rational amount, Rational zero, Rational top) {
        Rational width = top.minus(zero);
        return width.equals(Rational.ZERO)
                ? Rational.ZERO
                : full.times(amount.minus(zero)).dividedBy(width);
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
