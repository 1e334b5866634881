package org.mingze.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// 账叶 — an entry as it was hashed, and the root of the tree once it was in: what proves a page.
@Component
public class Leaves {
    private final Journal journal;

    Leaves(Journal journal) {
        this.journal = journal;
    }

    /// 叶.
    ///
    /// @param line the canonical line, whose bytes are the leaf
    /// @param root the root of the tree of this and all entries before it
    public record Leaf(long number, String line, Digest digest, Digest root) {}

    public Optional<Leaf> find(int county, long number) {
        return after(county, number - 1, 1).stream().findFirst();
    }

    /// The entries after a number, in order.
    public List<Leaf> after(int county, long number, int limit) {
        return journal.stored(county, number, limit).stream()
                .map(
                        stored ->
                                new Leaf(
                                        stored.number(),
                                        stored.line(),
                                        EntryLine.leaf(stored.line()),
                                        stored.root()))
                .toList();
    }

    /// The classed values of an entry that are still there, each a line as an archive holds it.
    public List<String> classed(int county, long number) {
        return journal.classedValues(county, number - 1, 1).stream()
                .map(ClassedValue::text)
                .toList();
    }
}
