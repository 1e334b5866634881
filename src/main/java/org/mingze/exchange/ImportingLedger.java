package org.mingze.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.journal.Recorder;
import org.mingze.organization.Post;
import org.mingze.sheet.OpeningSheets;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 导入一份 — a file imported without a page: its columns read as last time or as they look.
@Component
public class ImportingLedger {
    private final CountyLedgers ledgers;
    private final Imports imports;
    private final ImportFiles files;
    private final RunningImports running;

    ImportingLedger(
            CountyLedgers ledgers, Imports imports, ImportFiles files, RunningImports running) {
        this.ledgers = ledgers;
        this.imports = imports;
        this.files = files;
        this.running = running;
    }

    /// 导入之数 — what became of the rows, and why the import stopped, if it did.
    public record Counted(int seen, int fresh, int unchanged, int faulty, String sentence) {}

    /// Takes a file in by what its heads suggest, as the pages do; says what became of the rows.
    ///
    /// @param enter whether the rows enter or are only checked
    public Counted run(int county, Path file, Recorder recorder, boolean enter, InstantSource clock)
            throws IOException {
        UUID id = UUID.randomUUID();
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            files.keep(county, id, in);
        }
        imports.keep(county, kept(county, id, name, recorder, clock));
        imports.mapped(county, id, mappings(county, id, name), clock.instant());
        running.run(county, id, enter, clock);
        KeptImport done = imports.find(county, id).orElseThrow();
        Tally tally = done.tally();
        return new Counted(
                tally.seen(), tally.fresh(), tally.unchanged(), tally.faulty(), done.sentence());
    }

    private KeptImport kept(
            int county, UUID id, String name, Recorder recorder, InstantSource clock) {
        String body =
                ledgers.ask(
                        county,
                        known ->
                                known.organization()
                                        .post(recorder.post(), ChinaTime.day(clock.instant()))
                                        .map(Post::body)
                                        .orElse(""));
        return new KeptImport(
                id,
                name,
                body,
                recorder,
                clock.instant(),
                ImportState.MAPPING,
                Map.of(),
                false,
                Roster.Alike.UNASKED,
                Tally.NONE,
                "");
    }

    private Map<String, Mapping> mappings(int county, UUID id, String name) throws IOException {
        if (!(OpeningSheets.open(files.file(county, id), name)
                instanceof OpeningSheets.Opened.Sheets(var sheets))) {
            return Map.of();
        }
        try (sheets) {
            FileLook look = FileLook.at(sheets);
            return ledgers.ask(
                    county,
                    known ->
                            MappingForm.of(look, known)
                                    .suggested(heads -> imports.remembered(county, heads)));
        }
    }
}
