package org.mingze.web;

/// 显示 — what a reader chose: 大字, 深色, keys, English.
///
/// @param keys whether single keys act
/// @param english whether the tool speaks English
public record Appearance(boolean large, Theme theme, boolean keys, boolean english) {
    static final Appearance DEFAULT = new Appearance(false, Theme.SYSTEM, true, false);

    public enum Theme {
        SYSTEM(""),
        LIGHT("light"),
        DARK("dark");

        private final String word;

        Theme(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Theme of(String word) {
            return switch (word) {
                case "light" -> LIGHT;
                case "dark" -> DARK;
                default -> SYSTEM;
            };
        }
    }
}
