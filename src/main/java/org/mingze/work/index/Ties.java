package org.mingze.work.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// 承续 — which records follow which, by their numbers, both ways.
public final class Ties {
    private final Map<Long, Set<Long>> followers = new HashMap<>();
    private final Map<Long, Set<Long>> followed = new HashMap<>();

    public void add(long number, Set<Long> targets) {
        for (long target : targets) {
            followers.computeIfAbsent(target, _ -> new TreeSet<>()).add(number);
            followed.computeIfAbsent(number, _ -> new TreeSet<>()).add(target);
        }
    }

    public void remove(long number, Set<Long> targets) {
        for (long target : targets) {
            followers.getOrDefault(target, new TreeSet<>()).remove(number);
            followed.getOrDefault(number, new TreeSet<>()).remove(target);
        }
    }

    /// Those that follow this one, directly or not.
    public Set<Long> followers(long number) {
        return reach(number, followers);
    }

    /// Those that this one follows, directly or not.
    public Set<Long> followed(long number) {
        return reach(number, followed);
    }

    private static Set<Long> reach(long number, Map<Long, Set<Long>> edges) {
        Set<Long> seen = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(edges.getOrDefault(number, Set.of()));
        while (!open.isEmpty()) {
            long next = open.poll();
            if (next != number && seen.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
