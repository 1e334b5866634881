package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.DutyPage;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.web.Mark;

/// 全年 — the same duty in the other periods of the year.
final class YearStrip {
    private YearStrip() {}

    /// Weeks and days are too many to show beside each other.
    static List<Period> around(Period period) {
        return switch (period.unit()) {
            case DAY, WEEK -> List.of();
            case YEAR -> {
                Period before = Periods.previous(period);
                yield List.of(before, period, Periods.next(period));
            }
            case MONTH, QUARTER, HALF_YEAR -> {
                List<Period> periods = new ArrayList<>();
                Period each =
                        Periods.containing(
                                LocalDate.of(period.start().getYear(), 1, 1), period.unit());
                while (each.start().getYear() == period.start().getYear()) {
                    periods.add(each);
                    each = Periods.next(each);
                }
                yield periods;
            }
        };
    }

    static String heading(Period period) {
        return period.unit() == PeriodUnit.YEAR ? "前后三年" : period.start().getYear() + "年";
    }

    static DutyPage.Period period(
            Period period, Obligations obligations, ObligationKey key, boolean chosen) {
        String occasion = new Occasion.InPeriod(period).code();
        ObligationKey there =
                new ObligationKey(
                        key.institution(), key.duty(), key.bearer(), key.counterpart(), occasion);
        Mark mark =
                obligations
                        .find(there)
                        .map(obligation -> Marks.of(obligations.judge(obligation).standing()))
                        .orElse(new Mark(Mark.Shape.OFF, "没有这一项"));
        return new DutyPage.Period(word(period), mark, DutyLinks.page(there), chosen);
    }

    private static String word(Period period) {
        return period.unit() == PeriodUnit.YEAR
                ? period.start().getYear() + "年"
                : Periods.name(period, period.start());
    }
}
