package org.mingze.institution.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.syntax.Faults.Kind;
import org.mingze.institution.expression.syntax.Lexer.Sort;
import org.mingze.institution.expression.syntax.Lexer.Token;
import org.mingze.institution.expression.syntax.Syntax.Operator;
import org.mingze.institution.expression.syntax.Syntax.Place;

/// 语法分析 — reads tokens by the grammar; after the first fault it runs to the end and yields nothing.
public final class Parser {
    static final int LENGTH_MAX = 4000;
    static final int DEPTH_MAX = 64;

    private static final List<Operator> COMPARISONS =
            List.of(
                    Operator.EQUAL,
                    Operator.UNEQUAL,
                    Operator.LESS,
                    Operator.GREATER,
                    Operator.AT_MOST,
                    Operator.AT_LEAST,
                    Operator.MEMBER_OF);
    private static final List<Operator> SUMS = List.of(Operator.PLUS, Operator.MINUS);
    private static final List<Operator> PRODUCTS = List.of(Operator.TIMES, Operator.OVER);

    private final List<Token> tokens;
    private final Faults faults;
    private int cursor;
    private int depth;

    private Parser(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /// Empty when the faults say why.
    public static Optional<Syntax> parse(String source, Faults faults) {
        if (source.length() > LENGTH_MAX) {
            String message = "表达式有 " + source.length() + " 个字，最多 " + LENGTH_MAX + " 个";
            faults.add(Kind.TOO_LONG, LENGTH_MAX, source.length(), message, "拆成几条职责或定义");
            return Optional.empty();
        }
        List<Token> tokens = Lexer.tokens(source, faults);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Parser parser = new Parser(tokens, faults);
        Syntax syntax = parser.implication();
        if (faults.isEmpty() && parser.peek().sort() != Sort.END) {
            parser.unexpected("这里多出");
        }
        return faults.isEmpty() ? Optional.of(syntax) : Optional.empty();
    }

    private Syntax implication() {
        if (++depth > DEPTH_MAX) {
            return tooDeep();
        }
        int start = peek().start();
        Syntax left = junction(Operator.OR);
        if (takes(Operator.IMPLIES)) {
            Syntax right = implication();
            left = binary(Operator.IMPLIES, left, right, start);
        }
        depth--;
        return left;
    }

    private Syntax junction(Operator operator) {
        int start = peek().start();
        Syntax first = operator == Operator.OR ? junction(Operator.AND) : negation();
        List<Syntax> operands = new ArrayList<>(List.of(first));
        while (takes(operator)) {
            operands.add(operator == Operator.OR ? junction(Operator.AND) : negation());
        }
        return operands.size() == 1
                ? first
                : new Syntax.Junction(operator, operands, place(start, endBefore(), operands));
    }

    private Syntax negation() {
        int start = peek().start();
        if (!takes(Operator.NOT)) {
            return comparison();
        }
        if (++depth > DEPTH_MAX) {
            return tooDeep();
        }
        Syntax operand = negation();
        depth--;
        return new Syntax.Negation(operand, place(start, endBefore(), List.of(operand)));
    }

    private Syntax comparison() {
        int start = peek().start();
        Syntax left = chain(SUMS);
        Optional<Operator> operator = takesOne(COMPARISONS);
        if (operator.isEmpty()) {
            return left;
        }
        Syntax right = chain(SUMS);
        if (COMPARISONS.stream().anyMatch(another -> peek().isSign(another.symbol()))) {
            fail(Kind.SYNTAX, "比较不能连着写", "拆成两个比较，用 且 连接");
        }
        return binary(operator.get(), left, right, start);
    }

    private Syntax chain(List<Operator> operators) {
        int start = peek().start();
        Syntax left = operators.equals(SUMS) ? chain(PRODUCTS) : postfix();
        Optional<Operator> operator = takesOne(operators);
        while (operator.isPresent()) {
            Syntax right = operators.equals(SUMS) ? chain(PRODUCTS) : postfix();
            left = binary(operator.get(), left, right, start);
            operator = takesOne(operators);
        }
        return left;
    }

    private Syntax postfix() {
        int start = peek().start();
        Syntax target = primary();
        List<Syntax.Name> path = new ArrayList<>();
        while (takes(".")) {
            if (peek().sort() != Sort.NAME) {
                unexpected("“.”后面要写名称，不是");
                return target;
            }
            path.add(name());
        }
        return path.isEmpty()
                ? target
                : new Syntax.Member(target, path, place(start, endBefore(), List.of(target)));
    }

    private Syntax primary() {
        Token token = peek();
        return switch (token.sort()) {
            case NUMBER -> {
                cursor++;
                yield new Syntax.NumberLiteral(token.text(), token.unit(), leaf(token));
            }
            case TEXT -> {
                cursor++;
                yield new Syntax.TextLiteral(token.text(), leaf(token));
            }
            case NAME -> named();
            case SIGN -> bracketed();
            case END -> unexpected("这里缺少内容，遇到了");
        };
    }

    private Syntax named() {
        Syntax.Name name = name();
        if (peek().isSign("(")) {
            cursor++;
            List<Syntax> arguments = separated(")", true);
            return new Syntax.Call(
                    name, arguments, place(name.place().start(), endBefore(), arguments));
        }
        return switch (name.text()) {
            case "真" -> new Syntax.TruthLiteral(true, name.place());
            case "假" -> new Syntax.TruthLiteral(false, name.place());
            default -> name;
        };
    }

    private Syntax.Name name() {
        Token token = tokens.get(cursor++);
        return new Syntax.Name(token.text(), leaf(token));
    }

    private Syntax bracketed() {
        int start = peek().start();
        if (takes("(")) {
            Syntax inside = implication();
            expect(")");
            return inside;
        }
        if (takes("[")) {
            List<Syntax> items = separated("]", false);
            return new Syntax.ListLiteral(items, place(start, endBefore(), items));
        }
        return unexpected("这里要写名称、数或文字，不是");
    }

    private List<Syntax> separated(String close, boolean lambdas) {
        List<Syntax> items = new ArrayList<>();
        if (takes(close)) {
            return items;
        }
        items.add(lambdas ? argument() : implication());
        while (takes(",")) {
            items.add(lambdas ? argument() : implication());
        }
        expect(close);
        return items;
    }

    private Syntax argument() {
        if (peek().sort() == Sort.NAME && tokens.get(cursor + 1).isSign("->")) {
            Syntax.Name parameter = name();
            cursor++;
            Syntax body = implication();
            int start = parameter.place().start();
            return new Syntax.Lambda(parameter, body, place(start, endBefore(), List.of(body)));
        }
        return implication();
    }

    private Token peek() {
        return tokens.get(cursor);
    }

    private boolean takes(Operator operator) {
        return takes(operator.symbol());
    }

    private boolean takes(String sign) {
        if (peek().isSign(sign)) {
            cursor++;
            return true;
        }
        return false;
    }

    private Optional<Operator> takesOne(List<Operator> operators) {
        return operators.stream().filter(this::takes).findFirst();
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            unexpected("这里要写“" + sign + "”，不是");
        }
    }

