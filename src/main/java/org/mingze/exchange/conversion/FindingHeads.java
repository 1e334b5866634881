package org.mingze.exchange.conversion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.sheet.Cell;
import org.mingze.sheet.MergedCells;
import org.mingze.sheet.SheetFile;
import org.mingze.sheet.SheetRow;

/// 找表头 — among the first rows of a sheet the head: the first full row of words that is no title.
public final class FindingHeads {
    /// How many rows are looked at.
    public static final int ROWS = 30;

    private static final int DEPTH_MAX = 4;
    private static final int NAME_MAX = 60;
    private static final double FULL = 0.6;

    private FindingHeads() {}

    /// The first rows of a sheet and its head; empty if it has none.
    public static Optional<Heads> in(SheetFile file, int sheet) {
        List<SheetRow> rows = first(file, sheet);
        return find(rows, file.merged(sheet));
    }

    public static List<SheetRow> first(SheetFile file, int sheet) {
        List<SheetRow> rows = new ArrayList<>();
        file.rows(
                sheet,
                row -> {
                    rows.add(row);
                    return rows.size() < ROWS;
                });
        return rows;
    }

    static Optional<Heads> find(List<SheetRow> rows, MergedCells merged) {
        long width = rows.stream().mapToLong(FindingHeads::filled).max().orElse(0);
        for (int at = 0; at < rows.size(); at++) {
            SheetRow row = rows.get(at);
            if (isHead(row, width)) {
                List<String> above =
                        rows.subList(0, at).stream()
                                .flatMap(line -> words(line).distinct())
                                .toList();
                return Optional.of(heads(rows, at, merged, above));
            }
        }
        return Optional.empty();
    }

    private static boolean isHead(SheetRow row, long width) {
        boolean words =
                row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .allMatch(cell -> cell instanceof Cell.Text(String text) && isName(text));
        boolean title = words(row).allMatch(text -> text.matches("(?s).*[：:].+"));
        return words
                && !title
                && words(row).distinct().count() >= 2
                && filled(row) >= Math.max(2, Math.ceil(FULL * width));
    }

    private static boolean isName(String text) {
        return text.length() <= NAME_MAX && !text.strip().matches("[\\d.,%年月日/:-]+");
    }

    private static long filled(SheetRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static Stream<String> words(SheetRow row) {
        return row.cells().stream().map(Cell::text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static Heads heads(
            List<SheetRow> rows, int at, MergedCells merged, List<String> above) {
        SheetRow first = rows.get(at);
        int last = Math.max(lastByAreas(first, merged), lastByGaps(rows, at));
        List<SheetRow> lines =
                rows.subList(at, rows.size()).stream()
                        .filter(row -> row.number() <= last)
                        .limit(DEPTH_MAX)
                        .toList();
        int width = lines.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        boolean gaps = lastByGaps(rows, at) == last && last > first.number();
        List<String> names = new ArrayList<>();
        String group = "";
        for (int column = 0; column < width; column++) {
            String top = first.at(column).text().strip();
            group = top.isEmpty() && gaps ? group : top;
            names.add(name(lines, column, group));
        }
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return new Heads(first.sheet(), first.number(), last, names, above);
    }

    private static String name(List<SheetRow> lines, int column, String group) {
        List<String> parts = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = line == 0 ? group : lines.get(line).at(column).text().strip();
            String part = text.replaceAll("\\s+", "");
            if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /// Areas that reach down from the first row of the head, or that group columns in it.
    private static int lastByAreas(SheetRow first, MergedCells merged) {
        int last = first.number();
        for (MergedCells.Area area : merged.areas()) {
            if (area.top() != first.number()) {
                continue;
            }
            boolean group = area.right() > area.left() && area.bottom() == area.top();
            int bottom = group ? area.top() + 1 : area.bottom();
            last = Math.max(last, Math.min(bottom, first.number() + DEPTH_MAX - 1));
        }
        return last;
    }

    /// Without areas, a row of words that stands exactly in the gaps of the first.
    private static int lastByGaps(List<SheetRow> rows, int at) {
        SheetRow first = rows.get(at);
        if (at + 1 >= rows.size()) {
            return first.number();
        }
        SheetRow next = rows.get(at + 1);
        Set<Integer> gaps = new HashSet<>();
        int width = Math.max(first.cells().size(), next.cells().size());
        for (int column = 1; column < width; column++) {
            if (first.at(column).isBlank()) {
                gaps.add(column);
            }
        }
        boolean words =
                next.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .allMatch(cell -> cell instanceof Cell.Text(String text) && isName(text));
        boolean fills = !gaps.isEmpty() && gaps.stream().noneMatch(gap -> next.at(gap).isBlank());
        boolean open = next.at(0).isBlank();
        return words && fills && open ? next.number() : first.number();
    }
}
