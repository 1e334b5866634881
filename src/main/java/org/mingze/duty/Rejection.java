package org.mingze.duty;

import org.mingze.institution.expression.Expression;

/// 不计 — a record that came near, with the first condition that failed and what was read.
public record Rejection(long record, String condition, String read, boolean unknown) {
    public static Rejection of(long record, Expression.Failing failing) {
        return new Rejection(record, failing.condition(), failing.read(), failing.unknown());
    }
}
