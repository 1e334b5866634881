package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("账簿")
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00.123456789Z");

    @TempDir private Path home;

    private final TestDatabase database = TestDatabase.fresh();
    private final CheckpointKey key = CheckpointKey.generate(new Random(1));
    private final Journal journal = new Journal(database.client(), key);
    private int county;

    @BeforeEach
    void createCounty() {
        county = inTransaction(() -> journal.createCounty("明川县", NOW)).id();
    }

    @Test
    @DisplayName("记下的账读回不变，号从一起，录时逐笔往后")
    void readsBackWhatWasAppended() {
        Entry first = append(draft("1", "p031"));
        Entry second = append(draft("2", "p032"));
        assertThat(journal.entries(county, 0, 10)).containsExactly(first, second);
        assertThat(journal.entries(county, 1, 10)).containsExactly(second);
        assertThat(journal.entries(county, 0, 1)).containsExactly(first);
        assertThat(first.number()).isOne();
        assertThat(first.content().text("对象")).contains("p031");
        assertThat(second.recordedAt()).isAfter(first.recordedAt());
        assertThat(journal.head(county).lastRecordedAt()).contains(second.recordedAt());
        assertThat(journal.checkpoint(county, NOW).isSigned()).isTrue();
    }

    @Test
    @DisplayName("事务之外不许记账，回滚的账不占号")
    void writesOnlyInTheCallersTransaction() {
        assertThatThrownBy(() -> journal.append(county, draft("1", "p"), NOW))
                .isInstanceOf(IllegalStateException.class);
        database.transaction()
                .executeWithoutResult(
                        status -> {
                            journal.append(county, draft("1", "p"), NOW);
                            status.setRollbackOnly();
                        });
        assertThat(append(draft("2", "p")).number()).isOne();
    }

    @Test
    @DisplayName("八人同时记账，号无缺无重，整本核验相符")
    void numbersWithoutGapsUnderConcurrency() throws ExecutionException, InterruptedException {
        int writers = 8;
        int each = 25;
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "p" + writer;
                futures.add(
                        executor.submit(
                                () -> {
                                    for (int i = 0; i < each; i++) {
                                        append(draft(Integer.toString(i), name));
                                    }
                                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        assertThat(journal.entries(county, 0, 1_000))
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
        assertThat(verifying().verify(county, NOW)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("应用的角色改不了、删不了、清不了账")
    @ValueSource(
            strings = {
                "UPDATE journal.entry SET line = ''",
                "DELETE FROM journal.entry",
                "TRUNCATE journal.entry CASCADE",
                "UPDATE journal.classed SET value = ''",
                "DELETE FROM journal.classed",
                "TRUNCATE journal.classed",
                "DELETE FROM journal.head",
                "DELETE FROM journal.county",
                "DROP TABLE journal.classed",
                "ALTER TABLE journal.entry DROP CONSTRAINT entry_pkey",
            })
    void isAppendOnlyForTheApplication(String sql) {
        append(draft("1", "p031"));
        assertThatThrownBy(() -> database.client().sql(sql).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    @DisplayName("擦除之后值已不在，整本仍相符；未记擦除而值不在，则点名")
    void erasesClassedValues() {
        append(draft("1", "p031"));
        append(draft("2", "p032"));
        inTransaction(
                () -> {
                    journal.erase(county, 1, List.of("对象"));
                    return county;
                });
        assertThat(journal.entries(county, 0, 1).getFirst().content().get("对象")).isEmpty();
        assertThat(verifying().verify(county, NOW))
                .hasValueSatisfying(finding -> assertThat(finding.number()).isOne());
        append(
                new Draft(
                        "擦除",
                        Occurred.on(LocalDate.of(2026, 3, 1)),
                        Recorder.SETUP,
                        EntryMode.DONE,
                        new Content.Group(
                                Map.of(
                                        "原", new Content.Text("1"),
                                        "字段", new Content.Text("对象"),
                                        "因", new Content.Text("期满")))));
        assertThat(verifying().verify(county, NOW)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("库里的账被人改过，核验点名所在的那一号")
    @ValueSource(
            strings = {
                "UPDATE journal.entry SET line = replace(line, '研讨3', '自学3') WHERE number = 3",
                "UPDATE journal.classed SET value = '\"p999\"' WHERE number = 3",
                "UPDATE journal.entry SET root = sha256('x') WHERE number = 3",
            })
    void namesTheChangedEntry(String change) {
        for (int i = 1; i <= 5; i++) {
            append(draft("研讨" + i, "p031"));
        }
        assertThat(verifying().verify(county, NOW)).isEmpty();
        assertThat(JdbcClient.create(database.owner()).sql(change).update()).isOne();
        assertThat(verifying().verify(county, NOW))
                .hasValueSatisfying(finding -> assertThat(finding.number()).isEqualTo(3));
    }

    @Test
    @DisplayName("导出再导入另一个库：逐行相同，账根相同，附件都在")
    void movesToAnotherDatabase() throws IOException {
        Evidence evidence = new Evidence(home.resolve("evidence"));
        byte[] notes = "记录".getBytes(StandardCharsets.UTF_8);
        Evidence.Taking taking = evidence.keep("记录.txt", new ByteArrayInputStream(notes));
        assertThat(taking).isInstanceOf(Evidence.Taking.Kept.class);
        append(draft(((Evidence.Taking.Kept) taking).citation().toString(), "p031"));
        append(draft("2", "p032"));
        Path file = home.resolve("明川县.zip");
        new ExportingArchive(journal, evidence).export(county, file, NOW);

        TestDatabase other = TestDatabase.fresh();
        Journal imported = new Journal(other.client(), key);
        Evidence otherEvidence = new Evidence(home.resolve("other"));
        ImportingArchive importing = new ImportingArchive(imported, otherEvidence);
        Archive archive = Archive.read(file);
        assertThat(imported(other, importing, archive))
                .isInstanceOf(ImportingArchive.Outcome.Imported.class);
        assertThat(imported.head(1)).isEqualTo(journal.head(county));
        assertThat(imported.entries(1, 0, 10)).isEqualTo(journal.entries(county, 0, 10));
        assertThat(otherEvidence.holds(Digest.of(notes))).isTrue();
        assertThat(imported(other, importing, archive))
                .isInstanceOf(ImportingArchive.Outcome.Refused.class);
    }

    @Test
    @DisplayName("核验不符的档案不导入，一行也不写")
    void refusesAnArchiveThatDoesNotFit() {
        append(draft("1", "p031"));
        Archive archive = new ExportingArchive(journal, new Evidence(home)).archive(county, NOW);
        Archive changed =
                new Archive(
                        archive.lines().stream()
                                .map(line -> line.replace("\"1\"", "\"7\""))
                                .toList(),
                        archive.classedValues(),
                        archive.roots(),
                        archive.checkpoint(),
                        archive.evidence());
        TestDatabase other = TestDatabase.fresh();
        Journal empty = new Journal(other.client(), key);
        ImportingArchive importing = new ImportingArchive(empty, new Evidence(home));
        assertThat(imported(other, importing, changed))
                .isInstanceOfSatisfying(
                        ImportingArchive.Outcome.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("第1号"));
        assertThat(empty.counties()).isEmpty();
    }

    private VerifyingJournal verifying() {
        return new VerifyingJournal(
                journal, new ExportingArchive(journal, new Evidence(home.resolve("evidence"))));
    }

    private static ImportingArchive.Outcome imported(
            TestDatabase database, ImportingArchive importing, Archive archive) {
        return Objects.requireNonNull(
                database.transaction()
                        .execute(
                                _ -> {
                                    try {
                                        return importing.imported(archive, NOW);
                                    } catch (IOException failed) {
                                        throw new IllegalStateException(failed);
                                    }
                                }));
    }

    private Entry append(Draft draft) {
        return inTransaction(() -> journal.append(county, draft, NOW));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(database.transaction().execute(_ -> act.get()));
    }

    private static Draft draft(String text, String person) {
        return new Draft(
                "谈话",
                Occurred.on(LocalDate.of(2026, 2, 25)),
                new Recorder("p012", "qingshi.secretary"),
                EntryMode.REPORTED,
                new Content.Group(Map.of("附", new Content.Text(text))),
                Map.of("对象", new Content.Text(person)));
    }
}
