package org.mingze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.Face;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.PaperForm;
import org.mingze.report.paper.Style;

/// 报告文档 — a duty report as a manuscript in the layout of GB/T 9704-2012, from which .docx, PDF and
/// OFD are written. Each figure carries `[n]` as a link to its row in the annex.
public final class ReportDocument {
    private static final int TITLE_LINE_MAX = 20;

    private final DutyReport report;
    private final List<Manuscript.Block> blocks = new ArrayList<>();

    private ReportDocument(DutyReport report) {
        this.report = report;
    }

    public static void write(DutyReport report, PaperForm form, OutputStream out)
            throws IOException {
        form.write(manuscript(report), out);
    }

    /// The masked twin, with the statement of what was masked.
    public static void write(MaskedTwin twin, PaperForm form, OutputStream out) throws IOException {
        form.write(manuscript(twin), out);
    }

    static Manuscript manuscript(DutyReport report) {
        return manuscript(report, List.of());
    }

    static Manuscript manuscript(MaskedTwin twin) {
        return manuscript(twin.report(), twin.statement());
    }

    private static Manuscript manuscript(DutyReport report, List<String> statement) {
        ReportDocument document = new ReportDocument(report);
        document.head();
        report.sections().forEach(document::section);
        String day = ReportWords.day(report.day());
        document.signature(statement.isEmpty() ? day : MaskedTwin.day(day));
        document.blocks.addAll(ReportAnnex.of(report, statement));
        return new Manuscript(report.title(), report.sealing().knownAt(), document.blocks);
    }

    private void head() {
        blocks.add(new Manuscript.Paragraph(Style.TITLE, title(), Face.TITLE));
        blocks.add(new Manuscript.Paragraph(Style.BYLINE, author(report), Face.HEADING));
    }

    /// A title too long for one line is broken after the period.
    private String title() {
        String period = ReportWords.period(report.from(), report.to());
        String words = report.title();
        return words.length() > TITLE_LINE_MAX && words.startsWith(period)
                ? period + "\n" + words.substring(period.length())
                : words;
    }

    /// The post, and who held it.
    static String author(DutyReport report) {
        String holders = ReportSubject.author(report.holders());
        return holders.isEmpty() ? report.post() : report.post() + "　" + holders;
    }

    private void section(DutyReport.Section section) {
        blocks.add(new Manuscript.Paragraph(Style.HEADING, section.title(), Face.SECTION));
        for (DutyReport.Paragraph paragraph : section.paragraphs()) {
            List<Manuscript.Run> runs = new ArrayList<>();
            paragraph
                    .heading()
                    .ifPresent(words -> runs.add(new Manuscript.Run(words, Face.HEADING)));
            paragraph.runs().forEach(run -> runs.addAll(runs(run)));
            blocks.add(new Manuscript.Paragraph(Style.BODY, runs));
        }
    }

    static List<Manuscript.Run> runs(DutyReport.Run run) {
        return switch (run) {
            case DutyReport.Words _, DutyReport.Item _, DutyReport.Quoted _ ->
                    List.of(new Manuscript.Run(run.text(), Face.BODY));
            case DutyReport.Own(var _, var written) ->
                    List.of(
                            new Manuscript.Run(
                                    run.text(), written.isPresent() ? Face.BODY : Face.HEADING));
            case DutyReport.Figure figure -> {
                String behind = figure.unit() + figure.label();
                yield List.of(
                        new Manuscript.Run(figure.shown(), Face.BODY),
                        Manuscript.Run.mark(figure.number()),
                        new Manuscript.Run(behind, Face.BODY));
            }
        };
    }

    /// The unsealed signature stands two characters left of the date below it.
    private void signature(String day) {
        if (blocks.getLast() instanceof Manuscript.Paragraph(Style style, var runs)
                && style == Style.BODY) {
            blocks.set(blocks.size() - 1, new Manuscript.Paragraph(Style.LAST, runs));
        }
        String name =
                Optional.of(report.holders())
                        .filter(holders -> !holders.isEmpty())
                        .map(holders -> holders.getLast().name())
                        .orElse(report.post());
        blocks.add(new Manuscript.Paragraph(Style.SIGNATURE, name, Face.BODY));
        blocks.add(new Manuscript.Paragraph(Style.DATE, day, Face.BODY));
    }
}
