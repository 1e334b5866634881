package org.mingze.sheet;

import java.util.List;

/// 表行 — one row that is not empty, merged cells filled.
///
/// @param number as the sheet counts, from 1
public record SheetRow(String sheet, int number, List<Cell> cells) {
    private static final int LETTERS = 26;

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /// Blank beyond the last cell.
    public Cell at(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.blank();
    }

    /// 表名!C5.
    public String address(int column) {
        return sheet + "!" + letters(column) + number;
    }

    /// The letters of a column counted from 0.
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
