package org.mingze.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingze.exchange.conversion.FindingHeads;
import org.mingze.exchange.conversion.Heads;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;

/// A first look at a file: its heads with the rows below them, or why it is not taken.
record FileLook(List<Layout> layouts, Optional<String> refusal) {
    private static final Pattern SECRET =
            Pattern.compile("\\s*(绝\\s*密|机\\s*密|秘\\s*密)\\s*([★☆＊*].*)?");

    FileLook {
        layouts = List.copyOf(layouts);
    }

    /// A head, the sheets that have it, and the first rows below it.
    record Layout(Heads heads, List<String> sheets, List<SheetRow> rows) {
        Layout {
            sheets = List.copyOf(sheets);
            rows = List.copyOf(rows);
        }
    }

    static FileLook at(SheetFile file) {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            List<SheetRow> first = FindingHeads.first(file, sheet);
            if (first.stream().anyMatch(FileLook::isSecret)) {
                return refused("标有密级，涉密文件须在涉密系统中办理");
            }
            String name = file.sheets().get(sheet);
            FindingHeads.in(file, sheet)
                    .ifPresent(
                            heads ->
                                    layouts.merge(
                                            heads.digest(),
                                            new Layout(heads, List.of(name), below(first, heads)),
                                            FileLook::together));
        }
        return layouts.isEmpty()
                ? refused("没有找到表头：第一行写各列的名称，下面一行一条")
                : new FileLook(List.copyOf(layouts.values()), Optional.empty());
    }

    private static FileLook refused(String sentence) {
        return new FileLook(List.of(), Optional.of(sentence));
    }

    private static Layout together(Layout one, Layout other) {
        List<String> sheets = new ArrayList<>(one.sheets());
        sheets.addAll(other.sheets());
        return new Layout(one.heads(), sheets, one.rows().isEmpty() ? other.rows() : one.rows());
    }

    private static List<SheetRow> below(List<SheetRow> rows, Heads heads) {
        return rows.stream().filter(row -> FileRows.isRecord(row, heads)).toList();
    }

    private static boolean isSecret(SheetRow row) {
        return row.cells().stream().map(Cell::text).anyMatch(t -> SECRET.matcher(t).matches());
    }
}
