package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.running.Mentions;
import org.mingze.duty.running.Rejudging;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 常备所负 — what a post owes, judged once a day and kept true from record to record: the tallies
/// beside the places, 今日 and 职责 of one visit ask the same.
@Component
class KeptOwed {
    private static final int KEPT_MAX = 1_000;

    private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Integer, Mentions> mentions = new ConcurrentHashMap<>();

    private record Whose(int county, String post, Period half) {}

    /// @param known whose verdicts they are: what is known may be read again from the journal
    private record Kept(
            Knowledge known, LocalDate day, Acting acting, Rejudging.Judged judged, Owed owed) {
        boolean isOf(Knowledge now, LocalDate today) {
            return known == now && day.equals(today);
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
        Optional<Kept> stands = Optional.ofNullable(before).filter(kept -> kept.isOf(known, today));
        if (stands.filter(kept -> kept.judged().size() == known.size()).isPresent()) {
            return stands.get();
        }
        Acting acting = Acting.of(known.organization(), whose.post(), today);
        Rejudging judging = Owed.judging(known, acting, today, whose.half());
        Rejudging.Judged judged =
                stands.filter(kept -> kept.acting().equals(acting))
                        .flatMap(
                                kept ->
                                        judging.after(
                                                kept.judged(), mentions(whose.county(), known)))
                        .orElseGet(judging::all);
        return new Kept(known, today, acting, judged, Owed.of(known, acting, today, judged));
    }

    private Mentions mentions(int county, Knowledge known) {
        return Objects.requireNonNull(
                mentions.compute(
                        county,
                        (_, before) ->
                                before != null && before.areOf(known.rules())
                                        ? before
                                        : new Mentions(known.rules())));
    }
}
