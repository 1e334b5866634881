package org.mingze.web;

import java.util.Optional;

/// 动作 — a button that leads to where the act is done.
public record Act(String text, String href, Weight weight, Optional<Icon> icon) {
    /// 轻重 — one filled button a view; what cannot be undone is named in red.
    public enum Weight {
        MAIN("button is-main"),
        OUTLINED("button"),
        SMALL("button is-small"),
        GRAVE("button is-grave"),
        PLAIN("button is-plain");

        private final String style;

        Weight(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public static Act main(String text, String href) {
        return new Act(text, href, Weight.MAIN, Optional.empty());
    }

    public static Act of(String text, String href) {
        return new Act(text, href, Weight.OUTLINED, Optional.empty());
    }

    public static Act small(String text, String href) {
        return new Act(text, href, Weight.SMALL, Optional.empty());
    }

    public Act with(Icon drawn) {
        return new Act(text, href, weight, Optional.of(drawn));
    }
}
