package org.mingze.web;

/// 标签 — a quiet label: class of data, lag, grade of source.
public record Tag(String text, Tone tone) {
    public enum Tone {
        QUIET("tag"),
        WARN("tag is-warn"),
        BREACH("tag is-breach"),
        DONE("tag is-done"),
        ACCENT("tag is-accent");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public static Tag of(String text) {
        return new Tag(text, Tone.QUIET);
    }
}
