package org.mingze.reading.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 所说之日 — the last day that a deadline of a document means: 6月底前, 第一季度, 年底, 2026年3月5日.
public final class SaidDay {
    private static final Pattern SAID =
            Pattern.compile(
                    "(?:(20\\d{2}) ?年|(今年|本年)|(明年|次年))?度?"
                            + "(?:(\\d{1,2}) ?月(?:(?:份)?(\\d{1,2}) ?[日号]|份?(上旬|中旬)|份?(?:下旬|底|末|内|份))"
                            + "|第?([一二三四])季度|(上半年)|(下半年|年底|年末|年内|底|末|内))");

    private SaidDay() {}

    /// Words without a year mean the first such day after one; empty where no day is meant.
    public static Optional<LocalDate> of(String said, LocalDate after) {
        Matcher matcher = SAID.matcher(said);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher, after);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher said, LocalDate after) {
        boolean told = said.group(1) != null || said.group(2) != null || said.group(3) != null;
        boolean bare = said.group(9) != null && said.group(9).length() == 1;
        if (bare && !told) {
            return Optional.empty();
        }
        int year =
                said.group(1) != null
                        ? Integer.parseInt(said.group(1))
                        : after.getYear() + (said.group(3) != null ? 1 : 0);
        Optional<LocalDate> day = day(said, year);
        return told || day.filter(after::isBefore).isPresent() ? day : day(said, year + 1);
    }

    private static Optional<LocalDate> day(Matcher said, int year) {
        try {
            if (said.group(4) == null) {
                return Optional.of(part(said, year).atEndOfMonth());
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(said.group(4)));
            if (said.group(5) != null) {
                return Optional.of(month.atDay(Integer.parseInt(said.group(5))));
            }
            return Optional.of(
                    said.group(6) == null
                            ? month.atEndOfMonth()
                            : month.atDay(said.group(6).equals("上旬") ? 10 : 20));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static YearMonth part(Matcher said, int year) {
        if (said.group(7) != null) {
            return YearMonth.of(year, 3 * ("一二三四".indexOf(said.group(7)) + 1));
        }
        return YearMonth.of(year, said.group(8) != null ? 6 : 12);
    }
}
