package org.mingze.assessment.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingze.access.Counties;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.database.CountyScope;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.KeptDue;
import org.mingze.duty.running.KeptTallies;
import org.mingze.duty.running.Tallies;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/// 所存一览 — what was counted of each county. A request takes what is there; when the journal has
/// grown or the day has changed it is counted again, beside the requests and in slices, so that
/// neither a reader nor a writer waits for the whole of it. Every county is counted after a start
/// and at each midnight before anybody asks, one after the other.
@Component
class KeptOverviews implements ApplicationListener<WebServerInitializedEvent>, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(KeptOverviews.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(4);
    private static final Duration LATER_WAIT = Duration.ofMillis(40);
    private static final long SLICE_NANOS = Duration.ofMillis(20).toNanos();

    /// A count that took long is not begun again before so many times as long have passed.
    private static final long REST = 10;
    private static final int PAGES_MAX = 100;

    private final Counties all;
    private final CountyLedgers ledgers;
    private final KeptTallies tallies;
    private final KeptDue due;
    private final WorkRecords records;
    private final ShownSums shown;
    private final InstantSource clock = InstantSource.system();
    private final Map<Integer, County> counties = new ConcurrentHashMap<>();
    private final ScheduledExecutorService counter =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("overview-", 0).factory());

    KeptOverviews(
            Counties counties,
            CountyLedgers ledgers,
            KeptTallies tallies,
            KeptDue due,
            WorkRecords records,
            ShownSums shown) {
        this.all = counties;
        this.ledgers = ledgers;
        this.tallies = tallies;
        this.due = due;
        this.records = records;
        this.shown = shown;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        LocalDate today = ChinaTime.day(Instant.ofEpochMilli(started.getTimestamp()));
        counter.execute(() -> everyCounty(today));
        awaitMidnight();
    }

    private void awaitMidnight() {
        Instant now = clock.instant();
        LocalDate tomorrow = ChinaTime.day(now).plusDays(1);
        Duration left = Duration.between(now, ChinaTime.startOf(tomorrow));
        ScheduledFuture<?> _ =
                counter.schedule(
                        () -> {
                            awaitMidnight();
                            everyCounty(tomorrow);
                        },
                        left.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void everyCounty(LocalDate day) {
        all.all()
                .forEach(
                        county ->
                                CountyScope.within(county.id(), () -> early(county.id(), day))
                                        .run());
    }

    private void early(int county, LocalDate day) {
        County kept = counties.computeIfAbsent(county, _ -> new County());
        boolean counted;
        synchronized (kept) {
            counted = kept.counted != null && !kept.counted.day().isBefore(day);
        }
        if (counted || counter.isShutdown()) {
            return;
        }
        try {
            count(county, kept, day);
        } catch (RuntimeException logged) {
            LOG.debug("the other counties are counted all the same", logged);
        }
    }

    private static final class County {
        private @Nullable Counted counted;
        private @Nullable CompletableFuture<Counted> running;
        private long tookNanos;
        private long endedNanos;
        private final Map<Seen, OverviewPage> pages = new HashMap<>();
        private @Nullable Rules rules;
    }

    /// What was counted last; empty while it is counted for the first time.
    Optional<Counted> of(int county, LocalDate day) {
        long size = ledgers.ask(county, Knowledge::size);
        County kept = counties.computeIfAbsent(county, _ -> new County());
        CompletableFuture<Counted> running;
        Optional<Counted> before;
        synchronized (kept) {
            before = Optional.ofNullable(kept.counted).filter(had -> had.day().equals(day));
            if (before.filter(had -> had.first() == size).isPresent() || isResting(kept, before)) {
                return before;
            }
            if (kept.running == null) {
                kept.running =
                        CompletableFuture.supplyAsync(
                                CountyScope.asking(county, () -> count(county, kept, day)),
                                counter);
            }
            running = kept.running;
        }
        return awaited(running, before.isPresent() ? LATER_WAIT : FIRST_WAIT).or(() -> before);
    }

    /// Counts a county beside the requests, unless it is counted on this day or being counted.
    void refresh(int county, LocalDate day) {
        County kept = counties.computeIfAbsent(county, _ -> new County());
        synchronized (kept) {
            boolean fresh = kept.counted != null && kept.counted.day().equals(day);
            if (!fresh && kept.running == null) {
                kept.running =
                        CompletableFuture.supplyAsync(
                                CountyScope.asking(county, () -> count(county, kept, day)),
                                counter);
            }
        }
    }

    /// Shows what was counted last to the superiors that the county agreed to, and to no others.
    void show(int county) {
        List<Showing> standing = ledgers.ask(county, Showing::standing);
        shown.align(county, standing, all.all());
        County kept = counties.computeIfAbsent(county, _ -> new County());
        Optional<Counted> counted;
        synchronized (kept) {
            counted = Optional.ofNullable(kept.counted);
        }
        if (!standing.isEmpty()) {
            counted.ifPresent(each -> shown.write(county, each, clock.instant()));
        }
    }

    /// 所看 — one arrangement of what was counted.
    ///
    /// @param organization which state of it, as it counts its changes
    record Seen(
            int county,
            String post,
            Period period,
            String level,
            long organization,
            LocalDate day,
            long first) {}

    /// A page made of what was counted; made once for as long as that, the organization and the
    /// rules stand.
    OverviewPage page(Seen seen, Rules rules, Supplier<OverviewPage> page) {
        County kept = counties.computeIfAbsent(seen.county(), _ -> new County());
        synchronized (kept) {
            if (kept.rules != rules) {
                kept.pages.clear();
                kept.rules = rules;
            }
            OverviewPage before = kept.pages.get(seen);
            if (before != null) {
                return before;
            }
        }
        OverviewPage made = page.get();
        synchronized (kept) {
            if (kept.pages.size() >= PAGES_MAX) {
                kept.pages.clear();
            }
            if (kept.rules == rules) {
                kept.pages.put(seen, made);
            }
        }
        return made;
    }

    private static boolean isResting(County kept, Optional<Counted> before) {
        return before.isPresent()
                && System.nanoTime() - kept.endedNanos < REST * kept.tookNanos
                && kept.tookNanos > LATER_WAIT.toNanos();
    }

    private static Optional<Counted> awaited(CompletableFuture<Counted> running, Duration wait) {
        try {
            return Optional.of(running.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the overview could not be counted", failed);
        }
    }

    private Counted count(int county, County kept, LocalDate day) {
        long began = System.nanoTime();
        try {
            Counted counted = counted(county, day);
            synchronized (kept) {
                kept.counted = counted;
                kept.tookNanos = System.nanoTime() - began;
            }
            show(county);
            return counted;
        } catch (RuntimeException failed) {
            if (!counter.isShutdown()) {
                LOG.error("the overview of county {} could not be counted", county, failed);
            }
            throw failed;
        } finally {
            synchronized (kept) {
                kept.running = null;
                kept.endedNanos = System.nanoTime();
            }
        }
    }

    private Counted counted(int county, LocalDate day) {
        Counting counting = begun(county, day);
        long last = 0;
        while (!counting.isDone()) {
            Counting going = counting;
            last = tallies.ask(county, kept -> slice(kept, going, day));
            if (last < 0) {
                counting = begun(county, day);
            }
            CountyLedgers.giveWay();
        }
        Period span = Counted.span(day);
        return counting.counted(last, records.lags(county, span.start(), span.end()));
    }

    private Counting begun(int county, LocalDate day) {
        List<FallingDue.Due> dues = due.all(county, day);
        return tallies.ask(county, kept -> new Counting(kept, day, dues));
    }

    /// Counts for a moment; the number of entries known, or -1 if it must begin again.
    private static long slice(Tallies kept, Counting counting, LocalDate day) {
        if (counting.isOutdated(kept)) {
            return -1;
        }
        long began = System.nanoTime();
        while (!counting.isDone() && System.nanoTime() - began < SLICE_NANOS) {
            counting.step(kept);
        }
        return kept.asOf(day).known().size();
    }

    @Override
    public void destroy() {
        counter.shutdownNow();
    }
}
