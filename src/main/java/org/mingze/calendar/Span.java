package org.mingze.calendar;

/// 时长 — a whole number of days, working days, weeks, months, years, hours or minutes.
public record Span(long amount, SpanUnit unit) {
    public static final Span NONE = new Span(0, SpanUnit.DAY);

    @Override
    public String toString() {
        return amount + unit.word();
    }
}
