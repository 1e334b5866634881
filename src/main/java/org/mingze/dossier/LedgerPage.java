package org.mingze.dossier;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Place;
import org.mingze.web.Row;
import org.mingze.web.Tag;

/// 台账 — many dossiers in lines to compare, the most urgent first; 整改 and 信访 use it.
///
/// @param noun    what a line is: 问题, 来件
/// @param columns the heads of each line's cells
/// @param sorted  in words for the table's caption: 按剩余工作日排序
/// @param foot    what a printed page says below: known-at time and checkpoint
public record LedgerPage(
        Heading heading,
        Place place,
        String noun,
        Listing listing,
        List<Column> columns,
        List<Line> lines,
        String sorted,
        Optional<Blank> blank,
        String foot) {
    /// 列 — a head; numbers stand right; some columns are left out on a phone.
    public record Column(String word, boolean number, boolean onPhone) {
        public String style() {
            String kind = number ? "num" : "keep";
            return onPhone ? kind : kind + " not-slip";
        }
    }

    /// 件 — one dossier.
    ///
    /// @param cells as many as there are columns; — for nothing
    public record Line(
            String number,
            Link title,
            List<String> cells,
            Row.Due due,
            Mark stage,
            List<Tag> tags) {
        public Line {
            cells = List.copyOf(cells);
            tags = List.copyOf(tags);
        }

        public boolean isOver() {
            return due.urgency() == Row.Urgency.OVER;
        }
    }

    public LedgerPage {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }
}
