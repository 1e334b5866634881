package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;
import org.mingze.work.index.ByField;
import org.mingze.work.index.Held;
import org.mingze.work.index.Numbered;
import org.mingze.work.index.Ties;
import org.mingze.work.index.Timeline;

/// 纪实集 — the records known, found by type and day, by whom they name, and by what they follow.
public final class Records {
    private final Numbered<RecordHistory> histories = new Numbered<>();
    private final Map<String, Timeline> byType = new HashMap<>();
    private final Map<String, Map<Held, ByField>> byHeld = new ConcurrentHashMap<>();
    private @Nullable Map<String, Timeline> byRecorder;
    private final Ties ties = new Ties();
    private final List<Watcher> watchers = new ArrayList<>();

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
    /// out.
    public List<WorkRecord> ofType(String type, LocalDate from, LocalDate to) {
        return collect(byType.get(type), from, to);
    }

    public List<WorkRecord> ofType(String type) {
        return collect(byType.get(type), LocalDate.MIN, LocalDate.MAX);
    }

    /// How many records of a type, or of any, have 业时 in `from`–`to`, withdrawn ones included.
    public long countEver(Optional<String> type, LocalDate from, LocalDate to) {
        return byType.entrySet().stream()
                .filter(each -> type.map(each.getKey()::equals).orElse(true))
                .mapToLong(
                        each ->
                                Timeline.possible(
                                        each.getValue()
                                                .count(Timeline.held(from), Timeline.held(to))))
                .sum();
    }

    /// Records of every type that were recorded from a post, with 业时 in `from`–`to`.
    public List<WorkRecord> recordedFrom(String post, LocalDate from, LocalDate to) {
        return collect(recorders().get(post), from, to);
    }

    /// By whom they were recorded, from the first question on.
    private synchronized Map<String, Timeline> recorders() {
        Map<String, Timeline> found = byRecorder;
        if (found == null) {
            found = new HashMap<>();
            for (RecordHistory history : histories.all()) {
                found.computeIfAbsent(history.original().recorder().post(), _ -> new Timeline())
                        .add(mark(history));
            }
            byRecorder = found;
        }
        return found;
    }

    /// Histories of a type with 业时 in `from`–`to`, withdrawn ones included.
    public List<RecordHistory> everOfType(String type, LocalDate from, LocalDate to) {
        return between(byType.get(type), from, to);
    }

    /// Records of a type that name this body, post or person in a top-level field.
    public List<WorkRecord> naming(
            String type, String field, Value.Reference reference, LocalDate from, LocalDate to) {
        return collect(at(type, field).holding(reference), from, to);
    }

    /// Records of a type that leave open whom a top-level field names.
    public List<WorkRecord> namingNobody(String type, String field, LocalDate from, LocalDate to) {
        return collect(at(type, field).open(), from, to);
    }

    /// Histories of a type whose top-level field names one of these, or leaves open whom it names,
    /// withdrawn ones included, oldest first.
    public List<RecordHistory> everNaming(
            String type, String field, Set<? extends Value> names, LocalDate from, LocalDate to) {
        ByField held = at(type, field);
        Set<RecordHistory> found = new LinkedHashSet<>(between(held.open(), from, to));
        names.forEach(name -> found.addAll(between(held.holding(name), from, to)));
        List<RecordHistory> ordered = new ArrayList<>(found);
        ordered.sort(BY_SECOND);
        return ordered;
    }

    /// Everybody whom a top-level field of a type ever named.
    public Set<Value> everNamed(String type, String field) {
        return at(type, field).values();
    }

    private ByField at(String type, String field) {
        return at(Held.whole(type, field));
    }

