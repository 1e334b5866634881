package org.mingze.institution.expression;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Checker.Resolved;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.syntax.Faults;
import org.mingze.institution.expression.syntax.Faults.Kind;
import org.mingze.institution.expression.syntax.Syntax;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// The typing rules of implication, comparison and arithmetic.
final class Operators {
    private final Checker checker;

    Operators(Checker checker) {
        this.checker = checker;
    }

    Optional<Resolved> check(Syntax.Binary binary) {
        return switch (binary.operator()) {
            case IMPLIES, OR, AND, NOT -> implication(binary);
            case EQUAL,
                    UNEQUAL,
                    LESS,
                    GREATER,
                    AT_MOST,
                    AT_LEAST,
                    MEMBER_OF,
                    PLUS,
                    MINUS,
                    TIMES,
                    OVER -> {
                Optional<Resolved> left = checker.check(binary.left());
                Optional<Resolved> right = checker.check(binary.right());
                yield left.flatMap(a -> right.flatMap(b -> resolve(binary, a, b)));
            }
        };
    }

    private Optional<Resolved> implication(Syntax.Binary binary) {
        Optional<Evaluator> left = checker.truth(binary.left());
        Optional<Evaluator> right = checker.truth(binary.right());
        return left.flatMap(
                a -> right.map(b -> new Resolved(Simple.TRUTH, new Logic.Implies(a, b))));
    }

    private Optional<Resolved> resolve(Syntax.Binary binary, Resolved left, Resolved right) {
        return switch (binary.operator()) {
            case EQUAL, UNEQUAL -> equality(binary, left, right);
            case MEMBER_OF -> membership(binary, left, right);
            case LESS, GREATER, AT_MOST, AT_LEAST -> order(binary, left, right);
            case PLUS, MINUS, TIMES, OVER, IMPLIES, OR, AND, NOT -> arithmetic(binary, left, right);
        };
    }

    private Optional<Resolved> equality(Syntax.Binary binary, Resolved left, Resolved right) {
        if (left.type() instanceof ListOf || right.type() instanceof ListOf) {
            return checker.fault(
                    Kind.TYPE,
                    binary,
                    "列表不能用 " + binary.operator().symbol() + " 比较",
                    "问其中有没有，用 ∈ 或 有(…)");
        }
        if (left.type() instanceof Structure || left.type() == Simple.EVIDENCE) {
            return checker.fault(
                    Kind.TYPE,
                    binary,
                    Typing.word(left.type()) + "不能比较",
                    "比较其中的一个字段，或用 已填(…)、计(…)");
        }
        return comparable(binary, left, right, right.type())
                ? Optional.of(new Resolved(Simple.TRUTH, equal(binary.operator(), left, right)))
                : Optional.empty();
    }

    private static Evaluator equal(Operator operator, Resolved left, Resolved right) {
        return Typing.isQuantity(left.type())
                ? new Comparing.Quantities(operator, left.evaluator(), right.evaluator())
                : new Comparing.Equality(
                        left.evaluator(), right.evaluator(), operator == Operator.UNEQUAL);
    }

    private Optional<Resolved> membership(Syntax.Binary binary, Resolved left, Resolved right) {
        if (!(right.type() instanceof ListOf list)) {
            String remedy = right.type() == Simple.PERIOD ? "改用 在期(日, 期)" : "右边写列表 […]；只有一个值就用 =";
            String what =
                    "“" + checker.text(binary.right()) + "”是" + Typing.word(right.type()) + "，不是列表";
            return checker.fault(Kind.TYPE, binary.right(), what, remedy);
        }
        boolean whole = left.type() instanceof ListOf || left.type() instanceof Structure;
        if (whole) {
            return checker.fault(
                    Kind.TYPE,
                    binary.left(),
                    "∈ 左边要一个值，不是" + Typing.word(left.type()),
                    "改用 有(列表, x -> x ∈ …)");
        }
        return comparable(binary, left, right, list.element())
                ? Optional.of(
                        new Resolved(
                                Simple.TRUTH,
                                new Comparing.Membership(left.evaluator(), right.evaluator())))
                : Optional.empty();
    }

