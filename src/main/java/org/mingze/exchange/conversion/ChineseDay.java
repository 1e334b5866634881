package org.mingze.exchange.conversion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.sheet.Cell;

/// Days as offices write them: 2026年3月5日　2026.3.5　26-3-5　3月5日　20260305　46086.
final class ChineseDay {
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int SERIAL_MIN = 18_264;
    private static final int SERIAL_MAX = 73_050;
    private static final int MINUTES = 24 * 60;
    private static final String CLOCK =
            "(?:[T ]*(?:上午|下午)?(\\d{1,2})[:时点](\\d{1,2})?分?(?::\\d{2})?)?";
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})[日号]?" + CLOCK);
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + CLOCK);
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?" + CLOCK);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?:年|(?!\\d))");

    private ChineseDay() {}

    /// The first year that a title or a name tells.
    static OptionalInt year(String text) {
        Matcher matcher = YEAR.matcher(Likeness.narrow(text));
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /// @param year of days that tell none
    static Optional<LocalDateTime> read(Cell cell, OptionalInt year) {
        if (cell instanceof Cell.Amount(BigDecimal number, boolean shownAsDay)) {
            Optional<LocalDateTime> serial = serial(number);
            return shownAsDay || number.scale() > 0
                    ? serial
                    : text(number.toPlainString(), year).or(() -> serial);
        }
        return text(cell.text(), year);
    }

    /// Whether only the year is missing.
    static boolean lacksYear(Cell cell) {
        return WITHOUT_YEAR.matcher(plain(cell.text())).matches();
    }

    /// What to write instead of a cell that could not be read.
    ///
    /// @param wanted what should stand there: 写日期
    static String remedy(Cell cell, OptionalInt year, String wanted) {
        String plain = plain(cell.text());
        boolean whole = WHOLE.matcher(plain).matches() || PACKED.matcher(plain).matches();
        if (whole || (lacksYear(cell) && year.isPresent())) {
            return "日历上没有这一天，改日期";
        }
        return (lacksYear(cell) ? "写明年份" : wanted) + "，例如2026年3月5日";
    }

    private static Optional<LocalDateTime> text(String text, OptionalInt year) {
        String plain = plain(text);
        for (Pattern pattern : new Pattern[] {WHOLE, PACKED}) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                return of(Integer.parseInt(matcher.group(1)), matcher, 2, plain);
            }
        }
        Matcher matcher = WITHOUT_YEAR.matcher(plain);
        return matcher.matches() && year.isPresent()
                ? of(year.getAsInt(), matcher, 1, plain)
                : Optional.empty();
    }

    private static Optional<LocalDateTime> of(int year, Matcher matcher, int month, String text) {
        try {
            LocalDate day =
                    LocalDate.of(
                            year,
                            Integer.parseInt(matcher.group(month)),
                            Integer.parseInt(matcher.group(month + 1)));
            String hour = matcher.group(month + 2);
            if (hour == null) {
                return Optional.of(day.atStartOfDay());
            }
            String minute = matcher.group(month + 3);
            int hours =
                    Integer.parseInt(hour)
                            + (text.contains("下午")
                                            && hour.length() < 3
                                            && Integer.parseInt(hour) < 12
                                    ? 12
                                    : 0);
            return Optional.of(
                    day.atTime(LocalTime.of(hours, minute == null ? 0 : Integer.parseInt(minute))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> serial(BigDecimal number) {
        int days = number.setScale(0, RoundingMode.FLOOR).intValue();
        if (days < SERIAL_MIN || days > SERIAL_MAX) {
            return Optional.empty();
        }
        BigDecimal part = number.subtract(BigDecimal.valueOf(days));
        int minutes =
                part.multiply(BigDecimal.valueOf(MINUTES))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue();
        return Optional.of(SERIAL_ZERO.plusDays(days).atStartOfDay().plusMinutes(minutes));
    }

    private static String plain(String text) {
        return Likeness.narrow(text)
                .replaceAll("(?<=[年月日/.-])\\s+|\\s+(?=[年月日/.-])", "")
                .replace('。', '.')
                .replaceAll("[（(]?(?:星期|周)[一二三四五六日天][)）]?", "")
                .strip();
    }
}
