package org.mingze.institution;

import org.mingze.institution.expression.Value;

/// 格 — a place in a rule that takes a literal or the name of a parameter.
public sealed interface Slot {
    record Literal(Value value) implements Slot {}

    record Named(String parameter) implements Slot {}

    /// 上期数 — what was counted one period earlier.
    record Previous() implements Slot {}
}
