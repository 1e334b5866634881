package org.mingze.reading;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.web.Tag;

/// 审读结果页 — the document with what was found in it, and the finds as a list to decide one by one.
///
/// @param send    where decisions are sent
/// @param only    the kind of find that is shown, empty for all
/// @param missing parts that the document lacks, and problems left open, a sentence each
public record ReadingPage(
        Heading heading,
        String send,
        String only,
        List<Listing.View> kinds,
        List<Block> document,
        Progress progress,
        List<Group> groups,
        FigureTable figures,
        Optional<Form> addition,
        String add,
        List<String> missing,
        Same same) {
    /// 进度 — how many finds are decided, and the one that 撤回 takes back; empty for none.
    public record Progress(String words, long decided, long all, String undo) {}

    /// 雷同 — how much is the author's own, and what stands in other documents too.
    public record Same(String tally, List<Prose> passages) {
        public Same {
            passages = List.copyOf(passages);
        }
    }

    /// 文段 — a heading of a level, or a paragraph (level 0).
    public record Block(int level, List<Run> runs) {
        public Block {
            runs = List.copyOf(runs);
        }
    }

    /// 文字 — plain words or a find.
    public sealed interface Run {
        record Words(String text) implements Run {}

        /// 读出 — a find or a piece of it, linked to its line on the right.
        ///
        /// @param id     its own anchor; empty for none
        /// @param of     the anchor of its line on the right
        /// @param within that of the find that it stands in; empty for none
        /// @param note   the small sign after it: 1, ?
        record Find(String style, String id, String of, String within, String text, String note)
                implements Run {}
    }

    public enum FindStyle {
        PROBLEM("find is-problem"),
        CAUSE("find is-cause"),
        MEASURE("find is-measure"),
        DUTY("find is-duty"),
        MECHANISM("find is-mechanism"),
        FIGURE("find is-figure"),
        VAGUE("find is-vague"),
        MASKED("find is-masked");

        private final String style;

        FindStyle(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    /// 组 — finds of a kind, or problems with what belongs to them.
    ///
    /// @param rest     what accepts all that are open, as they were read; empty for nothing
    /// @param restKind the value that does it
    public record Group(
            String id, String title, String tally, List<Card> cards, String rest, String restKind) {
        public Group {
            cards = List.copyOf(cards);
        }
    }

    /// 条 — a find with what is known of it and what can be done.
    ///
    /// @param number  the small sign that it has in the text
    /// @param href    its place in the text
    /// @param nested  true for what belongs to the problem above
    /// @param brief   true for what takes one line
    /// @param lacking what stands against its going into the ledger; empty for nothing
    /// @param by      who decided, when and of which reading; empty while it is open
    public record Card(
            String anchor,
            String key,
            String number,
            String href,
            String kind,
            Tag state,
            boolean nested,
            boolean brief,
            boolean rejected,
            String words,
            List<Prose> notes,
            String lacking,
            String by,
            Optional<Link> entered,
            Acts acts,
            Optional<Refusal> refusal,
            Optional<Form> form) {
        public Card {
            notes = List.copyOf(notes);
        }
    }

    /// 可办 — what can be done with a find now; `edit` is an address, empty for no.
    public record Acts(boolean accept, String edit, boolean reject, boolean undo) {}

    /// 改正 — the fields of a find, sent with its key.
    public record Form(String key, List<Field> fields, String back) {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /// 数字表 — the figures beside the same figures of the books.
    public record FigureTable(String tally, List<Figure> lines, String rest, String restKind) {
        public FigureTable {
            lines = List.copyOf(lines);
        }
    }

    /// 数字 — a figure of the text and the words before it; one that is only vague has no card.
    public record Figure(
            String anchor,
            String href,
            String what,
            String inText,
            Prose onBooks,
            Tag says,
            Optional<Card> card) {}

    public ReadingPage {
        kinds = List.copyOf(kinds);
        document = List.copyOf(document);
        groups = List.copyOf(groups);
        missing = List.copyOf(missing);
    }
}
