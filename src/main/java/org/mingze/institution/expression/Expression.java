package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mingze.institution.expression.Checker.Resolved;
import org.mingze.institution.expression.Rendering.Conjunct;
import org.mingze.institution.expression.syntax.Cost;
import org.mingze.institution.expression.syntax.Faults;
import org.mingze.institution.expression.syntax.Parser;
import org.mingze.institution.expression.syntax.Syntax;
import org.mingze.institution.expression.syntax.Wording;

/// 表达式 — a checked expression: total, typed, free of side effects.
public final class Expression {
    private final String source;
    private final Type type;
    private final Set<String> reads;
    private final int variables;
    private final Evaluator evaluator;
    private final List<Conjunct> conjuncts;
    private final boolean asksBeyond;
    private final Cost cost;

    private Expression(
            String source,
            Resolved resolved,
            Checker checker,
            List<Conjunct> conjuncts,
            Cost cost) {
        this.source = source;
        this.cost = cost;
        this.type = resolved.type();
        this.reads = checker.reads();
        this.variables = checker.slots();
        this.evaluator = resolved.evaluator();
        this.conjuncts = conjuncts;
        this.asksBeyond = checker.asksBeyond();
    }

    /// 首要条件 — a name that must have one of these values for the expression to be true.
    ///
    /// @param whole whether nothing else is asked
    public record Leading(String name, Set<Value> values, boolean whole) {}

    /// The condition by which records can be told apart at once; empty if there is none.
    public Optional<Leading> leading() {
        return Leadings.of(evaluator);
    }

    /// 比对 — a name, or what stands at a step of it, compared with what stands at a path.
    ///
    /// @param steps the name first: 人, or 人.机构
    /// @param path  of two steps at least
    /// @param not   whether they must differ
    public record Compared(List<String> steps, List<String> path, boolean not) {}

    /// Where a condition that was checked before compares a name; a name inside a call or of an
    /// item of a list is another one.
    public static List<Compared> compared(String condition, String name) {
        return Parser.parse(condition, new Faults())
                .map(syntax -> Leadings.compared(syntax, name, false))
                .orElse(List.of());
    }

    /// The steps of a path such as `起.机构`; empty if it is anything else.
    public Optional<List<String>> path() {
        return Leadings.path(evaluator);
    }