    private ByField at(Held held) {
        return byHeld.computeIfAbsent(held.type(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(held, this::indexed);
    }

    /// Records of a type whose field holds one of these, or leaves open what it holds and may meet
    /// the leading condition, in `from`–`to`; oldest first. Such a field is indexed from the first
    /// question on.
    public List<WorkRecord> holding(
            Held held, Collection<Value> values, LocalDate from, LocalDate to) {
        Map<Long, WorkRecord> found = new HashMap<>();
        collect(at(held).open(), from, to).forEach(each -> found.put(each.number(), each));
        holdingSurely(held, values, from, to).forEach(each -> found.put(each.number(), each));
        return found.values().stream().sorted(ORDER).toList();
    }

    /// The same without those that leave open what the field holds.
    public Collection<WorkRecord> holdingSurely(
            Held held, Collection<Value> values, LocalDate from, LocalDate to) {
        ByField holding = at(held);
        Map<Long, WorkRecord> found = new HashMap<>();
        for (Value value : values) {
            collect(holding.holding(value), from, to)
                    .forEach(each -> found.put(each.number(), each));
        }
        return found.values();
    }

    private ByField indexed(Held held) {
        ByField made = new ByField();
        everOfType(held.type(), LocalDate.MIN, LocalDate.MAX)
                .forEach(history -> held.put(made, mark(history), history.current().fields()));
        return made;
    }

    private void eachHeld(WorkRecord state, BiConsumer<Held, ByField> action) {
        Map<Held, ByField> asked = byHeld.get(state.type().name());
        if (asked != null) {
            asked.forEach(action);
        }
    }

    /// The record that a correction changed.
    Optional<RecordHistory> correctedBy(long correction) {
        return histories().stream()
                .filter(history -> history.isCorrectedBy(correction))
                .findFirst();
    }

    /// Records that follow this one, directly or not, oldest first.
    public List<WorkRecord> followersOf(long number) {
        return standing(ties.followers(number));
    }

    /// The numbers of all that follow this one or ever did, directly or not; withdrawn ones too.
    public Set<Long> everFollowing(long number) {
        return ties.everFollowers(number);
    }

    /// Records that a record follows by what it says, directly or not, even if it is withdrawn.
    public List<WorkRecord> citedBy(WorkRecord record) {
        return Following.cited(record, this);
    }

    /// Records that this one follows, directly or not, oldest first.
    public List<WorkRecord> followedBy(long number) {
        return standing(ties.followed(number));
    }

    /// The records that this one followed in any of its states, even if it is withdrawn by now.
    public List<RecordHistory> everFollowed(RecordHistory history) {
        return Following.ever(history, this);
    }

    void add(RecordHistory history) {
        WorkRecord known = history.current();
        long mark = mark(history);
        histories.put(known.number(), history);
        byType.computeIfAbsent(known.type().name(), _ -> new Timeline()).add(mark);
        if (byRecorder != null) {
            byRecorder.computeIfAbsent(known.recorder().post(), _ -> new Timeline()).add(mark);
        }
        eachHeld(known, (held, places) -> held.put(places, mark, known.fields()));
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
        if (byRecorder != null) {
            Objects.requireNonNull(byRecorder.get(history.original().recorder().post()))
                    .remove(mark(history));
        }
        WorkRecord known = history.current();
        eachHeld(known, (held, places) -> held.take(places, mark(history), known.fields()));
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
        if (known.type().mayFollow()) {
            ties.add(known.number(), Following.targets(known));
        }
    }

    private void untie(WorkRecord known) {
        if (known.type().mayFollow()) {
            ties.remove(known.number(), Following.targets(known));
        }
    }

    /// Leaves alone what a correction did not touch.
    private void reindex(RecordHistory history, WorkRecord before) {
        WorkRecord now = history.current();
        eachHeld(
                now,
                (held, places) -> held.move(places, mark(history), before.fields(), now.fields()));
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

    private List<WorkRecord> standing(Set<Long> numbers) {
        List<WorkRecord> found = new ArrayList<>();
        numbers.forEach(number -> find(number).ifPresent(found::add));
        found.sort(ORDER);
        return found;
    }
}
