package org.mingze.institution.expression;

import org.mingze.institution.expression.Value.Money;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.institution.expression.syntax.Syntax;

/// The interval in which a number or an amount certainly lies.
sealed interface Range {
    /// From `low` to `high`, both included.
    ///
    /// @param doubt why it is not one number; blank when `low` and `high` are equal
    record Within(Rational low, Rational high, String doubt) implements Range {}

    record Anything(String doubt) implements Range {}

    static Range of(Value value) {
        return switch (value) {
            case Numeric number -> new Within(number.value(), number.value(), "");
            case Money money -> new Within(money.yuan(), money.yuan(), "");
            case Unknown unknown -> new Anything(unknown.cause());
            default -> new Anything(Logic.misfit(value).cause());
        };
    }

    String doubt();

    default Value value(boolean money) {
        if (this instanceof Within within && within.low().equals(within.high())) {
            return money ? new Money(within.low()) : new Numeric(within.low());
        }
        return new Unknown(doubt());
    }

    static Value compare(Syntax.Operator operator, Range left, Range right) {
        if (!(left instanceof Within a) || !(right instanceof Within b)) {
            return doubt(left, right);
        }
        return switch (operator) {
            case LESS -> ordered(a, b, -1);
            case AT_MOST -> ordered(a, b, 0);
            case GREATER -> ordered(b, a, -1);
            case AT_LEAST -> ordered(b, a, 0);
            case UNEQUAL -> Logic.not(equal(a, b));
            case EQUAL, MEMBER_OF -> equal(a, b);
            case IMPLIES, OR, AND, NOT, PLUS, MINUS, TIMES, OVER -> doubt(left, right);
        };
    }

    /// Whether a compares to b at most as `limit` (-1: a < b, 0: a ≤ b).
    private static Value ordered(Within a, Within b, int limit) {
        if (a.high().compareTo(b.low()) <= limit) {
            return Truth.TRUE;
        }
        return a.low().compareTo(b.high()) > limit ? Truth.FALSE : doubt(a, b);
    }

    private static Value equal(Within a, Within b) {
        if (a.high().compareTo(b.low()) < 0 || b.high().compareTo(a.low()) < 0) {
            return Truth.FALSE;
        }
        boolean exact = a.low().equals(a.high()) && b.low().equals(b.high());
        return exact ? Truth.TRUE : doubt(a, b);
    }

    private static Unknown doubt(Range left, Range right) {
        return new Unknown(left.doubt().isEmpty() ? right.doubt() : left.doubt());
    }

    static Range calculate(Syntax.Operator operator, Range left, Range right) {
        if (!(left instanceof Within a) || !(right instanceof Within b)) {
            return new Anything(doubt(left, right).cause());
        }
        String doubt = doubt(a, b).cause();
        return switch (operator) {
            case PLUS -> new Within(a.low().plus(b.low()), a.high().plus(b.high()), doubt);
            case MINUS -> new Within(a.low().minus(b.high()), a.high().minus(b.low()), doubt);
            case TIMES -> product(a, b, doubt);
            case OVER -> quotient(a, b, doubt);
            case IMPLIES,
                    OR,
                    AND,
                    NOT,
                    EQUAL,
                    UNEQUAL,
                    LESS,
                    GREATER,
                    AT_MOST,
                    AT_LEAST,
                    MEMBER_OF ->
                    new Anything(doubt);
        };
    }

    private static Range product(Within a, Within b, String doubt) {
        Rational first = a.low().times(b.low());
        if (doubt.isEmpty()) {
            return new Within(first, first, "");
        }
        Rational low = first;
        Rational high = first;
        Rational[] others = {
            a.low().times(b.high()), a.high().times(b.low()), a.high().times(b.high())
        };
        for (Rational other : others) {
            low = other.compareTo(low) < 0 ? other : low;
            high = other.compareTo(high) > 0 ? other : high;
        }
        return new Within(low, high, doubt);
    }

    private static Range quotient(Within a, Within b, String doubt) {
        if (b.low().compareTo(Rational.ZERO) <= 0 && b.high().compareTo(Rational.ZERO) >= 0) {
            return new Anything(doubt.isEmpty() ? "除数为0" : doubt);
        }
        Rational low = Rational.ONE.dividedBy(b.high());
        Rational high = Rational.ONE.dividedBy(b.low());
        return product(a, new Within(low, high, b.doubt()), doubt);
    }
}
