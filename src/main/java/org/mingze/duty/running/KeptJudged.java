package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 常备已判 — what a few bearers owe over a range of days, judged once a day and kept true from
/// record to record.
@Component
public class KeptJudged {
    private static final int KEPT_MAX = 1_000;

    private final Map<Asked, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Integer, Mentions> mentions = new ConcurrentHashMap<>();

    private record Asked(int county, Set<Value.Reference> bearers, LocalDate from, LocalDate to) {}

    /// @param known whose verdicts they are: what is known may be read again from the journal
    private record Kept(Knowledge known, LocalDate day, Rejudging.Judged judged) {
        boolean isOf(Knowledge now, LocalDate today) {
            return known == now && day.equals(today);
        }
    }

    /// As known now and judged on a day; the same object for as long as nothing was entered.
    public Rejudging.Judged of(
            int county,
            Knowledge known,
            LocalDate day,
            Set<Value.Reference> bearers,
            LocalDate from,
            LocalDate to) {
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        return Objects.requireNonNull(
                        kept.compute(
                                new Asked(county, Set.copyOf(bearers), from, to),
                                (asked, before) -> current(asked, before, known, day)))
                .judged();
    }

    private Kept current(Asked asked, @Nullable Kept before, Knowledge known, LocalDate day) {
        Optional<Kept> stands = Optional.ofNullable(before).filter(had -> had.isOf(known, day));
        if (stands.filter(had -> had.judged().size() == known.size()).isPresent()) {
            return stands.get();
        }
        Rejudging judging = new Rejudging(known, day, asked.bearers(), asked.from(), asked.to());
        Rejudging.Judged judged =
                stands.flatMap(had -> judging.after(had.judged(), mentions(asked.county(), known)))
                        .orElseGet(judging::all);
        return new Kept(known, day, judged);
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
