package org.mingze.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 账簿 — the stored journals of all counties; the only writer of them.
///
/// Whatever writes here runs in its caller's transaction, of one county.
@Component
public class Journal {
    private static final int COUNTIES_MAX = 4_000;

    private final JdbcClient database;
    private final CheckpointKey key;
    private final SecureRandom random = new SecureRandom();

    Journal(JdbcClient database, CheckpointKey key) {
        this.database = database;
        this.key = key;
    }

    /// 县 — a county as a tenant: its number here and its name everywhere.
    public record County(int id, String name) {}

    public List<County> counties() {
        return database.sql(
                        """
                        /* province */ SELECT county_id, name FROM journal.county
                        ORDER BY county_id LIMIT :max
                        """)
                .param("max", COUNTIES_MAX)
                .query((row, _) -> new County(row.getInt(1), row.getString(2)))
                .list();
    }

    /// Makes a county with an empty journal; its name must not be taken.
    public County createCounty(String name, Instant now) {
        requireTransaction();
        int id =
                database.sql(
                                """
                                /* province */ INSERT INTO journal.county
                                    (county_id, name, created_at)
                                SELECT coalesce(max(county_id), 0) + 1, :name, :now
                                FROM journal.county
                                RETURNING county_id
                                """)
                        .param("name", name)
                        .param("now", timestamp(now))
                        .query(Integer.class)
                        .single();
        database.sql(
                        """
                        INSERT INTO journal.head (county_id, size, frontier, last_recorded_at)
                        VALUES (:county, 0, :frontier, NULL)
                        """)
                .param("county", id)
                .param("frontier", new byte[0])
                .update();
        return new County(id, name);
    }

    /// Appends one entry; others who append to this county wait until the transaction ends.
    public Entry append(int county, Draft draft, Instant now) {
        return append(county, List.of(draft), now).getFirst();
    }

    /// Appends drafts in their order, all or none.
    public List<Entry> append(int county, List<Draft> drafts, Instant now) {
        Appending appending = appending(county, now);
        List<Entry> entries = drafts.stream().map(appending::add).toList();
        appending.finish();
        return entries;
    }

    /// Begins to append one after the other; others who append to this county wait until the
    /// transaction ends.
    public Appending appending(int county, Instant now) {
        requireTransaction();
        return new Appending(county, now);
    }

    /// 连录 — entries appended one after the other under one lock of the head; they stand in the
    /// journal when it is finished, before the caller's transaction ends.
    public final class Appending {
        private final int county;
        private final Instant now;
        private final List<StoredEntry> stored = new ArrayList<>();
        private final List<ClassedValue> classed = new ArrayList<>();
        private JournalHead head;

        private Appending(int county, Instant now) {
            this.county = county;
            this.now = now;
            this.head = lockedHead(county);
        }

        /// How many entries the county has, those added among them.
        public long size() {
            return head.size();
        }

        /// The entry that the draft has become.
        public Entry add(Draft draft) {
            JournalHead.Appended appended = head.append(draft, now, random);
            head = appended.head();
            stored.add(new StoredEntry(head.size(), appended.text(), head.root()));
            classed.addAll(appended.classedValues());
            return appended.entry();
        }

        /// Stores what was added.
        public void finish() {
            if (!stored.isEmpty()) {
                store(county, stored, classed, head, now);
                stored.clear();
                classed.clear();
            }
        }
    }

    /// Entries after a number, in order; classed values stand in place unless erased.
    public List<Entry> entries(int county, long after, int limit) {
        Map<Long, Map<String, Content>> classed =
                ClassedValue.byNumber(classedValues(county, after, limit));
        return stored(county, after, limit).stream()
                .map(
                        stored ->
                                EntryLine.parse(stored.line())
                                        .entry(classed.getOrDefault(stored.number(), Map.of())))
                .toList();
    }

    public JournalHead head(int county) {
        return database.sql(
                        """
                        SELECT size, frontier, last_recorded_at FROM journal.head
                        WHERE county_id = :county
                        """)
                .param("county", county)
                .query((row, _) -> head(row))
                .single();
    }

    /// The root of the tree over the entries up to a number; empty where there is no such entry.
    public Optional<Digest> root(int county, long number) {
        return database.sql(
                        """
                        SELECT root FROM journal.entry
                        WHERE county_id = :county AND number = :number
                        """)
                .param("county", county)
                .param("number", number)
                .query((row, _) -> Digest.ofBytes(row.getBytes(1)))
                .optional();
    }

    /// A signed statement of where the county's journal stands.
    public Checkpoint checkpoint(int county, Instant now) {
        JournalHead head = head(county);
        String name =
                database.sql(
                                """
                                SELECT name FROM journal.county WHERE county_id = :county
                                """)
                        .param("county", county)
                        .query(String.class)
                        .single();
        return key.sign(name, head.size(), head.root(), now);
    }

