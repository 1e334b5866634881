package org.mingze.web;

import java.util.Optional;

/// 行 — one line of a list to act on: state, what, why, by when, one act.
public record Row(Mark mark, Link title, Prose why, Due due, Optional<Act> act) {
    /// 时限一栏 — what is left in words, and a date below it.
    public record Due(String left, Urgency urgency, String below) {
        public static final Due NONE = new Due("", Urgency.CALM, "");
    }

    public enum Urgency {
        CALM("left"),
        NEAR("left is-near"),
        OVER("left is-over");

        private final String style;

        Urgency(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }
}
