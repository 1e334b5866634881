package org.mingze.work.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.journal.Entry;

/// 现行文书 — acts that are not withdrawn (免, 延 …), by kind and by the duty that they name.
public final class StandingActs {
    private final Map<Long, Entry> all = new HashMap<>();
    private final Map<String, Map<Long, Entry>> byKind = new HashMap<>();
    private final Map<Naming, Map<Long, Entry>> byDuty = new HashMap<>();

    /// Which kind of act names which 号.
    private record Naming(String kind, String duty) {}

    public void add(Entry entry) {
        all.put(entry.number(), entry);
        byKind.computeIfAbsent(entry.kind(), _ -> new TreeMap<>()).put(entry.number(), entry);
        naming(entry)
                .ifPresent(
                        naming ->
                                byDuty.computeIfAbsent(naming, _ -> new TreeMap<>())
                                        .put(entry.number(), entry));
    }

    public Optional<Entry> remove(long number) {
        Entry entry = all.remove(number);
        if (entry == null) {
            return Optional.empty();
        }
        byKind.getOrDefault(entry.kind(), new HashMap<>()).remove(number);
        naming(entry)
                .ifPresent(naming -> byDuty.getOrDefault(naming, new HashMap<>()).remove(number));
        return Optional.of(entry);
    }

    /// Acts of a kind, in their order.
    public List<Entry> of(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, Map.of()).values());
    }

    /// Acts of a kind that name a duty by its 号, in their order.
    public List<Entry> on(String kind, String duty) {
        Map<Long, Entry> found = byDuty.get(new Naming(kind, duty));
        return found == null ? List.of() : List.copyOf(found.values());
    }

    private static Optional<Naming> naming(Entry entry) {
        return entry.content().text("号").map(duty -> new Naming(entry.kind(), duty));
    }
}