    /// 系处 — a name of a record that must hold what stands elsewhere for an expression to be
    /// true; while that name is unknown, so may the whole be.
    ///
    /// @param within the field of each item where the name is a list; an item that leaves it open
    ///               is not meant
    /// @param guards what stands elsewhere and must be filled
    /// @param others other ways in which the same name may be tied
    public record Tie(
            String name,
            Optional<String> within,
            Evaluator elsewhere,
            Holds holds,
            List<Evaluator> guards,
            List<Tie> others) {

        /// What the name holds of what stands elsewhere.
        public enum Holds {
            IT,
            ONE_OF_THEM,
            ALL_OF_THEM
        }

        static Tie plain(String name, Evaluator elsewhere, Holds holds) {
            return new Tie(name, Optional.empty(), elsewhere, holds, List.of(), List.of());
        }

        static Tie within(String list, String field, Evaluator elsewhere, Holds holds) {
            return new Tie(list, Optional.of(field), elsewhere, holds, List.of(), List.of());
        }

        Tie guarded(List<Evaluator> filled) {
            List<Evaluator> all = Stream.concat(guards.stream(), filled.stream()).toList();
            return new Tie(name, within, elsewhere, holds, all, others);
        }

        Tie or(List<Tie> ways) {
            return new Tie(name, within, elsewhere, holds, guards, ways);
        }

        boolean isAlike(Tie other) {
            return name.equals(other.name) && within.equals(other.within);
        }

        /// One of these must be held, where nothing but what stands elsewhere is in hand: none
        /// where nothing can be tied; empty where anything may be.
        public Optional<List<Value>> values(Scope scope, World world) {
            List<Value> all = new ArrayList<>();
            for (Tie way : Stream.concat(Stream.of(this), others.stream()).toList()) {
                Optional<List<Value>> these = way.ownValues(scope, world);
                if (these.isEmpty()) {
                    return these;
                }
                all.addAll(these.get());
            }
            return Optional.of(all);
        }

        private Optional<List<Value>> ownValues(Scope scope, World world) {
            Evaluator.Frame frame = new Evaluator.Frame(scope, world, 0);
            if (guards.stream().anyMatch(each -> each.value(frame).equals(Value.Truth.FALSE))) {
                return Optional.of(List.of());
            }
            Value value = elsewhere.value(frame);
            List<Value> asked =
                    holds == Holds.IT
                            ? List.of(value)
                            : value instanceof Value.Series(List<Value> items) ? items : List.of();
            if (value.isUnknown() || asked.stream().anyMatch(each -> !isName(each))) {
                return Optional.empty();
            }
            return switch (holds) {
                case IT, ONE_OF_THEM -> Optional.of(asked);
                case ALL_OF_THEM ->
                        asked.isEmpty() ? Optional.empty() : Optional.of(asked.subList(0, 1));
            };
        }

        /// 别处 — a path at which stands what the name must hold, one by one where it is a list.
        ///
        /// @param filled whether nothing is tied where it is empty
        public record Elsewhere(List<String> path, boolean filled) {}

        /// Where each of the ways looks; empty if one of them is no plain path.
        public Optional<List<Elsewhere>> elsewheres() {
            List<Elsewhere> all = new ArrayList<>();
            for (Tie way : Stream.concat(Stream.of(this), others.stream()).toList()) {
                Optional<List<String>> path = Leadings.path(way.elsewhere);
                if (path.isEmpty() || way.holds == Holds.ALL_OF_THEM) {
                    return Optional.empty();
                }
                boolean filled = way.guards.contains(new Access.Filled(way.elsewhere, false));
                all.add(new Elsewhere(path.get(), filled));
            }
            return Optional.of(all);
        }

        /// Whether it must hold the same on every day: what stands elsewhere begins with a fixed
        /// name and is nobody's post or body of a day.
        public boolean isSteady(Set<String> fixed, Scope scope, World world) {
            return isSteady(elsewhere, fixed, new Evaluator.Frame(scope, world, 0))
                    && others.stream().allMatch(way -> way.isSteady(fixed, scope, world));
        }

        private static boolean isSteady(
                Evaluator evaluator, Set<String> fixed, Evaluator.Frame frame) {
            return switch (evaluator) {
                case Access.Bare(String name) -> fixed.contains(name);
                case Access.Step(Evaluator target, var _, var _, var _) ->
                        isSteady(target, fixed, frame)
                                && !(target.value(frame) instanceof Value.Reference);
                default -> false;
            };
        }

        private static boolean isName(Value value) {
            return value instanceof Value.Reference
                    || value instanceof Value.Link
                    || value instanceof Value.Text;
        }
    }

    /// The first name that must hold what stands at a path beginning with one of the given names.
    public Optional<Tie> tie(Set<String> given) {
        return Leadings.tie(evaluator, given);
    }

    /// Whether it asks about other records, the organization or stages, and not only about the
    /// values of its names and the calendar.
    public boolean asksBeyond() {
        return asksBeyond;
    }

    /// 差错 — what is wrong with an expression, at `offset` (UTF-16) for `length` characters.
    public record Fault(int offset, int length, String code, String message, String remedy) {}

    /// Either a checked expression, or the faults that stopped it.
    public sealed interface Checked {
        record Sound(Expression expression) implements Checked {}

        record Faulty(List<Fault> faults) implements Checked {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /// The first conjunct that does not hold, and what was read: `类=自学`, `计(材料)=0`, `署名未填`.
    ///
    /// @param unknown whether it fails only for want of a value
    public record Failing(String condition, String read, boolean unknown) {}

