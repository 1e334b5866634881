package org.mingze.institution.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Expression.Leading;

/// Finds `name = "word"` or `name ∈ ["word", "word"]` among what must hold.
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
}
