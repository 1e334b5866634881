package org.mingze.report.paper;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// 表格 — fixed columns, the heads repeated on every page.
final class DocxTable {
    /// The margin of a cell, by which Word would let the table stand out on the left.
    private static final BigInteger MARGIN_TWIPS = BigInteger.valueOf(108);

    private static final int RULE_EIGHTHS = 4;

    private final XWPFDocument document;

    DocxTable(XWPFDocument document) {
        this.document = document;
    }

    void add(Manuscript.Table written) {
        XWPFTable table = document.createTable(1, written.heads().size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidthType(TableWidthType.DXA);
        rules(table);
        CTTblWidth indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setW(MARGIN_TWIPS);
        indent.setType(STTblWidth.DXA);
        List<Integer> widths = written.widthsMillimetres();
        grid(table, widths);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < written.heads().size(); column++) {
            cell(head, column, List.of(written.heads().get(column)), Face.SECTION, widths);
        }
        for (Manuscript.Row row : written.rows()) {
            row(table.createRow(), row, widths);
        }
    }

    /// Rules of half a point: those whose breadth nothing says are broader in some programs, and a
    /// long table then ends on another page.
    private static void rules(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
        table.setBottomBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
        table.setLeftBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
        table.setRightBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.SINGLE, RULE_EIGHTHS, 0, "auto");
    }

    private static void grid(XWPFTable table, List<Integer> widths) {
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        int total = 0;
        for (int column = 0; column < widths.size(); column++) {
            BigInteger width = DocxPage.millimetres(widths.get(column));
            if (column < grid.sizeOfGridColArray()) {
                grid.getGridColArray(column).setW(width);
            } else {
                grid.addNewGridCol().setW(width);
            }
            total += width.intValue();
        }
        table.setWidth(total);
    }

    private static void row(XWPFTableRow row, Manuscript.Row written, List<Integer> widths) {
        row.setCantSplitRow(lines(written, widths) <= TableSetting.WHOLE_LINES_MAX);
        for (int column = 0; column < written.cells().size(); column++) {
            List<String> lines = written.cells().get(column);
            XWPFParagraph first = cell(row, column, lines, Face.BODY, widths);
            if (column == 0) {
                written.mark().ifPresent(figure -> bookmark(first, figure));
            }
        }
    }

    /// How many lines its highest cell has, were every character a square.
    private static int lines(Manuscript.Row row, List<Integer> widths) {
        int most = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            double room =
                    widths.get(column) * Sheets.POINTS_PER_MILLIMETRE - 2 * TableSetting.PADDING;
            int fitting = Math.max(1, (int) (room / Style.NOTE.points()));
            int lines = 0;
            for (String line : row.cells().get(column)) {
                lines += Math.max(1, Math.ceilDiv(line.length(), fitting));
            }
            most = Math.max(most, lines);
        }
        return most;
    }

    private static void bookmark(XWPFParagraph paragraph, int figure) {
        CTBookmark bookmark = paragraph.getCTP().addNewBookmarkStart();
        bookmark.setId(BigInteger.valueOf(figure));
        bookmark.setName(DocxText.anchor(figure));
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(figure));
    }

    private static XWPFParagraph cell(
            XWPFTableRow row, int column, List<String> lines, Face face, List<Integer> widths) {
        XWPFTableCell cell = row.getCell(column);
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(DocxPage.millimetres(widths.get(column)).toString());
        XWPFParagraph first = cell.getParagraphs().getFirst();
        for (int index = 0; index < lines.size(); index++) {
            XWPFParagraph line = index == 0 ? first : cell.addParagraph();
            DocxText.lined(line, Style.NOTE.line());
            DocxText.words(line, lines.get(index), face, Style.NOTE);
        }
        return first;
    }
}
