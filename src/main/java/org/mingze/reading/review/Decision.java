package org.mingze.reading.review;

import java.time.Instant;
import java.util.UUID;

/// 定夺 — what a person decided of a find: who, when, and which version of the reader had found it.
///
/// @param subject the find as it stood when it was decided
/// @param result  the find as the person left it
public record Decision(
        UUID id, Act act, Find subject, Find result, String person, Instant at, String reader) {
    /// 定法 — what was decided.
    public enum Act {
        ACCEPTED("采纳"),
        CORRECTED("改正"),
        REJECTED("不采"),
        ADDED("补上"),
        /// Takes back the latest decision on the same find.
        UNDONE("撤回");

        private final String title;

        Act(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
