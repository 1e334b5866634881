package org.mingze.duty.assessment;

import java.util.Optional;
import java.util.function.Function;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 再有一次 — the points that one more of what an item counts would bring.
///
/// @param who   for whom one more is counted, where the item counts for one after another
/// @param added what the expression then adds for that one
public record OneMore(Optional<Value.Reference> who, Optional<Rational> added, Rational points) {
    private static final int COUNTS_MAX = 200;

    /// The first 计 of an expression of which one more brings points, found by evaluating it with
    /// one more in each.
    ///
    /// @param gained the points that an amount brings beyond those that there are
    static Optional<OneMore> of(
            Measuring.Subject subject, Expression value, Function<Rational, Rational> gained) {
        for (int place = 0; place < COUNTS_MAX; place++) {
            Supposing supposing = new Supposing(place);
            Optional<Rational> more =
                    Slots.amount(subject.evaluate(value, supposing))
                            .map(gained)
                            .filter(points -> points.compareTo(Rational.ZERO) > 0);
            if (more.isPresent() || !supposing.reached()) {
                return more.map(points -> new OneMore(supposing.who, supposing.added, points));
            }
        }
        return Optional.empty();
    }

    /// One more in the 计 of a place, in the order met.
    private static final class Supposing implements Expression.Telling {
        private final int place;
        private int met;
        private Optional<Value.Reference> who = Optional.empty();
        private Optional<Rational> added = Optional.empty();

        private Supposing(int place) {
            this.place = place;
        }

        @Override
        public int supposed() {
            met++;
            return met == place + 1 ? 1 : 0;
        }

        @Override
        public void added(Value.Reference item, Rational amount) {
            if (reached() && who.isEmpty()) {
                who = Optional.of(item);
                added = Optional.of(amount);
            }
        }

        private boolean reached() {
            return met > place;
        }
    }
}
