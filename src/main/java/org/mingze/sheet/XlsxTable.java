package org.mingze.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as .xlsx: every text stands in the file as a text, so that none is computed.
final class XlsxTable implements TableWriting {
    private static final int FLUSH = 1_000;
    private static final int ROWS_MAX = 1_048_575;
    private static final int TEXT_MAX = 32_767;
    private static final int NAME_MAX = 31;

    private final Workbook workbook;
    private final String title;
    private final List<String> heads;
    private Worksheet sheet;
    private int row;
    private int part = 1;

    XlsxTable(OutputStream out, String title, List<String> heads) throws IOException {
        this.workbook = new Workbook(out, "Mingze", "1.0");
        this.title = name(title);
        this.heads = List.copyOf(heads);
        this.sheet = begin(this.title);
    }

    private Worksheet begin(String name) {
        Worksheet begun = workbook.newWorksheet(name);
        begun.freezePane(0, 1);
        for (int column = 0; column < heads.size(); column++) {
            begun.inlineString(0, column, heads.get(column));
            begun.width(column, 18);
        }
        begun.style(0, 0).bold().set();
        row = 1;
        return begun;
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
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Cell cell) {
        switch (cell) {
            case Cell.Blank _ -> {}
            case Cell.Amount amount -> {
                sheet.value(row, column, amount.value());
                if (amount.isDate()) {
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
            }
            case Cell.Text(String text) -> sheet.inlineString(row, column, cut(text));
            case Cell.Truth(boolean truth) -> sheet.inlineString(row, column, truth ? "是" : "否");
            case Cell.Broken(String code) -> sheet.inlineString(row, column, code);
        }
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
