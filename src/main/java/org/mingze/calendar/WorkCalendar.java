package org.mingze.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// 工作日历 — which days are working days: weekends, the State Council's notices, county changes.
public final class WorkCalendar {
    /// The notices published for 2023–2026, read from the data files of this module.
    public static WorkCalendar published() {
        throw new UnsupportedOperationException("calendar module");
    }

    /// This calendar with days declared off (true) or working (false), as 历 lines of a case do.
    public WorkCalendar with(Map<LocalDate, Boolean> daysOff) {
        throw new UnsupportedOperationException("calendar module");
    }

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// 日历暂定 — beyond the last published notice only weekends are off.
    public boolean isProvisional(LocalDate day) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// Why a day is off or made up: 国庆节, or empty text for a plain day.
    public String occasion(LocalDate day) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException("calendar module");
    }

    public long workingDaysIn(Period period) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// The last day of a limit: the starting day is not counted; months clip to the month's end;
    /// hours and minutes stay within the day.
    public LocalDate limit(LocalDate start, Span span, RestDayRule restDays) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// Plain addition, without any rule for days off; negative spans go back.
    public LocalDate plus(LocalDate day, Span span) {
        throw new UnsupportedOperationException("calendar module");
    }

    /// The year of the last notice that it holds.
    public int lastPublishedYear() {
        throw new UnsupportedOperationException("calendar module");
    }

    /// The notices it was read from, oldest first: 国办发明电〔2025〕7号 and the like.
    public List<String> notices() {
        throw new UnsupportedOperationException("calendar module");
    }
}
