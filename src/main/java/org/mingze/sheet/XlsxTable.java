package org.mingze.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as .xlsx: every text stands in the file as a text, so that none is computed. It prints
/// across A4, as wide as the page, its head on every page.
final class XlsxTable implements TableWriting {
    private static final int FLUSH = 1_000;
    private static final int ROWS_MAX = 1_048_575;
    private static final int TEXT_MAX = 32_767;
    private static final int NAME_MAX = 31;
    private static final int WIDTH_MIN = 6;
    private static final int WIDTH_MAX = 42;
    private static final int WIDE = 0x2e80;

    private final Workbook workbook;
    private final String title;
    private final List<String> heads;
    private final int[] widths;
    private Worksheet sheet;
    private int row;
    private int part = 1;

    XlsxTable(OutputStream out, String title, List<String> heads) throws IOException {
        this.workbook = new Workbook(out, "Mingze", "1.0");
        this.title = name(title);
        this.heads = List.copyOf(heads);
        this.widths = new int[heads.size()];
        this.sheet = begin(this.title);
    }

    private Worksheet begin(String name) {
        Worksheet begun = workbook.newWorksheet(name);
        begun.freezePane(0, 1);
        begun.repeatRows(0);
        begun.paperSize(PaperSize.A4_PAPER);
        begun.pageOrientation("landscape");
        begun.setFitToPage(true);
        begun.fitToWidth((short) 1);
        begun.fitToHeight((short) 0);
        for (int column = 0; column < heads.size(); column++) {
            begun.inlineString(0, column, heads.get(column));
            begun.style(0, column).bold().wrapText(true).verticalAlignment("top").set();
            widths[column] = width(heads.get(column));
        }
        row = 1;
        return begun;
    }

    /// As wide as the longest line, a Chinese character as two.
    private static int width(String text) {
        return text.lines()
                .mapToInt(line -> line.chars().map(letter -> letter < WIDE ? 1 : 2).sum())
                .max()
                .orElse(0);
    }

    /// The widths that what has come so far asks for; they stand before the first row.
    private void settle() {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, Math.clamp(widths[column] + 2L, WIDTH_MIN, WIDTH_MAX));
        }
    }

    private static String name(String title) {
        String plain = title.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return plain.isEmpty() ? "表" : plain.substring(0, Math.min(NAME_MAX - 3, plain.length()));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (row > ROWS_MAX) {
            sheet.finish();
            sheet = begin(title + " " + ++part);
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        row++;
        if (row == FLUSH) {
            settle();
        }
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Cell cell) {
        if (row < FLUSH && column < widths.length) {
            widths[column] = Math.max(widths[column], width(cell.plain()));
        }
        switch (cell) {
            case Cell.Blank _ -> {}
            case Cell.Amount amount -> {
                sheet.value(row, column, amount.value());
                sheet.style(row, column)
                        .format(amount.isDate() ? "yyyy-mm-dd" : "General")
                        .verticalAlignment("top")
                        .set();
            }
            case Cell.Text(String text) -> words(column, cut(text));
            case Cell.Truth(boolean truth) -> words(column, truth ? "是" : "否");
            case Cell.Broken(String code) -> words(column, code);
        }
    }

    private void words(int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    @Override
    public void close() throws IOException {
        if (row < FLUSH) {
            settle();
        }
        sheet.finish();
        workbook.finish();
    }
}
