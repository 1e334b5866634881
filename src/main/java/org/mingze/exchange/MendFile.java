package org.mingze.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.mingze.exchange.conversion.Heads;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;

/// The rows to mend as a file that can be handed in again: the same columns, and 怎么改 behind them.
record MendFile(SheetFile file, IntFunction<List<Problems.Found>> problems) {
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    /// Writes the rows of the sheets that have the same head as the first row to mend.
    void write(OutputStream out) throws IOException {
        Map<String, Map<Integer, String>> remedies = remedies();
        Map<Integer, Heads> heads = new FileRows(file).heads();
        TableWriting writing = null;
        String digest = "";
        for (Map.Entry<Integer, Heads> each : heads.entrySet()) {
            Heads found = each.getValue();
            Map<Integer, String> rows = remedies.getOrDefault(found.sheet(), Map.of());
            if (rows.isEmpty() || (writing != null && !digest.equals(found.digest()))) {
                continue;
            }
            if (writing == null) {
                digest = found.digest();
                writing = TableWriting.open(TableForm.XLSX, out, found.sheet(), names(found));
            }
            rows(each.getKey(), found, rows, writing);
        }
        if (writing == null) {
            writing = TableWriting.open(TableForm.XLSX, out, "要改的行", List.of(Heads.REMEDY));
        }
        writing.close();
    }

    private Map<String, Map<Integer, String>> remedies() {
        Map<String, Map<Integer, String>> remedies = new LinkedHashMap<>();
        int after = 0;
        List<Problems.Found> found = problems.apply(after);
        while (!found.isEmpty()) {
            for (Problems.Found each : found) {
                String cell = each.problem().cell().replaceFirst(".*!", "");
                remedies.computeIfAbsent(each.sheet(), _ -> new LinkedHashMap<>())
                        .merge(
                                each.row(),
                                cell + "：" + each.problem().remedy(),
                                (one, other) -> one + "\n" + other);
            }
            after = found.getLast().ordinal();
            found = problems.apply(after);
        }
        return remedies;
    }

    private static List<String> names(Heads heads) {
        List<String> names = new ArrayList<>(heads.names());
        names.removeIf(Heads.REMEDY::equals);
        names.add(Heads.REMEDY);
        return names;
    }

    private void rows(int sheet, Heads heads, Map<Integer, String> remedies, TableWriting writing) {
        file.rows(
                sheet,
                row -> {
                    String remedy = remedies.get(row.number());
                    if (remedy != null && row.number() > heads.last()) {
                        write(row, heads, remedy, writing);
                    }
                    return true;
                });
    }

    private static void write(SheetRow row, Heads heads, String remedy, TableWriting writing) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < heads.names().size(); column++) {
            if (!heads.names().get(column).equals(Heads.REMEDY)) {
                cells.add(readable(row.at(column)));
            }
        }
        cells.add(Cell.of(remedy));
        try {
            writing.row(cells);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A date of the sheet written so that it is one without its format.
    private static Cell readable(Cell cell) {
        return cell instanceof Cell.Amount(BigDecimal number, boolean day)
                        && day
                        && number.scale() <= 0
                ? Cell.of(SERIAL_ZERO.plusDays(number.longValue()).toString())
                : cell;
    }
}
