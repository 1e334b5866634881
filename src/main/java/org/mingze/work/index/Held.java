package org.mingze.work.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;

/// 所填 — a field of a type, and what a record that leaves it open must meet.
///
/// @param within of each item of the field, where it is a list; items that leave it open hold
///               nothing
public record Held(
        String type, String field, Optional<String> within, Optional<Expression.Leading> leading) {
    /// What a field of a type holds, whatever else the record says.
    public static Held whole(String type, String field) {
        return new Held(type, field, Optional.empty(), Optional.empty());
    }

    private @Nullable Value in(Map<String, Value> fields) {
        Value value = fields.get(field);
        return within.isEmpty() || !(value instanceof Value.Series(List<Value> items))
                ? value
                : new Value.Series(
                        items.stream()
                                .flatMap(item -> inner(item, within.get()).stream())
                                .toList());
    }

    private static Optional<Value> inner(Value item, String name) {
        return item instanceof Value.Group group
                ? Optional.ofNullable(group.fields().get(name)).filter(value -> !value.isUnknown())
                : Optional.of(item);
    }

    private boolean mayMeet(Map<String, Value> fields) {
        Optional<Value> holds = leading.map(asked -> fields.get(asked.name()));
        return leading.isEmpty()
                || holds.isEmpty()
                || holds.get().isUnknown()
                || leading.get().values().contains(holds.get());
    }

    /// What a record holds there; empty where it may be anything.
    public Optional<Set<Value>> values(Map<String, Value> fields) {
        Value value = in(fields);
        boolean empty =
                within.isEmpty()
                        && value instanceof Value.Series series
                        && series.items().isEmpty();
        if ((ByField.isOpen(value) || empty) && mayMeet(fields)) {
            return Optional.empty();
        }
        Set<Value> held = new LinkedHashSet<>();
        ByField.each(value, held::add);
        return Optional.of(held);
    }

    public void put(ByField places, long mark, Map<String, Value> fields) {
        Value value = in(fields);
        if (!ByField.isOpen(value) || mayMeet(fields)) {
            places.put(mark, value);
        }
    }

    public void take(ByField places, long mark, Map<String, Value> fields) {
        places.take(mark, in(fields));
    }

    /// Leaves alone what is held as it was.
    public void move(ByField places, long mark, Map<String, Value> before, Map<String, Value> now) {
        if (!Objects.equals(in(before), in(now)) || mayMeet(before) != mayMeet(now)) {
            take(places, mark, before);
            put(places, mark, now);
        }
    }
}
