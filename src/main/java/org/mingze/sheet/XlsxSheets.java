package org.mingze.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// An .xlsx file, its rows read as a stream.
final class XlsxSheets implements SheetFile {
    private static final BigDecimal DAYS_1904 = BigDecimal.valueOf(1462);

    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;
    private final Map<String, MergedCells> merged;

    private XlsxSheets(ReadableWorkbook workbook, Map<String, MergedCells> merged) {
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
        this.merged = merged;
    }

    static XlsxSheets open(Path file) throws IOException {
        Map<String, MergedCells> merged = XlsxParts.lookThrough(file);
        try {
            return new XlsxSheets(
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)), merged);
        } catch (ExcelReaderException broken) {
            throw new SheetFault("文件读不出，用Excel打开后另存一份再传", broken);
        }
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    @Override
    public MergedCells merged(int sheet) {
        return merged.getOrDefault(sheets.get(sheet).getName(), MergedCells.NONE);
    }

    @Override
    public void rows(int sheet, Predicate<SheetRow> each) {
        String name = sheets.get(sheet).getName();
        MergedCells.Filling filling = merged(sheet).filling();
        int number = 0;
        try (Stream<Row> rows = sheets.get(sheet).openStream()) {
            Iterator<Row> all = rows.iterator();
            while (all.hasNext()) {
                Row row = all.next();
                number = row.getRowNum();
                List<Cell> cells = cells(row);
                List<Cell> filled = filling.fill(number, cells);
                if (!cells.stream().allMatch(Cell::isBlank)
                        && !each.test(new SheetRow(name, number, filled))) {
                    return;
                }
            }
        } catch (IOException | ExcelReaderException broken) {
            throw new SheetFault(name + "第" + (number + 1) + "行之后读不出，用Excel打开后另存一份再传", broken);
        }
    }

    private List<Cell> cells(Row row) {
        int width = Math.min(row.getCellCount(), COLUMNS_MAX);
        List<Cell> cells = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            cells.add(row.getOptionalCell(column).map(this::cell).orElse(Cell.blank()));
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return new Cell.Broken(cell.getText());
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            return new Cell.Broken("=" + cell.getFormula());
        }
        return switch (value) {
            case BigDecimal number -> number(cell, number);
            case Boolean truth -> new Cell.Truth(truth);
            case null -> Cell.blank();
            default -> Cell.of(value.toString());
        };
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        Integer id = cell.getDataFormatId();
        boolean day = DayFormats.isDay(id == null ? 0 : id, cell.getDataFormatString());
        return Cell.number(day && workbook.isDate1904() ? number.add(DAYS_1904) : number, day);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
