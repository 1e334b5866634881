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
        List<Send> sends,
        Optional<Refusal> refusal,
        List<Line> lines,
        Optional<Blank> blank) {
    /// 送出 — a button of the form, and what it says besides the fields; the first is the main one.
    ///
    /// @param name empty where the button says nothing
    public record Send(String word, String name, String value) {
        public static Send plain(String word) {
            return new Send(word, "", "");
        }
    }

    public record Line(Link title, String period, String post, String made) {}

    public ReportsPage {
        fields = List.copyOf(fields);
        sends = List.copyOf(sends);
        lines = List.copyOf(lines);
    }
}
