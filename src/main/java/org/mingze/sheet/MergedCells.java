package org.mingze.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 合并单元格 — the areas of a sheet that show one value.
public record MergedCells(List<Area> areas) {
    public static final MergedCells NONE = new MergedCells(List.of());

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /// 合并区 — rows counted from 1, columns from 0, all included.
    public record Area(int top, int left, int bottom, int right) {
        /// Reads `A3:B4`.
        static Optional<Area> parse(String text) {
            Matcher matcher = AREA.matcher(text);
            return matcher.matches()
                    ? Optional.of(
                            new Area(
                                    Integer.parseInt(matcher.group(2)),
                                    column(matcher.group(1)),
                                    Integer.parseInt(matcher.group(4)),
                                    column(matcher.group(3))))
                    : Optional.empty();
        }

        private static int column(String letters) {
            int column = 0;
            for (int at = 0; at < letters.length(); at++) {
                column = column * 26 + letters.charAt(at) - 'A' + 1;
            }
            return column - 1;
        }
    }

    public MergedCells {
        areas =
                areas.stream()
                        .sorted(Comparator.comparingInt(Area::top).thenComparingInt(Area::left))
                        .toList();
    }

    /// Fills the rows of one pass through the sheet, from top to bottom.
    Filling filling() {
        return new Filling(areas);
    }

    /// 补格 — carries the value of an area into the cells below and beside its first.
    static final class Filling {
        private final List<Area> areas;
        private final List<Shown> open = new ArrayList<>();
        private int next;

        private record Shown(Area area, Cell cell) {}

        Filling(List<Area> areas) {
            this.areas = areas;
        }

        List<Cell> fill(int row, List<Cell> cells) {
            while (next < areas.size() && areas.get(next).top() <= row) {
                Area area = areas.get(next++);
                boolean begins = area.top() == row && area.left() < cells.size();
                open.add(new Shown(area, begins ? cells.get(area.left()) : Cell.blank()));
            }
            if (open.isEmpty()) {
                return cells;
            }
            List<Cell> filled = new ArrayList<>(cells);
            Iterator<Shown> each = open.iterator();
            while (each.hasNext()) {
                Shown shown = each.next();
                if (shown.area().bottom() < row) {
                    each.remove();
                } else {
                    put(filled, shown);
                }
            }
            return filled;
        }

        private static void put(List<Cell> cells, Shown shown) {
            int right = Math.min(shown.area().right(), SheetFile.COLUMNS_MAX - 1);
            while (cells.size() <= right) {
                cells.add(Cell.blank());
            }
            for (int column = shown.area().left(); column <= right; column++) {
                if (cells.get(column).isBlank()) {
                    cells.set(column, shown.cell());
                }
            }
        }
    }
}
