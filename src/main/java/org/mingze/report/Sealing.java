package org.mingze.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Digest;
import org.mingze.work.ChinaTime;

/// 封检 — the state of the journal that a report was made from: its size, root and latest 录时.
public record Sealing(long size, Digest root, Instant knownAt) {
    /// The state that a checkpoint signs.
    ///
    /// @param knownAt the 录时 of the last entry
    public static Sealing of(Checkpoint checkpoint, Instant knownAt) {
        return new Sealing(checkpoint.size(), checkpoint.root(), knownAt);
    }

    public String sentence() {
        return "本报告的每一处数字都可回查。账页第%s笔，树根%s，%s所知。"
                .formatted(
                        String.format(Locale.ROOT, "%,d", size),
                        root,
                        ReportWords.moment(knownAt()));
    }

    /// The root as a page shows it: its first and last digits.
    public String shortSentence() {
        String digits = root.toString();
        return sentence()
                .replace(
                        digits,
                        digits.substring(0, 4)
                                + " "
                                + digits.substring(4, 8)
                                + " … "
                                + digits.substring(digits.length() - 4));
    }

    LocalDateTime moment() {
        return ChinaTime.moment(knownAt);
    }
}
