package org.mingze.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Field.Option;

/// 报告期 — the days on which a report looks, both included.
record ReportSpan(LocalDate from, LocalDate to) {
    private static final String BETWEEN = "/";

    /// Empty if either is no day, or the last is before the first.
    static Optional<ReportSpan> of(String from, String to) {
        try {
            LocalDate first = LocalDate.parse(from);
            LocalDate last = LocalDate.parse(to);
            return last.isBefore(first)
                    ? Optional.empty()
                    : Optional.of(new ReportSpan(first, last));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// Reads what an option of `choices` sends.
    static Optional<ReportSpan> chosen(String value) {
        int between = value.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : of(value.substring(0, between), value.substring(between + 1));
    }

    /// Half-years and years up to today, the latest that is over first chosen.
    static List<Option> choices(LocalDate today) {
        List<Option> options = new ArrayList<>();
        Period half = Periods.containing(today, PeriodUnit.HALF_YEAR);
        Period last = Periods.previous(half);
        Period year = Periods.containing(today, PeriodUnit.YEAR);
        for (Period period : List.of(last, half, year, Periods.previous(year))) {
            options.add(
                    new Option(
                            period.start() + BETWEEN + period.end(),
                            period.start().getYear() == today.getYear()
                                            && period.unit() == PeriodUnit.YEAR
                                    ? today.getYear() + "年全年"
                                    : ReportWords.period(period.start(), period.end()),
                            period.equals(last)));
        }
        options.add(new Option("", "自己定起止", false));
        return options;
    }
}
