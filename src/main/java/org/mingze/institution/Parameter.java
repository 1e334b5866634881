package org.mingze.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    public Parameter {
        values = List.copyOf(values);
        settableBy = List.copyOf(settableBy);
    }

    /// One value from a day on; an empty value is 待定, an open parameter.
    public record Dated(LocalDate from, Optional<Value> value, Optional<Basis> basis) {}

    /// The institution's own value on a day; empty while it is open.
    public Optional<Value> on(LocalDate day) {
        return values.stream()
                .filter(dated -> !dated.from().isAfter(day))
                .reduce((_, later) -> later)
                .flatMap(Dated::value);
    }
}
