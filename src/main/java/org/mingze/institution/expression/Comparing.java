package org.mingze.institution.expression;

import java.util.Optional;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Duration;
import org.mingze.institution.expression.Value.Moment;
import org.mingze.institution.expression.Value.Money;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Equality, order and membership under three values.
final class Comparing {
    private Comparing() {}

    static Value equal(Value left, Value right) {
        if (left.isUnknown() || right.isUnknown()) {
            return Logic.cause(left, right);
        }
        if (left instanceof Duration) {
            return order(left, right)
                    .<Value>map(order -> Truth.of(order == 0))
                    .orElseGet(() -> unlike(left, right));
        }
        return left.getClass() == right.getClass()
                ? Truth.of(left.equals(right))
                : unlike(left, right);
    }

    /// How two known values of one kind are ordered; empty if they do not compare.
    static Optional<Integer> order(Value left, Value right) {
        return switch (left) {
            case Numeric a when right instanceof Numeric b ->
                    Optional.of(a.value().compareTo(b.value()));
            case Money a when right instanceof Money b -> Optional.of(a.yuan().compareTo(b.yuan()));
            case Day a when right instanceof Day b -> Optional.of(a.value().compareTo(b.value()));
            case Moment a when right instanceof Moment b ->
                    Optional.of(a.value().compareTo(b.value()));
            case Duration a when right instanceof Duration b -> order(a, b);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> order(Duration left, Duration right) {
        if (left.span().unit() == right.span().unit()) {
            return Optional.of(Long.compare(left.span().amount(), right.span().amount()));
        }
        if (Reckoning.base(left.span().unit()) != Reckoning.base(right.span().unit())) {
            return Optional.empty();
        }
        try {
            long first = Reckoning.inBase(left.span()).amount();
            return Optional.of(Long.compare(first, Reckoning.inBase(right.span()).amount()));
        } catch (ArithmeticException beyondAllBounds) {
            return Optional.empty();
        }
    }

    private static Unknown unlike(Value left, Value right) {
        return new Unknown(Rendering.text(left) + "与" + Rendering.text(right) + "不能比较");
    }

    /// Numbers and amounts, as intervals.
    record Quantities(Operator operator, Evaluator left, Evaluator right) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return Range.compare(operator, left.range(frame), right.range(frame));
        }
    }

    record Equality(Evaluator left, Evaluator right, boolean negated) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value equal = equal(left.value(frame), right.value(frame));
            return negated ? Logic.not(equal) : equal;
        }
    }

    /// Days, moments and spans.
    record Order(Operator operator, Evaluator left, Evaluator right) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value first = left.value(frame);
            Value second = right.value(frame);
            if (first.isUnknown() || second.isUnknown()) {
                return Logic.cause(first, second);
            }
            Optional<Integer> order = order(first, second);
            return order.isEmpty() ? unlike(first, second) : Truth.of(holds(order.get()));
        }

        private boolean holds(int order) {
            return switch (operator) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case IMPLIES, OR, AND, NOT, MEMBER_OF, PLUS, MINUS, TIMES, OVER -> false;
            };
        }
    }

    record Membership(Evaluator item, Evaluator list) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent.unknown();
                case Listing.Items items -> among(item.value(frame), items);
            };
        }

        private static Value among(Value wanted, Listing.Items list) {
            Value result = Truth.FALSE;
            for (int i = 0; i < list.items().size(); i++) {
                Value same = equal(wanted, list.items().get(i));
                result = Logic.or(result, Logic.and(list.present(i), same));
            }
            return result;
        }
    }
}
