package org.mingze.institution.expression;

/// 境 — the values of the bare names while one expression is evaluated.
@FunctionalInterface
public interface Scope {
    /// The value of a name that the check has allowed; unknown if it is not filled.
    Value value(String name);
}