    private Optional<Resolved> order(Syntax.Binary binary, Resolved left, Resolved right) {
        boolean leftOrdered = Typing.isOrdered(left.type());
        if (!leftOrdered || !Typing.isOrdered(right.type())) {
            Type type = leftOrdered ? right.type() : left.type();
            return checker.fault(
                    Kind.TYPE,
                    leftOrdered ? binary.right() : binary.left(),
                    Typing.word(type) + "不分大小，不能用 " + binary.operator().symbol(),
                    "改用 = 或 ≠；列表先用 计(…)");
        }
        if (!comparable(binary, left, right, right.type())) {
            return Optional.empty();
        }
        Evaluator evaluator =
                Typing.isQuantity(left.type())
                        ? new Comparing.Quantities(
                                binary.operator(), left.evaluator(), right.evaluator())
                        : new Comparing.Order(
                                binary.operator(), left.evaluator(), right.evaluator());
        return Optional.of(new Resolved(Simple.TRUTH, evaluator));
    }

    private boolean comparable(Syntax.Binary binary, Resolved left, Resolved right, Type other) {
        if (!Typing.alike(left.type(), other)) {
            boolean units = Typing.isDuration(left.type()) && Typing.isDuration(other);
            checker.fault(
                    units ? Kind.UNIT : Kind.TYPE,
                    binary,
                    units
                            ? "单位不同：左边是" + Typing.word(left.type()) + "，右边是" + Typing.word(other)
                            : "左边是"
                                    + Typing.word(left.type())
                                    + "，右边是"
                                    + Typing.word(right.type())
                                    + "，不能比较",
                    remedy(left.type(), other));
            return false;
        }
        return wordsListed(binary.left(), other) && wordsListed(binary.right(), left.type());
    }

    private static String remedy(Type left, Type right) {
        if (Typing.isDuration(left) && Typing.isDuration(right)) {
            return "两边用同一单位；工作日用 工作日差(起, 止)";
        }
        List<Type> both = List.of(left, right);
        if (both.contains(Simple.PERSON) && both.contains(Simple.POST)) {
            return "用 任者(岗) 或 岗于(人) 换成同一种";
        }
        if (both.contains(Simple.BODY) && both.contains(Simple.POST)) {
            return "岗位写 .机构 再比";
        }
        return both.contains(Simple.DAY) && both.contains(Simple.MOMENT)
                ? "两边都用日，或都用时"
                : "两边改成同一种值";
    }

    /// Whether every text written out, compared with a 词, is one of its words.
    boolean wordsListed(Syntax written, Type other) {
        if (!(other instanceof Type.Choice choice)) {
            return true;
        }
        List<Syntax> parts =
                written instanceof Syntax.ListLiteral list ? list.items() : List.of(written);
        boolean listed = true;
        for (Syntax part : parts) {
            if (part instanceof Syntax.TextLiteral text && !choice.words().contains(text.text())) {
                checker.fault(
                        Kind.WORD,
                        text,
                        "“" + text.text() + "”不在选项“" + choice.list() + "”中",
                        Faults.nearest(
                                text.text(),
                                choice.words(),
                                "可选：" + String.join(" ", choice.words())));
                listed = false;
            }
        }
        return listed;
    }

    private Optional<Resolved> arithmetic(Syntax.Binary binary, Resolved left, Resolved right) {
        Operator operator = binary.operator();
        if (Typing.isQuantity(left.type()) && Typing.isQuantity(right.type())) {
            Optional<Type> type = Typing.quantity(operator, left.type(), right.type());
            if (type.isPresent()) {
                boolean money = type.get() == Simple.MONEY;
                Evaluator exact =
                        new Reckoning.Exact(operator, left.evaluator(), right.evaluator(), money);
                return Optional.of(new Resolved(type.get(), exact));
            }
        }
        boolean spans = Typing.isDuration(left.type()) && Typing.isDuration(right.type());
        if (spans && !Typing.sameUnit(left.type(), right.type())) {
            String what =
                    "单位不同：左边是" + Typing.word(left.type()) + "，右边是" + Typing.word(right.type());
            return checker.fault(Kind.UNIT, binary, what, "两边用同一单位");
        }
        Optional<Type> type = Typing.temporal(operator, left.type(), right.type());
        if (type.isEmpty()) {
            String what =
                    Typing.word(left.type())
                            + "与"
                            + Typing.word(right.type())
                            + "不能用 "
                            + operator.symbol();
            return checker.fault(Kind.TYPE, binary, what, "检查两边的字段与单位");
        }
        return type.map(
                found ->
                        new Resolved(
                                found,
                                new Reckoning.Temporal(
                                        operator, left.evaluator(), right.evaluator())));
    }
}
