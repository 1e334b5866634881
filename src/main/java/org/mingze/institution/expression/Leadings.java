package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.institution.expression.Expression.Compared;
import org.mingze.institution.expression.Expression.Leading;
import org.mingze.institution.expression.Expression.Tie;
import org.mingze.institution.expression.syntax.Syntax;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Finds `name = "word"`, `name ∈ ["word", "word"]` and `件 = 起.件` among what must hold, and plain
/// paths such as `起.机构`.
final class Leadings {
    private Leadings() {}

    static Optional<Leading> of(Evaluator evaluator) {
        return switch (evaluator) {
            case Comparing.Equality(Access.Bare(String name), Access.Figure word, boolean not)
                    when !not && word.constant() instanceof Value.Text ->
                    Optional.of(new Leading(name, Set.of(word.constant()), true));
            case Comparing.Membership(Access.Bare(String name), Access.ListOfItems list) ->
                    words(list).map(words -> new Leading(name, words, true));
            case Logic.All(List<Evaluator> operands) ->
                    operands.stream()
                            .flatMap(operand -> of(operand).stream())
                            .findFirst()
                            .map(found -> new Leading(found.name(), found.values(), false));
            default -> Optional.empty();
        };
    }

    private static Optional<Set<Value>> words(Access.ListOfItems list) {
        Set<Value> words = new LinkedHashSet<>();
        for (Evaluator item : list.items()) {
            if (!(item instanceof Access.Figure figure)
                    || !(figure.constant() instanceof Value.Text)) {
                return Optional.empty();
            }
            words.add(figure.constant());
        }
        return Optional.of(words);
    }

    /// The steps of a path, its bare name first; empty if it is none.
    static Optional<List<String>> path(Evaluator evaluator) {
        List<String> steps = new ArrayList<>();
        Evaluator at = evaluator;
        while (at instanceof Access.Step(Evaluator target, String name, var _, var _)) {
            steps.add(name);
            at = target;
        }
        if (!(at instanceof Access.Bare(String name))) {
            return Optional.empty();
        }
        steps.add(name);
        Collections.reverse(steps);
        return Optional.of(steps);
    }

    /// What must hold of a name, as it was written; of an implication, what follows.
    static List<Compared> compared(Syntax syntax, String name, boolean not) {
        return switch (syntax) {
            case Syntax.Junction(var _, List<Syntax> operands, var _) ->
                    operands.stream()
                            .flatMap(operand -> compared(operand, name, not).stream())
                            .toList();
            case Syntax.Negation(Syntax operand, var _) -> compared(operand, name, !not);
            case Syntax.Binary(Operator operator, Syntax left, Syntax right, var _) ->
                    switch (operator) {
                        case IMPLIES -> compared(right, name, not);
                        case EQUAL, UNEQUAL -> {
                            boolean differ = not != (operator == Operator.UNEQUAL);
                            yield Stream.concat(
                                            compared(left, right, name, differ),
                                            compared(right, left, name, differ))
                                    .toList();
                        }
                        case OR, AND, NOT, LESS, GREATER, AT_MOST, AT_LEAST, MEMBER_OF -> List.of();
                        case PLUS, MINUS, TIMES, OVER -> List.of();
                    };
            case Syntax.NumberLiteral _, Syntax.TextLiteral _, Syntax.TruthLiteral _ -> List.of();
            case Syntax.Name _, Syntax.Call _, Syntax.Lambda _ -> List.of();
            case Syntax.ListLiteral _, Syntax.Member _ -> List.of();
        };
    }

    private static Stream<Compared> compared(
            Syntax side, Syntax other, String name, boolean differ) {
        List<String> steps = steps(side);
        List<String> path = steps(other);
        return !steps.isEmpty() && steps.getFirst().equals(name) && path.size() > 1
                ? Stream.of(new Compared(steps, path, differ))
                : Stream.empty();
    }

