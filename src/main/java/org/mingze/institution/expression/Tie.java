package org.mingze.institution.expression;

import java.util.List;
import java.util.Optional;

/// 系处 — a name of a record that must hold what stands elsewhere for an expression to be true; while
/// that name is unknown, so may the whole be.
///
/// @param within   the field of each item where the name is a list; an item that leaves it open is
///                 not meant
/// @param guards   what stands elsewhere and must be filled
public record Tie(
        String name,
        Optional<String> within,
        Evaluator elsewhere,
        Holds holds,
        List<Evaluator> guards) {

    /// What the name holds of what stands elsewhere.
    public enum Holds {
        IT,
        ONE_OF_THEM,
        ALL_OF_THEM
    }

    static Tie plain(String name, Evaluator elsewhere, Holds holds) {
        return new Tie(name, Optional.empty(), elsewhere, holds, List.of());
    }

    static Tie within(String list, String field, Evaluator elsewhere, Holds holds) {
        return new Tie(list, Optional.of(field), elsewhere, holds, List.of());
    }

    Tie guarded(List<Evaluator> filled) {
        return new Tie(name, within, elsewhere, holds, filled);
    }

    /// One of these must be held, where nothing but what stands elsewhere is in hand: none where
    /// nothing can be tied; empty where anything may be.
    public Optional<List<Value>> values(Scope scope, World world) {
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
            case ALL_OF_THEM -> asked.isEmpty() ? Optional.empty() : Optional.of(asked.subList(0, 1));
        };
    }

    /// Whether it must hold the same on every day: what stands elsewhere is nobody's post of a day.
    public boolean isSteady(Scope scope, World world) {
        return isSteady(elsewhere, new Evaluator.Frame(scope, world, 0));
    }

    private static boolean isSteady(Evaluator evaluator, Evaluator.Frame frame) {
        return switch (evaluator) {
            case Access.Bare _ -> true;
            case Access.Step(Evaluator target, var _, var _, var _) ->
                    isSteady(target, frame) && !(target.value(frame) instanceof Value.Reference);
            default -> false;
        };
    }

    private static boolean isName(Value value) {
        return value instanceof Value.Reference
                || value instanceof Value.Link
                || value instanceof Value.Text;
    }
}
