package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.institution.expression.Value;

/// 纪实集 — the records known, found by type and day, by whom they name, and by what they follow.
public final class Records {
    private final Map<Long, RecordHistory> histories = new LinkedHashMap<>();
    private final Map<String, NavigableMap<LocalDate, Set<Long>>> byDay = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Set<Long>>> everByDay = new HashMap<>();
    private final Map<Naming, NavigableMap<LocalDate, Set<Long>>> byNaming = new HashMap<>();
    private final Map<Long, Set<Long>> followers = new HashMap<>();
    private final Map<Long, Set<Long>> followed = new HashMap<>();

    /// Which record type names whom in which field.
    private record Naming(String type, String field, Value.Reference reference) {}

    public Optional<RecordHistory> history(long number) {
        return Optional.ofNullable(histories.get(number));
    }

    /// A record that is not withdrawn.
    public Optional<WorkRecord> find(long number) {
        return history(number).filter(known -> !known.isWithdrawn()).map(RecordHistory::current);
    }

    public Collection<RecordHistory> histories() {
        return histories.values();
    }

    /// Records of a type with 业时 in `from`–`to`, both included, oldest first; withdrawn ones left
    // out.
    public List<WorkRecord> ofType(String type, LocalDate from, LocalDate to) {
        return collect(byDay.get(type), from, to);
    }

    public List<WorkRecord> ofType(String type) {
        return collect(byDay.get(type), LocalDate.MIN, LocalDate.MAX);
    }

    /// Histories of a type with 业时 in `from`–`to`, withdrawn ones included.
    public List<RecordHistory> everOfType(String type, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, Set<Long>> days = everByDay.get(type);
        if (days == null || from.isAfter(to)) {
            return List.of();
        }
        return days.subMap(from, true, to, true).values().stream()
                .flatMap(Set::stream)
                .map(histories::get)
                .toList();
    }

    /// Records of a type that name this body, post or person in a top-level field.
    public List<WorkRecord> naming(
            String type, String field, Value.Reference reference, LocalDate from, LocalDate to) {
        return collect(byNaming.get(new Naming(type, field, reference)), from, to);
    }

    /// Records that follow this one, directly or not, oldest first.
    public List<WorkRecord> followersOf(long number) {
        return reach(number, followers);
    }

    /// Records that this one follows, directly or not, oldest first.
    public List<WorkRecord> followedBy(long number) {
        return reach(number, followed);
    }

    void add(RecordHistory history) {
        histories.put(history.original().number(), history);
        put(everByDay, history.original().type().name(), history.original());
        index(history.current());
    }

    /// Takes a record out as if it had never been added.
    void remove(RecordHistory history) {
        if (!history.isWithdrawn()) {
            remove(history.current());
        }
        take(everByDay, history.original().type().name(), history.original());
        histories.remove(history.original().number());
    }

    /// Changes a history and keeps every index true.
    void change(RecordHistory history, Runnable change) {
        if (!history.isWithdrawn()) {
            remove(history.current());
        }
        change.run();
        if (!history.isWithdrawn()) {
            index(history.current());
        }
    }

    private void index(WorkRecord known) {
        put(byDay, known.type().name(), known);
        known.fields()
                .forEach(
                        (field, value) ->
                                eachReference(
                                        value,
                                        reference ->
                                                put(
                                                        byNaming,
                                                        new Naming(
                                                                known.type().name(),
                                                                field,
                                                                reference),
                                                        known)));
        for (long target : Following.targets(known)) {
            followers.computeIfAbsent(target, _ -> new TreeSet<>()).add(known.number());
            followed.computeIfAbsent(known.number(), _ -> new TreeSet<>()).add(target);
        }
    }

    private void remove(WorkRecord known) {
        take(byDay, known.type().name(), known);
        known.fields()
                .forEach(
                        (field, value) ->
                                eachReference(
                                        value,
                                        reference ->
                                                take(
                                                        byNaming,
                                                        new Naming(
                                                                known.type().name(),
                                                                field,
                                                                reference),
                                                        known)));
        for (long target : Following.targets(known)) {
            followers.getOrDefault(target, new TreeSet<>()).remove(known.number());
            followed.getOrDefault(known.number(), new TreeSet<>()).remove(target);
        }
    }

    private static void eachReference(
            Value value, java.util.function.Consumer<Value.Reference> action) {
        if (value instanceof Value.Reference reference) {
            action.accept(reference);
        } else if (value instanceof Value.Series series) {
            series.items().forEach(item -> eachReference(item, action));
        }
    }

    private static <K> void put(
            Map<K, NavigableMap<LocalDate, Set<Long>>> index, K key, WorkRecord known) {
        index.computeIfAbsent(key, _ -> new TreeMap<>())
                .computeIfAbsent(known.day(), _ -> new TreeSet<>())
                .add(known.number());
    }

    private static <K> void take(
            Map<K, NavigableMap<LocalDate, Set<Long>>> index, K key, WorkRecord known) {
        NavigableMap<LocalDate, Set<Long>> days = index.get(key);
        if (days != null && days.get(known.day()) != null) {
            days.get(known.day()).remove(known.number());
        }
    }

    private List<WorkRecord> collect(
            @org.jspecify.annotations.Nullable NavigableMap<LocalDate, Set<Long>> days,
            LocalDate from,
            LocalDate to) {
        if (days == null || from.isAfter(to)) {
            return List.of();
        }
        List<WorkRecord> found = new ArrayList<>();
        days.subMap(from, true, to, true)
                .values()
                .forEach(numbers -> numbers.forEach(number -> find(number).ifPresent(found::add)));
        found.sort(ORDER);
        return found;
    }

    /// Canonical order: 业时, then number.
    public static final java.util.Comparator<WorkRecord> ORDER =
            java.util.Comparator.comparing(WorkRecord::occurred)
                    .thenComparingLong(WorkRecord::number);

    private List<WorkRecord> reach(long number, Map<Long, Set<Long>> edges) {
        Set<Long> seen = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(edges.getOrDefault(number, Set.of()));
        while (!open.isEmpty()) {
            long next = open.poll();
            if (next != number && seen.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        List<WorkRecord> found = new ArrayList<>();
        seen.forEach(reached -> find(reached).ifPresent(found::add));
        found.sort(ORDER);
        return found;
    }
}
