package org.mingze.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.work.ChinaTime;

/// 报告用语 — days, periods and ordinals as a report writes them.
public final class ReportWords {
    private static final String DIGITS = "〇一二三四五六七八九";

    private ReportWords() {}

    /// 2026年6月30日.
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String moment(Instant instant) {
        LocalDateTime moment = ChinaTime.moment(instant);
        return day(moment.toLocalDate())
                + String.format(Locale.ROOT, "%02d:%02d", moment.getHour(), moment.getMinute());
    }

    /// 2026年1月1日至6月20日.
    static String days(LocalDate from, LocalDate to) {
        String end =
                from.getYear() == to.getYear()
                        ? to.getMonthValue() + "月" + to.getDayOfMonth() + "日"
                        : day(to);
        return from.equals(to) ? day(from) : day(from) + "至" + end;
    }

    /// 2026年度, 2026年上半年, 2026年二季度, 2026年3月, else the days.
    public static String period(LocalDate from, LocalDate to) {
        int year = from.getYear();
        int month = from.getMonthValue();
        if (isWhole(from, to, PeriodUnit.YEAR)) {
            return year + "年度";
        }
        if (isWhole(from, to, PeriodUnit.HALF_YEAR)) {
            return year + (month < 7 ? "年上半年" : "年下半年");
        }
        if (isWhole(from, to, PeriodUnit.QUARTER)) {
            return year + "年" + "一二三四".charAt((month - 1) / 3) + "季度";
        }
        return isWhole(from, to, PeriodUnit.MONTH) ? year + "年" + month + "月" : days(from, to);
    }

    private static boolean isWhole(LocalDate from, LocalDate to, PeriodUnit unit) {
        Period period = Periods.containing(from, unit);
        return period.start().equals(from) && period.end().equals(to);
    }

    /// 一 … 九十九.
    static String ordinal(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String high = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
        return high + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }

    /// Words without the full stop that a heading puts there itself.
    static Optional<String> heading(Optional<String> written, int number) {
        return written.map(words -> "（" + ordinal(number) + "）" + words + "。");
    }
}
