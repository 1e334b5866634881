package org.mingze.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.util.RecordFormatException;

/// An old .xls file, which has at most 65,536 rows a sheet and is read whole.
final class XlsSheets implements SheetFile {
    private static final long BYTES_MAX = 30L << 20;

    private final HSSFWorkbook workbook;

    private XlsSheets(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static XlsSheets open(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new SheetFault("旧版Excel文件超过30兆，另存为.xlsx再传");
        }
        try {
            POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true);
            if (parts.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                parts.close();
                throw new SheetFault("文件加了密码，去掉密码再传");
            }
            if (parts.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                parts.close();
                throw new SheetFault("文件带宏，另存为不带宏的.xlsx再传");
            }
            return new XlsSheets(new HSSFWorkbook(parts));
        } catch (EncryptedDocumentException encrypted) {
            throw new SheetFault("文件加了密码，去掉密码再传", encrypted);
        } catch (RecordFormatException | IllegalArgumentException old) {
            throw new SheetFault("文件不是Excel表格或版本过旧，用Excel打开后另存为.xlsx再传", old);
        }
    }

    @Override
    public List<String> sheets() {
        List<String> names = new ArrayList<>();
        for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
            names.add(workbook.getSheetName(sheet));
        }
        return names;
    }

    @Override
    public MergedCells merged(int sheet) {
        return new MergedCells(
                workbook.getSheetAt(sheet).getMergedRegions().stream()
                        .map(
                                area ->
                                        new MergedCells.Area(
                                                area.getFirstRow() + 1,
                                                area.getFirstColumn(),
                                                area.getLastRow() + 1,
                                                area.getLastColumn()))
                        .toList());
    }

    @Override
    public void rows(int sheet, Predicate<SheetRow> each) {
        HSSFSheet read = workbook.getSheetAt(sheet);
        MergedCells.Filling filling = merged(sheet).filling();
        for (int at = 0; at <= read.getLastRowNum(); at++) {
            HSSFRow row = read.getRow(at);
            if (row == null) {
                continue;
            }
            List<Cell> cells = cells(row);
            List<Cell> filled = filling.fill(at + 1, cells);
            if (!cells.stream().allMatch(Cell::isBlank)
                    && !each.test(new SheetRow(read.getSheetName(), at + 1, filled))) {
                return;
            }
        }
    }

    private static List<Cell> cells(HSSFRow row) {
        List<Cell> cells = new ArrayList<>();
        int width = Math.min(Math.max(0, row.getLastCellNum()), COLUMNS_MAX);
        for (int column = 0; column < width; column++) {
            HSSFCell cell = row.getCell(column);
            cells.add(cell == null ? Cell.blank() : cell(cell));
        }
        return cells;
    }

    private static Cell cell(HSSFCell cell) {
        CellType type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                    Cell.number(
                            BigDecimal.valueOf(cell.getNumericCellValue()),
                            DateUtil.isCellDateFormatted(cell));
            case STRING -> Cell.of(cell.getStringCellValue());
            case BOOLEAN -> new Cell.Truth(cell.getBooleanCellValue());
            case ERROR ->
                    new Cell.Broken(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case BLANK, FORMULA, _NONE -> Cell.blank();
        };
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
