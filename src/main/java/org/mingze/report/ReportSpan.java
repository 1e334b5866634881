package org.mingze.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Field.Option;

/// 报告期 — the days on which a report looks, both included.
public record ReportSpan(LocalDate from, LocalDate to) {
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
    public static Optional<ReportSpan> chosen(String value) {
        int between = value.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : of(value.substring(0, between), value.substring(between + 1));
    }

    /// The half-year that ended last.
    public static ReportSpan lastHalf(LocalDate today) {
        return of(Periods.previous(Periods.containing(today, PeriodUnit.HALF_YEAR)));
    }

    /// The half-years and years that people report on, the latest that is over first.
    public static List<ReportSpan> usual(LocalDate today) {
        Period half = Periods.containing(today, PeriodUnit.HALF_YEAR);
        Period year = Periods.containing(today, PeriodUnit.YEAR);
        return Stream.of(Periods.previous(half), half, year, Periods.previous(year))
                .map(ReportSpan::of)
                .toList();
    }

    private static ReportSpan of(Period period) {
        return new ReportSpan(period.start(), period.end());
    }

    /// As an option or an address sends it.
    public String value() {
        return from + BETWEEN + to;
    }

    /// The year that is not over is told from the half-years in it.
    public String words(LocalDate today) {
        boolean whole = from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
        return whole && from.getYear() == today.getYear()
                ? from.getYear() + "年全年"
                : ReportWords.period(from, to);
    }

    /// Half-years and years up to today, the latest that is over first chosen.
    static List<Option> choices(LocalDate today) {
        List<Option> options = new ArrayList<>();
        for (ReportSpan span : usual(today)) {
            options.add(new Option(span.value(), span.words(today), span.equals(lastHalf(today))));
        }
        options.add(new Option("", "自己定起止", false));
        return options;
    }
}
