package org.mingze.duty.drafting;

import java.util.List;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Prose;

/// 对照页 — two versions of an institution side by side, by duty in sentences and by line of the file.
///
/// @param set the numbers that a setting replaces on both sides
public record ComparisonPage(
        Heading heading,
        String send,
        List<Field> asked,
        List<Prose> set,
        List<Duty> duties,
        List<Line> lines) {
    /// 一项职责 — what each version says; empty where one has it not.
    public record Duty(String name, Words before, Words after) {}

    /// 改处 — a text with what the other side has otherwise between what both have.
    public record Words(String head, String changed, String tail) {
        public boolean isEmpty() {
            return head.isEmpty() && changed.isEmpty() && tail.isEmpty();
        }
    }

    /// 一行 — where one side has no such line its number and text are empty.
    ///
    /// @param style is-gone, is-new, is-changed, or empty for a line that stayed
    public record Line(
            String style, String beforeNumber, Words before, String afterNumber, Words after) {}

    public ComparisonPage {
        asked = List.copyOf(asked);
        set = List.copyOf(set);
        duties = List.copyOf(duties);
        lines = List.copyOf(lines);
    }
}