    private Syntax unexpected(String lead) {
        Token token = peek();
        String what = token.sort() == Sort.END ? "结尾" : "“" + written(token) + "”";
        boolean glued = token.sort() == Sort.NAME && token.text().matches("[且或非].+");
        return fail(Kind.SYNTAX, lead + what, glued ? "且、或、非前后各空一格" : "对照写法检查括号、逗号和运算符");
    }

    private static String written(Token token) {
        return token.text() + token.unit();
    }

    private Syntax tooDeep() {
        return fail(Kind.TOO_DEEP, "嵌套超过 " + DEPTH_MAX + " 层", "拆成几条，或用定义");
    }

    /// Notes the first fault and leaves nothing more to read.
    private Syntax fail(Kind kind, String message, String remedy) {
        Token token = peek();
        if (faults.isEmpty()) {
            faults.add(kind, token.start(), token.end(), message, remedy);
        }
        cursor = tokens.size() - 1;
        return new Syntax.Name("", leaf(token));
    }

    private int endBefore() {
        return tokens.get(Math.max(0, cursor - 1)).end();
    }

    private static Place leaf(Token token) {
        return new Place(token.start(), token.end(), 1);
    }

    private Syntax binary(Operator operator, Syntax left, Syntax right, int start) {
        return new Syntax.Binary(
                operator, left, right, place(start, endBefore(), List.of(left, right)));
    }

    private Place place(int start, int end, List<Syntax> parts) {
        int height = 1 + parts.stream().mapToInt(part -> part.place().height()).max().orElse(0);
        if (height > DEPTH_MAX) {
            tooDeep();
        }
        return new Place(start, end, height);
    }
}
