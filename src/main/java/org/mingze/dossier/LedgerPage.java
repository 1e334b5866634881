package org.mingze.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.web.Blank;
import org.mingze.web.Field;
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
/// @param keeping the views that the account keeps; empty where none can be kept
/// @param batch   what may be done with several lines at once
public record LedgerPage(
        Heading heading,
        Place place,
        String noun,
        Listing listing,
        List<Column> columns,
        List<Line> lines,
        String sorted,
        Optional<Blank> blank,
        String foot,
        Optional<Keeping> keeping,
        Optional<Batch> batch) {
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

    /// 存视图 — where the filter of this page is kept under a name.
    ///
    /// @param asked   the filter, name by name
    /// @param chosen  the kept view that this page shows; empty for none
    public record Keeping(String send, Map<String, String> asked, String chosen) {
        public Keeping {
            asked = new TreeMap<>(asked);
        }
    }

    /// 一起办 — the acts that several lines may take at once, and what may not be done so.
    public record Batch(String send, List<Field.Option> acts, String apart) {
        public Batch {
            acts = List.copyOf(acts);
        }
    }

    public LedgerPage {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }
}
