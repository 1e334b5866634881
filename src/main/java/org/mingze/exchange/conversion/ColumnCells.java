package org.mingze.exchange.conversion;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.mingze.institution.expression.Type;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetRow;

/// 列里的格 — the first cells below a head, which say what the column cannot be.
record ColumnCells(List<Cell> cells) {
    private static final int SENTENCE = 8;
    private static final Pattern DAY = Pattern.compile(".*\\d\\s*[年月.].*");

    ColumnCells {
        cells = List.copyOf(cells);
    }

    static ColumnCells of(List<SheetRow> rows, int column) {
        return new ColumnCells(
                rows.stream().map(row -> row.at(column)).filter(cell -> !cell.isBlank()).toList());
    }

    /// A day needs one day, words have none among them, and what cites a record is no sentence.
    boolean mayBe(Type type) {
        if (cells.isEmpty()) {
            return true;
        }
        return switch (type) {
            case Type.Simple simple when simple == Type.Simple.DAY ->
                    cells.stream().anyMatch(ColumnCells::isDay);
            case Type.Choice _ -> cells.stream().noneMatch(ColumnCells::isDay);
            case Type.RecordOf _ ->
                    cells.stream().anyMatch(cell -> cell.text().strip().length() < SENTENCE);
            case Type _ -> true;
        };
    }

    private static boolean isDay(Cell cell) {
        return ChineseDay.read(cell, OptionalInt.empty()).isPresent()
                || ChineseDay.lacksYear(cell)
                || DAY.matcher(Likeness.narrow(cell.text())).matches();
    }
}
