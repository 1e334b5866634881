package org.mingze.journal.proof;

import java.util.ArrayList;
import java.util.List;
import org.mingze.journal.Digest;

/// 入树之路 — inclusion proofs of a tree of RFC 6962 for many leaves: the full subtrees are hashed
/// once.
final class InclusionPaths {
    private static final byte[] NODE = {1};

    private final List<List<Digest>> levels = new ArrayList<>();

    InclusionPaths(List<Digest> leaves) {
        List<Digest> level = List.copyOf(leaves);
        while (!level.isEmpty()) {
            levels.add(level);
            List<Digest> above = new ArrayList<>(level.size() / 2);
            for (int at = 0; at + 1 < level.size(); at += 2) {
                above.add(node(level.get(at), level.get(at + 1)));
            }
            level = above;
        }
    }

    private static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.bytes(), right.bytes());
    }

    /// The hashes that lead from leaf `index` (from 0) to the root.
    List<Digest> of(int index) {
        List<Digest> path = new ArrayList<>();
        collect(index, 0, levels.getFirst().size(), path);
        return path;
    }

    private void collect(int index, int start, int end, List<Digest> path) {
        if (end - start <= 1) {
            return;
        }
        int middle = start + Integer.highestOneBit(end - start - 1);
        if (index < middle) {
            collect(index, start, middle, path);
            path.add(range(middle, end));
        } else {
            collect(index, middle, end, path);
            path.add(range(start, middle));
        }
    }

    private Digest range(int start, int end) {
        int size = end - start;
        if (Integer.bitCount(size) == 1 && start % size == 0) {
            return levels.get(Integer.numberOfTrailingZeros(size)).get(start / size);
        }
        int middle = start + Integer.highestOneBit(size - 1);
        return node(range(start, middle), range(middle, end));
    }
}
