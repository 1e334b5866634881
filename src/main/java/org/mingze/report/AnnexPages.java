package org.mingze.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/// 附录页 — the figures with the records behind them, what is open, and the checkpoint.
final class AnnexPages {
    private static final List<String> HEADS = List.of("处", "数", "数的是", "记录");
    private static final int[] WIDTHS_MILLIMETRES = {17, 18, 38, 83};

    private static final int APART_MAX = 12;

    private final DutyReport report;
    private final XWPFDocument document;

    AnnexPages(DutyReport report, XWPFDocument document) {
        this.report = report;
        this.document = document;
    }

    void add() {
        heading("附录　数字与记录", true);
        note("没有另写起止的，数的是" + ReportWords.days(report.from(), report.to()) + "。");
        table();
        if (!report.findings().isEmpty()) {
            heading("待定", false);
            int number = 0;
            for (DutyReport.Finding finding : report.findings()) {
                number++;
                note(number + ". " + finding.text());
            }
        }
        heading("封检", false);
        if (report.day().isBefore(report.to())) {
            note("记录到" + ReportWords.day(report.day()) + "为止，报告期未满。");
        }
        note(report.sealing().sentence());
        note("核验：用 ./mingze verify 重算导出的档案，树根须与上面一致。");
    }

    private void heading(String words, boolean onNewPage) {
        XWPFParagraph heading = TextSetting.paragraph(document, TextSetting.BODY_LINE_TWIPS);
        heading.setPageBreak(onNewPage);
        heading.setKeepNext(!onNewPage);
        TextSetting.outline(heading, 1);
        TextSetting.words(heading, words, Face.SECTION, TextSetting.BODY_POINTS);
    }

    private void note(String words) {
        XWPFParagraph note = TextSetting.paragraph(document, TextSetting.ANNEX_LINE_TWIPS);
        note.setAlignment(ParagraphAlignment.LEFT);
        TextSetting.words(note, words, Face.BODY, TextSetting.ANNEX_POINTS);
    }

    private void table() {
        XWPFTable table = document.createTable(report.annex().size() + 1, HEADS.size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidthType(TableWidthType.DXA);
        grid(table);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < HEADS.size(); column++) {
            cell(head, column, List.of(HEADS.get(column)), Face.SECTION);
        }
        for (int index = 0; index < report.annex().size(); index++) {
            row(table.getRow(index + 1), report.annex().get(index));
        }
    }

    private static void grid(XWPFTable table) {
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        int total = 0;
        for (int column = 0; column < WIDTHS_MILLIMETRES.length; column++) {
            BigInteger width = PageSetup.millimetres(WIDTHS_MILLIMETRES[column]);
            if (column < grid.sizeOfGridColArray()) {
                grid.getGridColArray(column).setW(width);
            } else {
                grid.addNewGridCol().setW(width);
            }
            total += width.intValue();
        }
        table.setWidth(total);
    }

    private void row(XWPFTableRow row, DutyReport.Figure figure) {
        XWPFParagraph first = cell(row, 0, List.of("［" + figure.number() + "］"), Face.BODY);
        CTBookmark bookmark = first.getCTP().addNewBookmarkStart();
        bookmark.setId(BigInteger.valueOf(figure.number()));
        bookmark.setName(TextSetting.anchor(figure.number()));
        first.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(figure.number()));
        cell(row, 1, List.of(figure.shown() + figure.unit()), Face.BODY);
        cell(row, 2, List.of(figure.what() + days(figure) + figure.label()), Face.BODY);
        cell(row, 3, lines(figure), Face.BODY);
    }

    /// The days counted, where they are not those of the report.
    private String days(DutyReport.Figure figure) {
        boolean usual = figure.from().equals(report.from()) && figure.to().equals(report.to());
        return usual ? "" : "，" + ReportWords.days(figure.from(), figure.to());
    }

    /// One line for each record or obligation; many obligations are gathered by their duty.
    static List<String> lines(DutyReport.Figure figure) {
        List<String> lines = new ArrayList<>();
        Map<String, List<DutyReport.OfObligation>> duties = new LinkedHashMap<>();
        for (DutyReport.Source source : figure.sources()) {
            switch (source) {
                case DutyReport.OfRecord row -> lines.add(row.text());
                case DutyReport.OfObligation owed when figure.sources().size() <= APART_MAX ->
                        lines.add(owed.text());
                case DutyReport.OfObligation owed ->
                        duties.computeIfAbsent(owed.duty(), _ -> new ArrayList<>()).add(owed);
            }
        }
        duties.forEach((duty, owed) -> lines.add(gathered(duty, owed)));
        return lines.isEmpty() ? List.of("无") : lines;
    }

    private static String gathered(String duty, List<DutyReport.OfObligation> owed) {
        String numbers =
                owed.stream()
                        .flatMap(one -> one.records().stream())
                        .distinct()
                        .map(number -> "第" + number + "号")
                        .collect(Collectors.joining("、"));
        return duty + owed.size() + "项：" + (numbers.isEmpty() ? "无记录" : numbers);
    }

    private static XWPFParagraph cell(XWPFTableRow row, int column, List<String> lines, Face face) {
        XWPFTableCell cell = row.getCell(column);
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(PageSetup.millimetres(WIDTHS_MILLIMETRES[column]).toString());
        XWPFParagraph first = cell.getParagraphs().getFirst();
        for (int index = 0; index < lines.size(); index++) {
            XWPFParagraph line = index == 0 ? first : cell.addParagraph();
            TextSetting.lined(line, TextSetting.ANNEX_LINE_TWIPS);
            TextSetting.words(line, lines.get(index), face, TextSetting.ANNEX_POINTS);
        }
        return first;
    }
}
