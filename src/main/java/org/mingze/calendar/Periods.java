package org.mingze.calendar;

import java.time.LocalDate;

/// 期 — periods found, named and read.
public final class Periods {
    private Periods() {}

    /// The period of this unit that holds the day.
    public static Period containing(LocalDate day, PeriodUnit unit) {
        throw new UnsupportedOperationException("calendar module");
    }

    public static Period next(Period period) {
        return containing(period.end().plusDays(1), period.unit());
    }

    public static Period previous(Period period) {
        return containing(period.start().minusDays(1), period.unit());
    }

    /// Reads 2026, 2026上, 2026下, 2026一季, 2026-03, 2026-W09, 2026-03-05.
    ///
    /// @throws IllegalArgumentException with a sentence in Chinese if it is none of these
    public static Period parse(String text) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// The form that `parse` reads.
    public static String code(Period period) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// As a sentence says it within a year: 三季度, 二月, 上半年, 二〇二六年; the year is left out
    /// for units below the year when it is that of `today`.
    public static String name(Period period, LocalDate today) {
        throw new UnsupportedOperationException("calendar module");
    }
}
