package org.mingze.work.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 字组索引 — which records of a county may hold some words. What it names is looked at again before
/// it is shown, so it may name too many and never too few.
final class WordIndex {
    private final Knowledge known;
    private final Map<Integer, Postings> byGram = new HashMap<>();
    private final Map<String, Postings> byBody = new HashMap<>();
    private final Map<String, Postings> byType = new HashMap<>();
    private final Map<String, Postings> byPost = new HashMap<>();
    private final NavigableSet<Integer> changed = new TreeSet<>();
    private long size;

    WordIndex(Knowledge known) {
        this.known = known;
        known.records()
                .watch(
                        (history, _) -> {
                            synchronized (this) {
                                if (history.number() <= size) {
                                    changed.add((int) history.number());
                                }
                            }
                        });
    }

    boolean isOf(Knowledge other) {
        return known == other;
    }

    /// Takes in what came since, at most so many entries; returns whether more remain.
    synchronized boolean catchUp(long entriesMax) {
        long end = Math.min(known.size(), size + entriesMax);
        for (long number = size + 1; number <= end; number++) {
            known.records().history(number).ifPresent(this::add);
        }
        size = end;
        return size < known.size();
    }

    private void add(RecordHistory history) {
        WorkRecord record = history.current();
        int number = (int) record.number();
        for (String text : OpenText.of(record, known.organization()).values()) {
            Grams.each(text, gram -> byGram.computeIfAbsent(gram, _ -> new Postings()).add(number));
        }
        put(byBody, WorkRecords.body(record, known), number);
        put(byType, record.type().name(), number);
        put(byPost, record.recorder().post(), number);
        Sight.answering(record).ifPresent(post -> put(byPost, post, number));
    }

    private static void put(Map<String, Postings> by, String key, int number) {
        by.computeIfAbsent(key, _ -> new Postings()).add(number);
    }

    /// 范围 — of some types, and of some bodies, by some post or for it to answer; empty means any.
    record Within(Set<String> types, Optional<Set<String>> bodies, String post) {}

    /// Numbers that may hold all the words, newest first.
    synchronized int[] candidates(String words, Within within) {
        List<Postings> needed = new ArrayList<>();
        for (int gram : Grams.of(words)) {
            needed.add(byGram.getOrDefault(gram, new Postings()));
        }
        needed.sort(Comparator.comparingInt(Postings::size));
        int[] found = needed.getFirst().all();
        for (Postings next : needed.subList(1, needed.size())) {
            found = found.length == 0 ? found : Postings.both(found, next.all());
        }
        if (!within.types().isEmpty() && found.length > 0) {
            found = Postings.both(found, any(byType, within.types()).sorted().toArray());
        }
        if (within.bodies().isPresent() && found.length > 0) {
            IntStream seen =
                    IntStream.concat(
                            any(byBody, within.bodies().get()), any(byPost, Set.of(within.post())));
            found = Postings.both(found, seen.sorted().distinct().toArray());
        }
        return newestFirst(found);
    }

    /// Whether a candidate holds such words without being looked at: it stands as it was taken in,
    /// and a pair of characters stands in one place.
    synchronized boolean isSure(int number, List<String> words) {
        return !changed.contains(number) && words.stream().allMatch(Grams::isPair);
    }

    private static IntStream any(Map<String, Postings> by, Set<String> keys) {
        return keys.stream()
                .map(by::get)
                .filter(Objects::nonNull)
                .flatMapToInt(numbers -> IntStream.of(numbers.all()));
    }

    /// Those that changed since they were taken in are always among them.
    private int[] newestFirst(int[] found) {
        int[] all =
                changed.isEmpty()
                        ? found
                        : IntStream.concat(
                                        IntStream.of(found),
                                        changed.stream().mapToInt(Integer::intValue))
                                .sorted()
                                .distinct()
                                .toArray();
        int[] reversed = new int[all.length];
        for (int index = 0; index < all.length; index++) {
            reversed[index] = all[all.length - 1 - index];
        }
        return reversed;
    }
}
