package org.mingze.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// 工作日历 — which days are working days: weekends, the State Council's notices, county changes.
public final class WorkCalendar {
    private static final int FIRST_NOTICE_YEAR = 2023;

    private final List<HolidayNotice> notices;
    private final Map<LocalDate, DayKind> exceptions;

    private WorkCalendar(List<HolidayNotice> notices, Map<LocalDate, DayKind> exceptions) {
        this.notices = List.copyOf(notices);
        this.exceptions = Map.copyOf(exceptions);
    }

    /// The notices published for 2023–2026, read from the data files of this module.
    public static WorkCalendar published() {
        List<HolidayNotice> notices = new ArrayList<>();
        Map<LocalDate, DayKind> exceptions = new HashMap<>();
        Optional<HolidayNotice> notice = HolidayNotice.published(FIRST_NOTICE_YEAR);
        while (notice.isPresent()) {
            notices.add(notice.get());
            exceptions.putAll(notice.get().days());
            notice = HolidayNotice.published(notice.get().year() + 1);
        }
        return new WorkCalendar(notices, exceptions);
    }

    /// This calendar with days declared off (true) or working (false), as 历 lines of a case do. A
    /// year of which a day is declared has these days and no others: what a case tells is whole.
    public WorkCalendar with(Map<LocalDate, Boolean> daysOff) {
        Set<Integer> declared =
                daysOff.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
        Map<LocalDate, DayKind> changed = new HashMap<>(exceptions);
        changed.keySet().removeIf(day -> declared.contains(day.getYear()));
        daysOff.forEach(
                (day, off) -> changed.put(day, new DayKind(declaredOccasion(day, off), !off)));
        return new WorkCalendar(notices, changed);
    }

    /// This calendar with the notice of a year as a county entered it, written as in the data
    /// files; it takes the place of the notice of that year, if there is one.
    ///
    /// @throws IllegalArgumentException if a line cannot be read
    public WorkCalendar noticed(int year, List<String> lines) {
        HolidayNotice told = HolidayNotice.read(year, lines);
        Map<LocalDate, DayKind> changed = new HashMap<>(exceptions);
        List<HolidayNotice> others = new ArrayList<>();
        for (HolidayNotice notice : notices) {
            if (notice.year() == year) {
                notice.days().keySet().forEach(changed::remove);
            } else {
                others.add(notice);
            }
        }
        changed.putAll(told.days());
        others.add(told);
        others.sort(Comparator.comparingInt(HolidayNotice::year));
        return new WorkCalendar(others, changed);
    }

    /// Whether a notice says which days of a year are off.
    public boolean isNoticed(int year) {
        return notices.stream().anyMatch(notice -> notice.year() == year);
    }

    /// The number of the notice of a year, empty text where it has none.
    public Optional<String> noticeOf(int year) {
        return notices.stream()
                .filter(notice -> notice.year() == year)
                .map(HolidayNotice::number)
                .findFirst();
    }

    public boolean isWorkingDay(LocalDate day) {
        DayKind exception = exceptions.get(day);
        return exception == null ? !isWeekend(day) : exception.working();
    }

    /// 日历暂定 — in a year without a published notice only weekends are off.
    public boolean isProvisional(LocalDate day) {
        return !isNoticed(day.getYear());
    }

    /// Why a day is off or made up: 国庆节, or empty text for a plain day.
    public String occasion(LocalDate day) {
        DayKind exception = exceptions.get(day);
        return exception == null ? "" : exception.occasion();
    }

    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    public long workingDaysIn(Period period) {
        return workingDaysBetween(period.start().minusDays(1), period.end());
    }

    /// The last day of a limit: the starting day is not counted; months clip to the month's end;
    /// hours and minutes stay within the day, full days of 24 hours excepted.
    ///
    /// A limit of nothing ends on the starting day, whatever day that is; a limit in hours runs
    /// through days off.
    public LocalDate limit(LocalDate start, Span span, RestDayRule restDays) {
        LocalDate last = plus(start, span);
        boolean counted =
                switch (span.unit()) {
                    case DAY, WEEK, MONTH, YEAR -> span.amount() > 0;
                    case WORKING_DAY, HOUR, MINUTE -> false;
                };
        return switch (restDays) {
            case STAYS -> last;
            case MOVES -> counted ? workingDayFrom(last) : last;
        };
    }

    /// The last day of a limit that is written as a day.
    public LocalDate lastDay(LocalDate written, RestDayRule restDays) {
        return switch (restDays) {
            case STAYS -> written;
            case MOVES -> workingDayFrom(written);
        };
    }

    /// A limit that is longer by each of its days that is not counted.
    public LocalDate limit(
            LocalDate start, Span span, RestDayRule restDays, Set<LocalDate> uncounted) {
        LocalDate plain = plus(start, span);
        LocalDate last = deferred(start, plain, span.unit(), restDays, uncounted);
        return last.equals(plain) ? limit(start, span, restDays) : last;
    }

    /// A last day put off by each day after the start that is not counted; a limit in working days
    /// is put off by working days.
    public LocalDate deferred(
            LocalDate start,
            LocalDate last,
            SpanUnit unit,
            RestDayRule restDays,
            Set<LocalDate> uncounted) {
        boolean working = unit == SpanUnit.WORKING_DAY;
        long missing =
                uncounted.stream()
                        .filter(day -> day.isAfter(start) && !day.isAfter(last))
                        .filter(day -> !working || isWorkingDay(day))
                        .count();
        if (missing == 0) {
            return last;
        }
        LocalDate found = last;
        while (missing > 0) {
            found = found.plusDays(1);
            if ((!working || isWorkingDay(found)) && !uncounted.contains(found)) {
                missing--;
            }
        }
        return lastDay(found, restDays);
    }

    /// Plain addition, without any rule for days off; negative spans go back.
    public LocalDate plus(LocalDate day, Span span) {
        long amount = span.amount();
        return switch (span.unit()) {
            case DAY -> day.plusDays(amount);
            case WORKING_DAY -> plusWorkingDays(day, amount);
            case WEEK -> day.plusWeeks(amount);
            case MONTH -> day.plusMonths(amount);
            case YEAR -> day.plusYears(amount);
            case HOUR -> day.plusDays(amount / 24);
            case MINUTE -> day.plusDays(amount / (24 * 60));
        };
    }

    /// The year of the last notice that it holds.
    public int lastPublishedYear() {
        return notices.getLast().year();
    }

    /// The notices it was read from, oldest first: 国办发明电〔2025〕7号 and the like.
    public List<String> notices() {
        return notices.stream().map(HolidayNotice::number).toList();
    }

    private LocalDate plusWorkingDays(LocalDate day, long amount) {
        int step = amount < 0 ? -1 : 1;
        LocalDate found = day;
        long left = Math.abs(amount);
        while (left > 0) {
            found = found.plusDays(step);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    private LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private String declaredOccasion(LocalDate day, boolean off) {
        String known = occasion(day);
        return known.isEmpty() ? (off ? "放假" : "上班") : known;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
