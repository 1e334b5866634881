package org.mingze.assessment;

import java.util.List;
import org.mingze.web.Link;

/// 冷热图 — rates of fulfilment, levels or bodies down and groups of duties across; each cell opens
/// exactly the duties that it counts.
///
/// @param coloured false where the county has set no lines: the numbers then stand unjudged
public record HeatMap(String caption, List<String> columns, List<Line> lines, boolean coloured) {
    /// 行 — a level or a body.
    public record Line(Link name, String about, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// 格.
    ///
    /// @param style of nine steps from cold to hot, or none, or hatched for what is not judged
    /// @param text  the rate, or why there is none
    /// @param label what it counts, in words
    public record Cell(String style, String text, String label, String href, Counts counts) {
        public boolean isEmpty() {
            return href.isEmpty();
        }
    }

    /// 数 — what a rate is made of.
    public record Counts(long kept, long late, long breached, long unproven, long all) {
        public long judged() {
            return kept + late + breached;
        }
    }

    public HeatMap {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /// The class that gives the turned table as many rows as there are groups.
    public String style() {
        return "heat turns of-" + columns.size();
    }
}
