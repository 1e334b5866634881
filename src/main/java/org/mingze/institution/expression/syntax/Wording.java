package org.mingze.institution.expression.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// 说式 — an expression in plain Chinese words, for a reader who signs a rule and reads no code.
public final class Wording {
    private static final int SHORT = 26;
    private static final Set<String> UNCLEAR =
            Set.of("向", "对", "自", "止", "缘", "回", "提", "出", "附", "项", "于", "后", "起");

    private final UnaryOperator<String> called;
    private final Map<String, String> items;
    private final String inHand;
    private final CallWording calls = new CallWording(this);

    /// @param called what a name is called: a parameter by its value, 起 by its record
    /// @param items  what the variables of the lists around are called
    /// @param inHand the variable of the innermost list, empty if there is none
    private Wording(UnaryOperator<String> called, Map<String, String> items, String inHand) {
        this.called = called;
        this.items = items;
        this.inHand = inHand;
    }

    /// The words of an expression that has been checked.
    ///
    /// @param truth whether it is a condition
    public static String of(String source, boolean truth, UnaryOperator<String> called) {
        Wording wording = new Wording(called, Map.of(), "");
        return Parser.parse(source, new Faults())
                .map(syntax -> truth ? wording.condition(syntax) : wording.of(syntax))
                .orElse(source);
    }

    /// The same for what stands below `->`, whose variable is an item of a list.
    Wording inside(String variable, Syntax list) {
        Map<String, String> more = new HashMap<>(items);
        more.put(variable, item(list));
        return new Wording(called, more, variable);
    }

    String of(Syntax syntax) {
        return switch (syntax) {
            case Syntax.NumberLiteral number -> number.digits() + number.unit();
            case Syntax.TextLiteral text -> "“" + text.text() + "”";
            case Syntax.TruthLiteral truth -> truth.value() ? "是" : "否";
            case Syntax.Name name -> name(name.text());
            case Syntax.Call call -> calls.of(call);
            case Syntax.Lambda lambda -> of(lambda.body());
            case Syntax.ListLiteral list -> joined(list.items(), "、");
            case Syntax.Member member -> member(member);
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Negation negation -> not(negation.operand());
            case Syntax.Junction junction -> junction(junction);
        };
    }

