package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.running.KeptJudged;
import org.mingze.duty.running.Rejudging;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 常备所负 — what a post owes, judged once a day and kept true from record to record: the tallies
/// beside the places, 今日 and 职责 of one visit ask the same.
@Component
class KeptOwed {
    private static final int KEPT_MAX = 1_000;

    private final KeptJudged judged;
    private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();

    KeptOwed(KeptJudged judged) {
        this.judged = judged;
    }

    private record Whose(int county, String post, Period half) {}

    private record Kept(Rejudging.Judged judged, Owed owed) {
        boolean isOf(Knowledge known, LocalDate today, Acting acting) {
            return owed.known() == known
                    && owed.today().equals(today)
                    && owed.acting().equals(acting);
        }
    }

    Owed of(int county, Knowledge known, String post, LocalDate today) {
        return of(county, known, post, today, Periods.containing(today, PeriodUnit.HALF_YEAR));
    }

    /// Reaching back to a half-year that is asked for.
    Owed of(int county, Knowledge known, String post, LocalDate today, Period half) {
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        return Objects.requireNonNull(
                        kept.compute(
                                new Whose(county, post, half),
                                (whose, before) -> current(whose, before, known, today)))
                .owed();
    }

    private Kept current(Whose whose, @Nullable Kept before, Knowledge known, LocalDate today) {
        Acting acting = Acting.of(known.organization(), whose.post(), today);
        Rejudging.Judged now =
                judged.of(
                        whose.county(),
                        known,
                        today,
                        acting.bearers(),
                        Owed.from(today, whose.half()),
                        Owed.to(today));
        return before != null && before.isOf(known, today, acting) && before.judged().equals(now)
                ? before
                : new Kept(now, Owed.of(known, acting, today, now));
    }
}
