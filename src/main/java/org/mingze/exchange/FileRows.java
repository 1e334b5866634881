package org.mingze.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mingze.exchange.conversion.FindingHeads;
import org.mingze.exchange.conversion.Heads;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;

/// The rows of a file that stand below a head, from the first sheet to the last.
record FileRows(SheetFile file) {
    private static final Set<String> SUMS = Set.of("合计", "小计", "总计", "共计");

    /// A head, and how the columns under it are read.
    record Layout(Heads heads, Mapping mapping) {}

    /// A row and the layout that it stands in.
    record Row(Layout layout, SheetRow row) {}

    /// The heads of the sheets that have one.
    Map<Integer, Heads> heads() {
        Map<Integer, Heads> heads = new LinkedHashMap<>();
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            Optional<Heads> found = FindingHeads.in(file, sheet);
            if (found.isPresent()) {
                heads.put(sheet, found.get());
            }
        }
        return heads;
    }

    /// Gives the rows in batches; sheets that are mapped to nothing are passed over.
    void read(Map<String, Mapping> mappings, int batch, Consumer<List<Row>> each) {
        List<Row> rows = new ArrayList<>();
        heads().forEach(
                        (sheet, heads) -> {
                            Mapping mapping = mappings.get(heads.digest());
                            if (mapping == null || mapping.recordType().isEmpty()) {
                                return;
                            }
                            Layout layout = new Layout(heads, mapping);
                            file.rows(
                                    sheet,
                                    row -> {
                                        if (isRecord(row, heads)) {
                                            rows.add(new Row(layout, row));
                                        }
                                        if (rows.size() == batch) {
                                            each.accept(List.copyOf(rows));
                                            rows.clear();
                                        }
                                        return true;
                                    });
                        });
        if (!rows.isEmpty()) {
            each.accept(List.copyOf(rows));
        }
    }

    /// Below the head, neither a sum nor the head repeated on another page.
    static boolean isRecord(SheetRow row, Heads heads) {
        if (row.number() <= heads.last()) {
            return false;
        }
        boolean anything = false;
        boolean repeated = true;
        for (int column = 0; column < heads.names().size(); column++) {
            String text = row.at(column).text().strip();
            String name = heads.names().get(column);
            anything |= !text.isEmpty() && !name.equals(Heads.REMEDY);
            repeated &= text.equals(name);
        }
        return anything && !repeated && !isSum(row);
    }

    private static boolean isSum(SheetRow row) {
        Optional<String> first =
                row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .map(Cell::text)
                        .map(text -> text.replaceAll("[\\s：:]", ""))
                        .findFirst();
        return first.filter(SUMS::contains).isPresent();
    }
}
