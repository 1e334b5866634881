package org.mingze.institution.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// 表达式 — a checked expression: total, typed, free of side effects.
public final class Expression {
    private Expression() {}

    /// 差错 — what is wrong with an expression, at `offset` (UTF-16) for `length` characters.
    public record Fault(int offset, int length, String code, String message, String remedy) {}

    /// Either a checked expression, or the faults that stopped it.
    public sealed interface Checked {
        record Sound(Expression expression) implements Checked {}

        record Faulty(List<Fault> faults) implements Checked {}
    }

    /// The first conjunct that does not hold, and what was read: `类=自学`, `计(材料)=0`, `署名未填`.
    ///
    /// @param unknown whether it fails only for want of a value
    public record Failing(String condition, String read, boolean unknown) {}

    /// Parses and checks; `expected` empty means any type.
    public static Checked check(String source, Names names, Optional<Type> expected) {
        throw new UnsupportedOperationException("language module");
    }

    public String source() {
        throw new UnsupportedOperationException("language module");
    }

    public Type type() {
        throw new UnsupportedOperationException("language module");
    }

    /// The bare names that it reads.
    public Set<String> reads() {
        throw new UnsupportedOperationException("language module");
    }

    public Value evaluate(Scope scope, World world) {
        throw new UnsupportedOperationException("language module");
    }

    /// Empty when the expression is true.
    public Optional<Failing> firstFailing(Scope scope, World world) {
        throw new UnsupportedOperationException("language module");
    }
}
