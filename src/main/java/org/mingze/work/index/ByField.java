package org.mingze.work.index;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;

/// 字段索引 — the records of a type by what one of their fields holds: a list stands under
/// each of its items, and what is not known, or not wholly, stands apart.
public final class ByField {
    private final Map<Value, Timeline> places = new HashMap<>();
    private final Timeline open = new Timeline();

    public void put(long mark, @Nullable Value value) {
        if (isOpen(value)) {
            open.add(mark);
        }
        each(value, held -> places.computeIfAbsent(held, _ -> new Timeline()).add(mark));
    }

    public void take(long mark, @Nullable Value value) {
        if (isOpen(value)) {
            open.remove(mark);
        }
        each(
                value,
                held -> {
                    Timeline timeline = places.get(held);
                    if (timeline != null) {
                        timeline.remove(mark);
                    }
                });
    }

    public @Nullable Timeline holding(Value value) {
        return places.get(value);
    }

    /// Those of which it is not known what they hold.
    public Timeline open() {
        return open;
    }

    public Set<Value> values() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /// Whether it is not known, or not wholly, what is held.
    public static boolean isOpen(@Nullable Value value) {
        return value == null
                || value.isUnknown()
                || (value instanceof Value.Series series
                        && series.items().stream().anyMatch(Value::isUnknown));
    }

    /// Each known value that is held, once.
    static void each(@Nullable Value value, Consumer<Value> action) {
        if (value instanceof Value.Series(List<Value> items)) {
            Set<Value> seen = new LinkedHashSet<>(items);
            seen.forEach(item -> each(item, action));
        } else if (value != null && !value.isUnknown()) {
            action.accept(value);
        }
    }
}
