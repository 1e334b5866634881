package org.mingze.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.report.kept.FiguresDigest;
import org.mingze.report.kept.RecordRanges;
import org.mingze.report.paper.Face;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.Style;

/// 附录 — the figures with the records behind them, what is open, and the checkpoint.
final class ReportAnnex {
    private static final List<String> HEADS = List.of("处", "数", "数的是", "记录");
    private static final List<Integer> WIDTHS_MILLIMETRES = List.of(17, 18, 38, 83);
    /// More records than these are gathered into ranges of numbers.
    private static final int RECORDS_MAX = 60;

    private static final int APART_MAX = 12;

    private final DutyReport report;
    private final List<Manuscript.Block> blocks = new ArrayList<>();

    private final List<String> statement;

    private ReportAnnex(DutyReport report, List<String> statement) {
        this.report = report;
        this.statement = statement;
    }

    /// @param statement what was masked, empty where nothing was
    static List<Manuscript.Block> of(DutyReport report, List<String> statement) {
        ReportAnnex annex = new ReportAnnex(report, statement);
        annex.compose();
        return annex.blocks;
    }

    private void compose() {
        heading("附录　数字与记录", Style.ANNEX);
        note("没有另写起止的，数的是" + ReportWords.days(report.from(), report.to()) + "。");
        blocks.add(
                new Manuscript.Table(
                        HEADS,
                        WIDTHS_MILLIMETRES,
                        report.annex().stream().map(this::row).toList()));
        if (!report.findings().isEmpty()) {
            heading("待定", Style.PART);
            int number = 0;
            for (DutyReport.Finding finding : report.findings()) {
                number++;
                note(number + ". " + finding.text());
            }
        }
        if (!statement.isEmpty()) {
            heading("遮盖", Style.PART);
            statement.forEach(this::note);
        }
        heading("封检", Style.PART);
        if (report.day().isBefore(report.to())) {
            note("记录到" + ReportWords.day(report.day()) + "为止，报告期未满。");
        }
        note(report.sealing().sentence());
        FiguresDigest digest = FiguresDigest.of(report);
        note("数字摘要" + digest.digest() + "：" + digest.meaning());
        note("核验：用 ./mingze verify 重算导出的档案，树根须与上面一致。二维码里是同样的笔数、树根和数字摘要。");
        blocks.add(new Manuscript.Code(digest.code(report.sealing())));
    }

    private void heading(String words, Style style) {
        blocks.add(new Manuscript.Paragraph(style, words, Face.SECTION));
    }

    private void note(String words) {
        blocks.add(new Manuscript.Paragraph(Style.NOTE, words, Face.BODY));
    }

    private Manuscript.Row row(DutyReport.Figure figure) {
        return new Manuscript.Row(
                Optional.of(figure.number()),
                List.of(
                        List.of("[" + figure.number() + "]"),
                        List.of(figure.shown() + figure.unit()),
                        List.of(figure.what() + days(figure) + figure.label()),
                        lines(figure)));
    }

    /// The days counted, where they are not those of the report.
    private String days(DutyReport.Figure figure) {
        boolean usual = figure.from().equals(report.from()) && figure.to().equals(report.to());
        return usual ? "" : "，" + ReportWords.days(figure.from(), figure.to());
    }

    /// One line for each record or obligation; many records are gathered into ranges of their
    /// numbers, many obligations by their duty.
    static List<String> lines(DutyReport.Figure figure) {
        List<String> lines = new ArrayList<>();
        Map<String, List<DutyReport.OfObligation>> duties = new LinkedHashMap<>();
        List<Long> gathered = new ArrayList<>();
        for (DutyReport.Source source : figure.sources()) {
            switch (source) {
                case DutyReport.OfRecord row when figure.sources().size() <= RECORDS_MAX ->
                        lines.add(row.text());
                case DutyReport.OfRecord row -> gathered.add(row.number());
                case DutyReport.OfMany many ->
                        lines.add(many.text() + "：" + RecordRanges.of(many.records()));
                case DutyReport.OfMasked masked when figure.sources().size() <= RECORDS_MAX ->
                        lines.add(masked.text());
                case DutyReport.OfMasked masked -> gathered.addAll(masked.records());
                case DutyReport.OfObligation owed when figure.sources().size() <= APART_MAX ->
                        lines.add(owed.text());
                case DutyReport.OfObligation owed ->
                        duties.computeIfAbsent(owed.duty(), _ -> new ArrayList<>()).add(owed);
            }
        }
        if (!gathered.isEmpty()) {
            lines.add("共" + gathered.size() + "笔：" + RecordRanges.of(gathered));
        }
        duties.forEach((duty, owed) -> lines.add(gathered(duty, owed)));
        return lines.isEmpty() ? List.of("无") : lines;
    }

    private static String gathered(String duty, List<DutyReport.OfObligation> owed) {
        List<Long> numbers =
                owed.stream().flatMap(one -> one.records().stream()).distinct().toList();
        return duty
                + owed.size()
                + "项："
                + (numbers.isEmpty()
                        ? "无记录"
                        : numbers.size() <= RECORDS_MAX
                                ? numbers.stream()
                                        .map(number -> "第" + number + "号")
                                        .collect(Collectors.joining("、"))
                                : RecordRanges.of(numbers));
    }
}
