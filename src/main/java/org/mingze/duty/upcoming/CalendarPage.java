package org.mingze.duty.upcoming;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Part;

/// 日历页 — the weeks of a month, the duties of the day that is chosen, and the feed.
///
/// @param month    as its field sends it: 2026-11
/// @param caption  what the table says, for those who hear it
public record CalendarPage(
        Heading heading,
        String month,
        Link previous,
        Link today,
        Link next,
        String caption,
        List<List<Day>> weeks,
        Optional<Part> chosen,
        Optional<Blank> blank,
        Feed feed) {
    /// 一天.
    ///
    /// @param outside of another month; empty but for its number
    /// @param kind    国庆节, 周六, 调休上班; empty for a plain working day
    /// @param label   the whole date, for those who hear it
    public record Day(
            int number,
            String label,
            boolean outside,
            boolean off,
            boolean madeUp,
            boolean today,
            boolean chosen,
            String kind,
            Optional<Link> all,
            List<Due> duties,
            Optional<Link> more) {
        public Day {
            duties = List.copyOf(duties);
        }

        public boolean isEmpty() {
            return duties.isEmpty() && kind.isEmpty() && !today;
        }

        public String style() {
            return (outside ? "is-outside " : "")
                    + (off ? "is-off " : "")
                    + (today ? "is-today " : "")
                    + (chosen ? "is-chosen " : "")
                    + (isEmpty() ? "is-empty" : "");
        }
    }

    /// 一项 — a duty of a day.
    ///
    /// @param style open, over or quiet
    /// @param word  its standing, for those who do not see the colour
    public record Due(Link duty, String style, String word) {}

    /// 订阅 — whether the acting post has a feed, and the address while it is shown.
    public record Feed(boolean made, String since, String address) {}

    public CalendarPage {
        weeks = weeks.stream().map(List::copyOf).toList();
    }
}
