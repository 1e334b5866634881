package org.mingze.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mingze.institution.expression.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 纪实表 — records as rows for lists and searches; a projection that the journal can rebuild.
@Component
public class WorkRecords {
    /// No record lies before the first or after the last.
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private static final int PAGE_MAX = 200;
    private static final int BATCH_MAX = 2_000;

    private final JdbcClient database;

    WorkRecords(JdbcClient database) {
        this.database = database;
    }

    /// 一行纪实.
    public record RecordRow(
            long number,
            String recordType,
            String body,
            LocalDate occurredOn,
            String title,
            int corrections,
            boolean withdrawn) {}

    /// 筛选 — empty means any.
    ///
    /// @param late only those recorded after their day
    public record Filter(
            Optional<String> recordType,
            Set<String> bodies,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> words,
            boolean late) {
        public Filter(
                Optional<String> recordType,
                Set<String> bodies,
                Optional<LocalDate> from,
                Optional<LocalDate> to,
                Optional<String> words) {
            this(recordType, bodies, from, to, words, false);
        }

        public Filter until(LocalDate last) {
            return new Filter(recordType, bodies, from, Optional.of(last), words, late);
        }
    }

    /// 迟录之数 — how many records of a body occurred in a month, and how many of them were recorded
    /// after their day.
    public record Lag(String body, YearMonth month, long all, long late) {}

