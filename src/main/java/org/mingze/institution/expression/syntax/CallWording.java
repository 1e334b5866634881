package org.mingze.institution.expression.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Functions in words: 有, 凡, 筛, 期内 and the rest.
final class CallWording {
    private final Wording words;

    CallWording(Wording words) {
        this.words = words;
    }

    /// The list whose items a function hands on; empty if it makes new ones.
    static Optional<Syntax> item(Syntax.Call call) {
        return switch (call.function().text()) {
            case "筛", "期内", "上期内", "往", "案卷" -> call.arguments().stream().findFirst();
            case "承" -> Optional.of(call.arguments().getLast());
            default -> Optional.empty();
        };
    }

    /// What one of the items that a function yields is called.
    static String noun(Syntax.Call call) {
        return switch (call.function().text()) {
            case "班子" -> "成员";
            case "党员" -> "党员";
            case "下级", "分管" -> "机构";
            case "岗于" -> "岗位";
            default -> "项";
        };
    }

    /// .甲 and .乙 of 两两.
    static String pairWord(String member) {
        return switch (member) {
            case "甲" -> "前者";
            case "乙" -> "后者";
            default -> member;
        };
    }

    /// The parts of a conjunction without 已填(f) where another part says what f must be.
    static List<Syntax> told(List<Syntax> parts) {
        return parts.stream()
                .filter(
                        part ->
                                !(part instanceof Syntax.Call call
                                        && call.function().text().equals("已填")
                                        && parts.stream()
                                                .anyMatch(
                                                        other ->
                                                                !other.equals(part)
                                                                        && isAbout(
                                                                                other,
                                                                                call.arguments()
                                                                                        .getFirst()))))
                .toList();
    }

    /// Whether a condition is first of all about a field, or about a field of what it names.
    private static boolean isAbout(Syntax condition, Syntax field) {
        return switch (condition) {
            case Syntax.Name _, Syntax.Member _ -> path(condition).startsWith(path(field));
            case Syntax.Binary binary -> isAbout(binary.left(), field);
            case Syntax.Call call ->
                    !call.function().text().equals("已填")
                            && call.arguments().stream().findFirst().stream()
                                    .anyMatch(first -> isAbout(first, field));
            case Syntax.Negation _,
                    Syntax.Junction _,
                    Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _ ->
                    false;
        };
    }

