package org.mingze.calendar;

/// 每 — the length of a duty's period.
public enum PeriodUnit {
    DAY("日"),
    WEEK("周"),
    MONTH("月"),
    QUARTER("季"),
    HALF_YEAR("半年"),
    YEAR("年");

    private final String word;

    PeriodUnit(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
