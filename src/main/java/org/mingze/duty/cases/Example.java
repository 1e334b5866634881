package org.mingze.duty.cases;

import java.util.List;

/// 例 — one case as written: its institution, its name, and the lines of 设, 当 and 则.
///
/// @param institution id, with `@date` when the case is about one version only
public record Example(
        String file,
        int line,
        String institution,
        boolean good,
        String name,
        List<String> blocks,
        List<Line> given,
        List<Line> when,
        List<Line> then) {
    public record Line(int number, String text) {}

    /// Whether it is about an institution, or one version of it.
    boolean isOf(String id) {
        return institution.equals(id) || institution.startsWith(id + "@");
    }

    public Example {
        given = List.copyOf(given);
        when = List.copyOf(when);
        then = List.copyOf(then);
    }
}