    private static String path(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name name -> name.text() + ".";
            case Syntax.Member member ->
                    path(member.target())
                            + member.path().stream()
                                    .map(name -> name.text() + ".")
                                    .collect(Collectors.joining());
            case Syntax.NumberLiteral _,
                    Syntax.TextLiteral _,
                    Syntax.TruthLiteral _,
                    Syntax.Call _,
                    Syntax.Lambda _,
                    Syntax.ListLiteral _,
                    Syntax.Binary _,
                    Syntax.Negation _,
                    Syntax.Junction _ ->
                    "?";
        };
    }

    String of(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return call.function().text();
        }
        return switch (call.function().text()) {
            case "有" -> "有" + filtered(call);
            case "凡" -> every(call);
            case "计" -> filtered(call) + "的个数";
            case "筛" -> filtered(call);
            case "异" -> distinct(call);
            case "并" -> joined(call);
            case "两两" -> first(call) + "中的任意两个";
            case "和" -> measured(call, "之和");
            case "大" -> "各" + measured(call, "中最大的");
            case "小" -> "各" + measured(call, "中最小的");
            case "首" -> place(call, "第一项", "最早的一项", "最小的一项");
            case "末" -> place(call, "最后一项", "最晚的一项", "最大的一项");
            default -> asked(call);
        };
    }

    String negated(Syntax.Call call) {
        return switch (call.function().text()) {
            case "有" -> "没有" + filtered(call);
            case "已填" -> "没有写明" + first(call);
            case "是工作日" -> first(call) + "不是工作日";
            case "在期" -> first(call) + "不在" + second(call) + "内";
            case "高于" -> first(call) + "不高于" + second(call);
            default -> "并非“" + of(call) + "”";
        };
    }

    private String first(Syntax.Call call) {
        return words.of(call.arguments().getFirst());
    }

    private String second(Syntax.Call call) {
        return words.of(call.arguments().getLast());
    }

    /// A list with what its items must be: 类为“决策”的议程.
    String filtered(Syntax.Call call) {
        Syntax list = call.arguments().getFirst();
        Optional<Syntax.Lambda> lambda = words.lambda(call);
        if (lambda.isEmpty()) {
            return words.of(list);
        }
        return limited(call, body(call, lambda.get(), true));
    }

    private String limited(Syntax.Call call, String condition) {
        return Wording.isBrief(condition)
                ? condition + "的" + first(call)
                : "这样的" + first(call) + "（" + condition + "）";
    }

    private String body(Syntax.Call call, Syntax.Lambda lambda, boolean condition) {
        Wording inner = words.inside(lambda.parameter().text(), call.arguments().getFirst());
        return condition ? inner.condition(lambda.body()) : inner.of(lambda.body());
    }

    /// 凡(议程, x -> a ⇒ b) is: each a among them must be b.
    private String every(Syntax.Call call) {
        Optional<Syntax.Lambda> lambda = words.lambda(call);
        if (lambda.isEmpty()) {
            return first(call) + "都为是";
        }
        Wording inner = words.inside(lambda.get().parameter().text(), call.arguments().getFirst());
        if (lambda.get().body() instanceof Syntax.Binary binary
                && binary.operator() == Operator.IMPLIES) {
            String when = inner.condition(binary.left());
            String then = inner.condition(binary.right());
            return Wording.isBrief(when)
                    ? "凡" + when + "的" + first(call) + "，" + then
                    : "每项" + first(call) + "，如" + when + "，则" + then;
        }
        if (lambda.get().body() instanceof Syntax.Negation none) {
            return "没有" + limited(call, inner.condition(none.operand()));
        }
        return "每项" + first(call) + "，" + inner.condition(lambda.get().body());
    }

    private String joined(Syntax.Call call) {
        String each = words.lambda(call).map(lambda -> body(call, lambda, false)).orElse("各项");
        return each + "（逐一就" + first(call) + "取）";
    }

    private String distinct(Syntax.Call call) {
        return words.lambda(call)
                .map(lambda -> first(call) + "的不同" + body(call, lambda, false))
                .orElseGet(() -> "不同的" + first(call));
    }

    private String measured(Syntax.Call call, String how) {
        return words.lambda(call)
                .map(
                        lambda -> {
                            String value = body(call, lambda, false);
                            return how.equals("之和")
                                    ? first(call) + "的" + value + how
                                    : first(call) + how + value;
                        })
                .orElseGet(() -> first(call) + how);
    }

    private String place(Syntax.Call call, String ordered, String dated, String valued) {
        String key = words.lambda(call).map(lambda -> body(call, lambda, false)).orElse("序");
        String which =
                key.equals("序")
                        ? ordered
                        : key.endsWith("日") || key.endsWith("时") ? key + dated : key + valued;
        return first(call) + "中" + which;
    }

    /// A record type, which is named and not asked.
    private static String type(Syntax argument) {
        return argument instanceof Syntax.Name name ? name.text() : "";
    }

    private String asked(Syntax.Call call) {
        String type = type(call.arguments().getLast());
        return switch (call.function().text()) {
            case "期内" -> "本期的" + type;
            case "上期内" -> "上期的" + type;
            case "往" -> "此前的" + type;
            case "案卷" -> "本期在办的" + type;
            case "承" -> "承接" + first(call) + "的" + type;
            case "应", "履", "迟", "违", "免", "缺" -> tallied(call);
            default -> looked(call);
        };
    }

    private String looked(Syntax.Call call) {
        String first = first(call);
        return switch (call.function().text()) {
            case "已填" -> "写明了" + first;
            case "阶段" -> first + "的阶段";
            case "年" -> first + "的年份";
            case "季" -> first + "的季次";
            case "月" -> first + "的月份";
            case "几日" -> first + "在当月的日数";
            case "周几" -> first + "的星期数";
            case "在期" -> first + "在" + second(call) + "内";
            case "是工作日" -> first + "是工作日";
            case "工作日数" -> first + "的工作日数";
            case "公假日数" -> first + "在" + second(call) + "的公假日数";
            case "工作日差" -> first + "至" + second(call) + "的工作日数";
            case "天数" -> first + "至" + second(call) + "的天数";
            case "上级" -> first + "的上级机构";
            case "下级" -> first + "的各下级机构";
            case "班子" -> first + "的班子成员";
            case "党员" -> first + "的党员";
            case "负责人" -> first + "的负责人";
            case "分管" -> first + "分管的机构";
            case "任者" -> first + "的任职人";
            case "岗于" -> first + "所任的岗位";
            case "高于" -> first + "高于" + second(call);
            default -> "“" + call.function().text() + "”表中" + first + "一项的值";
        };
    }

    private String tallied(Syntax.Call call) {
        String standing =
                switch (call.function().text()) {
                    case "应" -> "应尽";
                    case "履" -> "已履";
                    case "迟" -> "迟履";
                    case "缺" -> "缺据";
                    default -> call.function().text();
                };
        return "“" + first(call) + "”" + standing + "的事项";
    }
}
