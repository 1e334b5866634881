package org.mingze.institution.expression.syntax;

import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Comparisons in words: 为, 不少于, 不晚于, 在…之中.
final class CompareWording {
    private final Wording words;

    CompareWording(Wording words) {
        this.words = words;
    }

    String of(Syntax.Binary binary) {
        return binary.operator() == Operator.MEMBER_OF
                ? member(binary, "为", "在", "含有")
                : compared(binary, binary.operator());
    }

    String negated(Syntax.Binary binary) {
        return switch (binary.operator()) {
            case MEMBER_OF -> member(binary, "不为", "不在", "不含");
            case EQUAL -> compared(binary, Operator.UNEQUAL);
            case UNEQUAL -> compared(binary, Operator.EQUAL);
            case LESS -> compared(binary, Operator.AT_LEAST);
            case AT_LEAST -> compared(binary, Operator.LESS);
            case GREATER -> compared(binary, Operator.AT_MOST);
            case AT_MOST -> compared(binary, Operator.GREATER);
            case IMPLIES, OR, AND, NOT, PLUS, MINUS, TIMES, OVER -> "并非" + words.of(binary);
        };
    }

    private String member(Syntax.Binary binary, String is, String in, String holds) {
        String left = words.of(binary.left());
        if (binary.right() instanceof Syntax.ListLiteral list) {
            String between = list.items().size() > 2 ? "、" : "或";
            return left
                    + is
                    + words.joined(list.items(), between)
                    + (between.equals("、") ? "之一" : "");
        }
        return binary.left() instanceof Syntax.TextLiteral
                ? words.of(binary.right()) + holds + left
                : left + in + words.of(binary.right()) + "之中";
    }

    private String compared(Syntax.Binary binary, Operator operator) {
        if (binary.left() instanceof Syntax.Call call && isCount(call)) {
            return counted(call, operator, binary.right());
        }
        String left = words.of(binary.left());
        String right = words.of(binary.right());
        boolean named =
                binary.left() instanceof Syntax.Name || binary.left() instanceof Syntax.Member;
        boolean day =
                isDay(binary.left())
                        || isEndOfPeriod(binary.right())
                        || (!named && isDay(binary.right()));
        return switch (operator) {
            case EQUAL -> left + equal(binary.right()) + right;
            case UNEQUAL -> left + (equal(binary.right()).equals("等于") ? "不等于" : "不是") + right;
            case LESS -> left + (day ? "早于" : "少于") + right;
            case GREATER -> left + (day ? "晚于" : "多于") + right;
            case AT_MOST -> left + (day ? "不晚于" : "不超过") + right;
            case AT_LEAST -> left + (day ? "不早于" : "不少于") + right;
            case IMPLIES, OR, AND, NOT, MEMBER_OF, PLUS, MINUS, TIMES, OVER -> left + right;
        };
    }

    private static boolean isEndOfPeriod(Syntax syntax) {
        return syntax instanceof Syntax.Member(Syntax.Name(String name, var _), var _, var _)
                && name.equals("期");
    }

    private static String equal(Syntax right) {
        return switch (right) {
            case Syntax.TextLiteral _, Syntax.TruthLiteral _ -> "为";
            case Syntax.NumberLiteral _, Syntax.Binary _ -> "等于";
            case Syntax.Call call when isCount(call) -> "等于";
            case Syntax.Name _,
                    Syntax.Call _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _,
                    Syntax.Member _,
                    Syntax.Negation _,
                    Syntax.Junction _ ->
                    "就是";
        };
    }

    private static boolean isCount(Syntax.Call call) {
        return call.function().text().equals("计");
    }

    /// 计(材料) ≥ 1 is 有材料, 计(材料) = 0 is 没有材料.
    private String counted(Syntax.Call call, Operator operator, Syntax right) {
        String what = new CallWording(words).filtered(call);
        String number = right instanceof Syntax.NumberLiteral literal ? literal.digits() : "";
        boolean some =
                (operator == Operator.AT_LEAST && number.equals("1"))
                        || ((operator == Operator.GREATER || operator == Operator.UNEQUAL)
                                && number.equals("0"));
        boolean none = operator == Operator.EQUAL && number.equals("0");
        if (some || none) {
            return (some ? "有" : "没有") + what;
        }
        boolean plain = right instanceof Syntax.NumberLiteral || right instanceof Syntax.Name;
        String figure = words.of(right) + (plain ? "个" : "");
        return what
                + switch (operator) {
                    case EQUAL -> (plain ? "正好" : "的个数等于") + figure;
                    case UNEQUAL -> "不是" + figure;
                    case LESS -> "少于" + figure;
                    case GREATER -> "多于" + figure;
                    case AT_MOST -> "至多" + figure;
                    case AT_LEAST -> "至少" + figure;
                    case IMPLIES, OR, AND, NOT, MEMBER_OF, PLUS, MINUS, TIMES, OVER -> figure;
                };
    }

    /// Whether a part is by its name or its making a day or a moment.
    static boolean isDay(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name name -> isDay(name.text());
            case Syntax.Member member -> isDay(member.path().getLast().text());
            case Syntax.Binary binary
                    when binary.operator() == Operator.PLUS
                            || binary.operator() == Operator.MINUS ->
                    isDay(binary.left()) && !isDay(binary.right());
            case Syntax.Call call ->
                    (call.function().text().equals("大") || call.function().text().equals("小"))
                            && call.arguments().size() > 1
                            && call.arguments().get(1) instanceof Syntax.Lambda body
                            && isDay(body.body());
            case Syntax.Binary _,
                    Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _,
                    Syntax.Negation _,
                    Syntax.Junction _ ->
                    false;
        };
    }

    private static boolean isDay(String name) {
        return name.endsWith("日")
                || name.endsWith("时")
                || name.equals("今")
                || name.equals("自")
                || name.equals("止")
                || name.equals("期限");
    }
}
