package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 考核一览 — the schemes of the institutions in force.
public record AssessmentsPage(Heading heading, List<Line> lines, Optional<Blank> blank) {
    /// 办法 — one scheme: whom it assesses, over what, and whether it can be scored yet.
    public record Line(Link name, Prose about, Tag state, Link institution) {}

    public AssessmentsPage {
        lines = List.copyOf(lines);
    }
}
