package org.mingze.report.paper;

import java.util.ArrayList;
import java.util.List;

/// 排表 — sets a table row by row; one that does not fit goes over whole, below the heads again; only
/// a very long one is parted.
final class TableSetting {
    static final double PADDING = 5.4;
    private static final double RULE = 0.5;
    private static final double BASELINE = 0.88;
    /// Of the 39 lines of a page; a longer row begins where it stands.
    static final int WHOLE_LINES_MAX = 30;

    private final Paging paging;
    private final Lines lines;

    TableSetting(Paging paging, Lines lines) {
        this.paging = paging;
        this.lines = lines;
    }

    void set(Manuscript.Table table) {
        List<Double> widths =
                table.widthsMillimetres().stream()
                        .map(width -> width * Sheets.POINTS_PER_MILLIMETRE)
                        .toList();
        List<List<Lines.Line>> heads =
                cells(table.heads().stream().map(List::of).toList(), widths, Face.SECTION);
        if (paging.room() < 3 * Style.NOTE.line()) {
            paging.turn();
        }
        part(heads, 0, lines(heads), widths);
        for (Manuscript.Row row : table.rows()) {
            row(row, widths, heads);
        }
    }

    private void row(Manuscript.Row row, List<Double> widths, List<List<Lines.Line>> heads) {
        List<List<Lines.Line>> cells = cells(row.cells(), widths, Face.BODY);
        int count = lines(cells);
        int whole = count <= WHOLE_LINES_MAX ? count : 1;
        int from = 0;
        while (from < count) {
            int fitting = (int) ((paging.room() - RULE) / Style.NOTE.line());
            if (fitting < (from == 0 ? whole : 1)) {
                paging.turn();
                part(heads, 0, lines(heads), widths);
                continue;
            }
            if (from == 0) {
                row.mark().ifPresent(paging::place);
            }
            int until = Math.min(count, from + fitting);
            part(cells, from, until, widths);
            from = until;
        }
    }

    private static int lines(List<List<Lines.Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    private List<List<Lines.Line>> cells(List<List<String>> cells, List<Double> widths, Face face) {
        List<List<Lines.Line>> set = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            List<Lines.Line> cell = new ArrayList<>();
            double room = widths.get(column) - 2 * PADDING;
            for (String line : cells.get(column)) {
                List<Manuscript.Run> runs = List.of(new Manuscript.Run(line, face));
                cell.addAll(lines.of(runs, Style.NOTE.points(), 0, 0, room));
            }
            set.add(cell);
        }
        return set;
    }

    /// Some lines of a row, within its rules.
    private void part(List<List<Lines.Line>> cells, int from, int until, List<Double> widths) {
        double height = (until - from) * Style.NOTE.line();
        double total = widths.stream().mapToDouble(Double::doubleValue).sum();
        double top = paging.top();
        paging.add(new Sheets.Bar(Sheets.LEFT, top, total, RULE));
        paging.add(new Sheets.Bar(Sheets.LEFT, top + height, total + RULE, RULE));
        paging.add(new Sheets.Bar(Sheets.LEFT, top, RULE, height));
        double left = Sheets.LEFT;
        for (int column = 0; column < cells.size(); column++) {
            List<Lines.Line> cell = cells.get(column);
            for (int index = from; index < Math.min(until, cell.size()); index++) {
                double line = top + (index - from) * Style.NOTE.line();
                double points = Style.NOTE.points();
                double baseline = line + (Style.NOTE.line() - points) / 2 + BASELINE * points;
                if (!cell.get(index).letters().isEmpty()) {
                    paging.words(cell.get(index), left + PADDING, baseline, 0, 0);
                }
            }
            left += widths.get(column);
            paging.add(new Sheets.Bar(left, top, RULE, height));
        }
        paging.advance(height + RULE);
    }
}
