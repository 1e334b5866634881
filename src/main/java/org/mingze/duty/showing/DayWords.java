package org.mingze.duty.showing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.work.ChinaTime;

/// 日期用语 — days as a page says them: the year only when it is not this one.
public final class DayWords {
    private static final String WEEKDAYS = "一二三四五六日";

    private DayWords() {}

    /// 6月24日, or 2025年6月24日 in another year.
    public static String day(LocalDate day, LocalDate today) {
        String within = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == today.getYear() ? within : day.getYear() + "年" + within;
    }

    /// 2026年6月24日.
    public static String full(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// 6月24日10:42.
    public static String moment(Instant instant, LocalDate today) {
        LocalDateTime moment = ChinaTime.moment(instant);
        return "%s%d:%02d"
                .formatted(day(moment.toLocalDate(), today), moment.getHour(), moment.getMinute());
    }

    /// 2026年下半年, 2026年三季度, 2026年6月: a period with its year.
    public static String period(Period period) {
        int year = period.start().getYear();
        String within = Periods.name(period, period.start());
        return switch (period.unit()) {
            case YEAR -> year + "年";
            case MONTH -> year + "年" + period.start().getMonthValue() + "月";
            case HALF_YEAR, QUARTER, WEEK -> year + "年" + within;
            case DAY -> full(period.start());
        };
    }

    /// 2026年6月24日 星期三.
    public static String withWeekday(LocalDate day) {
        return full(day) + " 星期" + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
    }

    /// 周三，工作日.
    public static String kind(LocalDate day, WorkCalendar calendar) {
        String occasion = calendar.occasion(day);
        return "周"
                + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1)
                + "，"
                + (occasion.isEmpty() ? "" : occasion)
                + (calendar.isWorkingDay(day) ? (occasion.isEmpty() ? "工作日" : "调休上班") : "休息日");
    }
}
