package org.mingze.exchange;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.mingze.database.CountyScope;
import org.mingze.duty.EnteringRecord;
import org.mingze.exchange.conversion.Roster;
import org.mingze.journal.Draft;
import org.mingze.sheet.OpeningSheets;
import org.mingze.sheet.SheetFault;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/// 跑导入 — carries imports out in the background, a thousand rows a transaction; what stops
/// goes on from the rows that have not entered, of itself when the program starts again.
@Component
class RunningImports implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
    private static final int BATCH = 1_000;
    private static final int AT_ONCE = 2;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Imports imports;
    private final EnteredRows entered;
    private final Problems problems;
    private final ImportFiles files;
    private final Map<UUID, Tally> running = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    RunningImports(
            CountyLedgers ledgers,
            EnteringRecord entering,
            Imports imports,
            EnteredRows entered,
            Problems problems,
            ImportFiles files) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.imports = imports;
        this.entered = entered;
        this.problems = problems;
        this.files = files;
    }

    /// Goes on with what ran when the program was stopped.
    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        for (Imports.Unfinished each : imports.unfinished()) {
            LOG.info("import {} goes on", each.id());
            start(each.county(), each.id(), each.entering(), InstantSource.system());
        }
    }

    /// How many rows a running import has seen; empty if none runs.
    Optional<Tally> progress(UUID id) {
        return Optional.ofNullable(running.get(id));
    }

    /// Begins to check or to enter; an import that runs already goes on as it is.
    void start(int county, UUID id, boolean enter, InstantSource clock) {
        if (running.putIfAbsent(id, Tally.NONE) != null) {
            return;
        }
        imports.begin(county, id, enter ? ImportState.ENTERING : ImportState.CHECKING);
        Thread.ofVirtual()
                .start(CountyScope.within(county, () -> runInTurn(county, id, enter, clock)));
    }

    private void runInTurn(int county, UUID id, boolean enter, InstantSource clock) {
        places.acquireUninterruptibly();
        try {
            run(county, id, enter, clock);
        } finally {
            places.release();
            running.remove(id);
        }
    }

    /// Carries it out here and now.
    void run(int county, UUID id, boolean enter, InstantSource clock) {
        KeptImport kept = imports.find(county, id).orElseThrow();
        running.put(id, Tally.NONE);
        switch (OpeningSheets.open(files.file(county, id), kept.name())) {
            case OpeningSheets.Opened.Refused(String sentence) ->
                    imports.reached(county, id, ImportState.STOPPED, kept.tally(), sentence);
            case OpeningSheets.Opened.Sheets(var sheets) -> {
                try (sheets) {
                    pass(county, kept, new FileRows(sheets), enter, clock);
                } catch (SheetFault fault) {
                    stopped(county, id, fault.sentence());
                } catch (IOException | RuntimeException failed) {
                    LOG.error("import {} stopped", id, failed);
                    stopped(county, id, "读到一半停下了，已入账的都在；按“接着办”从停下的地方继续");
                }
            }
        }
    }

    private void stopped(int county, UUID id, String sentence) {
        imports.reached(
                county, id, ImportState.STOPPED, running.getOrDefault(id, Tally.NONE), sentence);
    }

    private void pass(
            int county, KeptImport kept, FileRows rows, boolean enter, InstantSource clock) {
        ImportPass pass = new ImportPass(kept, keys -> entered.find(county, keys));
        rows.read(
                kept.mappings(),
                BATCH,
                batch -> {
                    Tally before = running.getOrDefault(kept.id(), Tally.NONE);
                    Tally after =
                            enter
                                    ? enter(county, kept, pass, batch, before, clock.instant())
                                    : check(county, kept, pass, batch, before, clock.instant());
                    running.put(kept.id(), after);
                });
        problems.keepLast(county, kept.id(), ledgers.ask(county, pass::ofAllRows));
        if (pass.isAsking()) {
            imports.alike(county, kept.id(), Roster.Alike.ASKED);
        }
        imports.reached(
                county,
                kept.id(),
                enter ? ImportState.DONE : ImportState.CHECKED,
                running.getOrDefault(kept.id(), Tally.NONE),
                "");
    }

    private Tally check(
            int county,
            KeptImport kept,
            ImportPass pass,
            List<FileRows.Row> batch,
            Tally before,
            Instant now) {
        ImportPass.Result result =
                ledgers.ask(
                        county,
                        known ->
                                pass.batch(
                                        known,
                                        batch,
                                        draft -> checked(known, draft, now),
                                        now,
                                        sight(known, kept, now)));
        problems.keep(county, kept.id(), result.problems());
        return before.plus(result.tally());
    }

    private static ImportPass.Trying.Tried checked(Knowledge known, Draft draft, Instant now) {
        return new ImportPass.Trying.Tried(0, EntryCheck.faults(known, draft, ChinaTime.day(now)));
    }

    private Tally enter(
            int county,
            KeptImport kept,
            ImportPass pass,
            List<FileRows.Row> batch,
            Tally before,
            Instant now) {
        return entering.together(
                county,
                now,
                together -> {
                    ImportPass.Result result =
                            pass.batch(
                                    together.known(),
                                    batch,
                                    draft -> entered(together.enter(draft)),
                                    now,
                                    sight(together.known(), kept, now));
                    entered.keep(county, result.entered());
                    problems.keep(county, kept.id(), result.problems());
                    Tally after = before.plus(result.tally());
                    imports.reached(county, kept.id(), ImportState.ENTERING, after, "");
                    return after;
                });
    }

    private static ImportPass.Trying.Tried entered(EnteringRecord.Outcome outcome) {
        return switch (outcome) {
            case EnteringRecord.Outcome.Entered(var entry, var _) ->
                    new ImportPass.Trying.Tried(entry.number(), List.of());
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    new ImportPass.Trying.Tried(0, faults);
            case EnteringRecord.Outcome.Refused(var opinions) -> {
                List<EntryCheck.Fault> faults = new ArrayList<>();
                opinions.forEach(
                        opinion ->
                                faults.add(
                                        new EntryCheck.Fault(
                                                "",
                                                "现在不能入账：不合“"
                                                        + opinion.verdict()
                                                                .obligation()
                                                                .duty()
                                                                .name()
                                                        + "”")));
                yield new ImportPass.Trying.Tried(0, faults);
            }
        };
    }

    private static Sight sight(Knowledge known, KeptImport kept, Instant now) {
        return Sight.of(known.organization(), kept.recorder().post(), ChinaTime.day(now));
    }
}
