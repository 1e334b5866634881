package org.mingze.report.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// 版式稿 — what is printed, in its order, before it is set: the one source of all three forms.
///
/// @param made the instant that the properties of a file may name
public record Manuscript(String title, Instant made, List<Block> blocks) {
    public Manuscript {
        blocks = List.copyOf(blocks);
    }

    public sealed interface Block {}

    /// 段 — runs under one style.
    public record Paragraph(Style style, List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public Paragraph(Style style, String words, Face face) {
            this(style, List.of(new Run(words, face)));
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    /// 文 — words of one face; a line break is `\n`.
    ///
    /// @param mark the figure to which they lead: raised, and kept by the words before
    public record Run(String text, Face face, Optional<Integer> mark) {
        public Run(String text, Face face) {
            this(text, face, Optional.empty());
        }

        public static Run mark(int figure) {
            return new Run("[" + figure + "]", Face.BODY, Optional.of(figure));
        }
    }

    /// 表 — columns of fixed width; the heads come again on every page.
    public record Table(List<String> heads, List<Integer> widthsMillimetres, List<Row> rows)
            implements Block {
        public Table {
            heads = List.copyOf(heads);
            widthsMillimetres = List.copyOf(widthsMillimetres);
            rows = List.copyOf(rows);
        }
    }

    /// 行 — the lines of each cell.
    ///
    /// @param mark the figure whose marks lead here
    public record Row(Optional<Integer> mark, List<List<String>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /// 码 — words as a square that a camera reads.
    public record Code(String words) implements Block {
        public static final double MILLIMETRES = 30;
    }

    /// What a reader of the outline sees: the paragraphs that have a level.
    public List<String> headings() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.style().outline().isPresent())
                .map(paragraph -> paragraph.text().replace("\n", ""))
                .toList();
    }
}
