package org.mingze.work.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.journal.Entry;

/// 现行文书 — acts that are not withdrawn (免, 延 …), by kind, by the duty that they name, and by the
/// record on which it was owed.
public final class StandingActs {
    private final Map<Long, Entry> all = new HashMap<>();
    private final Map<String, Map<Long, Entry>> byKind = new HashMap<>();
    private final Map<Naming, Map<Long, Entry>> byDuty = new HashMap<>();
    private final Map<Item, Map<Long, Entry>> byItem = new HashMap<>();

    /// Which kind of act names which 号.
    private record Naming(String kind, String duty) {}

    /// Which of them name which 件, by its number; empty text for those that name none.
    private record Item(Naming naming, String number) {}

    public void add(Entry entry) {
        all.put(entry.number(), entry);
        byKind.computeIfAbsent(entry.kind(), _ -> new TreeMap<>()).put(entry.number(), entry);
        naming(entry)
                .ifPresent(
                        naming -> {
                            byDuty.computeIfAbsent(naming, _ -> new TreeMap<>())
                                    .put(entry.number(), entry);
                            byItem.computeIfAbsent(item(naming, entry), _ -> new TreeMap<>())
                                    .put(entry.number(), entry);
                        });
    }

    public Optional<Entry> remove(long number) {
        Entry entry = all.remove(number);
        if (entry == null) {
            return Optional.empty();
        }
        byKind.getOrDefault(entry.kind(), new HashMap<>()).remove(number);
        naming(entry)
                .ifPresent(
                        naming -> {
                            byDuty.getOrDefault(naming, new HashMap<>()).remove(number);
                            byItem.getOrDefault(item(naming, entry), new HashMap<>())
                                    .remove(number);
                        });
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

    /// Of these, those that name a record as 件 and those that name none, in their order.
    public List<Entry> on(String kind, String duty, long record) {
        Naming naming = new Naming(kind, duty);
        Map<Long, Entry> named = byItem.getOrDefault(new Item(naming, "" + record), Map.of());
        Map<Long, Entry> open = byItem.getOrDefault(new Item(naming, ""), Map.of());
        if (named.isEmpty() || open.isEmpty()) {
            return List.copyOf(named.isEmpty() ? open.values() : named.values());
        }
        Map<Long, Entry> both = new TreeMap<>(open);
        both.putAll(named);
        return List.copyOf(both.values());
    }

    /// 件 begins with the number of the record; what follows tells the round.
    private static Item item(Naming naming, Entry entry) {
        String written = entry.content().text("件").orElse("");
        int end = 0;
        while (end < written.length() && Character.isDigit(written.charAt(end))) {
            end++;
        }
        return new Item(naming, written.substring(0, end));
    }

    private static Optional<Naming> naming(Entry entry) {
        return entry.content().text("号").map(duty -> new Naming(entry.kind(), duty));
    }
}
