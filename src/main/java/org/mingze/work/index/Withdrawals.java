package org.mingze.work.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// 撤销之账 — which entries are withdrawn, and by which withdrawals; one may itself be withdrawn.
public final class Withdrawals {
    private final Map<Long, Long> targets = new HashMap<>();
    private final Map<Long, Set<Long>> standing = new HashMap<>();

    /// Notes a withdrawal; true if its target was not withdrawn before.
    public boolean add(long withdrawal, long target) {
        targets.put(withdrawal, target);
        return stand(withdrawal);
    }

    /// Lets a withdrawal stand again; true if its target was not withdrawn meanwhile.
    public boolean stand(long withdrawal) {
        Set<Long> by = standing.computeIfAbsent(target(withdrawal), _ -> new HashSet<>());
        by.add(withdrawal);
        return by.size() == 1;
    }

    /// Takes a withdrawal back: its target, if nothing else withdraws that.
    public OptionalLong lift(long withdrawal) {
        long target = target(withdrawal);
        Set<Long> by = standing.getOrDefault(target, Set.of());
        return by.remove(withdrawal) && by.isEmpty()
                ? OptionalLong.of(target)
                : OptionalLong.empty();
    }

    /// What a withdrawal withdraws; 0 for none.
    public long target(long withdrawal) {
        return targets.getOrDefault(withdrawal, 0L);
    }
}
