package org.mingze.duty.running;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.running.FallingDue.Due;
import org.mingze.duty.running.FallingDue.Stretch;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 常备到期 — what falls due in each county last year and this, kept from record to record, for
/// the counts of a whole county and for the lists that they open.
@Component
public class KeptDue {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// So much may be left for one who waits for a page; more is for the count beside the requests.
    private static final int FEW_STRETCHES = 40;

    private final KeptTallies tallies;
    private final Map<Integer, County> counties = new ConcurrentHashMap<>();

    KeptDue(KeptTallies tallies) {
        this.tallies = tallies;
    }

    private static final class County {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable FallenDue fallen;
    }

    /// The days that are kept: last year and this.
    public static Period span(LocalDate day) {
        return new Period(
                PeriodUnit.YEAR,
                LocalDate.of(day.getYear() - 1, 1, 1),
                LocalDate.of(day.getYear(), 12, 31));
    }

    /// All that falls due in the span, as known now, however long it takes.
    public List<Due> all(int county, LocalDate day) {
        County kept = counties.computeIfAbsent(county, _ -> new County());
        kept.lock.lock();
        try {
            int left = followed(county, kept, day, true);
            while (left > 0) {
                CountyLedgers.giveWay();
                left = followed(county, kept, day, true);
            }
            return tallies.ask(county, _ -> found(kept, _ -> true, _ -> true));
        } finally {
            kept.lock.unlock();
        }
    }

    /// What of these stretches falls due in a period within the span; empty if it cannot be told
    /// soon, because the county is still being swept.
    public Optional<List<Due>> soon(
            int county, LocalDate day, Period period, Predicate<Stretch> asked) {
        Period span = span(day);
        if (period.start().isBefore(span.start()) || period.end().isAfter(span.end())) {
            return Optional.empty();
        }
        County kept = counties.computeIfAbsent(county, _ -> new County());
        if (!isLocked(kept)) {
            return Optional.empty();
        }
        try {
            int left = followed(county, kept, day, false);
            while (left > 0 && left <= FEW_STRETCHES) {
                CountyLedgers.giveWay();
                left = followed(county, kept, day, false);
            }
            return left != 0
                    ? Optional.empty()
                    : Optional.of(found(kept, asked, due -> isWithin(due, period)));
        } finally {
            kept.lock.unlock();
        }
    }

    private static boolean isLocked(County kept) {
        try {
            return kept.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Sweeps a slice; how many stretches are left then, or -1 where all had to be begun anew and
    /// was not.
    private int followed(int county, County kept, LocalDate day, boolean anew) {
        return tallies.ask(
                county,
                running -> {
                    FallenDue fallen = kept.fallen;
                    if (fallen == null || !fallen.follows(running, day)) {
                        if (!anew) {
                            return -1;
                        }
                        Period span = span(day);
                        fallen = new FallenDue(running.known(), day, span.start(), span.end());
                        kept.fallen = fallen;
                    }
                    if (anew || fallen.left() <= FEW_STRETCHES) {
                        fallen.slice(running);
                    }
                    return fallen.left();
                });
    }

    private static List<Due> found(County kept, Predicate<Stretch> asked, Predicate<Due> wanted) {
        FallenDue fallen = kept.fallen;
        return fallen == null ? List.of() : fallen.of(asked).filter(wanted).toList();
    }

    private static boolean isWithin(Due due, Period period) {
        return !due.day().isBefore(period.start()) && !due.day().isAfter(period.end());
    }
}
