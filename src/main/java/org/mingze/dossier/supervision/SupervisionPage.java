package org.mingze.dossier.supervision;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;

/// 督查页 — where the problems stand, what waits, what is over, and what came again.
///
/// @param ways the other pages of supervision, with a sentence each
public record SupervisionPage(
        Heading heading,
        List<Flow> flow,
        List<Crossing> crossings,
        List<Part> parts,
        List<Way> ways,
        Optional<Blank> blank,
        String foot) {
    /// 流程一段 — how many stand at a stage, as a bar of its share.
    ///
    /// @param share in tenths of a percent of the longest bar
    /// @param style of the bar
    public record Flow(Link stage, int count, int share, String style) {
        public String width() {
            return share / 10 + "." + share % 10;
        }
    }

    /// 交叉表 — counts by something down and by stage across; each opens the ledger at its items.
    ///
    /// @param down what the rows are: 来源, 责任单位
    public record Crossing(
            String id,
            String heading,
            String caption,
            String down,
            List<String> across,
            List<Line> lines,
            Line total) {
        public Crossing {
            across = List.copyOf(across);
            lines = List.copyOf(lines);
        }
    }

    /// 表行 — a row head and its counts; an empty address is nothing to open.
    public record Line(Link head, List<Count> counts) {
        public Line {
            counts = List.copyOf(counts);
        }
    }

    public record Count(int number, String href, boolean alarming) {}

    /// 去路 — another page and what it is for.
    public record Way(Link link, Prose words) {}

    SupervisionPage withFoot(String said) {
        return new SupervisionPage(heading, flow, crossings, parts, ways, blank, said);
    }

    public SupervisionPage {
        flow = List.copyOf(flow);
        crossings = List.copyOf(crossings);
        parts = List.copyOf(parts);
        ways = List.copyOf(ways);
    }
}
