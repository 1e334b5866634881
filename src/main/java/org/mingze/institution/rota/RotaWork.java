package org.mingze.institution.rota;

import java.util.List;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;

/// 班上之事 — what a scheduled day asks for: 做 or 覆满.
public sealed interface RotaWork {
    record Acts(List<Selector> acts, Slot atLeast) implements RotaWork {
        public Acts {
            acts = List.copyOf(acts);
        }
    }

    /// The intervals of these records leave no gap in the day.
    record Cover(Selector shifts, Expression from, Expression to) implements RotaWork {}
}
