package org.mingze.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("工作日历")
class WorkCalendarTest {
    private final WorkCalendar calendar = WorkCalendar.published();

    @ParameterizedTest(name = "{0}")
    @DisplayName("调休的周末要上班")
    @ValueSource(
            strings = {
                "2023-01-28",
                "2023-01-29",
                "2023-04-23",
                "2023-05-06",
                "2023-06-25",
                "2023-10-07",
                "2023-10-08",
                "2024-02-04",
                "2024-02-18",
                "2024-04-07",
                "2024-04-28",
                "2024-05-11",
                "2024-09-14",
                "2024-09-29",
                "2024-10-12",
                "2025-01-26",
                "2025-02-08",
                "2025-04-27",
                "2025-09-28",
                "2025-10-11",
                "2026-01-04",
                "2026-02-14",
                "2026-02-28",
                "2026-05-09",
                "2026-09-20",
                "2026-10-10"
            })
    void worksOnMadeUpWeekends(LocalDate day) {
        assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar.isWorkingDay(day)).isTrue();
        assertThat(calendar.occasion(day)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1} 至 {2}")
    @DisplayName("假期从第一天放到最后一天，前后一天照表")
    @CsvSource({
        "元旦, 2022-12-31, 2023-01-02, false, true",
        "春节, 2023-01-21, 2023-01-27, true, true",
        "中秋节、国庆节, 2023-09-29, 2023-10-06, true, true",
        "春节, 2024-02-10, 2024-02-17, true, true",
        "国庆节, 2024-10-01, 2024-10-07, true, true",
        "春节, 2025-01-28, 2025-02-04, true, true",
        "国庆节、中秋节, 2025-10-01, 2025-10-08, true, true",
        "元旦, 2026-01-01, 2026-01-03, true, true",
        "春节, 2026-02-15, 2026-02-23, true, true",
        "劳动节, 2026-05-01, 2026-05-05, true, true",
        "中秋节, 2026-09-25, 2026-09-27, true, true",
        "国庆节, 2026-10-01, 2026-10-07, true, true"
    })
    void restsForTheWholeHoliday(
            String occasion, LocalDate first, LocalDate last, boolean before, boolean after) {
        if (before) {
            assertThat(calendar.isWorkingDay(first.minusDays(1))).isTrue();
        }
        assertThat(first.datesUntil(last.plusDays(1)))
                .allSatisfy(
                        day -> {
                            assertThat(calendar.isWorkingDay(day)).isFalse();
                            assertThat(calendar.occasion(day)).isEqualTo(occasion);
                        });
        assertThat(calendar.isWorkingDay(last.plusDays(1))).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0} 年 {1} 天")
    @DisplayName("全年工作日数与通知相符")
    @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void countsTheWorkingDaysOfAYear(String year, long expected) {
        assertThat(calendar.workingDaysIn(Periods.parse(year))).isEqualTo(expected);
    }

    @Test
    @DisplayName("列出四份通知，最后一份管到二〇二六年")
    void namesItsNotices() {
        assertThat(calendar.notices())
                .isEqualTo(
                        List.of(
                                "国办发明电〔2022〕16号",
                                "国办发明电〔2023〕7号",
                                "国办发明电〔2024〕12号",
                                "国办发明电〔2025〕7号"));
        assertThat(calendar.lastPublishedYear()).isEqualTo(2026);
    }

