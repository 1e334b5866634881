package org.mingze.report.round;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Tag;

/// 封存情况页 — the posts that report and whose reports the reader may open, for one period.
///
/// @param periods to choose from, the chosen one marked
public record RoundPage(
        Heading heading, List<Listing.View> periods, List<Row> rows, Optional<Blank> blank) {
    public RoundPage {
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
    }

    /// 一个岗位 — its report as it was handed in, else as it stands in the books now.
    ///
    /// @param since when it was handed in, or what its holder has done about it so far
    public record Row(Link report, String holder, Tag state, String since) {}
}
