package org.mingze.report;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 述职报告列表 — a form to make one from the books, and those made before.
public record ReportsPage(
        Heading heading,
        String send,
        List<Field> fields,
        String sendWord,
        Optional<Refusal> refusal,
        List<Line> lines,
        Optional<Blank> blank) {
    public record Line(Link title, String period, String post, String made) {}

    public ReportsPage {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }
}
