package org.mingze.reading;

import java.util.List;

/// 核对结论 — how a figure of a report stands to what the journal counts.
sealed interface Conclusion {
    /// 一种数法 — what the journal counts one way.
    ///
    /// @param way 含下级单位, or what a report prints so; empty for the body itself
    record Counting(String way, long counted, List<Long> records) {
        public Counting {
            records = List.copyOf(records);
        }
    }

    /// 相符 — the journal counts the same, or as much as an approximate figure says.
    record Agrees(Counting counting) implements Conclusion {}

    /// 相差 — counted no way does the journal come to the figure.
    ///
    /// @param more how many more the report says than the nearest of them, fewer if negative
    record Differs(List<Counting> countings, long more) implements Conclusion {
        public Differs {
            countings = List.copyOf(countings);
        }
    }

    /// 无法核 — why the figure cannot be held against the journal.
    record Uncheckable(String why) implements Conclusion {}

    /// 期外 — the figure speaks of days that the report does not cover.
    record OutsidePeriod(String said) implements Conclusion {}
}
