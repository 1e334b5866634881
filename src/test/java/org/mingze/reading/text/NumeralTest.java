package org.mingze.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("数词")
class NumeralTest {

    @DisplayName("中文数词读作数值")
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "十, 10",
        "十五, 15",
        "二十, 20",
        "三百二十, 320",
        "一百零五, 105",
        "两千, 2000",
        "一万二, 12000",
        "三百二, 320",
        "二〇二四, 2024",
        "一亿三千万, 130000000",
        "八, 8"
    })
    void readsChineseNumerals(String written, double value) {
        assertThat(Numeral.chinese(written)).hasValue(value);
    }

    @Test
    @DisplayName("带千分号的阿拉伯数字读作数值，不是数的不读")
    void readsArabicNumerals() {
        assertThat(Numeral.arabic("1,234.5")).hasValue(1234.5);
        assertThat(Numeral.arabic("1.2.3")).isEmpty();
        assertThat(Numeral.chinese("三个")).isEmpty();
    }
}
