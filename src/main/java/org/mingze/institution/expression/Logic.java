package org.mingze.institution.expression;

import java.util.List;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// Kleene's three-valued connectives; an unknown result keeps the first cause.
final class Logic {
    private Logic() {}

    static Value not(Value value) {
        return value instanceof Truth truth ? Truth.of(!truth.value()) : value;
    }

    static Value and(Value left, Value right) {
        if (left.equals(Truth.FALSE) || right.equals(Truth.FALSE)) {
            return Truth.FALSE;
        }
        return left.isUnknown() ? left : right;
    }

    static Value or(Value left, Value right) {
        if (left.equals(Truth.TRUE) || right.equals(Truth.TRUE)) {
            return Truth.TRUE;
        }
        return left.isUnknown() ? left : right;
    }

    /// A truth or an unknown; anything else does not fit and is unknown.
    static Value truth(Value value) {
        return value instanceof Truth || value instanceof Unknown ? value : misfit(value);
    }

    static Unknown misfit(Value value) {
        return new Unknown("“" + Rendering.text(value) + "”的类型不符");
    }

    /// The first unknown of two, or else a reason of its own.
    static Unknown cause(Value left, Value right) {
        if (left instanceof Unknown unknown) {
            return unknown;
        }
        return right instanceof Unknown unknown ? unknown : misfit(left);
    }

    record Not(Evaluator operand) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return not(truth(operand.value(frame)));
        }
    }

    record All(List<Evaluator> operands) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value result = Truth.TRUE;
            for (Evaluator operand : operands) {
                Value next = truth(operand.value(frame));
                if (next instanceof Truth truth && !truth.value()) {
                    return Truth.FALSE;
                }
                result = result.isUnknown() ? result : next;
            }
            return result;
        }
    }

    record Any(List<Evaluator> operands) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value result = Truth.FALSE;
            for (Evaluator operand : operands) {
                Value next = truth(operand.value(frame));
                if (next instanceof Truth truth && truth.value()) {
                    return Truth.TRUE;
                }
                result = result.isUnknown() ? result : next;
            }
            return result;
        }
    }

    record Implies(Evaluator left, Evaluator right) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value premise = not(truth(left.value(frame)));
            return premise.equals(Truth.TRUE) ? premise : or(premise, truth(right.value(frame)));
        }
    }
}
