package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 考核一览 — the schemes of the institutions in force.
///
/// @param appeals those that wait for an answer which the reader may give, oldest first
public record AssessmentsPage(
        Heading heading, List<Appeal> appeals, List<Line> lines, Optional<Blank> blank) {
    /// 等答复的申诉 — whose score it is about, and what was said against it.
    public record Appeal(Link score, String about, Prose reason) {}

    /// 办法 — one scheme: whom it assesses, over what, and whether it can be scored yet.
    public record Line(Link name, Prose about, Tag state, Link institution) {}

    public AssessmentsPage {
        appeals = List.copyOf(appeals);
        lines = List.copyOf(lines);
    }

    public AssessmentsPage awaiting(List<Appeal> waiting) {
        return new AssessmentsPage(heading, waiting, lines, blank);
    }
}
