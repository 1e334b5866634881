package org.mingze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// 报告文档 — a duty report as .docx, laid out by GB/T 9704-2012.
///
/// Each figure carries ［n］ as a link to its row in the annex.
public final class ReportDocument {
    private static final int TITLE_LINE_MAX = 22;

    private final DutyReport report;
    private final XWPFDocument document;

    private ReportDocument(DutyReport report, XWPFDocument document) {
        this.report = report;
        this.document = document;
    }

    public static void write(DutyReport report, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            new ReportDocument(report, document).compose();
            document.write(out);
        }
    }

    private void compose() {
        new PageSetup(document).apply();
        head();
        report.sections().forEach(this::section);
        signature();
        new AnnexPages(report, document).add();
        properties();
    }

    private void head() {
        XWPFParagraph title = TextSetting.paragraph(document, TextSetting.TITLE_LINE_TWIPS);
        title.setAlignment(ParagraphAlignment.CENTER);
        TextSetting.outline(title, 0);
        title(title);
        XWPFParagraph by = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        by.setAlignment(ParagraphAlignment.CENTER);
        by.setSpacingAfter(TextSetting.BODY_LINE_TWIPS);
        TextSetting.words(by, author(report), Face.HEADING, TextSetting.BODY_POINTS);
    }

    /// A title too long for one line is broken after the period.
    private void title(XWPFParagraph title) {
        String period = ReportWords.period(report.from(), report.to());
        String words = report.title();
        if (words.length() > TITLE_LINE_MAX && words.startsWith(period)) {
            TextSetting.words(title, period, Face.TITLE, TextSetting.TITLE_POINTS).addBreak();
            words = words.substring(period.length());
        }
        TextSetting.words(title, words, Face.TITLE, TextSetting.TITLE_POINTS);
    }

    /// The post, and who held it.
    static String author(DutyReport report) {
        String holders = ReportSubject.author(report.holders());
        return holders.isEmpty() ? report.post() : report.post() + "　" + holders;
    }

    private void section(DutyReport.Section section) {
        XWPFParagraph heading = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        TextSetting.indent(heading);
        TextSetting.outline(heading, 1);
        heading.setKeepNext(true);
        TextSetting.words(heading, section.title(), Face.SECTION, TextSetting.BODY_POINTS);
        section.paragraphs().forEach(this::paragraph);
    }

    private void paragraph(DutyReport.Paragraph paragraph) {
        XWPFParagraph written = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        written.setAlignment(ParagraphAlignment.BOTH);
        TextSetting.indent(written);
        paragraph
                .heading()
                .ifPresent(
                        words ->
                                TextSetting.words(
                                        written, words, Face.HEADING, TextSetting.BODY_POINTS));
        paragraph.runs().forEach(run -> run(written, run));
    }

    private void run(XWPFParagraph paragraph, DutyReport.Run run) {
        switch (run) {
            case DutyReport.Words _, DutyReport.Item _ ->
                    TextSetting.words(paragraph, run.text(), Face.BODY, TextSetting.BODY_POINTS);
            case DutyReport.Own _ ->
                    TextSetting.words(paragraph, run.text(), Face.HEADING, TextSetting.BODY_POINTS);
            case DutyReport.Figure figure -> {
                TextSetting.words(paragraph, figure.shown(), Face.BODY, TextSetting.BODY_POINTS);
                TextSetting.mark(paragraph, figure.number());
                String behind = figure.unit() + figure.label();
                if (!behind.isEmpty()) {
                    TextSetting.words(paragraph, behind, Face.BODY, TextSetting.BODY_POINTS);
                }
            }
        }
    }

    /// The unsealed signature stands two characters from the right edge, the date below it.
    private void signature() {
        String name =
                report.holders().isEmpty() ? report.post() : report.holders().getLast().name();
        XWPFParagraph signed = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        signed.setSpacingBefore(TextSetting.BODY_LINE_TWIPS);
        signed.setKeepNext(true);
        TextSetting.fromRight(signed, 4);
        TextSetting.words(signed, name, Face.BODY, TextSetting.BODY_POINTS);
        XWPFParagraph dated = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        TextSetting.fromRight(dated, 2);
        TextSetting.words(dated, ReportWords.day(report.day()), Face.BODY, TextSetting.BODY_POINTS);
    }

    /// Nothing of the machine or the account that wrote the file stays in it.
    private void properties() {
        POIXMLProperties properties = document.getProperties();
        properties.getCoreProperties().setTitle(report.title());
        properties
                .getCoreProperties()
                .getUnderlyingProperties()
                .setCreatorProperty(Optional.empty());
        properties
                .getCoreProperties()
                .getUnderlyingProperties()
                .setLastModifiedByProperty(Optional.empty());
        String created =
                report.sealing()
                        .knownAt()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString();
        try {
            properties.getCoreProperties().setCreated(created);
            properties.getCoreProperties().setModified(created);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
        properties.getExtendedProperties().setApplication("Mingze");
    }
}
