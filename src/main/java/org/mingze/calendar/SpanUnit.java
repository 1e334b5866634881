package org.mingze.calendar;

/// 时长单位 — what a span is counted in.
public enum SpanUnit {
    DAY("日"),
    WORKING_DAY("工作日"),
    WEEK("周"),
    MONTH("月"),
    YEAR("年"),
    HOUR("小时"),
    MINUTE("分钟");

    private final String word;

    SpanUnit(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
