package org.mingze.duty.entering;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Tag;

/// 记录列表 — records as lines, newest first.
public record RecordsPage(
        Heading heading, Listing listing, List<Line> lines, Optional<Blank> blank) {
    /// 一行记录.
    ///
    /// @param about what the first record of its chain is called; empty for the first itself
    public record Line(
            Link number,
            String day,
            String type,
            Link title,
            String about,
            String body,
            List<Tag> tags) {
        public Line {
            tags = List.copyOf(tags);
        }
    }

    public RecordsPage {
        lines = List.copyOf(lines);
    }
}