    /// Parses and checks; `expected` empty means any type.
    public static Checked check(String source, Names names, Optional<Type> expected) {
        Faults faults = new Faults();
        Optional<Syntax> parsed = Parser.parse(source, faults);
        if (parsed.isEmpty()) {
            return faulty(faults);
        }
        Syntax syntax = parsed.get();
        Checker checker = new Checker(source, names, faults);
        Optional<Resolved> resolved = checker.check(syntax);
        resolved.ifPresent(found -> expected.ifPresent(type -> fits(syntax, found, type, checker)));
        Cost cost = Cost.of(syntax, names::cost);
        if (!cost.isWithinBounds()) {
            tooCostly(cost, syntax, faults);
        }
        if (resolved.isEmpty() || !faults.isEmpty()) {
            return faulty(faults);
        }
        List<Conjunct> conjuncts = Rendering.conjuncts(syntax, resolved.get(), checker);
        return new Checked.Sound(new Expression(source, resolved.get(), checker, conjuncts, cost));
    }

    private static void tooCostly(Cost cost, Syntax syntax, Faults faults) {
        String message =
                cost.loops() > Cost.LOOPS_MAX
                        ? "列表套列表 " + cost.loops() + " 层，最多 " + Cost.LOOPS_MAX + " 层"
                        : "连同用到的定义超过 " + Cost.PARTS_MAX + " 部分";
        faults.add(Faults.Kind.TOO_COSTLY, syntax, message, "拆成几条职责，或改写定义");
    }

    private static Checked faulty(Faults faults) {
        return new Checked.Faulty(
                faults.found().stream()
                        .map(
                                fault ->
                                        new Fault(
                                                fault.start(),
                                                fault.end() - fault.start(),
                                                fault.kind().code(),
                                                fault.message(),
                                                fault.remedy()))
                        .toList());
    }

    private static void fits(Syntax syntax, Resolved found, Type expected, Checker checker) {
        if (!Typing.fits(found.type(), expected)) {
            String message = "这里要" + Typing.word(expected) + "，写的是" + Typing.word(found.type());
            checker.fault(Faults.Kind.TYPE, syntax, message, "改成" + Typing.word(expected));
        } else {
            new Operators(checker).wordsListed(syntax, expected);
        }
    }

    public String source() {
        return source;
    }

    /// As it was written, so that a rule can be compared and shown as text.
    @Override
    public String toString() {
        return source;
    }

    /// The expression in plain Chinese words.
    ///
    /// @param called what a name is called: a parameter by its value, 起 by its record
    public String inWords(UnaryOperator<String> called) {
        return Wording.of(source, type == Type.Simple.TRUTH, called);
    }

    /// The words of a condition that was checked before, of which only the text is at hand.
    public static String inWords(String condition) {
        return Wording.of(condition, true, UnaryOperator.identity());
    }

    public Type type() {
        return type;
    }

    /// The bound of what one evaluation costs.
    public Cost cost() {
        return cost;
    }

    /// The bare names that it reads.
    public Set<String> reads() {
        return reads;
    }

    public Value evaluate(Scope scope, World world) {
        return evaluator.value(new Evaluator.Frame(scope, world, variables));
    }

    /// 所得 — what an evaluation tells of on its way, in the order met.
    public interface Telling {
        Telling NOTHING = new Telling() {};

        /// An item that a condition of 筛 or 计 kept for certain.
        default void kept(Value item) {}

        /// What 和 added for a body, a post or a person, after what was kept for it.
        default void added(Value.Reference who, Rational amount) {}

        /// How many more than it finds a 计 is to count, where one asks what more would come to.
        default int supposed() {
            return 0;
        }
    }

    public Value evaluate(Scope scope, World world, Telling telling) {
        return evaluator.value(new Evaluator.Frame(scope, world, variables, telling));
    }

    /// Empty when the expression is true.
    public Optional<Failing> firstFailing(Scope scope, World world) {
        Evaluator.Frame frame = new Evaluator.Frame(scope, world, variables);
        for (Conjunct conjunct : conjuncts) {
            Optional<Failing> failing = conjunct.failing(frame);
            if (failing.isPresent()) {
                return failing;
            }
        }
        return Optional.empty();
    }
}
