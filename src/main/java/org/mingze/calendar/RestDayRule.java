package org.mingze.calendar;

/// 末日遇休 — whether a limit whose last day is a day off moves to the next working day.
public enum RestDayRule {
    MOVES("顺延"),
    STAYS("不顺延");

    private final String word;

    RestDayRule(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
