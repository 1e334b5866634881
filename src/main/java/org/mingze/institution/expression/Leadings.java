package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Expression.Leading;
import org.mingze.institution.expression.Expression.Tie;

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

    /// The first name outside a set that must equal a path which begins with a name of the set.
    static Optional<Tie> tie(Evaluator evaluator, Set<String> given) {
        return switch (evaluator) {
            case Comparing.Equality(Evaluator left, Evaluator right, boolean negated)
                    when !negated ->
                    tie(left, right, given).or(() -> tie(right, left, given));
            case Logic.All(List<Evaluator> operands) ->
                    operands.stream().flatMap(operand -> tie(operand, given).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<Tie> tie(Evaluator field, Evaluator path, Set<String> given) {
        return field instanceof Access.Bare(String name)
                        && !given.contains(name)
                        && path(path).filter(steps -> given.contains(steps.getFirst())).isPresent()
                ? Optional.of(new Tie(name, path))
                : Optional.empty();
    }
}
