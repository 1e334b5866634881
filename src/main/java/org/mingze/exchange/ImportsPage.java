package org.mingze.exchange;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Refusal;

/// 导入列表页 — a file to hand in, and those handed in before.
public record ImportsPage(
        Heading heading,
        String fault,
        Optional<Refusal> refusal,
        Listing listing,
        List<Line> lines,
        Optional<Blank> blank) {
    /// 已交表格.
    public record Line(Link name, String when, String who, String found, Mark state) {}

    public ImportsPage {
        lines = List.copyOf(lines);
    }
}
