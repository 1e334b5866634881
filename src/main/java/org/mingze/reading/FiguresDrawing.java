package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.text.Reading;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 画数字 — the figures of a document in lines: what they are said of, what is known of them.
///
/// A masked figure is unknown, never 0; what the journal counts of it stands beside it.
///
/// @param conclusions one for each figure that is not rejected, in the order of the document
record FiguresDrawing(UnderReview review, CardDrawing cards, List<Conclusion> conclusions) {
    private static final int FIGURES_MAX = 400;
    private static final int RECORDS_MAX = 3;
    private static final int WORDS_MAX = 14;

    List<ReadingPage.Figure> figures(boolean vague) {
        List<ReadingPage.Figure> figures = new ArrayList<>();
        int counted = 0;
        for (Reviewed find : review.finds()) {
            if (find.find().kind() != FindKind.FIGURE) {
                continue;
            }
            Optional<Conclusion> conclusion =
                    find.isRejected() ? Optional.empty() : Optional.of(conclusions.get(counted));
            counted += find.isRejected() ? 0 : 1;
            if (cards.shows(find) && figures.size() < FIGURES_MAX) {
                figures.add(figure(find, conclusion));
            }
        }
        if (vague) {
            vague(figures);
        }
        return figures;
    }

    private ReadingPage.Figure figure(Reviewed find, Optional<Conclusion> conclusion) {
        ReadingPage.Card card = cards.card(find, false);
        String said = review.said(find);
        boolean masked = !find.find().field(Find.MASKED).isEmpty();
        return new ReadingPage.Figure(
                card.anchor(),
                card.href(),
                before(find.find().from()),
                masked ? "隐去" : shown(find, said),
                conclusion.map(FiguresDrawing::onBooks).orElse(Prose.of("不算")),
                conclusion.map(FiguresDrawing::says).orElse(Tag.of("不采")),
                Optional.of(card));
    }

    /// The words of the text; what a person set right, where the two differ.
    private static String shown(Reviewed find, String said) {
        String value = find.find().field(Find.VALUE);
        boolean changed = !value.equals(find.subject().field(Find.VALUE));
        return changed ? said + "→" + value + find.find().field(Find.UNIT) : said;
    }

    private void vague(List<ReadingPage.Figure> figures) {
        List<Reading.VagueAmount> amounts = review.reading().vague();
        for (int index = 0; index < amounts.size() && index < FIGURES_MAX; index++) {
            Reading.VagueAmount amount = amounts.get(index);
            figures.add(
                    new ReadingPage.Figure(
                            "v" + index,
                            "#" + CardDrawing.inText("v" + index),
                            before(amount.offset()),
                            amount.text(),
                            Prose.of("虚数"),
                            Tag.of("无法核"),
                            Optional.empty()));
        }
    }

    /// What the journal counts, each way by its name, with the first of the records.
    private static Prose onBooks(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Agrees(Conclusion.Counting counting) -> listed(Prose.EMPTY, counting);
            case Conclusion.Differs(List<Conclusion.Counting> countings, long _) -> {
                Prose all = Prose.EMPTY;
                for (Conclusion.Counting counting : countings) {
                    all = listed(all.isEmpty() ? all : all.words("；"), counting);
                }
                yield all;
            }
            case Conclusion.Uncheckable(String why) -> Prose.of(why);
            case Conclusion.OutsidePeriod(String said) -> Prose.of("说的是" + said);
        };
    }

    private static Prose listed(Prose before, Conclusion.Counting counting) {
        List<Long> records = counting.records();
        String way = counting.way().isEmpty() ? "" : "（" + counting.way() + "）";
        Prose listed =
                before.words("账上" + counting.counted() + way + (records.isEmpty() ? "" : "："));
        for (Long number : records.subList(0, Math.min(RECORDS_MAX, records.size()))) {
            listed = listed.reference("第" + number + "号", "/records/" + number).words(" ");
        }
        return records.size() > RECORDS_MAX ? listed.words("等") : listed;
    }

    private static Tag says(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Agrees _ -> new Tag("相符", Tag.Tone.DONE);
            case Conclusion.Differs(List<Conclusion.Counting> _, long more) ->
                    new Tag(more > 0 ? "多报" + more : "少报" + -more, Tag.Tone.BREACH);
            case Conclusion.Uncheckable _ -> Tag.of("无法核");
            case Conclusion.OutsidePeriod _ -> new Tag("期外", Tag.Tone.WARN);
        };
    }

    /// The few words before a figure, back to the last stop; cut short they never begin inside a
    /// number: 2026年 is not 026年.
    private String before(int offset) {
        String text = review.kept().text();
        int to = Math.min(offset, text.length());
        int from = Math.max(0, to - WORDS_MAX);
        for (int at = to - 1; at >= from; at--) {
            if (isStop(text.charAt(at))) {
                return text.substring(at + 1, to).strip();
            }
        }
        while (from > 0 && isDigit(text.charAt(from)) && isDigit(text.charAt(from - 1))) {
            from--;
        }
        boolean whole = from == 0 || isStop(text.charAt(from - 1));
        return (whole ? "" : "…") + text.substring(from, to).strip();
    }

    private static boolean isStop(char letter) {
        return "，。；：、\n\r\t（".indexOf(letter) >= 0;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