    @Test
    @DisplayName("通知未到的年份只休周末并标暂定")
    void isProvisionalBeyondTheLastNotice() {
        assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(calendar.isProvisional(LocalDate.of(2022, 12, 31))).isTrue();
        assertThat(calendar.isProvisional(LocalDate.of(2023, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
    }

    @ParameterizedTest(name = "{0} + {1}{2} {3} = {4}")
    @DisplayName("限期从次日起算，月末取齐，末日遇休按规定顺延或不顺延")
    @CsvSource({
        "2026-01-31, 1, MONTH, STAYS, 2026-02-28",
        "2024-01-31, 1, MONTH, STAYS, 2024-02-29",
        "2026-02-28, 1, MONTH, STAYS, 2026-03-28",
        "2024-02-29, 1, YEAR, STAYS, 2025-02-28",
        "2023-12-31, 2, MONTH, STAYS, 2024-02-29",
        "2026-09-10, 15, DAY, STAYS, 2026-09-25",
        "2026-09-10, 15, DAY, MOVES, 2026-09-28",
        "2026-09-16, 15, DAY, MOVES, 2026-10-08",
        "2026-09-25, 15, DAY, MOVES, 2026-10-10",
        "2026-09-30, 3, WORKING_DAY, MOVES, 2026-10-10",
        "2026-09-30, 4, WORKING_DAY, MOVES, 2026-10-12",
        "2026-02-13, 2, WORKING_DAY, STAYS, 2026-02-24",
        "2026-03-06, 1, WEEK, STAYS, 2026-03-13",
        "2026-01-31, 0, DAY, MOVES, 2026-01-31",
        "2026-02-28, 0, WORKING_DAY, MOVES, 2026-02-28",
        "2026-03-06, 2, HOUR, MOVES, 2026-03-06",
        "2026-03-06, 24, HOUR, MOVES, 2026-03-07",
        "2026-03-06, 30, MINUTE, MOVES, 2026-03-06"
    })
    void limitsEndOnTheirLastDay(
            LocalDate start, long amount, SpanUnit unit, RestDayRule rule, LocalDate last) {
        assertThat(calendar.limit(start, new Span(amount, unit), rule)).isEqualTo(last);
    }

    @Test
    @DisplayName("加减时长可倒着数")
    void goesBackWithNegativeSpans() {
        LocalDate day = LocalDate.of(2026, 10, 8);

        assertThat(calendar.plus(day, new Span(-1, SpanUnit.WORKING_DAY)))
                .isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(calendar.plus(day, new Span(-1, SpanUnit.MONTH)))
                .isEqualTo(LocalDate.of(2026, 9, 8));
    }

    @Test
    @DisplayName("两日之间的工作日数不计首日，倒着为负")
    void countsWorkingDaysBetween() {
        LocalDate before = LocalDate.of(2026, 9, 30);
        LocalDate after = LocalDate.of(2026, 10, 12);

        assertThat(calendar.workingDaysBetween(before, after)).isEqualTo(4);
        assertThat(calendar.workingDaysBetween(after, before)).isEqualTo(-4);
        assertThat(calendar.workingDaysBetween(before, before)).isZero();
    }

    @Test
    @DisplayName("本地可加一天假或一天班")
    void takesCountyChanges() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        LocalDate sunday = LocalDate.of(2026, 3, 1);
        WorkCalendar changed = calendar.with(Map.of(monday, true, sunday, false));

        assertThat(changed.isWorkingDay(monday)).isFalse();
        assertThat(changed.isWorkingDay(sunday)).isTrue();
        assertThat(calendar.isWorkingDay(monday)).isTrue();
        assertThat(changed.occasion(monday)).isEqualTo("放假");
    }

    @Test
    @DisplayName("例里写了某年的一天，那年就只有写出来的这些，别的年照旧")
    void aYearThatIsToldIsToldWhole() {
        WorkCalendar told = calendar.with(Map.of(LocalDate.of(2026, 5, 1), true));

        assertThat(told.isWorkingDay(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(told.isWorkingDay(LocalDate.of(2026, 5, 4))).isTrue();
        assertThat(told.isWorkingDay(LocalDate.of(2025, 5, 5))).isFalse();
    }

    @ParameterizedTest(name = "{0} 至 {1}，{2}，{3}，不计 {4}：{5}")
    @DisplayName("不计的日子把末日往后推，首日和末日之后的不算，按工作日的只推工作日")
    @CsvSource({
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-04, 2026-03-08",
        "2026-03-02, 2026-03-07, DAY, MOVES, 2026-03-04, 2026-03-09",
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-02, 2026-03-07",
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-03, 2026-03-08",
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-07, 2026-03-08",
        "2026-03-02, 2026-03-07, DAY, MOVES, 2026-03-08, 2026-03-07",
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-04|2026-03-08, 2026-03-09",
        "2026-03-02, 2026-03-07, DAY, STAYS, 2026-03-04|2026-03-05, 2026-03-09",
        "2026-03-02, 2026-03-09, WORKING_DAY, STAYS, 2026-03-07, 2026-03-09",
        "2026-03-02, 2026-03-09, WORKING_DAY, STAYS, 2026-03-05, 2026-03-10",
        "2026-03-02, 2026-03-06, WORKING_DAY, STAYS, 2026-03-05, 2026-03-09",
        "2026-03-02, 2026-03-09, WORKING_DAY, STAYS, 2026-03-06|2026-03-10, 2026-03-11"
    })
    void putsOffByTheDaysThatAreNotCounted(
            LocalDate start,
            LocalDate last,
            SpanUnit unit,
            RestDayRule rule,
            String uncounted,
            LocalDate expected) {
        Set<LocalDate> days =
                Arrays.stream(uncounted.split("\\|", -1))
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet());

        assertThat(calendar.deferred(start, last, unit, rule, days)).isEqualTo(expected);
    }

    @Test
    @DisplayName("限期连同不计的日子一起算，没有不计的照常顺延")
    void limitsAreLongerByTheDaysThatAreNotCounted() {
        LocalDate start = LocalDate.of(2026, 3, 2);
        Span span = new Span(5, SpanUnit.DAY);
        Set<LocalDate> uncounted = Set.of(LocalDate.of(2026, 3, 4));

        assertThat(calendar.limit(start, span, RestDayRule.STAYS, uncounted))
                .isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(calendar.limit(start, span, RestDayRule.MOVES, Set.of()))
                .isEqualTo(LocalDate.of(2026, 3, 9));
    }
}
