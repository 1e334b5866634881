package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("有理数")
class RationalTest {
    @ParameterizedTest(name = "{0} 写作 {1}")
    @DisplayName("读小数和分数，约到最简，除得尽的写小数")
    @CsvSource({
        "0.5, 0.5",
        "1/2, 0.5",
        "2/4, 0.5",
        "2 / 6, 1/3",
        "1e3, 1000",
        "-3, -3",
        "1023, 1023",
        "1024, 1024",
        "6/3, 2",
        "1/-3, -1/3"
    })
    void isReadAndWrittenInLowestTerms(String text, String written) {
        assertThat(Rational.parse(text)).hasToString(written);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @DisplayName("加法不论大小都精确")
    @CsvSource({
        "1/2, 1/3, 5/6",
        "1/2, 1/2, 1",
        "2147483647, 1, 2147483648",
        "2147483647, 2147483647, 4294967294",
        "4294967296, 4294967296, 8589934592",
        "-1, 1, 0"
    })
    void addsExactly(String one, String other, String sum) {
        assertThat(Rational.parse(one).plus(Rational.parse(other))).isEqualTo(Rational.parse(sum));
    }

    @ParameterizedTest(name = "{0} 比 {1}：{2}")
    @DisplayName("分数和整数一样比大小")
    @CsvSource({"1/2, 1/3, 1", "1/3, 1/2, -1", "1/2, 0.5, 0", "2, 5/2, -1", "3, 5/2, 1", "7, 7, 0"})
    void compares(String one, String other, int sign) {
        assertThat(Integer.signum(Rational.parse(one).compareTo(Rational.parse(other))))
                .isEqualTo(sign);
    }

    @ParameterizedTest(name = "{0} 与 {1}：{2}，{3}，{4}")
    @DisplayName("减、乘、除都精确")
    @CsvSource({
        "1/2, 1/3, 1/6, 1/6, 3/2",
        "3, 4, -1, 12, 3/4",
        "-3, -3, 0, 9, 1",
        "2147483648, -1, 2147483649, -2147483648, -2147483648",
        "0, 5, -5, 0, 0"
    })
    void calculatesExactly(
            String one, String other, String difference, String product, String quotient) {
        Rational left = Rational.parse(one);
        Rational right = Rational.parse(other);
        assertThat(left.minus(right)).isEqualTo(Rational.parse(difference));
        assertThat(left.times(right)).isEqualTo(Rational.parse(product));
        assertThat(left.dividedBy(right)).isEqualTo(Rational.parse(quotient));
    }

    @Test
    @DisplayName("分母为零不成数，不是数的读不进")
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Rational.parse("1/0")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.parse("/2")).isInstanceOf(NumberFormatException.class);
        assertThat(Rational.of(5)).isSameAs(Rational.of(5));
    }
}
