package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.work.index.Numbered;
import org.mingze.work.index.Timeline;

/// 纪实集 — the records known, found by type and day, by whom they name, and by what they follow.
public final class Records {
    private final Numbered<RecordHistory> histories = new Numbered<>();
    private final Map<String, Timeline> byType = new HashMap<>();
    private final Map<Field, Map<Value.Reference, Timeline>> byNaming = new HashMap<>();
    private final Map<Field, Timeline> byBlank = new HashMap<>();
    private final Map<Long, Set<Long>> followers = new HashMap<>();
    private final Map<Long, Set<Long>> followed = new HashMap<>();
    private final List<Watcher> watchers = new ArrayList<>();

    /// A field of a record type.
    private record Field(String type, String field) {}

    /// 守望 — is told of each record that came, changed or went.
    @FunctionalInterface
    public interface Watcher {
        /// `before` is empty if the record was not there, or withdrawn; what it is now, the
        /// history tells.
        void changed(RecordHistory history, Optional<WorkRecord> before);
    }

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    public Optional<RecordHistory> history(long number) {
        return histories.find(number);
    }

    /// A record that is not withdrawn.
    public Optional<WorkRecord> find(long number) {
        return history(number).flatMap(RecordHistory::standing);
    }

    /// In order of number.
    public Collection<RecordHistory> histories() {
        return histories.all();
    }

    /// Records of a type with 业时 in `from`–`to`, both included, oldest first; withdrawn ones left
    // out.
    public List<WorkRecord> ofType(String type, LocalDate from, LocalDate to) {
        return collect(byType.get(type), from, to);
    }

    public List<WorkRecord> ofType(String type) {
        return collect(byType.get(type), LocalDate.MIN, LocalDate.MAX);
    }

    /// Histories of a type with 业时 in `from`–`to`, withdrawn ones included.
    public List<RecordHistory> everOfType(String type, LocalDate from, LocalDate to) {
        return between(byType.get(type), from, to);
    }

    /// Records of a type that name this body, post or person in a top-level field.
    public List<WorkRecord> naming(
            String type, String field, Value.Reference reference, LocalDate from, LocalDate to) {
        Map<Value.Reference, Timeline> named = byNaming.get(new Field(type, field));
        return named == null ? List.of() : collect(named.get(reference), from, to);
    }

    /// Records of a type that leave open whom a top-level field names.
    public List<WorkRecord> namingNobody(String type, String field, LocalDate from, LocalDate to) {
        return collect(byBlank.get(new Field(type, field)), from, to);
    }

    /// Records that follow this one, directly or not, oldest first.
    public List<WorkRecord> followersOf(long number) {
        return reach(number, followers);
    }

    /// Records that a record follows by what it says, directly or not, even if it is withdrawn.
    public List<WorkRecord> citedBy(WorkRecord record) {
        Set<WorkRecord> found = new LinkedHashSet<>();
        for (long target : Following.targets(record)) {
            find(target).ifPresent(found::add);
            found.addAll(followedBy(target));
        }
        List<WorkRecord> ordered = new ArrayList<>(found);
        ordered.sort(ORDER);
        return ordered;
    }

    /// Records that this one follows, directly or not, oldest first.
    public List<WorkRecord> followedBy(long number) {
        return reach(number, followed);
    }

    /// The records that this one followed in any of its states, even if it is withdrawn by now.
    public List<RecordHistory> everFollowed(RecordHistory history) {
        Set<Long> found = new LinkedHashSet<>();
        for (WorkRecord state : history.states()) {
            for (long target : Following.targets(state)) {
                found.add(target);
                followedBy(target).forEach(further -> found.add(further.number()));
            }
        }
        return found.stream().flatMap(number -> history(number).stream()).toList();
    }

    void add(RecordHistory history) {
        WorkRecord known = history.current();
        long mark = mark(history);
        histories.put(known.number(), history);
        byType.computeIfAbsent(known.type().name(), _ -> new Timeline()).add(mark);
        index(history, known);
        if (!history.isWithdrawn()) {
            tie(known);
        }
        tell(history, Optional.empty());
    }

    /// Takes a record out as if it had never been added.
    void remove(RecordHistory history) {
        Optional<WorkRecord> before = history.standing();
        histories.remove(history.number());
        timeline(history).remove(mark(history));
        WorkRecord known = history.current();
        known.type().actorFields().forEach(field -> take(history, known, field.name()));
        before.ifPresent(this::untie);
        history.withdraw(history.original().number());
        tell(history, before);
    }

