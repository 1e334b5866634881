package org.mingze.duty.drafting;

import java.util.List;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
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
        List<Change> changes,
        String more,
        List<String> months,
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
    public record Cell(String style, String count) {}

    /// 一项之变.
    public record Change(Link duty, String from, String to, String before, String after) {}

    /// 一个主体 — how many more acts in each month, with the step of the heat scale.
    public record Bearer(String name, List<Cell> months, String total) {
        public Bearer {
            months = List.copyOf(months);
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
        changes = List.copyOf(changes);
        months = List.copyOf(months);
        extra = List.copyOf(extra);
        impossible = List.copyOf(impossible);
        variations = List.copyOf(variations);
    }
}
