package org.mingze.report;

import java.util.List;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;

/// 报告页 — a duty report as paper; every number is a link to the records that it counts.
///
/// @param sealed the checkpoint in one sentence
public record ReportPage(
        Heading heading,
        String title,
        String by,
        List<Block> body,
        String sealed,
        List<AnnexLine> annex,
        List<Notes> side) {
    /// 段 — a heading (level 1 or 2) or a paragraph (level 0).
    public record Block(int level, List<Run> runs) {
        public Block {
            runs = List.copyOf(runs);
        }
    }

    public sealed interface Run {
        record Words(String text) implements Run {}

        record Strong(String text) implements Run {}

        /// 有据 — a figure bound to records.
        record Bound(String text, String note, String href) implements Run {}

        /// 待定 — words without records behind them.
        record Unbound(String text) implements Run {}
    }

    /// 附录行 — a figure and what it counts.
    ///
    /// @param sentences whether it counts duties, each of which is a sentence, and not records
    public record AnnexLine(
            String note, String figure, String what, boolean sentences, List<Link> records) {
        public AnnexLine {
            records = List.copyOf(records);
        }
    }

    /// 旁注 — figures, open points or copied sentences, listed at the side.
    public record Notes(String heading, String tally, List<Note> notes) {
        public Notes {
            notes = List.copyOf(notes);
        }
    }

    public record Note(String id, Prose head, List<Prose> lines) {
        public Note {
            lines = List.copyOf(lines);
        }
    }

    /// The page of a composed report.
    ///
    /// @param acts what can be done with it here: 下载.docx
    public static ReportPage of(DutyReport report, List<Act> acts) {
        return new DrawingReport(report).page(acts);
    }

    public ReportPage {
        body = List.copyOf(body);
        annex = List.copyOf(annex);
        side = List.copyOf(side);
    }
}
