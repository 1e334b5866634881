package org.mingze.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("期")
class PeriodsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0}：{1} 至 {2}，称{3}")
    @DisplayName("读出首末日，也写得回去")
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31, 二〇二六年",
        "2025, 2025-01-01, 2025-12-31, 二〇二五年",
        "2026上, 2026-01-01, 2026-06-30, 上半年",
        "2025下, 2025-07-01, 2025-12-31, 二〇二五年下半年",
        "2026一季, 2026-01-01, 2026-03-31, 一季度",
        "2025四季, 2025-10-01, 2025-12-31, 二〇二五年四季度",
        "2026-02, 2026-02-01, 2026-02-28, 二月",
        "2024-02, 2024-02-01, 2024-02-29, 二〇二四年二月",
        "2026-12, 2026-12-01, 2026-12-31, 十二月",
        "2026-W01, 2025-12-29, 2026-01-04, 第一周",
        "2026-W53, 2026-12-28, 2027-01-03, 第五十三周",
        "2025-W20, 2025-05-12, 2025-05-18, 二〇二五年第二十周",
        "2026-03-05, 2026-03-05, 2026-03-05, 三月五日",
        "2026-10-31, 2026-10-31, 2026-10-31, 十月三十一日"
    })
    void readsNamesAndWrites(String code, LocalDate start, LocalDate end, String name) {
        Period period = Periods.parse(code);

        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(Periods.code(period)).isEqualTo(code);
        assertThat(Periods.name(period, TODAY)).isEqualTo(name);
        assertThat(Periods.containing(end, period.unit())).isEqualTo(period);
    }

    @ParameterizedTest
    @DisplayName("前后相接，一天不多一天不少，写法往返不变")
    @EnumSource
    void periodsTouch(PeriodUnit unit) {
        LocalDate day = LocalDate.of(2023, 1, 1);
        while (day.getYear() < 2029) {
            Period period = Periods.containing(day, unit);
            assertThat(period.contains(day)).isTrue();
            assertThat(Periods.next(period).start()).isEqualTo(period.end().plusDays(1));
            assertThat(Periods.previous(Periods.next(period))).isEqualTo(period);
            assertThat(Periods.parse(Periods.code(period))).isEqualTo(period);
            day = period.end().plusDays(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("看不懂的期间说明写法")
    @ValueSource(
            strings = {
                "",
                "26",
                "2026五季",
                "2026-13",
                "2026-02-29",
                "2025-W53",
                "2026-W00",
                "2026中"
            })
    void explainsWhatItCannotRead(String text) {
        assertThatThrownBy(() -> Periods.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("看不懂期间")
                .hasMessageContaining("2026二季");
    }

    @Test
    @DisplayName("周从星期一到星期日")
    void weeksStartOnMonday() {
        Period week = Periods.containing(LocalDate.of(2026, 3, 1), PeriodUnit.WEEK);

        assertThat(week.start()).isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(week.end()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    @DisplayName("期的一段写明起止，不在期内的不成一段")
    void readsAPartOfAPeriod() {
        Period part = Periods.parse("2026二季自2026-05-01至2026-06-30");

        assertThat(part.unit()).isEqualTo(PeriodUnit.QUARTER);
        assertThat(part.start()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(part.end()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(Periods.code(part)).isEqualTo("2026二季自2026-05-01至2026-06-30");
        assertThat(part.contains(LocalDate.of(2026, 4, 30))).isFalse();
        assertThat(part.contains(LocalDate.of(2026, 7, 1))).isFalse();
        for (String wrong :
                new String[] {
                    "2026二季自2026-06-30至2026-05-01",
                    "2026二季自2026-03-31至2026-05-01",
                    "2026二季自2026-05-01至2026-07-01"
                }) {
            assertThatThrownBy(() -> Periods.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("单位和遇休的说法照制度里的字")
    void saysUnitsAsInstitutionsWriteThem() {
        assertThat(new Span(3, SpanUnit.WORKING_DAY)).hasToString("3工作日");
        assertThat(PeriodUnit.HALF_YEAR.word()).isEqualTo("半年");
        assertThat(RestDayRule.MOVES.word()).isEqualTo("顺延");
        assertThat(RestDayRule.STAYS.word()).isEqualTo("不顺延");
    }
}
