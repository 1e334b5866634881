package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Verdict;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 常备所负 — what a post owes, judged once for each state of the county's journal and each day:
/// the tallies beside the places, 今日 and 职责 of one visit ask the same.
@Component
class KeptOwed {
    private static final int KEPT_MAX = 1_000;

    private final Map<Whose, Judged> kept = new ConcurrentHashMap<>();

    private record Whose(int county, String post, Period half) {}

    /// @param known whose verdicts they are: what is known may be read again from the journal
    private record Judged(Knowledge known, long size, LocalDate day, List<Verdict> verdicts) {
        boolean isOf(Knowledge now, LocalDate today) {
            return known == now && size == now.size() && day.equals(today);
        }
    }

    Owed of(int county, Knowledge known, String post, LocalDate today) {
        return of(county, known, post, today, Periods.containing(today, PeriodUnit.HALF_YEAR));
    }

    /// Reaching back to a half-year that is asked for.
    Owed of(int county, Knowledge known, String post, LocalDate today, Period half) {
        Whose whose = new Whose(county, post, half);
        Judged before = kept.get(whose);
        if (before != null && before.isOf(known, today)) {
            return new Owed(
                    known, today, Acting.of(known.organization(), post, today), before.verdicts());
        }
        Owed now = Owed.of(known, post, today, half);
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(whose, new Judged(known, known.size(), today, now.verdicts()));
        return now;
    }
}
