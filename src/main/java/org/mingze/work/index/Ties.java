package org.mingze.work.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// 承续 — which records follow which, by their numbers, both ways.
public final class Ties {
    private final Map<Long, Set<Long>> followers = new HashMap<>();
    private final Map<Long, Set<Long>> followed = new HashMap<>();

    /// Those that followed one before a correction or a withdrawal.
    private final Map<Long, Set<Long>> former = new HashMap<>();

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
            former.computeIfAbsent(target, _ -> new TreeSet<>()).add(number);
        }
    }

    /// Those that follow this one, directly or not.
    public Set<Long> followers(long number) {
        return reach(number, next -> followers.getOrDefault(next, Set.of()));
    }

    /// Those that follow this one or ever did, directly or not.
    public Set<Long> everFollowers(long number) {
        return reach(
                number,
                next -> {
                    Set<Long> all = new TreeSet<>(followers.getOrDefault(next, Set.of()));
                    all.addAll(former.getOrDefault(next, Set.of()));
                    return all;
                });
    }

    /// Those that this one follows, directly or not.
    public Set<Long> followed(long number) {
        return reach(number, next -> followed.getOrDefault(next, Set.of()));
    }

    private static Set<Long> reach(long number, LongFunction<Set<Long>> edges) {
        Set<Long> seen = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(edges.apply(number));
        while (!open.isEmpty()) {
            long next = open.poll();
            if (next != number && seen.add(next)) {
                open.addAll(edges.apply(next));
            }
        }
        return seen;
    }
}
