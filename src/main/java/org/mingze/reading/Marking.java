package org.mingze.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.text.Reading;

/// 标注 — the text of a document in paragraphs, with what was found in it marked in place. Where one
/// find stands in another, both are marked and the shorter is linked.
///
/// @param only one kind of find, empty for all
record Marking(UnderReview review, CardDrawing cards, String only) {
    /// A longer document is shown only so far; everything found in it is listed all the same.
    private static final int SHOWN_MAX = 120_000;

    private record Placed(int from, int to, ReadingPage.FindStyle style, String of, String note) {}

    List<ReadingPage.Block> blocks() {
        String text = review.kept().text();
        List<Placed> placed = placed();
        List<ReadingPage.Block> blocks = new ArrayList<>();
        int from = 0;
        int limit = Math.min(text.length(), SHOWN_MAX);
        while (from < limit) {
            int end = text.indexOf('\n', from);
            end = end < 0 || end > limit ? limit : end;
            if (!text.substring(from, end).isBlank()) {
                blocks.add(new ReadingPage.Block(level(from, end), runs(from, end, placed)));
            }
            from = end + 1;
        }
        if (limit < text.length()) {
            String rest = "（原文共" + text.length() + "字，这里显示前" + SHOWN_MAX + "字。）";
            blocks.add(new ReadingPage.Block(0, List.of(new ReadingPage.Run.Words(rest))));
        }
        return blocks;
    }

    private int level(int from, int end) {
        String line = review.kept().text().substring(from, end).strip();
        return review.reading().outline().stream()
                .filter(heading -> heading.offset() >= from && heading.offset() < end)
                .filter(
                        heading ->
                                line.length()
                                        <= heading.marker().length() + heading.title().length() + 3)
                .findFirst()
                .map(heading -> heading.level() <= 1 ? 1 : 2)
                .orElse(0);
    }

    private List<ReadingPage.Run> runs(int from, int end, List<Placed> placed) {
        List<Placed> here =
                placed.stream().filter(each -> each.from() < end && each.to() > from).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, end));
        for (Placed each : here) {
            cuts.add(Math.max(from, each.from()));
            cuts.add(Math.min(end, each.to()));
        }
        List<ReadingPage.Run> runs = new ArrayList<>();
        int at = cuts.pollFirst();
        while (!cuts.isEmpty()) {
            int next = cuts.pollFirst();
            runs.add(run(at, next, here));
            at = next;
        }
        return runs;
    }

    private ReadingPage.Run run(int from, int to, List<Placed> here) {
        String words = review.kept().text().substring(from, to);
        List<Placed> over =
                here.stream()
                        .filter(each -> each.from() <= from && each.to() >= to)
                        .sorted(Comparator.comparingInt(each -> each.to() - each.from()))
                        .toList();
        if (over.isEmpty()) {
            return new ReadingPage.Run.Words(words);
        }
        Placed find = over.getFirst();
        Placed around = over.getLast();
        boolean inner = over.size() > 1;
        return new ReadingPage.Run.Find(
                inner ? around.style().style() + " is-inner" : find.style().style(),
                id(over, from),
                find.of(),
                inner ? around.of() : "",
                words,
                over.stream()
                        .filter(each -> each.to() == to)
                        .map(Placed::note)
                        .filter(note -> !note.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /// Of two that begin at one place the longer has the anchor.
    private static String id(List<Placed> over, int from) {
        return over.reversed().stream()
                .filter(each -> each.from() == from)
                .findFirst()
                .map(each -> CardDrawing.inText(each.of()))
                .orElse("");
    }

    /// By place; of two at one place the first is kept.
    private List<Placed> placed() {
        List<Placed> all = new ArrayList<>();
        for (Reviewed each : review.finds()) {
            if (!each.isRejected() && cards.shows(each)) {
                all.add(
                        new Placed(
                                each.find().from(),
                                Math.min(each.find().to(), review.kept().text().length()),
                                style(each),
                                CardDrawing.anchor(each),
                                cards.number(each)));
            }
        }
        if (only.isEmpty() || only.equals(ReadingDrawing.VAGUE)) {
            for (int index = 0; index < review.reading().vague().size(); index++) {
                Reading.VagueAmount amount = review.reading().vague().get(index);
                all.add(
                        new Placed(
                                amount.offset(),
                                amount.offset() + amount.text().length(),
                                ReadingPage.FindStyle.VAGUE,
                                "v" + index,
                                "?"));
            }
        }
        all.removeIf(each -> each.to() <= each.from());
        all.sort(Comparator.comparingInt(Placed::from).thenComparingInt(Placed::to));
        List<Placed> apart = new ArrayList<>();
        for (Placed each : all) {
            boolean same =
                    !apart.isEmpty()
                            && apart.getLast().from() == each.from()
                            && apart.getLast().to() == each.to();
            if (!same) {
                apart.add(each);
            }
        }
        return apart;
    }

    private static ReadingPage.FindStyle style(Reviewed find) {
        return switch (find.find().kind()) {
            case PROBLEM -> ReadingPage.FindStyle.PROBLEM;
            case CAUSE -> ReadingPage.FindStyle.CAUSE;
            case MEASURE -> ReadingPage.FindStyle.MEASURE;
            case DUTY -> ReadingPage.FindStyle.DUTY;
            case MECHANISM -> ReadingPage.FindStyle.MECHANISM;
            case FIGURE ->
                    find.find().field(Find.MASKED).isEmpty()
                            ? ReadingPage.FindStyle.FIGURE
                            : ReadingPage.FindStyle.MASKED;
        };
    }
}
