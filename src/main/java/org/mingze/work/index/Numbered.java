package org.mingze.work.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 按号 — things by their number in the journal, which runs without gaps but for a few.
public final class Numbered<T> {
    private static final int PAGE = 1 << 12;
    private static final long PAGED_MAX = 1L << 30;

    private final List<@Nullable List<@Nullable T>> pages = new ArrayList<>();
    private final Map<Long, T> beyond = new TreeMap<>();

    public Optional<T> find(long number) {
        if (number < 0 || number >= PAGED_MAX) {
            return Optional.ofNullable(beyond.get(number));
        }
        int page = (int) (number / PAGE);
        List<@Nullable T> held = page < pages.size() ? pages.get(page) : null;
        return held == null
                ? Optional.empty()
                : Optional.ofNullable(held.get((int) (number % PAGE)));
    }

    public void put(long number, T thing) {
        if (number < 0 || number >= PAGED_MAX) {
            beyond.put(number, thing);
        } else {
            page(number).set((int) (number % PAGE), thing);
        }
    }

    public void remove(long number) {
        if (number < 0 || number >= PAGED_MAX) {
            beyond.remove(number);
        } else {
            page(number).set((int) (number % PAGE), null);
        }
    }

    /// All of them, in order of number.
    public List<T> all() {
        List<T> found = new ArrayList<>();
        for (List<@Nullable T> page : pages) {
            if (page != null) {
                for (T thing : page) {
                    if (thing != null) {
                        found.add(thing);
                    }
                }
            }
        }
        found.addAll(beyond.values());
        return found;
    }

    private List<@Nullable T> page(long number) {
        int page = (int) (number / PAGE);
        while (pages.size() <= page) {
            pages.add(null);
        }
        List<@Nullable T> held = pages.get(page);
        if (held == null) {
            held = new ArrayList<>(PAGE);
            for (int place = 0; place < PAGE; place++) {
                held.add(null);
            }
            pages.set(page, held);
        }
        return held;
    }
}
