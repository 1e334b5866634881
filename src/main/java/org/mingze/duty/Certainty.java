package org.mingze.duty;

import java.util.Optional;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.World;

/// 确否 — the three truth values of a condition.
enum Certainty {
    TRUE,
    FALSE,
    UNKNOWN;

    static Certainty of(Value value) {
        return switch (value) {
            case Value.Truth(boolean holds) -> holds ? TRUE : FALSE;
            case Value _ -> UNKNOWN;
        };
    }

    /// An absent condition holds.
    static Certainty of(Optional<Expression> condition, Scope scope, World world) {
        return condition.map(given -> of(given.evaluate(scope, world))).orElse(TRUE);
    }

    Certainty and(Certainty other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }
}