    private static List<String> steps(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name(String text, var _) -> List.of(text);
            case Syntax.Member(Syntax.Name(String text, var _), List<Syntax.Name> path, var _) ->
                    Stream.concat(Stream.of(text), path.stream().map(Syntax.Name::text)).toList();
            default -> List.of();
        };
    }

    /// The first name outside a set that must hold what stands at a path which begins with a name
    /// of the set.
    static Optional<Tie> tie(Evaluator evaluator, Set<String> given) {
        return ties(evaluator, given).findFirst();
    }

    private static Stream<Tie> ties(Evaluator evaluator, Set<String> given) {
        List<Evaluator> asked = conjuncts(evaluator);
        List<Evaluator> guards = asked.stream().filter(each -> isGuard(each, given)).toList();
        return asked.stream()
                .flatMap(
                        each ->
                                each instanceof Logic.Any(List<Evaluator> ways)
                                        ? oneOf(ways, given)
                                        : tied(each, given).stream())
                .map(found -> found.guarded(guards));
    }

    /// What each of several ways ties alike.
    private static Stream<Tie> oneOf(List<Evaluator> ways, Set<String> given) {
        List<List<Tie>> ties = ways.stream().map(way -> ties(way, given).toList()).toList();
        return ties.getFirst().stream()
                .flatMap(
                        first -> {
                            List<Tie> alike =
                                    ties.stream()
                                            .flatMap(
                                                    way ->
                                                            way.stream()
                                                                    .filter(first::isAlike)
                                                                    .limit(1))
                                            .toList();
                            return alike.size() == ways.size()
                                    ? Stream.of(first.or(alike.subList(1, alike.size())))
                                    : Stream.empty();
                        });
    }

    /// 往(T), in a filter that compares a field of its items with what is the same for all of them:
    /// only what may pass is looked at. Any other list as it is.
    static Evaluator narrowed(Evaluator list, Folding.Body item) {
        return list instanceof Asking.Slice slice && slice.function().equals("往")
                ? conjuncts(item.evaluator()).stream()
                        .flatMap(asked -> narrowed(slice, asked, item.slot()))
                        .min(Comparator.comparing(each -> each.held() instanceof Access.Figure))
                        .<Evaluator>map(each -> each)
                        .orElse(list)
                : list;
    }

    private static Stream<Asking.Narrowed> narrowed(Asking.Slice slice, Evaluator asked, int slot) {
        return asked instanceof Comparing.Equality(Evaluator left, Evaluator right, boolean not)
                        && !not
                ? Stream.concat(
                        narrowed(slice, left, right, slot), narrowed(slice, right, left, slot))
                : Stream.empty();
    }

    private static Stream<Asking.Narrowed> narrowed(
            Asking.Slice slice, Evaluator field, Evaluator held, int slot) {
        boolean same =
                held instanceof Access.Bare
                        || held instanceof Access.Figure
                        || (held instanceof Access.Variable(int other) && other != slot);
        return same
                        && field instanceof Access.Step(Access.Variable(int of), var name, _, _)
                        && of == slot
                ? Stream.of(new Asking.Narrowed(slice, name, held))
                : Stream.empty();
    }

    private static List<Evaluator> conjuncts(Evaluator evaluator) {
        return evaluator instanceof Logic.All(List<Evaluator> operands)
                ? operands.stream().flatMap(each -> conjuncts(each).stream()).toList()
                : List.of(evaluator);
    }

    /// 已填 of what stands elsewhere.
    private static boolean isGuard(Evaluator asked, Set<String> given) {
        return asked instanceof Access.Filled(Evaluator field, var _) && isGiven(field, given);
    }

    private static boolean isGiven(Evaluator evaluator, Set<String> given) {
        if (evaluator instanceof Access.Bare(String name)) {
            return given.contains(name);
        }
        List<Evaluator> parts = parts(evaluator);
        return parts.isEmpty()
                ? path(evaluator).filter(steps -> given.contains(steps.getFirst())).isPresent()
                : parts.stream().allMatch(each -> isGiven(each, given));
    }

    /// What a list written out, or a question about the organization, is made of.
    private static List<Evaluator> parts(Evaluator evaluator) {
        return switch (evaluator) {
            case Access.ListOfItems(List<Evaluator> items) -> items;
            case Asking.Ask(var _, List<Evaluator> asked) -> asked;
            default -> List.of();
        };
    }

    private static Optional<Tie> tied(Evaluator asked, Set<String> given) {
        return switch (asked) {
            case Comparing.Equality(Evaluator left, Evaluator right, boolean not) when !not ->
                    plain(left, right, Tie.Holds.IT, given)
                            .or(() -> plain(right, left, Tie.Holds.IT, given));
            case Comparing.Membership(Evaluator item, Evaluator list) ->
                    plain(item, list, Tie.Holds.ONE_OF_THEM, given)
                            .or(() -> plain(list, item, Tie.Holds.IT, given));
            case Folding.Quantified(boolean some, Access.Bare(String list), Folding.Body item)
                    when some && !given.contains(list) ->
                    within(list, item, given);
            case Folding.Quantified(boolean some, Evaluator all, Folding.Body each)
                    when !some && isGiven(all, given) ->
                    each.evaluator()
                                            instanceof
                                            Folding.Quantified(
                                                    boolean within,
                                                    Access.Bare(String list),
                                                    Folding.Body item)
                                    && within
                                    && !given.contains(list)
                            ? inner(item, new Access.Variable(each.slot()))
                                    .map(name -> Tie.within(list, name, all, Tie.Holds.ALL_OF_THEM))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Tie> plain(
            Evaluator field, Evaluator path, Tie.Holds how, Set<String> given) {
        return field instanceof Access.Bare(String name)
                        && !given.contains(name)
                        && isGiven(path, given)
                ? Optional.of(Tie.plain(name, path, how))
                : Optional.empty();
    }

    /// 有(list, a -> 已填(a.x) 且 a.x = 起.y), and the same with ∈.
    private static Optional<Tie> within(String list, Folding.Body item, Set<String> given) {
        for (Evaluator asked : conjuncts(item.evaluator())) {
            Optional<Evaluator> elsewhere =
                    switch (asked) {
                        case Comparing.Equality(Evaluator left, Evaluator right, boolean not)
                                when !not ->
                                isGiven(right, given)
                                        ? Optional.of(right)
                                        : Optional.of(left).filter(it -> isGiven(it, given));
                        case Comparing.Membership(var _, Evaluator among) ->
                                Optional.of(among).filter(it -> isGiven(it, given));
                        default -> Optional.empty();
                    };
            Tie.Holds how =
                    asked instanceof Comparing.Membership ? Tie.Holds.ONE_OF_THEM : Tie.Holds.IT;
            Optional<Tie> found =
                    elsewhere.flatMap(
                            path ->
                                    inner(item, path)
                                            .map(name -> Tie.within(list, name, path, how)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The field of an item that must be filled and hold this.
    private static Optional<String> inner(Folding.Body item, Evaluator held) {
        List<Evaluator> asked = conjuncts(item.evaluator());
        return asked.stream()
                .flatMap(
                        each ->
                                switch (each) {
                                    case Comparing.Equality(Evaluator left, var right, var not)
                                            when !not && right.equals(held) ->
                                            Stream.of(left);
                                    case Comparing.Equality(var left, Evaluator right, var not)
                                            when !not && left.equals(held) ->
                                            Stream.of(right);
                                    case Comparing.Membership(Evaluator of, Evaluator list)
                                            when list.equals(held) ->
                                            Stream.of(of);
                                    default -> Stream.<Evaluator>empty();
                                })
                .filter(
                        each ->
                                each instanceof Access.Step(Access.Variable(int slot), _, _, _)
                                        && slot == item.slot())
                .filter(each -> asked.contains(new Access.Filled(each, false)))
                .map(each -> ((Access.Step) each).name())
                .findFirst();
    }
}