    /// Deletes classed values of an entry whose 擦除 entry the caller has just appended.
    public void erase(int county, long number, List<String> fields) {
        requireTransaction();
        database.sql("SET LOCAL ROLE mingze_eraser").update();
        database.sql(
                        """
                        DELETE FROM journal.classed
                        WHERE county_id = :county AND number = :number AND field IN (:fields)
                        """)
                .param("county", county)
                .param("number", number)
                .param("fields", fields)
                .update();
        database.sql("RESET ROLE").update();
    }

    /// An entry as it is stored.
    record StoredEntry(long number, String line, Digest root) {}

    List<StoredEntry> stored(int county, long after, int limit) {
        return database.sql(
                        """
                        SELECT number, line, root FROM journal.entry
                        WHERE county_id = :county AND number > :after AND number <= :last
                        ORDER BY number LIMIT :limit
                        """)
                .param("county", county)
                .param("after", after)
                .param("last", after + limit)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new StoredEntry(
                                        row.getLong(1),
                                        row.getString(2),
                                        Digest.ofBytes(row.getBytes(3))))
                .list();
    }

    /// The classed values of the entries after a number, up to `limit` entries.
    List<ClassedValue> classedValues(int county, long after, int limit) {
        return database.sql(
                        """
                        SELECT number, field, salt, value FROM journal.classed
                        WHERE county_id = :county AND number > :after AND number <= :last
                        ORDER BY number, field LIMIT :max
                        """)
                .param("county", county)
                .param("after", after)
                .param("last", after + limit)
                .param("max", 100L * limit)
                .query(
                        (row, _) ->
                                new ClassedValue(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        CanonicalJson.read(row.getString(4))))
                .list();
    }

    /// Stores lines that have their numbers and roots already, and the head after the last of them.
    void store(
            int county,
            List<StoredEntry> entries,
            List<ClassedValue> classed,
            JournalHead head,
            Instant now) {
        requireTransaction();
        database.sql(
                        """
                        WITH stored AS (
                            INSERT INTO journal.entry (county_id, entry_id, number, line, root)
                            SELECT :county, e.entry_id, e.number, e.line, e.root
                            FROM unnest(:ids::uuid[], :numbers::bigint[], :lines::text[],
                                    :roots::bytea[]) AS e (entry_id, number, line, root)
                        )
                        UPDATE journal.head SET size = :size, frontier = :frontier,
                            last_recorded_at = :last
                        WHERE county_id = :county
                        """)
                .param("county", county)
                .param("ids", entries.stream().map(_ -> uuid(now)).toArray(UUID[]::new))
                .param("numbers", entries.stream().map(StoredEntry::number).toArray(Long[]::new))
                .param("lines", entries.stream().map(StoredEntry::line).toArray(String[]::new))
                .param(
                        "roots",
                        entries.stream().map(entry -> entry.root().bytes()).toArray(byte[][]::new))
                .param("size", head.size())
                .param("frontier", head.frontier().bytes())
                .param("last", head.lastRecordedAt().map(Journal::timestamp).orElse(null))
                .update();
        if (!classed.isEmpty()) {
            insertClassed(county, classed);
        }
    }

    private void insertClassed(int county, List<ClassedValue> classed) {
        database.sql(
                        """
                        INSERT INTO journal.classed (county_id, number, field, salt, value)
                        SELECT :county, c.number, c.field, c.salt, c.value
                        FROM unnest(:numbers::bigint[], :fields::text[], :salts::text[],
                                :values::text[]) AS c (number, field, salt, value)
                        """)
                .param("county", county)
                .param("numbers", classed.stream().map(ClassedValue::number).toArray(Long[]::new))
                .param("fields", classed.stream().map(ClassedValue::field).toArray(String[]::new))
                .param("salts", classed.stream().map(ClassedValue::salt).toArray(String[]::new))
                .param(
                        "values",
                        classed.stream()
                                .map(value -> CanonicalJson.write(value.value()))
                                .toArray(String[]::new))
                .update();
    }

    /// What a transaction that writes asks of the tables is found by keys, so the plan of a
    /// statement stands for whatever it is given: planning took longer than writing.
    private JournalHead lockedHead(int county) {
        return database.sql(
                        """
                        SELECT size, frontier, last_recorded_at,
                            set_config('plan_cache_mode', 'force_generic_plan', true)
                        FROM journal.head
                        WHERE county_id = :county FOR UPDATE
                        """)
                .param("county", county)
                .query((row, _) -> head(row))
                .single();
    }

    private static JournalHead head(ResultSet row) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(2));
        List<Digest> roots = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] root = new byte[Digest.BYTES];
            bytes.get(root);
            roots.add(Digest.ofBytes(root));
        }
        @Nullable OffsetDateTime last = row.getObject(3, OffsetDateTime.class);
        return new JournalHead(
                new MerkleTree.Frontier(row.getLong(1), roots),
                Optional.ofNullable(last).map(OffsetDateTime::toInstant));
    }

    /// UUIDv7: the millisecond first, so that rows that belong together lie together.
    private UUID uuid(Instant now) {
        long low = random.nextLong();
        long high = now.toEpochMilli() << 16 | 0x7000 | (random.nextLong() & 0x0fff);
        return new UUID(high, (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the journal is written in the caller's transaction");
        }
    }
}
