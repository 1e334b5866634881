package org.mingze.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 期之推算 — periods found, named and read.
public final class Periods {
    private static final String QUARTERS = "一二三四";
    private static final String DIGITS = "〇一二三四五六七八九";

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<year>\\d{4})(?:(?<half>[上下])|(?<quarter>[一二三四])季"
                            + "|-W(?<week>\\d{2})|-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?"
                            + "(?:自(?<from>[\\d-]{10})至(?<to>[\\d-]{10}))?");

    private Periods() {}

    /// The period of this unit that holds the day.
    public static Period containing(LocalDate day, PeriodUnit unit) {
        return switch (unit) {
            case DAY -> new Period(unit, day, day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(unit, monday, monday.plusDays(6));
            }
            case MONTH -> months(unit, day, 1);
            case QUARTER -> months(unit, day, 3);
            case HALF_YEAR -> months(unit, day, 6);
            case YEAR -> months(unit, day, 12);
        };
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
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        try {
            Period whole = read(matcher, Integer.parseInt(matcher.group("year")));
            return matcher.group("from") == null ? whole : part(whole, matcher);
        } catch (DateTimeException exception) {
            throw unreadable(text);
        }
    }

    private static Period part(Period whole, Matcher matcher) {
        LocalDate from = LocalDate.parse(matcher.group("from"));
        LocalDate to = LocalDate.parse(matcher.group("to"));
        if (from.isAfter(to) || !whole.contains(from) || !whole.contains(to)) {
            throw new DateTimeException("no part of the period");
        }
        return new Period(whole.unit(), from, to);
    }

    /// The form that `parse` reads; a part of a period also tells its days.
    public static String code(Period period) {
        boolean whole = period.equals(containing(period.start(), period.unit()));
        return wholeCode(period) + (whole ? "" : "自" + period.start() + "至" + period.end());
    }

    private static String wholeCode(Period period) {
        LocalDate start = period.start();
        int year = start.getYear();
        return switch (period.unit()) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case HALF_YEAR ->
                    String.format(Locale.ROOT, "%04d", year)
                            + (start.getMonthValue() < 7 ? "上" : "下");
            case QUARTER -> String.format(Locale.ROOT, "%04d", year) + quarter(start) + "季";
            case MONTH -> YearMonth.from(start).toString();
            case WEEK ->
                    String.format(
                            Locale.ROOT,
                            "%04d-W%02d",
                            start.get(IsoFields.WEEK_BASED_YEAR),
                            start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case DAY -> start.toString();
        };
    }

    /// As a sentence says it within a year: 三季度, 二月, 上半年, 二〇二六年; the year is left out
    /// for units below the year when it is that of `today`.
    public static String name(Period period, LocalDate today) {
        LocalDate start = period.start();
        int year =
                switch (period.unit()) {
                    case WEEK -> start.get(IsoFields.WEEK_BASED_YEAR);
                    case DAY, MONTH, QUARTER, HALF_YEAR, YEAR -> start.getYear();
                };
        String within =
                switch (period.unit()) {
                    case YEAR -> "";
                    case HALF_YEAR -> start.getMonthValue() < 7 ? "上半年" : "下半年";
                    case QUARTER -> quarter(start) + "季度";
                    case MONTH -> numeral(start.getMonthValue()) + "月";
                    case WEEK -> "第" + numeral(start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)) + "周";
                    case DAY ->
                            numeral(start.getMonthValue())
                                    + "月"
                                    + numeral(start.getDayOfMonth())
                                    + "日";
                };
        boolean sameYear = year == today.getYear();
        return within.isEmpty() || !sameYear ? yearName(year) + within : within;
    }

    private static Period read(Matcher matcher, int year) {
        if (matcher.group("half") != null) {
            int month = matcher.group("half").equals("上") ? 1 : 7;
            return containing(LocalDate.of(year, month, 1), PeriodUnit.HALF_YEAR);
        }
        if (matcher.group("quarter") != null) {
            int month = QUARTERS.indexOf(matcher.group("quarter")) * 3 + 1;
            return containing(LocalDate.of(year, month, 1), PeriodUnit.QUARTER);
        }
        if (matcher.group("week") != null) {
            return week(year, Integer.parseInt(matcher.group("week")));
        }
        if (matcher.group("month") == null) {
            return containing(LocalDate.of(year, 1, 1), PeriodUnit.YEAR);
        }
        int month = Integer.parseInt(matcher.group("month"));
        if (matcher.group("day") == null) {
            return containing(LocalDate.of(year, month, 1), PeriodUnit.MONTH);
        }
        int day = Integer.parseInt(matcher.group("day"));
        return containing(LocalDate.of(year, month, day), PeriodUnit.DAY);
    }

    private static Period week(int year, int week) {
        Period first = containing(LocalDate.of(year, 1, 4), PeriodUnit.WEEK);
        Period found = containing(first.start().plusWeeks(week - 1L), PeriodUnit.WEEK);
        if (found.start().get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("no such week");
        }
        return found;
    }

    private static Period months(PeriodUnit unit, LocalDate day, int length) {
        int month = (day.getMonthValue() - 1) / length * length + 1;
        LocalDate start = LocalDate.of(day.getYear(), month, 1);
        return new Period(unit, start, start.plusMonths(length).minusDays(1));
    }

    private static char quarter(LocalDate start) {
        return QUARTERS.charAt((start.getMonthValue() - 1) / 3);
    }

    private static String yearName(int year) {
        StringBuilder name = new StringBuilder();
        String.valueOf(year).chars().forEach(digit -> name.append(DIGITS.charAt(digit - '0')));
        return name.append("年").toString();
    }

    /// 一 … 五十三.
    private static String numeral(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String high = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
        return high + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "看不懂期间“" + text + "”，可写作 2026、2026上、2026二季、2026-03、2026-W09 或 2026-03-05");
    }
}