    /// Changes a history and keeps every index true.
    void change(RecordHistory history, Runnable change) {
        WorkRecord current = history.current();
        Optional<WorkRecord> before = history.standing();
        change.run();
        reindex(history, current);
        before.ifPresent(this::untie);
        history.standing().ifPresent(this::tie);
        tell(history, before);
    }

    private Timeline timeline(RecordHistory history) {
        return Objects.requireNonNull(byType.get(history.original().type().name()));
    }

    private void tell(RecordHistory history, Optional<WorkRecord> before) {
        for (Watcher watcher : watchers) {
            watcher.changed(history, before);
        }
    }

    private void tie(WorkRecord known) {
        if (!known.type().mayFollow()) {
            return;
        }
        for (long target : Following.targets(known)) {
            followers.computeIfAbsent(target, _ -> new TreeSet<>()).add(known.number());
            followed.computeIfAbsent(known.number(), _ -> new TreeSet<>()).add(target);
        }
    }

    private void untie(WorkRecord known) {
        if (!known.type().mayFollow()) {
            return;
        }
        for (long target : Following.targets(known)) {
            followers.getOrDefault(target, new TreeSet<>()).remove(known.number());
            followed.getOrDefault(known.number(), new TreeSet<>()).remove(target);
        }
    }

    private void index(RecordHistory history, WorkRecord known) {
        for (RecordType.Field field : known.type().actorFields()) {
            put(history, known, field.name());
        }
    }

    /// Leaves alone what a correction did not touch.
    private void reindex(RecordHistory history, WorkRecord before) {
        WorkRecord now = history.current();
        for (RecordType.Field field : now.type().actorFields()) {
            String name = field.name();
            if (!Objects.equals(before.fields().get(name), now.fields().get(name))) {
                take(history, before, name);
                put(history, now, name);
            }
        }
    }

    private void put(RecordHistory history, WorkRecord known, String name) {
        Value value = known.fields().get(name);
        Field named = new Field(known.type().name(), name);
        if (isOpen(value)) {
            byBlank.computeIfAbsent(named, _ -> new Timeline()).add(mark(history));
        }
        eachReference(
                value,
                who ->
                        byNaming.computeIfAbsent(named, _ -> new HashMap<>())
                                .computeIfAbsent(who, _ -> new Timeline())
                                .add(mark(history)));
    }

    private void take(RecordHistory history, WorkRecord known, String name) {
        Value value = known.fields().get(name);
        Field named = new Field(known.type().name(), name);
        Timeline blank = byBlank.get(named);
        if (isOpen(value) && blank != null) {
            blank.remove(mark(history));
        }
        eachReference(
                value,
                who -> {
                    Timeline naming = byNaming.getOrDefault(named, Map.of()).get(who);
                    if (naming != null) {
                        naming.remove(mark(history));
                    }
                });
    }

    private static boolean isOpen(@Nullable Value value) {
        return value == null
                || value.isUnknown()
                || (value instanceof Value.Series series
                        && series.items().stream().anyMatch(Value::isUnknown));
    }

    /// Each body, post or person named, once.
    private static void eachReference(@Nullable Value value, Consumer<Value.Reference> action) {
        if (value instanceof Value.Reference reference) {
            action.accept(reference);
        } else if (value instanceof Value.Series(List<Value> items)) {
            Set<Value> seen = new LinkedHashSet<>(items);
            seen.forEach(item -> eachReference(item, action));
        }
    }

    private static long mark(RecordHistory history) {
        if (!Timeline.holds(LocalDate.EPOCH, history.number())) {
            throw new IllegalArgumentException("no number of an entry: " + history.number());
        }
        return Timeline.mark(Timeline.held(history.original().day()), history.number(), true);
    }

    private List<WorkRecord> collect(@Nullable Timeline places, LocalDate from, LocalDate to) {
        List<WorkRecord> found = new ArrayList<>();
        for (RecordHistory history : between(places, from, to)) {
            history.standing().ifPresent(found::add);
        }
        return found;
    }

    /// In order of second, then of number; the timeline knows days alone.
    private List<RecordHistory> between(@Nullable Timeline places, LocalDate from, LocalDate to) {
        List<RecordHistory> found = new ArrayList<>();
        if (places == null) {
            return found;
        }
        places.each(
                Timeline.held(from),
                Timeline.held(to),
                mark -> {
                    RecordHistory history = histories.find(Timeline.number(mark)).orElseThrow();
                    if (history.isIn(from, to)) {
                        found.add(history);
                    }
                });
        if (found.stream().anyMatch(RecordHistory::isTimed)) {
            found.sort(BY_SECOND);
        }
        return found;
    }

    private static final Comparator<RecordHistory> BY_SECOND =
            Comparator.comparingLong(RecordHistory::second)
                    .thenComparingLong(RecordHistory::number);

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
