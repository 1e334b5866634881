package org.mingze.duty.drafting;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;

/// 试行页 — what a draft would have made of a past range: a matrix, what changes, what more it asks.
///
/// @param caution that past conduct followed past rules
/// @param set     the numbers of the draft that a setting replaces, here as in force
/// @param fault   what is wrong with the range asked for; then the rest is empty
public record TrialPage(
        Heading heading,
        String send,
        List<Field> asked,
        String caution,
        List<Prose> set,
        String fault,
        List<String> columns,
        List<Line> matrix,
        String unproven,
        Listed listed,
        List<Bearer> extra,
        List<String> impossible,
        List<Variation> variations) {
    /// 一行 — from one standing to each.
    public record Line(String before, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// 一格 — how many, and whether that is worse, better or the same; empty text for none.
    ///
    /// @param href   where those that it counts are listed; empty for none
    /// @param chosen whether they are listed now
    public record Cell(String style, String count, String href, boolean chosen) {}

    /// 一览 — all that change, or those that one cell counts, a page at a time.
    ///
    /// @param all    back to all that change; empty where they are listed
    public record Listed(
            String title, int count, Optional<Link> all, List<Change> changes, Listing pager) {
        static final Listed NOTHING = new Listed("", 0, Optional.empty(), List.of(), Listing.PLAIN);

        public Listed {
            changes = List.copyOf(changes);
        }
    }

    /// 一项之变.
    ///
    /// @param duty without an address where only the draft has it, or another post sees it
    /// @param rule what the draft asks for
    public record Change(
            Link duty, String rule, String from, String to, String before, String after) {
        public boolean isOpen() {
            return !duty.href().isEmpty();
        }
    }

    /// 一年 — how many more or fewer acts in each of its twelve months, and in all of it.
    public record Year(String name, List<Cell> months, String total) {
        public Year {
            months = List.copyOf(months);
        }
    }

    /// 一个主体 — its years, a line each.
    public record Bearer(String name, List<Year> years) {
        public Bearer {
            years = List.copyOf(years);
        }
    }

    /// 改一个数.
    public record Variation(
            String what, String value, int breaches, int newBreaches, int impossible) {}

    public TrialPage {
        asked = List.copyOf(asked);
        set = List.copyOf(set);
        columns = List.copyOf(columns);
        matrix = List.copyOf(matrix);
        extra = List.copyOf(extra);
        impossible = List.copyOf(impossible);
        variations = List.copyOf(variations);
    }
}
