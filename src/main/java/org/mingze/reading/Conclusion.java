package org.mingze.reading;

import java.util.List;

/// 核对结论 — how a figure of a report stands to what the journal counts.
sealed interface Conclusion {
    /// 相符 — the journal counts the same, or as much as an approximate figure says.
    record Agrees(long counted, List<Long> records) implements Conclusion {
        public Agrees {
            records = List.copyOf(records);
        }
    }

    /// 相差 — the journal counts `counted`; the report says so many more, or fewer if negative.
    record Differs(long counted, long more, List<Long> records) implements Conclusion {
        public Differs {
            records = List.copyOf(records);
        }
    }

    /// 无法核 — why the figure cannot be held against the journal.
    record Uncheckable(String why) implements Conclusion {}

    /// 期外 — the figure speaks of days that the report does not cover.
    record OutsidePeriod(String said) implements Conclusion {}
}
