package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// 系处 — a name of a record that must hold what stands elsewhere for an expression to be true; while
/// that name is unknown, so may the whole be.
///
/// @param within   the field of each item where the name is a list; an item that leaves it open is
///                 not meant
/// @param guards   what stands elsewhere and must be filled
/// @param others   other ways in which the same name may be tied
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

    /// One of these must be held, where nothing but what stands elsewhere is in hand: none where
    /// nothing can be tied; empty where anything may be.
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

    /// Whether it must hold the same on every day: what stands elsewhere begins with a fixed name
    /// and is nobody's post or body of a day.
    public boolean isSteady(Set<String> fixed, Scope scope, World world) {
        return isSteady(elsewhere, fixed, new Evaluator.Frame(scope, world, 0))
                && others.stream().allMatch(way -> way.isSteady(fixed, scope, world));
    }

    private static boolean isSteady(Evaluator evaluator, Set<String> fixed, Evaluator.Frame frame) {
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
