package org.mingze.institution.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.institution.expression.Checker.Resolved;
import org.mingze.institution.expression.Folding.Body;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.syntax.Faults.Kind;
import org.mingze.institution.expression.syntax.Syntax;

/// The typing rules of the functions over lists: `f(list, x -> body)`.
final class ListCalls {
    static final Set<String> NAMES =
            Set.of("有", "凡", "计", "筛", "异", "两两", "并", "和", "大", "小", "首", "末");
    private static final Set<String> WITHOUT_BODY = Set.of("有", "计", "异", "两两");

    private record Function(String name, Syntax.Call call, Type item, Evaluator list) {}

    private record Typed(Type type, Body body) {}

    private final Checker checker;

    ListCalls(Checker checker) {
        this.checker = checker;
    }

    Optional<Resolved> check(Syntax.Call call) {
        String name = call.function().text();
        int given = call.arguments().size();
        boolean enough =
                given == 2 ? !name.equals("两两") : given == 1 && WITHOUT_BODY.contains(name);
        if (!enough) {
            String form = name.equals("两两") ? "两两(列表)" : name + "(列表, x -> …)";
            return checker.fault(Kind.ARGUMENTS, call, "“" + name + "”的参数不对", "写成 " + form);
        }
        Syntax first = call.arguments().getFirst();
        Optional<Resolved> list = checker.check(first);
        if (list.isEmpty()) {
            return list;
        }
        if (!(list.get().type() instanceof ListOf items)) {
            String what =
                    "“" + checker.text(first) + "”是" + Typing.word(list.get().type()) + "，不是列表";
            return checker.fault(Kind.TYPE, first, what, "“" + name + "”的第一个参数要写列表");
        }
        Function function = new Function(name, call, items.element(), list.get().evaluator());
        return given == 1 ? whole(function) : each(function);
    }

    private Optional<Resolved> whole(Function function) {
        Body always = Body.of(new Access.Constant(Truth.TRUE));
        return switch (function.name()) {
            case "有" -> truth(new Folding.Quantified(true, function.list(), always));
            case "计" -> integer(new Folding.Count(function.list(), always));
            case "两两" -> {
                Map<String, Type> pair = new LinkedHashMap<>();
                pair.put("甲", function.item());
                pair.put("乙", function.item());
                Type type = new ListOf(new Structure(pair));
                yield Optional.of(new Resolved(type, new Folding.Pairs(function.list())));
            }
            default -> distinct(function, new Typed(function.item(), checker.itself()));
        };
    }

    private Optional<Resolved> each(Function function) {
        Syntax second = function.call().arguments().get(1);
        if (!(second instanceof Syntax.Lambda lambda)) {
            String form =
                    function.name()
                            + "("
                            + checker.text(function.call().arguments().getFirst())
                            + ", x -> …)";
            return checker.fault(Kind.ARGUMENTS, second, "第二个参数要写 x -> …", "写成 " + form);
        }
        int slot = checker.slot();
        Optional<Resolved> found = checker.body(lambda, function.item());
        return found.flatMap(
                body -> {
                    Typed typed = new Typed(body.type(), new Body(slot, body.evaluator()));
                    return switch (function.name()) {
                        case "有", "凡", "计", "筛" -> condition(function, lambda, typed);
                        case "异" -> distinct(function, typed);
                        case "并" -> joined(function, lambda, typed);
                        case "和" -> sum(function, lambda, typed);
                        default -> extreme(function, lambda, typed);
                    };
                });
    }

    private Optional<Resolved> condition(Function function, Syntax.Lambda lambda, Typed typed) {
        if (typed.type() != Simple.TRUTH) {
            String what =
                    "“" + checker.text(lambda.body()) + "”是" + Typing.word(typed.type()) + "，这里要真假";
            return checker.fault(Kind.TYPE, lambda.body(), what, "写成比较，或用 已填(…)、有(…)");
        }
        Evaluator passing = Leadings.narrowed(function.list(), typed.body());
        return switch (function.name()) {
            case "有" -> truth(new Folding.Quantified(true, passing, typed.body()));
            case "凡" -> truth(new Folding.Quantified(false, function.list(), typed.body()));
            case "计" -> integer(new Folding.Count(passing, typed.body()));
            default ->
                    Optional.of(
                            new Resolved(
                                    new ListOf(function.item()),
                                    new Folding.Filtered(passing, typed.body())));
        };
    }

    private Optional<Resolved> distinct(Function function, Typed typed) {
        if (typed.type() instanceof ListOf || typed.type() instanceof Structure) {
            return checker.fault(
                    Kind.TYPE,
                    function.call(),
                    Typing.word(typed.type()) + "不能分辨异同",
                    "写 x -> x.字段，取一个值");
        }
        return Optional.of(
                new Resolved(
                        new ListOf(typed.type()),
                        new Folding.Distinct(function.list(), typed.body())));
    }

    private Optional<Resolved> joined(Function function, Syntax.Lambda lambda, Typed typed) {
        if (!(typed.type() instanceof ListOf)) {
            String what =
                    "“" + checker.text(lambda.body()) + "”是" + Typing.word(typed.type()) + "，不是列表";
            return checker.fault(
                    Kind.TYPE, lambda.body(), what, "“并”把各项的列表连成一个；只取一个值的写 列表.字段 或 异(列表, x -> …)");
        }
        return Optional.of(
                new Resolved(typed.type(), new Folding.Joined(function.list(), typed.body())));
    }

    private Optional<Resolved> sum(Function function, Syntax.Lambda lambda, Typed typed) {
        Type type = typed.type();
        if (Typing.isQuantity(type)) {
            boolean money = type == Simple.MONEY;
            return Optional.of(
                    new Resolved(type, new Measuring.Sum(function.list(), typed.body(), money)));
        }
        if (type instanceof DurationOf duration) {
            Value none = new Value.Duration(new Span(0, duration.unit()));
            return Optional.of(
                    new Resolved(type, new Measuring.SpanSum(function.list(), typed.body(), none)));
        }
        if (Typing.isDuration(type)) {
            Value none = new Value.Unknown("没有可相加的时长");
            return Optional.of(
                    new Resolved(type, new Measuring.SpanSum(function.list(), typed.body(), none)));
        }
        return checker.fault(
                Kind.TYPE, lambda.body(), Typing.word(type) + "不能相加", "“和”只加数、钱和时长；数个数用 计(…)");
    }

    private Optional<Resolved> extreme(Function function, Syntax.Lambda lambda, Typed typed) {
        if (!Typing.isOrdered(typed.type())) {
            return checker.fault(
                    Kind.TYPE, lambda.body(), Typing.word(typed.type()) + "不分大小", "取数、钱、时长、日或时");
        }
        boolean greatest = Set.of("大", "末").contains(function.name());
        boolean item = Set.of("首", "末").contains(function.name());
        Evaluator extreme =
                new Measuring.Extreme(
                        checker.text(function.call()),
                        function.list(),
                        typed.body(),
                        greatest,
                        item);
        return Optional.of(new Resolved(item ? function.item() : typed.type(), extreme));
    }

    private static Optional<Resolved> truth(Evaluator evaluator) {
        return Optional.of(new Resolved(Simple.TRUTH, evaluator));
    }

    private static Optional<Resolved> integer(Evaluator evaluator) {
        return Optional.of(new Resolved(Simple.INTEGER, evaluator));
    }
}
