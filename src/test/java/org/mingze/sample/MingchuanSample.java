package org.mingze.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.journal.CheckpointKey;
import org.mingze.organization.Organization;

/// 明川县样本 — writes `samples/mingchuan/`; the same bytes every time.
///
/// It is run again when an institution that the county enacts has changed; the test of the same
/// name writes it too when the system property `mingze.sample` is `write`.
public final class MingchuanSample {
    static final Path FOLDER = Path.of("samples", "mingchuan");
    private static final Instant SEALED = Instant.parse("2026-11-20T09:30:00Z");

    private MingchuanSample() {}

    public static void main(String[] arguments) throws IOException {
        generate(arguments.length == 0 ? FOLDER : Path.of(arguments[0]));
    }

    static void generate(Path folder) throws IOException {
        Chronicle chronicle = new Chronicle();
        Organization organization = new Roster(chronicle).enter(Pools.lines("roster"));
        new Enactments(chronicle).write(Path.of("institutions"));
        County county =
                new County(
                        chronicle,
                        organization,
                        WorkCalendar.published(),
                        new Attachments(),
                        new Manifest());
        for (Committee committee : Committee.ALL) {
            new CommitteeYear(county, committee).write();
        }
        new Branches(county).write();
        new Talks(county).write();
        new Visits(county).write();
        new Routine(county).write();
        new Faults(county).write();
        new DossierFaults(county).write();
        new Assignments(county).write();
        new Scoring(county).write();
        new Rounds(county).write();
        new Projects(county).write();
        new Keeping(county).write();
        write(county, folder);
    }

    private static void write(County county, Path folder) throws IOException {
        Chronicle.Salts salts = new Chronicle.Salts();
        Archive.Making making = new Archive.Making(salts);
        Map<Ref, Long> numbers = county.chronicle().writeTo(making, salts);
        county.attachments().writeTo(making);
        CheckpointKey key = CheckpointKey.generate(new SplittableRandom(20251001));
        Archive.write(folder, making.seal("明川县", SEALED, key));
        Files.write(
                folder.resolve("manifest.yaml"),
                county.manifest().text(numbers).getBytes(StandardCharsets.UTF_8));
    }
}
