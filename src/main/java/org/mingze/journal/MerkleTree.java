package org.mingze.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// 默克尔树 — the append-only tree of RFC 6962 over the leaves of one county's journal, with proofs.
///
/// Appending needs only the [Frontier]; proofs need all leaves. No Spring, no SQL.
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final Digest EMPTY_ROOT = Digest.of();

    private final List<Digest> leaves;

    public MerkleTree(List<Digest> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    public static Digest leaf(byte[] bytes) {
        return Digest.of(LEAF, bytes);
    }

    static Digest node(Digest left, Digest right) {
        return Digest.of(NODE, left.bytes(), right.bytes());
    }

    public Digest root() {
        return range(0, leaves.size());
    }

    /// The hashes that lead from leaf `index` (from 0) to the root.
    public List<Digest> inclusion(int index) {
        List<Digest> path = new ArrayList<>();
        inclusion(index, 0, leaves.size(), path);
        return path;
    }

    /// The hashes that show that the tree of the first `size` leaves is a beginning of this one.
    public List<Digest> consistency(int size) {
        List<Digest> path = new ArrayList<>();
        if (size > 0 && size < leaves.size()) {
            consistency(size, 0, leaves.size(), true, path);
        }
        return path;
    }

    /// RFC 9162, 2.1.3.2.
    public static boolean includes(
            Digest leaf, long index, long size, List<Digest> path, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Digest hash = leaf;
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                int shift = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= shift;
                last >>= shift;
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// RFC 9162, 2.1.4.2: whether the tree of `size` and `root` begins with that of the older pair.
    public static boolean extendsTree(
            long olderSize, Digest olderRoot, long size, Digest root, List<Digest> path) {
        if (olderSize == 0 || olderSize == size) {
            return path.isEmpty()
                    && (olderSize == 0 ? olderRoot.equals(EMPTY_ROOT) : olderRoot.equals(root));
        }
        if (olderSize < 0 || olderSize > size || path.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(olderSize) == 1;
        int shift = Long.numberOfTrailingZeros(~(olderSize - 1));
        long node = (olderSize - 1) >> shift;
        long last = (size - 1) >> shift;
        Digest older = whole ? olderRoot : path.getFirst();
        Digest newer = older;
        for (Digest hash : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = node(hash, older);
                newer = node(hash, newer);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                newer = node(newer, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(olderRoot) && newer.equals(root);
    }

    private Digest range(int start, int end) {
        Frontier frontier = Frontier.EMPTY;
        for (Digest leaf : leaves.subList(start, end)) {
            frontier = frontier.append(leaf);
        }
        return frontier.root();
    }

    private void inclusion(int index, int start, int end, List<Digest> path) {
        if (end - start <= 1) {
            return;
        }
        int middle = start + Integer.highestOneBit(end - start - 1);
        if (index < middle) {
            inclusion(index, start, middle, path);
            path.add(range(middle, end));
        } else {
            inclusion(index, middle, end, path);
            path.add(range(start, middle));
        }
    }

    private void consistency(int size, int start, int end, boolean known, List<Digest> path) {
        if (size == end) {
            if (!known) {
                path.add(range(start, end));
            }
            return;
        }
        int middle = start + Integer.highestOneBit(end - start - 1);
        if (size <= middle) {
            consistency(size, start, middle, known, path);
            path.add(range(middle, end));
        } else {
            consistency(size, middle, end, false, path);
            path.add(range(start, middle));
        }
    }

    /// 前沿 — the roots of the full subtrees, largest first: all that appending needs.
    public record Frontier(long size, List<Digest> roots) {
        public static final Frontier EMPTY = new Frontier(0, List.of());

        public Frontier {
            roots = List.copyOf(roots);
            if (roots.size() != Long.bitCount(size)) {
                throw new IllegalArgumentException(roots.size() + " roots for " + size);
            }
        }

        public Frontier append(Digest leaf) {
            List<Digest> grown = new ArrayList<>(roots);
            Digest hash = leaf;
            for (long full = size; (full & 1) == 1; full >>= 1) {
                hash = node(grown.removeLast(), hash);
            }
            grown.add(hash);
            return new Frontier(size + 1, grown);
        }

        public Digest root() {
            if (roots.isEmpty()) {
                return EMPTY_ROOT;
            }
            Digest hash = roots.getLast();
            for (Digest left : roots.reversed().subList(1, roots.size())) {
                hash = node(left, hash);
            }
            return hash;
        }

        /// The roots one after the other, as the head keeps them.
        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(roots.size() * Digest.BYTES);
            roots.forEach(root -> bytes.put(root.bytes()));
            return bytes.array();
        }
    }
}
