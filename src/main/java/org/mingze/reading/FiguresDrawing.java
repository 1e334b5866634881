package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import org.mingze.reading.text.Reading;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 画数字 — the figures of a document in lines: what they are said of, what is known of them.
///
/// A masked figure is unknown, never 0; one that cannot be checked is said to be vague.
record FiguresDrawing(Reading reading, String text) {
    private static final int FIGURES_MAX = 300;

    List<ReadingPage.Figure> figures() {
        List<ReadingPage.Figure> figures = new ArrayList<>();
        for (int index = 0; index < reading.figures().size() && index < FIGURES_MAX; index++) {
            Reading.Figure figure = reading.figures().get(index);
            figures.add(
                    new ReadingPage.Figure(
                            "n" + index,
                            String.valueOf(index + 1),
                            "#tn" + index,
                            around(figure.offset(), figure.text()),
                            figure.masked() ? "隐去" : figure.text(),
                            Prose.of(figure.masked() ? "未知" : "未核"),
                            figure.masked()
                                    ? Tag.of("不作0")
                                    : figure.approx()
                                            ? new Tag("约数", Tag.Tone.WARN)
                                            : Tag.of(figure.kind().title())));
        }
        for (int index = 0; index < reading.vague().size() && index < FIGURES_MAX; index++) {
            Reading.VagueAmount amount = reading.vague().get(index);
            figures.add(
                    new ReadingPage.Figure(
                            "v" + index,
                            "?",
                            "#tv" + index,
                            around(amount.offset(), amount.text()),
                            amount.text(),
                            Prose.of("未知"),
                            new Tag("含糊", Tag.Tone.WARN)));
        }
        return figures;
    }

    /// The few words before a figure, back to the last stop.
    private String around(int offset, String said) {
        int from = Math.max(0, offset - 12);
        for (int at = Math.min(offset, text.length()) - 1; at >= from; at--) {
            if ("，。；：、\n\r\t（".indexOf(text.charAt(at)) >= 0) {
                from = at + 1;
                break;
            }
        }
        int end = Math.min(text.length(), offset + said.length());
        return from < end ? text.substring(from, end).strip() : said;
    }
}
