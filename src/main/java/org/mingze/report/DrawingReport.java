package org.mingze.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;

/// 画报告 — the page of a report: paper in the middle, figures and open points at the side.
///
/// A figure leads to its note (`#n6`), the note to each record behind it (`/records/1076`), or to
/// the
/// page of each obligation that it counts.
final class DrawingReport {
    private static final int RECORDS_MAX = 60;
    private static final int OBLIGATIONS_MAX = 6;
    private static final int ANNEX_MAX = 1_000;

    private final DutyReport report;

    DrawingReport(DutyReport report) {
        this.report = report;
    }

    ReportPage page(List<Act> acts) {
        long bound = report.annex().stream().filter(DrawingReport::isBound).count();
        long open = report.annex().size() - bound;
        String lede =
                "%d处数字，%d处有据，%d处未知或不引；待定%d条。"
                        .formatted(report.annex().size(), bound, open, unsettled().size());
        return new ReportPage(
                new Heading(
                        List.of(
                                new Link("述职报告", "/reports"),
                                new Link(ReportWords.days(report.from(), report.to()), "")),
                        report.title(),
                        Prose.of(lede),
                        acts),
                report.title(),
                ReportDocument.author(report),
                report.sections().stream().flatMap(DrawingReport::blocks).toList(),
                report.sealing().shortSentence(),
                report.annex().stream().map(DrawingReport::annexLine).toList(),
                Stream.of(open(), figures()).filter(notes -> !notes.notes().isEmpty()).toList());
    }

    private static boolean isBound(DutyReport.Figure figure) {
        return figure.value().isPresent();
    }

    private static Stream<ReportPage.Block> blocks(DutyReport.Section section) {
        List<ReportPage.Block> blocks = new ArrayList<>();
        blocks.add(new ReportPage.Block(1, List.of(new ReportPage.Run.Words(section.title()))));
        for (DutyReport.Paragraph paragraph : section.paragraphs()) {
            List<ReportPage.Run> runs = new ArrayList<>();
            paragraph.heading().map(ReportPage.Run.Strong::new).ifPresent(runs::add);
            paragraph.runs().forEach(run -> add(run, runs));
            blocks.add(new ReportPage.Block(0, runs));
        }
        return blocks.stream();
    }

    private static void add(DutyReport.Run run, List<ReportPage.Run> runs) {
        switch (run) {
            case DutyReport.Words _, DutyReport.Item _, DutyReport.Quoted _ ->
                    runs.add(new ReportPage.Run.Words(run.text()));
            case DutyReport.Own(var _, var written) ->
                    runs.add(
                            written.isPresent()
                                    ? new ReportPage.Run.Words(run.text())
                                    : new ReportPage.Run.Unbound(run.text()));
            case DutyReport.Figure figure -> {
                runs.add(
                        isBound(figure)
                                ? new ReportPage.Run.Bound(
                                        figure.shown(),
                                        String.valueOf(figure.number()),
                                        "#n" + figure.number())
                                : new ReportPage.Run.Unbound(figure.shown()));
                if (!(figure.unit() + figure.label()).isEmpty()) {
                    runs.add(new ReportPage.Run.Words(figure.unit() + figure.label()));
                }
            }
        }
    }

    private static ReportPage.AnnexLine annexLine(DutyReport.Figure figure) {
        return new ReportPage.AnnexLine(
                String.valueOf(figure.number()),
                figure.shown() + figure.unit(),
                figure.what() + "，" + ReportWords.days(figure.from(), figure.to()),
                isOfDuties(figure),
                behind(figure).stream().limit(ANNEX_MAX).toList());
    }

    /// What a figure counts: its obligations, where it counts these, else its records.
    private static List<Link> behind(DutyReport.Figure figure) {
        return isOfDuties(figure)
                ? figure.sources().stream().flatMap(DrawingReport::obligation).toList()
                : figure.records().stream().map(DrawingReport::record).toList();
    }

    private static boolean isOfDuties(DutyReport.Figure figure) {
        return figure.sources().stream().anyMatch(DutyReport.OfObligation.class::isInstance);
    }

    private static Stream<Link> obligation(DutyReport.Source source) {
        return source instanceof DutyReport.OfObligation owed
                ? Stream.of(new Link(owed.text(), DutyLinks.page(owed.key())))
                : Stream.empty();
    }

    private static Link record(long number) {
        return new Link("第" + number + "号", "/records/" + number);
    }

    private ReportPage.Notes open() {
        return new ReportPage.Notes(
                "待定",
                String.valueOf(unsettled().size()),
                unsettled().stream()
                        .map(said -> new ReportPage.Note("", Prose.of(said), List.of()))
                        .toList());
    }

    /// What the figures leave open, then what the person has not written.
    private List<String> unsettled() {
        return Stream.concat(
                        report.findings().stream().map(DutyReport.Finding::text),
                        report.empty().stream().map(hint -> "“" + hint + "”空着，由本人填写。"))
                .toList();
    }

    private ReportPage.Notes figures() {
        return new ReportPage.Notes(
                "数字",
                String.valueOf(report.annex().size()),
                report.annex().stream().map(DrawingReport::note).toList());
    }

    private static ReportPage.Note note(DutyReport.Figure figure) {
        List<Prose> lines = new ArrayList<>();
        lines.add(Prose.of(ReportWords.days(figure.from(), figure.to()) + figure.label()));
        lines.addAll(isOfDuties(figure) ? sentences(figure) : List.of(numbers(figure)));
        return new ReportPage.Note(
                "n" + figure.number(),
                Prose.EMPTY.strong(figure.shown()).words(figure.unit() + "　" + figure.what()),
                lines);
    }

    private static List<Prose> sentences(DutyReport.Figure figure) {
        List<Link> all = behind(figure);
        List<Prose> lines = new ArrayList<>();
        all.stream()
                .limit(OBLIGATIONS_MAX)
                .map(link -> Prose.EMPTY.reference(link.text(), link.href()))
                .forEach(lines::add);
        if (all.size() > OBLIGATIONS_MAX) {
            lines.add(
                    Prose.of("等" + all.size() + "项，")
                            .reference("余下的见附录", "#annex-" + figure.number()));
        }
        return lines;
    }

    private static Prose numbers(DutyReport.Figure figure) {
        List<Link> all = behind(figure);
        Prose records = Prose.EMPTY;
        for (Link link : all.subList(0, Math.min(RECORDS_MAX, all.size()))) {
            records =
                    (records.isEmpty() ? records : records.words("、"))
                            .reference(link.text(), link.href());
        }
        if (all.size() > RECORDS_MAX) {
            records = records.words("等" + all.size() + "笔，余下的见附录");
        }
        return records.isEmpty() ? Prose.of("没有记录") : records;
    }
}
