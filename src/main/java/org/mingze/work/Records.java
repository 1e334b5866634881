package org.mingze.work;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;

/// 纪实集 — the records known, found by type and day, by whom they name, and by what they follow.
public final class Records {
    private final Map<Long, RecordHistory> histories = new LinkedHashMap<>();
    private final Map<String, NavigableMap<Place, RecordHistory>> byDay = new HashMap<>();
    private final Map<String, NavigableMap<Place, RecordHistory>> everByDay = new HashMap<>();
    private final Map<Naming, NavigableMap<Place, RecordHistory>> byNaming = new HashMap<>();
    private final Map<Blank, NavigableMap<Place, RecordHistory>> byBlank = new HashMap<>();
    private final Map<Long, Set<Long>> followers = new HashMap<>();
    private final Map<Long, Set<Long>> followed = new HashMap<>();

    /// Where a record stands among others: by 业时, then by number.
    private record Place(long second, long number) implements Comparable<Place> {
        private static final long FIRST = Long.MIN_VALUE;

        static Place of(WorkRecord record) {
            return new Place(
                    record.occurred().moment().toEpochSecond(ZoneOffset.UTC), record.number());
        }

        /// Before every record of a day.
        static Place before(LocalDate day) {
            long second =
                    day.equals(LocalDate.MIN)
                            ? FIRST
                            : day.equals(LocalDate.MAX)
                                    ? Long.MAX_VALUE
                                    : day.toEpochDay() * SECONDS_PER_DAY;
            return new Place(second, 0);
        }

        @Override
        public int compareTo(Place other) {
            return second != other.second
                    ? Long.compare(second, other.second)
                    : Long.compare(number, other.number);
        }
    }

    private static final long SECONDS_PER_DAY = 86_400;

    /// Which record type names whom in which field.
    private record Naming(String type, String field, Value.Reference reference) {}

    /// A field that should name somebody and leaves it open.
    private record Blank(String type, String field) {}

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
        return List.copyOf(between(everByDay.get(type), from, to));
    }

    /// Records of a type that name this body, post or person in a top-level field.
    public List<WorkRecord> naming(
            String type, String field, Value.Reference reference, LocalDate from, LocalDate to) {
        return collect(byNaming.get(new Naming(type, field, reference)), from, to);
    }

    /// Records of a type that leave open whom a top-level field names.
    public List<WorkRecord> namingNobody(String type, String field, LocalDate from, LocalDate to) {
        return collect(byBlank.get(new Blank(type, field)), from, to);
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
        put(everByDay, history.original().type().name(), history);
        index(history);
    }

    /// Takes a record out as if it had never been added.
    void remove(RecordHistory history) {
        if (!history.isWithdrawn()) {
            unindex(history);
        }
        take(everByDay, history.original().type().name(), history);
        histories.remove(history.original().number());
    }

    /// Changes a history and keeps every index true.
    void change(RecordHistory history, Runnable change) {
        if (!history.isWithdrawn()) {
            unindex(history);
        }
        change.run();
        if (!history.isWithdrawn()) {
            index(history);
        }
    }

    private void index(RecordHistory history) {
        WorkRecord known = history.current();
        String type = known.type().name();
        put(byDay, type, history);
        known.fields()
                .forEach(
                        (field, value) ->
                                eachReference(
                                        value,
                                        who ->
                                                put(
                                                        byNaming,
                                                        new Naming(type, field, who),
                                                        history)));
        blanks(known).forEach(blank -> put(byBlank, blank, history));
        for (long target : Following.targets(known)) {
            followers.computeIfAbsent(target, _ -> new TreeSet<>()).add(known.number());
            followed.computeIfAbsent(known.number(), _ -> new TreeSet<>()).add(target);
        }
    }

    private void unindex(RecordHistory history) {
        WorkRecord known = history.current();
        String type = known.type().name();
        take(byDay, type, history);
        known.fields()
                .forEach(
                        (field, value) ->
                                eachReference(
                                        value,
                                        who ->
                                                take(
                                                        byNaming,
                                                        new Naming(type, field, who),
                                                        history)));
        blanks(known).forEach(blank -> take(byBlank, blank, history));
        for (long target : Following.targets(known)) {
            followers.getOrDefault(target, new TreeSet<>()).remove(known.number());
            followed.getOrDefault(known.number(), new TreeSet<>()).remove(target);
        }
    }

    private static List<Blank> blanks(WorkRecord known) {
        List<Blank> blanks = new ArrayList<>();
        known.type()
                .fields()
                .forEach(
                        (name, field) -> {
                            if (field.namesActor() && isOpen(known.fields().get(name))) {
                                blanks.add(new Blank(known.type().name(), name));
                            }
                        });
        return blanks;
    }

    private static boolean isOpen(@Nullable Value value) {
        return value == null
                || value.isUnknown()
                || (value instanceof Value.Series series
                        && series.items().stream().anyMatch(Value::isUnknown));
    }

    private static void eachReference(Value value, Consumer<Value.Reference> action) {
        if (value instanceof Value.Reference reference) {
            action.accept(reference);
        } else if (value instanceof Value.Series series) {
            series.items().forEach(item -> eachReference(item, action));
        }
    }

    private static <K> void put(
            Map<K, NavigableMap<Place, RecordHistory>> index, K key, RecordHistory history) {
        index.computeIfAbsent(key, _ -> new TreeMap<>()).put(Place.of(history.original()), history);
    }

    private static <K> void take(
            Map<K, NavigableMap<Place, RecordHistory>> index, K key, RecordHistory history) {
        NavigableMap<Place, RecordHistory> places = index.get(key);
        if (places != null) {
            places.remove(Place.of(history.original()));
        }
    }

    private static Collection<RecordHistory> between(
            @Nullable NavigableMap<Place, RecordHistory> places, LocalDate from, LocalDate to) {
        if (places == null || from.isAfter(to)) {
            return List.of();
        }
        LocalDate after = to.equals(LocalDate.MAX) ? to : to.plusDays(1);
        return places.subMap(Place.before(from), true, Place.before(after), false).values();
    }

    private static List<WorkRecord> collect(
            @Nullable NavigableMap<Place, RecordHistory> places, LocalDate from, LocalDate to) {
        List<WorkRecord> found = new ArrayList<>();
        for (RecordHistory history : between(places, from, to)) {
            found.add(history.current());
        }
        return found;
    }

    /// Canonical order: 业时, then number.
    public static final Comparator<WorkRecord> ORDER =
            Comparator.comparing(WorkRecord::occurred).thenComparingLong(WorkRecord::number);

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
