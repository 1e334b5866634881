package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.syntax.Faults;
import org.mingze.institution.expression.syntax.Faults.Kind;
import org.mingze.institution.expression.syntax.Syntax;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Gives every part its type and turns it into what can be executed; notes all faults on the way.
///
/// A part that is wrong yields nothing, so that one mistake is told once.
final class Checker {
    /// A part with its type, ready to be executed.
    record Resolved(Type type, Evaluator evaluator) {}

    private record Bound(String name, Type type) {}

    private final Names names;
    private final Faults faults;
    private final String source;
    private final List<Bound> variables = new ArrayList<>();
    private final Set<String> reads = new LinkedHashSet<>();
    private final Operators operators = new Operators(this);
    private final ListCalls listCalls = new ListCalls(this);
    private final Members members;
    private final WorldCalls worldCalls = new WorldCalls(this);
    private int slots;
    private boolean asksBeyond;

    Checker(String source, Names names, Faults faults) {
        this.source = source;
        this.names = names;
        this.faults = faults;
        this.members = new Members(names);
    }

    Names names() {
        return names;
    }

    Set<String> reads() {
        return Set.copyOf(reads);
    }

    int slots() {
        return slots;
    }

    /// Whether any part asks about other records or the organization.
    boolean asksBeyond() {
        return asksBeyond;
    }

    String text(Syntax syntax) {
        return source.substring(syntax.place().start(), syntax.place().end());
    }

    Optional<Resolved> fault(Kind kind, Syntax at, String message, String remedy) {
        faults.add(kind, at, message, remedy);
        return Optional.empty();
    }

