package org.mingze.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// 单元格 — what stands in one cell; of a formula, the value that was last computed.
public sealed interface Cell {
    int DIGITS = 15;

    /// The day of serial number 0.
    LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    record Blank() implements Cell {}

    record Text(String value) implements Cell {}

    /// 数 — a number of a sheet.
    ///
    /// @param day whether the sheet shows it as a date or a time
    record Amount(BigDecimal value, boolean day) implements Cell {
        /// A date without a time.
        boolean isDate() {
            return day && value.scale() <= 0;
        }
    }

    record Truth(boolean value) implements Cell {}

    /// 坏格 — a formula that has no value: #REF!
    record Broken(String code) implements Cell {}

    /// What a reader sees, but for dates, which show as their serial number.
    default String text() {
        return switch (this) {
            case Blank _ -> "";
            case Text(String value) -> value;
            case Amount(BigDecimal value, boolean _) -> value.toPlainString();
            case Truth(boolean value) -> value ? "TRUE" : "FALSE";
            case Broken(String code) -> code;
        };
    }

    /// What stands in a file that has no formats: a date as `2026-07-13`.
    default String plain() {
        return this instanceof Amount amount && amount.isDate()
                ? SERIAL_ZERO.plusDays(amount.value().longValueExact()).toString()
                : text();
    }

    default boolean isBlank() {
        return text().isBlank();
    }

    /// A number as a sheet shows it: 15 digits, none after the last that counts.
    static Cell number(BigDecimal value, boolean day) {
        BigDecimal shown =
                value.precision() > DIGITS ? value.round(new MathContext(DIGITS)) : value;
        BigDecimal plain = shown.stripTrailingZeros();
        return new Amount(plain.scale() < 0 ? plain.setScale(0) : plain, day);
    }

    static Cell of(LocalDate day) {
        return new Amount(BigDecimal.valueOf(ChronoUnit.DAYS.between(SERIAL_ZERO, day)), true);
    }

    /// A cell with nothing in it.
    static Cell blank() {
        return new Blank();
    }

    static Cell of(String text) {
        return text.isBlank() ? blank() : new Text(text);
    }
}