    /// What a condition says of its subject.
    String condition(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name name -> "“" + name(name.text()) + "”为是";
            case Syntax.Member member -> "“" + of(member) + "”为是";
            case Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Call _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _,
                    Syntax.Binary _,
                    Syntax.Negation _,
                    Syntax.Junction _ ->
                    of(syntax);
        };
    }

    /// A field of the record in hand says whose field it is while the items of a list have fields.
    private String name(String name) {
        if (items.containsKey(name)) {
            return "该" + items.get(name);
        }
        String words = called.apply(name);
        boolean field = words.equals(name) && !Cost.SINGLE.contains(name);
        String quoted = field ? quoted(name) : words;
        return field && !inHand.isEmpty() ? called.apply("此") + "的" + quoted : quoted;
    }

    /// Names of one character that read like another word stand in quotation marks.
    private static String quoted(String name) {
        return UNCLEAR.contains(name) ? "“" + name + "”" : CallWording.pairWord(name);
    }

    private String member(Syntax.Member member) {
        List<String> path = member.path().stream().map(Syntax.Name::text).toList();
        String rest = path.stream().map(Wording::quoted).collect(Collectors.joining("的"));
        boolean pair = path.size() == 1 && !rest.equals(path.getFirst()) && !rest.startsWith("“");
        boolean near =
                member.target() instanceof Syntax.Name name
                        && (name.text().equals(inHand) || name.text().equals("此"));
        if (near || pair) {
            return rest;
        }
        boolean period = member.target() instanceof Syntax.Name name && name.text().equals("期");
        if (period) {
            return path.getFirst().equals("自") ? "本期首日" : "本期末日";
        }
        return of(member.target()) + "的" + rest;
    }

    String joined(List<Syntax> parts, String between) {
        return parts.stream().map(this::of).collect(Collectors.joining(between));
    }

    private String junction(Syntax.Junction junction) {
        boolean all = junction.operator() == Operator.AND;
        List<Syntax> told = all ? CallWording.told(junction.operands()) : junction.operands();
        List<String> parts =
                told.stream()
                        .map(part -> all && isAny(part) ? "（" + of(part) + "）" : condition(part))
                        .toList();
        boolean brief = parts.stream().mapToInt(String::length).sum() <= SHORT;
        if (all) {
            return String.join(brief ? "且" : "，且", parts);
        }
        return String.join(brief ? "或" : "，或者", parts);
    }

    private static boolean isAny(Syntax part) {
        return (part instanceof Syntax.Junction inner && inner.operator() == Operator.OR)
                || (part instanceof Syntax.Negation(Syntax.Junction none, var _)
                        && none.operator() == Operator.AND)
                || (part instanceof Syntax.Binary binary && binary.operator() == Operator.IMPLIES);
    }

    String not(Syntax operand) {
        return switch (operand) {
            case Syntax.Name name -> "“" + name(name.text()) + "”为否";
            case Syntax.Member member -> "“" + of(member) + "”为否";
            case Syntax.Negation twice -> condition(twice.operand());
            case Syntax.Binary binary -> new CompareWording(this).negated(binary);
            case Syntax.Call call -> calls.negated(call);
            case Syntax.Junction junction ->
                    junction.operands().stream()
                            .map(this::not)
                            .collect(
                                    Collectors.joining(
                                            junction.operator() == Operator.AND ? "，或者" : "，且"));
            case Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _ ->
                    "并非“" + of(operand) + "”";
        };
    }

    private String binary(Syntax.Binary binary) {
        String left = of(binary.left());
        String right = of(binary.right());
        return switch (binary.operator()) {
            case IMPLIES -> "如" + condition(binary.left()) + "，则" + condition(binary.right());
            case EQUAL, UNEQUAL, LESS, GREATER, AT_MOST, AT_LEAST, MEMBER_OF ->
                    new CompareWording(this).of(binary);
            case PLUS ->
                    CompareWording.isDay(binary.left()) ? left + "后" + right : left + "加" + right;
            case MINUS -> minus(binary, left, right);
            case TIMES -> times(binary);
            case OVER -> isFigure(binary) ? left + "/" + right : left + "除以" + right;
            case OR, AND, NOT -> left + right;
        };
    }

    private static String minus(Syntax.Binary binary, String left, String right) {
        if (!CompareWording.isDay(binary.left())) {
            return left + "减去" + right;
        }
        boolean days = CompareWording.isDay(binary.right());
        return days ? right + "至" + left + "的天数" : left + "前" + right;
    }

    private String times(Syntax.Binary binary) {
        if (isFigure(binary.left())) {
            return of(binary.right()) + "的" + of(binary.left());
        }
        if (isFigure(binary.right())) {
            return of(binary.left()) + "的" + of(binary.right()) + "倍";
        }
        return whole(binary.left()) + "乘以" + whole(binary.right());
    }

    private String whole(Syntax syntax) {
        return syntax instanceof Syntax.Binary ? "“" + of(syntax) + "”" : of(syntax);
    }

    /// A number, or one number over another.
    private static boolean isFigure(Syntax syntax) {
        return syntax instanceof Syntax.NumberLiteral
                || (syntax instanceof Syntax.Binary binary
                        && binary.operator() == Operator.OVER
                        && isFigure(binary.left())
                        && isFigure(binary.right()));
    }

    /// Whether words are few enough to stand before the noun that they limit.
    static boolean isBrief(String words) {
        return words.length() <= SHORT && !words.contains("，") && !words.matches("(有|没有).*");
    }

    /// What one item of a list is called.
    private static String item(Syntax list) {
        return switch (list) {
            case Syntax.Name name -> name.text();
            case Syntax.Member member -> member.path().getLast().text();
            case Syntax.Call call ->
                    CallWording.item(call).map(Wording::item).orElse(CallWording.noun(call));
            case Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _,
                    Syntax.Binary _,
                    Syntax.Negation _,
                    Syntax.Junction _ ->
                    "项";
        };
    }

    Optional<Syntax.Lambda> lambda(Syntax.Call call) {
        return call.arguments().size() > 1 && call.arguments().get(1) instanceof Syntax.Lambda body
                ? Optional.of(body)
                : Optional.empty();
    }
}
