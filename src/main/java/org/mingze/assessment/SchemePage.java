package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;

/// 考核办法页 — the live scores of one scheme in one period, beside those of the period before.
///
/// @param unfinished that the period still runs, and what may not be compared therefore
/// @param action  where another period is asked for
/// @param ranks   whether the scheme ranks its subjects; nobody is ranked where it does not say so
/// @param grades  whether it gives grades
/// @param before  the name of the period before; empty where none is compared
/// @param compare where each score stands beside the one of the period before
public record SchemePage(
        Heading heading,
        List<String> unfinished,
        String action,
        List<Field.Option> periods,
        boolean ranks,
        boolean grades,
        String before,
        Optional<Link> compare,
        List<Row> rows,
        String hidden,
        Optional<Blank> blank) {
    /// 得分一行 — a subject and what it has.
    ///
    /// @param total   or why there is none
    /// @param change  against the period before; empty where either cannot be told
    public record Row(
            String rank,
            Link subject,
            String total,
            boolean known,
            String grade,
            String before,
            String change) {}

    public SchemePage {
        unfinished = List.copyOf(unfinished);
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
    }
}
