package org.mingze.work;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Prose;

/// 计入栏 — what the record being written will count for, what it nearly counts for, what is unknown.
///
/// @param ask  where the panel asks for itself when the form changes
/// @param note 业时, 录时 and lag in one sentence
public record CountsPanel(String ask, List<Count> counts, String note) {
    public enum Outcome {
        WILL,
        NEAR,
        LACK
    }

    /// 计入项 — one duty and why the record counts for it or not.
    ///
    /// @param fix the field that would change it, as a link inside the form
    public record Count(Outcome outcome, String duty, Prose why, Optional<Fix> fix) {}

    /// 补上 — words and the id of the field to go to.
    public record Fix(String words, String fieldId) {}

    public CountsPanel {
        counts = List.copyOf(counts);
    }

    public long will() {
        return counts.stream().filter(count -> count.outcome() == Outcome.WILL).count();
    }

    public long others() {
        return counts.size() - will();
    }

    public String headline() {
        return will() == 0 ? "这一笔还没有计入哪一项" : "这一笔计入" + will() + "项";
    }

    public String below() {
        return others() == 0 ? "" : "另有" + others() + "项差一点";
    }
}
