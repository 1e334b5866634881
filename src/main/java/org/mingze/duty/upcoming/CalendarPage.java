package org.mingze.duty.upcoming;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
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

    public static final Mark OVER = Mark.of(Mark.Shape.BREACH);
    public static final Mark OPEN = Mark.of(Mark.Shape.OPEN);
    public static final Mark AHEAD = Mark.of(Mark.Shape.AHEAD);
    public static final Mark DONE = new Mark(Mark.Shape.DONE, "已办");

    /// Those of a month, what presses most first.
    static final List<Mark> MARKS = List.of(OVER, OPEN, AHEAD, DONE);

    /// 一项 — a duty of a day, with the mark of how it stands.
    ///
    /// @param about the matter that raised it and the post that owes it; empty if its name says all
    public record Due(Link duty, Mark mark, String about) {}

    /// 图例 — the marks of a month, with their words.
    public List<Mark> legend() {
        return MARKS;
    }

    /// 订阅 — whether the acting post has a feed, and the address while it is shown.
    public record Feed(boolean made, String since, String address) {}

    public CalendarPage {
        weeks = weeks.stream().map(List::copyOf).toList();
    }
}
