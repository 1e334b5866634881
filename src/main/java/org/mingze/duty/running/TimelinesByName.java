package org.mingze.duty.running;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;
import org.mingze.work.index.Timeline;

/// The timelines of all tallies by whom the records name. They stand side by side for each name,
/// since a record is added to several tallies under the same name.
final class TimelinesByName {
    private static final @Nullable Timeline[] NONE = {};

    private final Map<Value.Reference, @Nullable Timeline[]> rows = new HashMap<>();
    private Value.@Nullable Reference growingLast;
    private @Nullable Timeline[] rowLast = NONE;
    private int places;

    /// The place of one more tally.
    int next() {
        return places++;
    }

    Optional<Timeline> of(Value.Reference name, int place) {
        @Nullable Timeline[] row = rows.getOrDefault(name, NONE);
        return place < row.length ? Optional.ofNullable(row[place]) : Optional.empty();
    }

    /// The timeline of one tally, made if it is not there; for the one who writes.
    Timeline growing(Value.Reference name, int place) {
        if (!name.equals(growingLast) || place >= rowLast.length) {
            rowLast = rows.getOrDefault(name, NONE);
            if (place >= rowLast.length) {
                rowLast = Arrays.copyOf(rowLast, places);
                rows.put(name, rowLast);
            }
            growingLast = name;
        }
        Timeline held = rowLast[place];
        if (held == null) {
            held = new Timeline();
            rowLast[place] = held;
        }
        return held;
    }
}
