package org.mingze.institution.expression.syntax;

import java.util.List;

/// 语法树 — an expression as it was written, before its names and types are known.
public sealed interface Syntax {
    Place place();

    /// Where a part stands in the source, and how many parts lie nested in it.
    record Place(int start, int end, int height) {}

    /// A number by its digits, and the unit that follows it, empty if none.
    record NumberLiteral(String digits, String unit, Place place) implements Syntax {}

    record TextLiteral(String text, Place place) implements Syntax {}

    record TruthLiteral(boolean value, Place place) implements Syntax {}

    record Name(String text, Place place) implements Syntax {}

    record Call(Name function, List<Syntax> arguments, Place place) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `x -> body`, only as the second argument of a list function.
    record Lambda(Name parameter, Syntax body, Place place) implements Syntax {}

    record ListLiteral(List<Syntax> items, Place place) implements Syntax {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /// `target.a.b`: one part however long, so that a long path is not deep.
    record Member(Syntax target, List<Name> path, Place place) implements Syntax {
        public Member {
            path = List.copyOf(path);
        }
    }

    /// Implication, comparison and arithmetic.
    record Binary(Operator operator, Syntax left, Syntax right, Place place) implements Syntax {}

    record Negation(Syntax operand, Place place) implements Syntax {}

    /// `a 且 b 且 c` or `a 或 b 或 c`.
    record Junction(Operator operator, List<Syntax> operands, Place place) implements Syntax {
        public Junction {
            operands = List.copyOf(operands);
        }
    }

    /// How tightly an operator binds grows from ⇒ to × and ÷.
    enum Operator {
        IMPLIES("⇒", 1),
        OR("或", 2),
        AND("且", 3),
        NOT("非", 4),
        EQUAL("=", 5),
        UNEQUAL("≠", 5),
        LESS("<", 5),
        GREATER(">", 5),
        AT_MOST("≤", 5),
        AT_LEAST("≥", 5),
        MEMBER_OF("∈", 5),
        PLUS("+", 6),
        MINUS("-", 6),
        TIMES("*", 7),
        OVER("/", 7);

        private final String symbol;
        private final int strength;

        Operator(String symbol, int strength) {
            this.symbol = symbol;
            this.strength = strength;
        }

        public String symbol() {
            return symbol;
        }

        public int strength() {
            return strength;
        }
    }
}
