package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import org.mingze.reading.text.Reading;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 画数字 — the figures of a document in lines: what they are said of, what is known of them.
///
/// A masked figure is unknown, never 0; what the journal counts of it stands beside it.
record FiguresDrawing(Reading reading, String text, List<Conclusion> conclusions) {
    private static final int FIGURES_MAX = 300;
    private static final int RECORDS_MAX = 3;

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
                            onBooks(conclusions.get(index)),
                            says(conclusions.get(index))));
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
                            Prose.of("虚数"),
                            Tag.of("无法核")));
        }
        return figures;
    }

    /// What the journal counts, with the first of the records.
    private static Prose onBooks(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Agrees(long counted, List<Long> records) ->
                    listed(Prose.of(String.valueOf(counted)), records);
            case Conclusion.Differs(long counted, long _, List<Long> records) ->
                    listed(Prose.of(String.valueOf(counted)), records);
            case Conclusion.Uncheckable(String why) -> Prose.of(why);
            case Conclusion.OutsidePeriod(String said) -> Prose.of("说的是" + said);
        };
    }

    private static Prose listed(Prose counted, List<Long> records) {
        Prose listed = counted;
        for (Long number : records.subList(0, Math.min(RECORDS_MAX, records.size()))) {
            listed = listed.words(" ").reference("第" + number + "号", "/records/" + number);
        }
        return records.size() > RECORDS_MAX ? listed.words(" 等") : listed;
    }

    private static Tag says(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Agrees _ -> new Tag("相符", Tag.Tone.DONE);
            case Conclusion.Differs(long _, long more, List<Long> _) ->
                    new Tag(more > 0 ? "多报" + more : "少报" + -more, Tag.Tone.BREACH);
            case Conclusion.Uncheckable _ -> Tag.of("无法核");
            case Conclusion.OutsidePeriod _ -> new Tag("期外", Tag.Tone.WARN);
        };
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