    /// For each body and month of a range of days.
    public List<Lag> lags(int county, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        SELECT body, extract(year FROM occurred_on)::int AS year,
                            extract(month FROM occurred_on)::int AS month, count(*) AS all_of_them,
                            count(*) FILTER (WHERE
                                (recorded_at AT TIME ZONE 'Asia/Shanghai')::date > occurred_on)
                                AS late
                        FROM work.record
                        WHERE county_id = :county AND occurred_on BETWEEN :from AND :to
                        GROUP BY body, year, month
                        ORDER BY body, year, month
                        LIMIT 1000000
                        """)
                .param("county", county)
                .param("from", from)
                .param("to", to)
                .query(
                        (row, _) ->
                                new Lag(
                                        row.getString("body"),
                                        YearMonth.of(row.getInt("year"), row.getInt("month")),
                                        row.getLong("all_of_them"),
                                        row.getLong("late")))
                .list();
    }

    /// Records that a filter lets through, newest first. Those before the page are passed over in
    /// the index alone.
    public List<RecordRow> find(int county, Filter filter, int offset, int limit) {
        return database.sql(
                        """
                        SELECT r.number, r.record_type, r.body, r.occurred_on, r.title,
                            r.corrections, r.withdrawn_by IS NOT NULL AS withdrawn
                        FROM (
                            SELECT number
                            FROM work.record
                            WHERE county_id = :county
                              AND (:type = '' OR record_type = :type)
                              AND (cardinality(:bodies::text[]) = 0
                                OR body = ANY (:bodies::text[]))
                              AND occurred_on BETWEEN :from AND :to
                              AND (:words = '' OR position(:words IN title) > 0)
                              AND (NOT :late
                                OR (recorded_at AT TIME ZONE 'Asia/Shanghai')::date > occurred_on)
                            ORDER BY occurred_on DESC, number DESC
                            OFFSET :offset LIMIT :limit
                        ) AS page
                        JOIN work.record AS r
                          ON r.county_id = :county AND r.number = page.number
                        ORDER BY r.occurred_on DESC, r.number DESC
                        LIMIT :limit
                        """)
                .param("county", county)
                .param("type", filter.recordType().orElse(""))
                .param("bodies", filter.bodies().toArray(String[]::new))
                .param("from", filter.from().orElse(FIRST_DAY))
                .param("to", filter.to().orElse(LAST_DAY))
                .param("words", filter.words().orElse(""))
                .param("late", filter.late())
                .param("offset", offset)
                .param("limit", Math.min(limit, PAGE_MAX))
                .query(WorkRecords::row)
                .list();
    }

    /// The same after a row, so that a long list is read on without counting again; from the newest
    /// if there is none.
    public List<RecordRow> findAfter(
            int county, Filter filter, Optional<RecordRow> last, int limit) {
        return database.sql(
                        """
                        SELECT number, record_type, body, occurred_on, title, corrections,
                            withdrawn_by IS NOT NULL AS withdrawn
                        FROM work.record
                        WHERE county_id = :county
                          AND (:type = '' OR record_type = :type)
                          AND (cardinality(:bodies::text[]) = 0 OR body = ANY (:bodies::text[]))
                          AND occurred_on BETWEEN :from AND :to
                          AND (:words = '' OR position(:words IN title) > 0)
                          AND (NOT :late
                            OR (recorded_at AT TIME ZONE 'Asia/Shanghai')::date > occurred_on)
                          AND (occurred_on, number) < (:day, :number)
                        ORDER BY occurred_on DESC, number DESC
                        LIMIT :limit
                        """)
                .param("county", county)
                .param("type", filter.recordType().orElse(""))
                .param("bodies", filter.bodies().toArray(String[]::new))
                .param("from", filter.from().orElse(FIRST_DAY))
                .param("to", filter.to().orElse(LAST_DAY))
                .param("words", filter.words().orElse(""))
                .param("late", filter.late())
                .param("day", last.map(RecordRow::occurredOn).orElse(LocalDate.of(3000, 1, 1)))
                .param("number", last.map(RecordRow::number).orElse(0L))
                .param("limit", Math.min(limit, BATCH_MAX))
                .query(WorkRecords::row)
                .list();
    }

    private static RecordRow row(ResultSet row, int number) throws SQLException {
        return new RecordRow(
                row.getLong("number"),
                row.getString("record_type"),
                row.getString("body"),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("title"),
                row.getInt("corrections"),
                row.getBoolean("withdrawn"));
    }

    public long count(int county, Filter filter) {
        return database.sql(
                        """
                        SELECT count(*) FROM work.record
                        WHERE county_id = :county
                          AND (:type = '' OR record_type = :type)
                          AND (cardinality(:bodies::text[]) = 0 OR body = ANY (:bodies::text[]))
                          AND occurred_on BETWEEN :from AND :to
                          AND (:words = '' OR position(:words IN title) > 0)
                          AND (NOT :late
                            OR (recorded_at AT TIME ZONE 'Asia/Shanghai')::date > occurred_on)
                        """)
                .param("county", county)
                .param("type", filter.recordType().orElse(""))
                .param("bodies", filter.bodies().toArray(String[]::new))
                .param("from", filter.from().orElse(FIRST_DAY))
                .param("to", filter.to().orElse(LAST_DAY))
                .param("words", filter.words().orElse(""))
                .param("late", filter.late())
                .query(Long.class)
                .single();
    }

    long progress(int county) {
        return database.sql(
                        """
                        SELECT size FROM work.progress WHERE county_id = :county
                        """)
                .param("county", county)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Puts the rows of records as they are now; `size` is the entry they have been carried to.
    void carry(int county, List<RecordHistory> histories, Knowledge known, long size) {
        List<WorkRecord> records = histories.stream().map(RecordHistory::current).toList();
        List<Long> followers = new ArrayList<>();
        List<Long> followed = new ArrayList<>();
        for (WorkRecord record : records) {
            for (long target : Following.targets(record)) {
                followers.add(record.number());
                followed.add(target);
            }
        }
        database.sql(
                        """
                        WITH reached AS (
                            INSERT INTO work.progress (county_id, size) VALUES (:county, :size)
                            ON CONFLICT (county_id) DO UPDATE SET size = excluded.size
                        ), link AS (
                            SELECT l.follower, l.followed
                            FROM unnest(:followers::bigint[], :followed::bigint[])
                                AS l (follower, followed)
                        ), unlinked AS (
                            DELETE FROM work.following AS f
                            WHERE f.county_id = :county AND f.follower = ANY (:changed::bigint[])
                              AND NOT EXISTS (
                                SELECT FROM link
                                WHERE link.follower = f.follower AND link.followed = f.followed)
                        ), linked AS (
                            INSERT INTO work.following (county_id, follower, followed)
                            SELECT :county, follower, followed FROM link
                            ON CONFLICT DO NOTHING
                        )
                        INSERT INTO work.record (county_id, number, record_type, body, occurred_on,
                            recorded_at, title, corrections, withdrawn_by)
                        SELECT :county, r.number, r.type, r.body, r.day, r.recorded, r.title,
                            r.corrections, nullif(r.withdrawn, 0)
                        FROM unnest(:numbers::bigint[], :types::text[], :bodies::text[],
                                :days::date[], :recorded::timestamptz[], :titles::text[],
                                :corrections::int[], :withdrawn::bigint[])
                            AS r (number, type, body, day, recorded, title, corrections, withdrawn)
                        ON CONFLICT (county_id, number) DO UPDATE SET body = excluded.body,
                            title = excluded.title, corrections = excluded.corrections,
                            withdrawn_by = excluded.withdrawn_by
                        """)
                .param("county", county)
                .param("size", size)
                .param("followers", followers.toArray(Long[]::new))
                .param("followed", followed.toArray(Long[]::new))
                .param("changed", numbers(histories, history -> !history.corrections().isEmpty()))
                .param("numbers", numbers(histories, _ -> true))
                .param("types", texts(records, record -> record.type().name()))
                .param("bodies", texts(records, record -> body(record, known)))
                .param("days", texts(records, record -> record.day().toString()))
                .param("recorded", texts(records, record -> record.recordedAt().toString()))
                .param("titles", texts(records, RecordTitles::of))
                .param(
                        "corrections",
                        histories.stream()
                                .map(history -> history.corrections().size())
                                .toArray(Integer[]::new))
                .param(
                        "withdrawn",
                        histories.stream()
                                .map(history -> history.withdrawnBy().orElse(0))
                                .toArray(Long[]::new))
                .update();
    }

    private static Long[] numbers(List<RecordHistory> histories, Predicate<RecordHistory> which) {
        return histories.stream().filter(which).map(RecordHistory::number).toArray(Long[]::new);
    }

    private static String[] texts(List<WorkRecord> records, Function<WorkRecord, String> text) {
        return records.stream().map(text).toArray(String[]::new);
    }

    /// Everything of a county as text, for comparing before and after a replay.
    List<String> digest(int county) {
        return database.sql(
                        """
                        SELECT concat_ws('|', number, record_type, body, occurred_on, title,
                            corrections, withdrawn_by)
                        FROM work.record WHERE county_id = :county ORDER BY number LIMIT 10000000
                        """)
                .param("county", county)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    void clear(int county) {
        database.sql("DELETE FROM work.following WHERE county_id = :county")
                .param("county", county)
                .update();
        database.sql("DELETE FROM work.record WHERE county_id = :county")
                .param("county", county)
                .update();
        database.sql("DELETE FROM work.progress WHERE county_id = :county")
                .param("county", county)
                .update();
    }

    /// The body that a record belongs to in lists: its owner, or the body of the owner's post.
    public static String body(WorkRecord record, Knowledge known) {
        for (String field : List.of(record.type().owner(), "机构", "责任单位")) {
            if (record.fields().get(field) instanceof Value.Reference reference) {
                return switch (reference.kind()) {
                    case BODY -> reference.code();
                    case POST ->
                            known.organization()
                                    .post(reference.code(), record.day())
                                    .map(post -> post.body())
                                    .orElse("");
                    case PERSON ->
                            known.organization().postsOf(reference.code(), record.day()).stream()
                                    .findFirst()
                                    .map(post -> post.body())
                                    .orElse("");
                };
            }
        }
        return "";
    }
}
