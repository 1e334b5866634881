package org.mingze.work;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;

/// 承 — which records a record follows: what its 承 fields refer to, inside lists and structures too.
final class Following {
    private Following() {}

    static Set<Long> targets(WorkRecord known) {
        Set<Long> targets = new TreeSet<>();
        for (RecordType.Field field : known.type().fields().values()) {
            Value value = known.fields().get(field.name());
            if (value == null) {
                continue;
            }
            if (field.follows()) {
                collect(value, targets);
            }
            for (String path : field.followingPaths()) {
                walk(value, path.substring(path.indexOf('.') + 1), targets);
            }
        }
        return targets;
    }

    static List<WorkRecord> cited(WorkRecord record, Records records) {
        Set<WorkRecord> found = new LinkedHashSet<>();
        for (long target : targets(record)) {
            records.find(target).ifPresent(found::add);
            found.addAll(records.followedBy(target));
        }
        List<WorkRecord> ordered = new ArrayList<>(found);
        ordered.sort(Records.ORDER);
        return ordered;
    }

    static List<RecordHistory> ever(RecordHistory history, Records records) {
        Set<Long> found = new LinkedHashSet<>();
        for (WorkRecord state : history.states()) {
            for (long target : targets(state)) {
                found.add(target);
                records.followedBy(target).forEach(further -> found.add(further.number()));
            }
        }
        return found.stream().flatMap(number -> records.history(number).stream()).toList();
    }

    private static void walk(Value value, String path, Set<Long> targets) {
        switch (value) {
            case Value.Series series -> series.items().forEach(item -> walk(item, path, targets));
            case Value.Group(Map<String, Value> fields) -> {
                int dot = path.indexOf('.');
                Value inner = fields.get(dot < 0 ? path : path.substring(0, dot));
                if (inner != null && dot < 0) {
                    collect(inner, targets);
                } else if (inner != null) {
                    walk(inner, path.substring(dot + 1), targets);
                }
            }
            case Value _ -> {}
        }
    }

    private static void collect(Value value, Set<Long> targets) {
        if (value instanceof Value.Link(long number)) {
            targets.add(number);
        } else if (value instanceof Value.Series series) {
            series.items().forEach(item -> collect(item, targets));
        }
    }
}
