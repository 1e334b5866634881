package org.mingze.journal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Digest;
import org.mingze.journal.Leaves;
import org.springframework.stereotype.Component;

/// 出证 — proves that entries are in the journal that a checkpoint states.
@Component
public class Proving {
    private static final int BATCH = 5_000;

    private final Leaves leaves;

    Proving(Leaves leaves) {
        this.leaves = leaves;
    }

    /// The entries of these numbers, in order; numbers beyond the checkpoint are left out.
    public List<Proven> prove(int county, Checkpoint checkpoint, SortedSet<Long> numbers) {
        List<Digest> digests = new ArrayList<>();
        List<Leaves.Leaf> wanted = new ArrayList<>();
        while (digests.size() < checkpoint.size()) {
            List<Leaves.Leaf> batch = leaves.after(county, digests.size(), BATCH);
            for (Leaves.Leaf leaf : batch) {
                if (leaf.number() <= checkpoint.size()) {
                    digests.add(leaf.digest());
                    if (numbers.contains(leaf.number())) {
                        wanted.add(leaf);
                    }
                }
            }
        }
        InclusionPaths paths = new InclusionPaths(digests);
        return wanted.stream()
                .map(
                        leaf ->
                                new Proven(
                                        leaf.number(),
                                        leaf.line(),
                                        paths.of(Math.toIntExact(leaf.number() - 1))))
                .toList();
    }
}
