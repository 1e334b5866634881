package org.mingze.institution.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Type.Choice;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.RecordOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Which types are alike, and what they are called.
final class Typing {
    private Typing() {}

    static boolean isNumber(Type type) {
        return type == Simple.INTEGER || type == Simple.NUMBER;
    }

    static boolean isQuantity(Type type) {
        return isNumber(type) || type == Simple.MONEY;
    }

    static boolean isDuration(Type type) {
        return type == Simple.DURATION || type instanceof DurationOf;
    }

    static boolean isText(Type type) {
        return type == Simple.TEXT || type instanceof Choice;
    }

    /// Whether values of this type have an order: numbers, amounts, spans, days and moments.
    static boolean isOrdered(Type type) {
        return isQuantity(type) || isDuration(type) || type == Simple.DAY || type == Simple.MOMENT;
    }

    /// The base unit of a span's type; empty where only the value tells it.
    static Optional<SpanUnit> base(Type type) {
        return type instanceof DurationOf duration
                ? Optional.of(Reckoning.base(duration.unit()))
                : Optional.empty();
    }

    static boolean sameUnit(Type left, Type right) {
        return base(left).isEmpty() || base(right).isEmpty() || base(left).equals(base(right));
    }

    /// Whether values of the two types may be compared.
    static boolean alike(Type left, Type right) {
        if (isNumber(left) || isNumber(right)) {
            return isNumber(left) && isNumber(right);
        }
        if (isDuration(left) || isDuration(right)) {
            return isDuration(left) && isDuration(right) && sameUnit(left, right);
        }
        if (isText(left) || isText(right)) {
            return isText(left) && isText(right) && shareWords(left, right);
        }
        return switch (left) {
            case RecordOf a -> right instanceof RecordOf b && shareRecords(a, b);
            case ListOf a -> right instanceof ListOf b && alike(a.element(), b.element());
            case Simple _, Choice _, DurationOf _, Structure _ -> left.equals(right);
        };
    }

    private static boolean shareWords(Type left, Type right) {
        return !(left instanceof Choice a)
                || !(right instanceof Choice b)
                || !Collections.disjoint(a.words(), b.words());
    }

    private static boolean shareRecords(RecordOf left, RecordOf right) {
        return left.names().isEmpty()
                || right.names().isEmpty()
                || !Collections.disjoint(left.names(), right.names());
    }

    /// The type of what may be of either type; empty if no type holds both.
    static Optional<Type> join(Type left, Type right) {
        if (left.equals(right)) {
            return Optional.of(left);
        }
        if (left instanceof Choice a && right instanceof Choice b) {
            Set<String> words = new LinkedHashSet<>(a.words());
            words.addAll(b.words());
            return Optional.of(new Choice(a.list() + "|" + b.list(), List.copyOf(words)));
        }
        if (left instanceof RecordOf a && right instanceof RecordOf b) {
            return Optional.of(either(a, b));
        }
        if (left instanceof ListOf a && right instanceof ListOf b) {
            return join(a.element(), b.element()).map(ListOf::new);
        }
        if (!alike(left, right)) {
            return Optional.empty();
        }
        if (isNumber(left)) {
            return Optional.of(Simple.NUMBER);
        }
        return isText(left)
                ? Optional.of(Simple.TEXT)
                : base(left).or(() -> base(right)).map(DurationOf::new);
    }

    private static RecordOf either(RecordOf left, RecordOf right) {
        if (left.names().isEmpty() || right.names().isEmpty()) {
            return new RecordOf(Set.of());
        }
        Set<String> names = new TreeSet<>(left.names());
        names.addAll(right.names());
        return new RecordOf(names);
    }

    /// Whether a value of the type `given` may stand where `expected` is wanted.
    static boolean fits(Type given, Type expected) {
        if (expected == Simple.INTEGER) {
            return given == Simple.INTEGER;
        }
        return (expected instanceof ListOf list && given instanceof ListOf items)
                ? fits(items.element(), list.element())
                : alike(given, expected);
    }

    /// The type as an author writes it.
    static String word(Type type) {
        return switch (type) {
            case Simple simple -> simple.word();
            case DurationOf duration -> "时长（" + duration.unit().word() + "）";
            case Choice choice -> "词(" + choice.list() + ")";
            case RecordOf any when any.names().isEmpty() -> "录(*)";
            case RecordOf records -> "录(" + String.join("|", new TreeSet<>(records.names())) + ")";
            case ListOf list -> word(list.element()) + "的列表";
            case Structure structure -> "组(" + String.join(" ", structure.fields().keySet()) + ")";
        };
    }

    /// What arithmetic of numbers and amounts yields; empty if it makes no sense.
    static Optional<Type> quantity(Operator operator, Type left, Type right) {
        boolean moneyLeft = left == Simple.MONEY;
        boolean moneyRight = right == Simple.MONEY;
        boolean whole = left == Simple.INTEGER && right == Simple.INTEGER;
        Type number = whole && operator != Operator.OVER ? Simple.INTEGER : Simple.NUMBER;
        if (!moneyLeft && !moneyRight) {
            return Optional.of(number);
        }
        return switch (operator) {
            case PLUS, MINUS ->
                    moneyLeft && moneyRight ? Optional.of(Simple.MONEY) : Optional.empty();
            case TIMES -> moneyLeft && moneyRight ? Optional.empty() : Optional.of(Simple.MONEY);
            case OVER ->
                    moneyLeft
                            ? Optional.of(moneyRight ? Simple.NUMBER : Simple.MONEY)
                            : Optional.empty();
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
                    Optional.empty();
        };
    }

    /// What arithmetic of days, moments and spans yields; empty if it makes no sense.
    static Optional<Type> temporal(Operator operator, Type left, Type right) {
        return switch (operator) {
            case PLUS ->
                    isDuration(left) && !isDuration(right)
                            ? moved(right, left)
                            : moved(left, right);
            case MINUS -> left.equals(right) ? difference(left) : moved(left, right);
            case TIMES -> {
                boolean times = isDuration(left) && right == Simple.INTEGER;
                boolean timesLeft = left == Simple.INTEGER && isDuration(right);
                yield times ? Optional.of(left) : timesLeft ? Optional.of(right) : Optional.empty();
            }
            case OVER ->
                    isDuration(left) && isDuration(right)
                            ? Optional.of(Simple.NUMBER)
                            : Optional.empty();
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
                    Optional.empty();
        };
    }

    private static Optional<Type> difference(Type type) {
        if (type == Simple.DAY) {
            return Optional.of(new DurationOf(SpanUnit.DAY));
        }
        return type == Simple.MOMENT
                ? Optional.of(new DurationOf(SpanUnit.MINUTE))
                : moved(type, type);
    }

    private static Optional<Type> moved(Type start, Type by) {
        if (!isDuration(by)) {
            return Optional.empty();
        }
        if (isDuration(start)) {
            return join(start, by).or(() -> Optional.of(start));
        }
        boolean minutes = base(by).equals(Optional.of(SpanUnit.MINUTE));
        return start == Simple.MOMENT || (start == Simple.DAY && !minutes)
                ? Optional.of(start)
                : Optional.empty();
    }
}
