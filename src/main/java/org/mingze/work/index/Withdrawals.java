package org.mingze.work.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingze.journal.Entry;

/// 撤销之账 — which entries are withdrawn, and by which withdrawals; one may itself be withdrawn.
public final class Withdrawals {
    private final Map<Long, Made> made = new HashMap<>();
    private final Map<Long, TreeSet<Long>> standing = new HashMap<>();
    private final Map<Long, Entry> acts = new TreeMap<>();
    private final Map<Long, Runnable> again = new HashMap<>();

    private record Made(Entry entry, long target) {}

    /// 撤了的 — an act that no longer stands, and what withdrew it.
    public record Withdrawn(Entry act, Entry by) {}

    /// Notes a withdrawal; true if its target was not withdrawn before.
    public boolean add(Entry withdrawal, long target) {
        made.put(withdrawal.number(), new Made(withdrawal, target));
        return stand(withdrawal.number());
    }

    /// Lets a withdrawal stand again; true if its target was not withdrawn meanwhile.
    public boolean stand(long withdrawal) {
        Set<Long> by = standing.computeIfAbsent(target(withdrawal), _ -> new TreeSet<>());
        by.add(withdrawal);
        return by.size() == 1;
    }

    /// Takes a withdrawal back: its target, if nothing else withdraws that.
    public OptionalLong lift(long withdrawal) {
        long target = target(withdrawal);
        Set<Long> by = standing.getOrDefault(target, new TreeSet<>());
        return by.remove(withdrawal) && by.isEmpty()
                ? OptionalLong.of(target)
                : OptionalLong.empty();
    }

    /// What a withdrawal withdraws; 0 for none.
    public long target(long withdrawal) {
        Made known = made.get(withdrawal);
        return known == null ? 0L : known.target();
    }

    /// Keeps an act that was taken out, and what makes it known again.
    public void keep(Entry act, Runnable restoring) {
        acts.put(act.number(), act);
        keep(act.number(), restoring);
    }

    /// Keeps what makes an entry known again that was taken out.
    public void keep(long number, Runnable restoring) {
        again.put(number, restoring);
    }

    /// Makes an entry known again that was kept.
    public void restore(long number) {
        Runnable kept = again.remove(number);
        if (kept != null) {
            kept.run();
        }
    }

    /// Acts of a kind that are withdrawn, in their order, each with the first that withdrew it.
    public List<Withdrawn> of(String kind) {
        return acts.values().stream()
                .filter(act -> act.kind().equals(kind))
                .flatMap(act -> by(act.number()).map(made -> new Withdrawn(act, made.entry())))
                .toList();
    }

    private Stream<Made> by(long target) {
        return standing.getOrDefault(target, new TreeSet<>()).stream()
                .limit(1)
                .flatMap(first -> Stream.ofNullable(made.get(first)));
    }
}