    Optional<Resolved> check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.NumberLiteral number -> number(number);
            case Syntax.TextLiteral text -> constant(Simple.TEXT, new Value.Text(text.text()));
            case Syntax.TruthLiteral truth -> constant(Simple.TRUTH, Value.Truth.of(truth.value()));
            case Syntax.Name name -> name(name);
            case Syntax.Call call -> call(call);
            case Syntax.Lambda lambda ->
                    fault(Kind.SYNTAX, lambda, "“->”只能写在列表函数里", "如 有(议程, x -> x.临时)");
            case Syntax.ListLiteral list -> list(list);
            case Syntax.Member member -> member(member);
            case Syntax.Binary binary -> operators.check(binary);
            case Syntax.Negation negation ->
                    truth(negation.operand())
                            .map(operand -> new Resolved(Simple.TRUTH, new Logic.Not(operand)));
            case Syntax.Junction junction -> junction(junction);
        };
    }

    /// A part that must be 真假.
    Optional<Evaluator> truth(Syntax syntax) {
        return check(syntax)
                .flatMap(
                        found ->
                                found.type() == Simple.TRUTH
                                        ? Optional.of(found)
                                        : fault(
                                                Kind.TYPE,
                                                syntax,
                                                "“"
                                                        + text(syntax)
                                                        + "”是"
                                                        + Typing.word(found.type())
                                                        + "，这里要真假",
                                                "写成比较，或用 已填(…)、有(…)"))
                .map(Resolved::evaluator);
    }

    /// The body of a lambda with its variable bound to the type of the list's items.
    Optional<Resolved> body(Syntax.Lambda lambda, Type item) {
        String name = lambda.parameter().text();
        boolean bound = variables.stream().anyMatch(variable -> variable.name().equals(name));
        if (bound || names.type(name).isPresent()) {
            return fault(Kind.NAME, lambda.parameter(), "“" + name + "”已有所指", "给 -> 前的名称换一个字");
        }
        variables.add(new Bound(name, item));
        slots = Math.max(slots, variables.size());
        Optional<Resolved> body = check(lambda.body());
        variables.removeLast();
        return body;
    }

    /// `x -> x`.
    Folding.Body itself() {
        slots = Math.max(slots, variables.size() + 1);
        return new Folding.Body(variables.size(), new Access.Variable(variables.size()));
    }

    /// The slot of the variable of a lambda that is about to be, or was just, checked here.
    int slot() {
        return variables.size();
    }

    private static Optional<Resolved> constant(Type type, Value value) {
        return Optional.of(new Resolved(type, new Access.Figure(value, Range.of(value))));
    }

    private Optional<Resolved> number(Syntax.NumberLiteral number) {
        Optional<Value> value = Reckoning.literal(number.digits(), number.unit());
        if (value.isEmpty()) {
            return fault(
                    Kind.NUMBER, number, "“" + text(number) + "”不是可用的时长", "时长写不超过十万的整数，或换较小的单位");
        }
        Type type =
                switch (value.get()) {
                    case Value.Money _ -> Simple.MONEY;
                    case Value.Duration duration -> new DurationOf(duration.span().unit());
                    case Value.Numeric figure when figure.value().isWhole() -> Simple.INTEGER;
                    default -> Simple.NUMBER;
                };
        return constant(type, value.get());
    }

    private Optional<Resolved> name(Syntax.Name name) {
        for (int slot = 0; slot < variables.size(); slot++) {
            if (variables.get(slot).name().equals(name.text())) {
                return Optional.of(
                        new Resolved(variables.get(slot).type(), new Access.Variable(slot)));
            }
        }
        Optional<Type> type = names.type(name.text());
        if (type.isEmpty()) {
            return unknownName(name);
        }
        reads.add(name.text());
        if (names.isDerived(name.text())) {
            asksBeyond = true;
            return Optional.of(new Resolved(type.get(), new Access.Derived(name.text())));
        }
        return Optional.of(held(type.get(), new Access.Bare(name.text())));
    }

    /// An absent list of evidence counts as empty.
    private static Resolved held(Type type, Evaluator evaluator) {
        boolean attachments = type instanceof ListOf list && list.element() == Simple.EVIDENCE;
        return new Resolved(type, attachments ? new Access.Attachments(evaluator) : evaluator);
    }

    private Optional<Resolved> unknownName(Syntax.Name name) {
        if (names.recordTypes().contains(name.text())) {
            return fault(
                    Kind.NAME,
                    name,
                    "记录类型“" + name.text() + "”不能单独使用",
                    "写成 期内("
                            + name.text()
                            + ")、往("
                            + name.text()
                            + ") 或 承(此, "
                            + name.text()
                            + ")");
        }
        Set<String> visible = new TreeSet<>(names.visible());
        variables.forEach(variable -> visible.add(variable.name()));
        boolean glued = name.text().matches(".*[且或非].*");
        String otherwise = glued ? "且、或、非前后各空一格" : "只能用这里看得见的字段、参数和名称";
        return fault(
                Kind.NAME,
                name,
                "这里没有名为“" + name.text() + "”的字段或参数",
                Faults.nearest(name.text(), visible, otherwise));
    }

    private Optional<Resolved> call(Syntax.Call call) {
        String function = call.function().text();
        boolean known = ListCalls.NAMES.contains(function) || WorldCalls.NAMES.contains(function);
        if (known && !names.allows(function)) {
            return fault(Kind.FUNCTION, call.function(), "这里不能用函数“" + function + "”", "改用这一栏允许的函数");
        }
        if (ListCalls.NAMES.contains(function)) {
            return listCalls.check(call);
        }
        if (WorldCalls.NAMES.contains(function)) {
            asksBeyond |= !WorldCalls.CALENDAR.contains(function);
            return worldCalls.check(call);
        }
        if (names.type(function).orElse(Simple.TEXT) instanceof Structure table) {
            reads.add(function);
            return worldCalls.table(call, table);
        }
        if (WorldCalls.TALLIES.contains(function)) {
            asksBeyond = true;
            return worldCalls.tally(call);
        }
        Set<String> functions = new HashSet<>(ListCalls.NAMES);
        functions.addAll(WorldCalls.NAMES);
        return fault(
                Kind.FUNCTION,
                call.function(),
                "没有函数“" + function + "”",
                Faults.nearest(function, functions, "函数见表达式一节的函数表"));
    }

    private Optional<Resolved> list(Syntax.ListLiteral list) {
        if (list.items().isEmpty()) {
            return fault(Kind.SYNTAX, list, "方括号里没有内容", "要问列表是否为空，写 计(…) = 0");
        }
        List<Resolved> items = list.items().stream().flatMap(i -> check(i).stream()).toList();
        if (items.size() < list.items().size()) {
            return Optional.empty();
        }
        Optional<Type> element =
                items.stream()
                        .map(item -> Optional.of(item.type()))
                        .reduce((a, b) -> a.flatMap(x -> b.flatMap(y -> Typing.join(x, y))))
                        .flatMap(joined -> joined);
        if (element.isEmpty() || element.get() instanceof ListOf) {
            return fault(Kind.TYPE, list, "列表里的各项不是同一种", "一个列表只放同一种值");
        }
        List<Evaluator> parts = items.stream().map(Resolved::evaluator).toList();
        return Optional.of(new Resolved(new ListOf(element.get()), new Access.ListOfItems(parts)));
    }

    private Optional<Resolved> junction(Syntax.Junction junction) {
        List<Evaluator> operands =
                junction.operands().stream().flatMap(part -> truth(part).stream()).toList();
        if (operands.size() < junction.operands().size()) {
            return Optional.empty();
        }
        boolean all = junction.operator() == Operator.AND;
        return Optional.of(
                new Resolved(
                        Simple.TRUTH, all ? new Logic.All(operands) : new Logic.Any(operands)));
    }

    private Optional<Resolved> member(Syntax.Member member) {
        Optional<Resolved> held = check(member.target());
        String path = isVariable(member.target()) ? "" : text(member.target()) + ".";
        for (Syntax.Name name : member.path()) {
            String so = path + name.text();
            held = held.flatMap(target -> step(target, name, so));
            path = so + ".";
        }
        return held;
    }

    private boolean isVariable(Syntax target) {
        return target instanceof Syntax.Name name
                && variables.stream().anyMatch(bound -> bound.name().equals(name.text()));
    }

    private Optional<Resolved> step(Resolved target, Syntax.Name name, String path) {
        boolean spread = target.type() instanceof ListOf;
        Type owner = target.type() instanceof ListOf list ? list.element() : target.type();
        asksBeyond |= !(owner instanceof Structure);
        Optional<Type> type = members.type(owner, name.text());
        if (type.isEmpty()) {
            return fault(
                    Kind.FIELD,
                    name,
                    Typing.word(owner) + "没有“" + name.text() + "”",
                    members.remedy(owner, name.text()));
        }
        if (!spread) {
            boolean inside = owner instanceof Structure && path.length() > name.text().length();
            String so = inside ? path.substring(0, path.length() - name.text().length() - 1) : "";
            Access.Step step =
                    new Access.Step(target.evaluator(), name.text(), path, inside ? so + "未填" : "");
            return Optional.of(held(type.get(), step));
        }
        Type element = type.get() instanceof ListOf inner ? inner.element() : type.get();
        Access.Steps steps = new Access.Steps(target.evaluator(), name.text(), path, type.get());
        return Optional.of(new Resolved(new ListOf(element), steps));
    }
}
