package org.mingze.calendar;

import java.time.LocalDate;

/// 期 — one period of the civil calendar, weeks from Monday to Sunday; both ends included.
///
/// Written 2026, 2026上, 2026二季, 2026-03, 2026-W09 or 2026-03-05; a part of one as
/// 2026二季自2026-05-01至2026-06-30.
public record Period(PeriodUnit unit, LocalDate start, LocalDate end) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
