package org.mingze.duty.situation;

import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.World;

/// 确否 — the three truth values of a condition.
public enum Certainty {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Certainty of(Value value) {
        return switch (value) {
            case Value.Truth(boolean holds) -> holds ? TRUE : FALSE;
            case Value _ -> UNKNOWN;
        };
    }

    /// An absent condition holds.
    public static Certainty of(Optional<Expression> condition, Scope scope, World world) {
        return condition.map(given -> of(given.evaluate(scope, world))).orElse(TRUE);
    }

    /// True if one of them is, false if all of them are.
    public static Certainty any(Stream<Certainty> among) {
        return among.reduce(FALSE, Certainty::or);
    }

    private Certainty or(Certainty other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    public Certainty and(Certainty other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }
}
