package org.mingze.institution.expression.syntax;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a syntax tree out: with no more brackets than it needs, or with every one.
final class Printer {
    private final boolean bracketed;

    Printer(boolean bracketed) {
        this.bracketed = bracketed;
    }

    String print(Syntax syntax) {
        return switch (syntax) {
            case Syntax.NumberLiteral number -> number.digits() + number.unit();
            case Syntax.TextLiteral text ->
                    text.text().contains("\"")
                            ? "“" + text.text() + "”"
                            : "\"" + text.text() + "\"";
            case Syntax.TruthLiteral truth -> truth.value() ? "真" : "假";
            case Syntax.Name name -> name.text();
            case Syntax.Call call -> call.function().text() + "(" + list(call.arguments()) + ")";
            case Syntax.Lambda lambda -> lambda.parameter().text() + " -> " + print(lambda.body());
            case Syntax.ListLiteral list -> "[" + list(list.items()) + "]";
            case Syntax.Member member ->
                    within(member.target(), 9)
                            + member.path().stream()
                                    .map(name -> "." + name.text())
                                    .collect(Collectors.joining());
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Negation negation -> "非 " + within(negation.operand(), 4);
            case Syntax.Junction junction ->
                    junction.operands().stream()
                            .map(part -> within(part, junction.operator().strength() + 1))
                            .collect(Collectors.joining(" " + junction.operator().symbol() + " "));
        };
    }

    private String list(List<Syntax> items) {
        return items.stream().map(this::print).collect(Collectors.joining(", "));
    }

    private String binary(Syntax.Binary binary) {
        int strength = binary.operator().strength();
        boolean rightwards = binary.operator() == Syntax.Operator.IMPLIES;
        boolean comparison = strength == Syntax.Operator.EQUAL.strength();
        String left = within(binary.left(), rightwards || comparison ? strength + 1 : strength);
        String right = within(binary.right(), rightwards ? strength : strength + 1);
        return left + " " + binary.operator().symbol() + " " + right;
    }

    private String within(Syntax part, int least) {
        int strength =
                switch (part) {
                    case Syntax.Binary binary -> binary.operator().strength();
                    case Syntax.Junction junction -> junction.operator().strength();
                    case Syntax.Negation _ -> 4;
                    case Syntax.NumberLiteral _,
                            Syntax.TextLiteral _,
                            Syntax.TruthLiteral _,
                            Syntax.Name _,
                            Syntax.Call _,
                            Syntax.Lambda _,
                            Syntax.ListLiteral _,
                            Syntax.Member _ ->
                            9;
                };
        boolean brackets = strength < least || (bracketed && strength < 9);
        return brackets ? "(" + print(part) + ")" : print(part);
    }
}
