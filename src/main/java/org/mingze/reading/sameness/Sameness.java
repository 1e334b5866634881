package org.mingze.reading.sameness;

import java.util.List;

/// 雷同所见 — the passages of a document that stand elsewhere too, and how much of it is its own.
///
/// @param own the share of the text, common formulae left out, that stands nowhere else: 0 to 1
public record Sameness(List<Passage> passages, double own) {
    public Sameness {
        passages = List.copyOf(passages);
    }

    /// 雷同段 — a stretch of the text and where else it stands.
    ///
    /// @param other the number of the other document in the collection
    /// @param alike the share of the stretch that is the same to the letter
    public record Passage(int from, int to, int other, int otherFrom, int otherTo, double alike) {}

    /// 雷同对 — two documents that share a passage.
    public record Pair(int one, int other) {}
}
