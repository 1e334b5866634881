package org.mingze.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;

/// 参数 — a number of an institution with its own dated history.
///
/// @param settableBy levels (县, 乡镇, 本级) whose 设定 may replace the value; empty means nobody
/// @param atLeast    下界 of a value that somebody sets
/// @param atMost     上界
public record Parameter(
        String name,
        Type type,
        Optional<String> unit,
        List<Dated> values,
        List<String> settableBy,
        Optional<Value> atLeast,
        Optional<Value> atMost) {
    private static final String OWN_LEVEL = "本级";

    public Parameter {
        values = List.copyOf(values);
        settableBy = List.copyOf(settableBy);
    }

    /// One value from a day on; an empty value is 待定, an open parameter.
    public record Dated(LocalDate from, Optional<Value> value, Optional<Basis> basis) {}

    /// The same with another history.
    public Parameter with(List<Dated> others) {
        return new Parameter(name, type, unit, others, settableBy, atLeast, atMost);
    }

    /// 许设 — whether a body of this level may set the value; 本级 means for itself.
    public boolean maySet(Optional<String> level, boolean forItself) {
        return level.filter(settableBy::contains).isPresent()
                || (forItself && settableBy.contains(OWN_LEVEL));
    }

    /// Whether a value keeps to 下界 and 上界; unlike units do not compare and pass.
    public boolean isWithinBounds(Value value) {
        return atLeast.map(bound -> compare(value, bound) >= 0).orElse(true)
                && atMost.map(bound -> compare(value, bound) <= 0).orElse(true);
    }

    private static int compare(Value value, Value bound) {
        return switch (value) {
            case Value.Numeric(Rational number)
                    when bound instanceof Value.Numeric(Rational other) ->
                    number.compareTo(other);
            case Value.Money(Rational yuan) when bound instanceof Value.Money(Rational other) ->
                    yuan.compareTo(other);
            case Value.Duration(Span span)
                    when bound instanceof Value.Duration(Span other)
                            && span.unit() == other.unit() ->
                    Long.compare(span.amount(), other.amount());
            case Value _ -> 0;
        };
    }

    /// The institution's own value on a day; empty while it is open.
    public Optional<Value> on(LocalDate day) {
        return values.stream()
                .filter(dated -> !dated.from().isAfter(day))
                .reduce((_, later) -> later)
                .flatMap(Dated::value);
    }
}
