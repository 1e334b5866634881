package org.mingze.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.reading.text.Reading;

/// 标注 — the text of a document in paragraphs, with what was found in it marked in place.
///
/// @param only one kind of find, empty for all
record Marking(String text, Reading reading, List<Problem> problems, String only) {
    static final String PROBLEMS = "problems";
    static final String FIGURES = "figures";
    static final String VAGUE = "vague";

    /// A longer document is shown only so far; everything found in it is listed all the same.
    private static final int SHOWN_MAX = 120_000;

    private record Placed(int start, int end, ReadingPage.Run.Find find) {}

    List<ReadingPage.Block> blocks() {
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
            blocks.add(
                    new ReadingPage.Block(
                            0,
                            List.of(
                                    new ReadingPage.Run.Words(
                                            "（原文共"
                                                    + text.length()
                                                    + "字，这里显示前"
                                                    + SHOWN_MAX
                                                    + "字。）"))));
        }
        return blocks;
    }

    private int level(int from, int end) {
        String line = text.substring(from, end).strip();
        return reading.outline().stream()
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
        List<ReadingPage.Run> runs = new ArrayList<>();
        int at = from;
        for (Placed each : placed) {
            if (each.start() >= at && each.end() <= end) {
                words(at, each.start()).ifPresent(runs::add);
                runs.add(each.find());
                at = each.end();
            }
        }
        words(at, end).ifPresent(runs::add);
        return runs;
    }

    private Optional<ReadingPage.Run> words(int from, int end) {
        return from < end
                ? Optional.of(new ReadingPage.Run.Words(text.substring(from, end)))
                : Optional.empty();
    }

    /// Figures before statements, so that every figure can be pointed at; then by place.
    private List<Placed> placed() {
        List<Placed> all = new ArrayList<>();
        figures(all);
        vague(all);
        if (only.isEmpty() || only.equals(PROBLEMS)) {
            statements(all);
        }
        all.sort(Comparator.comparingInt(Placed::start));
        List<Placed> apart = new ArrayList<>();
        int end = 0;
        for (Placed each : all) {
            if (each.start() >= end && each.end() > each.start()) {
                apart.add(each);
                end = each.end();
            }
        }
        return apart;
    }

    private void statements(List<Placed> all) {
        for (Problem problem : problems) {
            String gist = reading.findings().get(problem.number() - 1).gist();
            String number = String.valueOf(problem.number());
            add(
                    all,
                    problem.offset(),
                    gist,
                    ReadingPage.FindKind.PROBLEM,
                    "t" + number,
                    "#p" + number,
                    number);
        }
        for (int index = 0; index < reading.causes().size(); index++) {
            Reading.Cause cause = reading.causes().get(index);
            int at = index;
            Optional<Problem> of =
                    problems.stream()
                            .filter(problem -> problem.cause().orElse(-1) == at)
                            .findFirst();
            String href = of.map(problem -> "#p" + problem.number()).orElse("#finds");
            String note = of.map(problem -> String.valueOf(problem.number())).orElse("");
            add(
                    all,
                    cause.offset(),
                    cause.gist(),
                    ReadingPage.FindKind.CAUSE,
                    "c" + index,
                    href,
                    note);
        }
        for (int index = 0; index < reading.measures().size(); index++) {
            Reading.Measure measure = reading.measures().get(index);
            int at = index;
            Optional<Problem> of =
                    problems.stream()
                            .filter(problem -> problem.measure().orElse(-1) == at)
                            .findFirst();
            String href = of.map(problem -> "#p" + problem.number()).orElse("#finds");
            String note = of.map(problem -> String.valueOf(problem.number())).orElse("");
            add(
                    all,
                    measure.offset(),
                    measure.gist(),
                    ReadingPage.FindKind.MEASURE,
                    "s" + index,
                    href,
                    note);
        }
    }

    private void figures(List<Placed> all) {
        if (!only.isEmpty() && !only.equals(FIGURES)) {
            return;
        }
        for (int index = 0; index < reading.figures().size(); index++) {
            Reading.Figure figure = reading.figures().get(index);
            ReadingPage.FindKind kind =
                    figure.masked() ? ReadingPage.FindKind.MASKED : ReadingPage.FindKind.FIGURE;
            add(
                    all,
                    figure.offset(),
                    figure.text(),
                    kind,
                    "tn" + index,
                    "#n" + index,
                    String.valueOf(index + 1));
        }
    }

    private void vague(List<Placed> all) {
        if (!only.isEmpty() && !only.equals(VAGUE)) {
            return;
        }
        for (int index = 0; index < reading.vague().size(); index++) {
            Reading.VagueAmount amount = reading.vague().get(index);
            add(
                    all,
                    amount.offset(),
                    amount.text(),
                    ReadingPage.FindKind.VAGUE,
                    "tv" + index,
                    "#v" + index,
                    "?");
        }
    }

    /// A find whose words do not stand at its place (they were read across lines) is not marked.
    private void add(
            List<Placed> all,
            int offset,
            String said,
            ReadingPage.FindKind kind,
            String id,
            String href,
            String note) {
        if (text.startsWith(said, offset)) {
            all.add(
                    new Placed(
                            offset,
                            offset + said.length(),
                            new ReadingPage.Run.Find(kind, id, href, said, note)));
        }
    }
}
