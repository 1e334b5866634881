package org.mingze.reading;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.web.Tag;

/// 审读结果页 — the document with what was found in it, and the finds as a list to confirm.
///
/// @param missing  parts that the document lacks, and problems left open, a sentence each
/// @param send     where the chosen chains are sent, parameter `chain`
/// @param sendWord 确认所选，入台账; empty when nothing can be confirmed
public record ReadingPage(
        Heading heading,
        List<Listing.View> kinds,
        List<Block> document,
        String tally,
        List<Chain> chains,
        String send,
        String sendWord,
        Optional<Refusal> refusal,
        String figuresTally,
        List<Figure> figures,
        List<String> missing,
        Same same) {
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

        /// 读出 — a find, linked to its line on the right.
        ///
        /// @param id   its own anchor, empty for none
        /// @param href to the line on the right
        /// @param note the small sign after it: 1, a, ?
        record Find(FindKind kind, String id, String href, String text, String note)
                implements Run {}
    }

    public enum FindKind {
        PROBLEM("find is-problem"),
        CAUSE("find is-cause"),
        MEASURE("find is-measure"),
        FIGURE("find is-figure"),
        VAGUE("find is-vague"),
        MASKED("find is-masked");

        private final String style;

        FindKind(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    /// 问题链 — a problem with its causes and measures; what is missing is said.
    ///
    /// @param href        back to its place in the document
    /// @param confirmable true when it may go into the ledger
    /// @param fields      how it goes there: wording, who answers, cause, measure
    /// @param entered     its dossier, once it is in the ledger
    /// @param reject      the value that turns it away or takes that back; empty for neither
    public record Chain(
            String id,
            String number,
            String href,
            Tag state,
            String problem,
            List<Prose> links,
            String lacking,
            boolean confirmable,
            Optional<Act> act,
            boolean chosen,
            List<Field> fields,
            Optional<Link> entered,
            String reject,
            String rejectWord) {
        public Chain {
            links = List.copyOf(links);
            fields = List.copyOf(fields);
        }

        public Chain(
                String id,
                String number,
                String href,
                Tag state,
                String problem,
                List<Prose> links,
                String lacking,
                boolean confirmable,
                Optional<Act> act) {
            this(
                    id,
                    number,
                    href,
                    state,
                    problem,
                    links,
                    lacking,
                    confirmable,
                    act,
                    true,
                    List.of(),
                    Optional.empty(),
                    "",
                    "");
        }

        public boolean hasFault() {
            return fields.stream().anyMatch(Field::hasFault);
        }
    }

    /// 数字 — a figure of the text beside the same figure of the books.
    public record Figure(
            String id,
            String note,
            String href,
            String what,
            String inText,
            Prose onBooks,
            Tag says) {}

    public ReadingPage {
        kinds = List.copyOf(kinds);
        document = List.copyOf(document);
        chains = List.copyOf(chains);
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
    }
}
