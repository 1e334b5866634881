package org.mingze.report.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 留存的报告 — the words of persons and the reports handed in, of each county; rows are only
/// added.
@Component
public class KeptReports {
    private static final int NUMBERING = 0x5245504F;

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    KeptReports(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// What is numbered within a county is numbered by one at a time.
    private <T> T numbering(int county, Supplier<T> insert) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            database.sql("SELECT pg_advisory_xact_lock(:what, :county)")
                                    .param("what", NUMBERING)
                                    .param("county", county)
                                    .query((_, _) -> true)
                                    .single();
                            return insert.get();
                        }));
    }

    /// The latest words for each place, as they were at an instant.
    public OwnWords words(int county, Handed.Asked asked, Instant until) {
        Map<String, String> byPlace = new LinkedHashMap<>();
        database.sql(
                        """
                        SELECT place, words FROM report.own_words
                        WHERE county_id = :county AND post = :post AND from_day = :from
                        AND to_day = :to AND template = :template AND written_at <= :until
                        ORDER BY id LIMIT 5000
                        """)
                .param("county", county)
                .param("post", asked.post())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("template", asked.templateText())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Map.entry(row.getString("place"), row.getString("words")))
                .list()
                .forEach(row -> byPlace.put(row.getKey(), row.getValue()));
        return new OwnWords(byPlace);
    }

    /// 正在写的 — which report of a post somebody wrote last, and when; when it was handed in since.
    public record Writing(Handed.Asked asked, Instant at, Optional<Instant> handed) {}

    /// The report of a post in which the latest words stand.
    public Optional<Writing> writing(int county, String post) {
        return database.sql(
                        """
                        SELECT w.from_day, w.to_day, w.template, w.written_at,
                            (SELECT max(f.frozen_at) FROM report.frozen f
                             WHERE f.county_id = w.county_id AND f.post = w.post
                             AND f.from_day = w.from_day AND f.to_day = w.to_day
                             AND f.template = w.template AND f.frozen_at >= w.written_at) AS handed
                        FROM report.own_words w
                        WHERE w.county_id = :county AND w.post = :post
                        ORDER BY w.id DESC LIMIT 1
                        """)
                .param("county", county)
                .param("post", post)
                .query((row, _) -> writing(row, post))
                .optional();
    }

    private static Writing writing(ResultSet row, String post) throws SQLException {
        return new Writing(
                new Handed.Asked(
                        post,
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        Optional.of(row.getString("template")).filter(text -> !text.isEmpty())),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("handed", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    public void write(
            int county,
            Handed.Asked asked,
            String place,
            String words,
            String person,
            Instant now) {
        numbering(county, () -> insert(county, asked, place, words, person, now));
    }

    private int insert(
            int county,
            Handed.Asked asked,
            String place,
            String words,
            String person,
            Instant now) {
        return database.sql(
                        """
                        INSERT INTO report.own_words (county_id, id, post, from_day, to_day,
                            template, place, words, person, written_at)
                        SELECT :county, coalesce(max(id), 0) + 1, :post, :from, :to,
                            :template, :place, :words, :person, :now
                        FROM report.own_words WHERE county_id = :county
                        """)
                .param("county", county)
                .param("post", asked.post())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("template", asked.templateText())
                .param("place", place)
                .param("words", words)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Keeps a report as it is handed in; returns its number.
    public long hand(int county, Handed handed) {
        return numbering(county, () -> insert(county, handed));
    }

    private long insert(int county, Handed handed) {
        return database.sql(
                        """
                        INSERT INTO report.frozen (county_id, id, post, from_day, to_day, template,
                            title, day, size, root, known_at, digest, person, frozen_at)
                        SELECT :county, coalesce(max(id), 0) + 1, :post, :from, :to, :template,
                            :title, :day, :size, :root, :known, :digest, :person, :now
                        FROM report.frozen WHERE county_id = :county
                        RETURNING id
                        """)
                .param("county", county)
                .param("post", handed.asked().post())
                .param("from", handed.asked().from())
                .param("to", handed.asked().to())
                .param("template", handed.asked().templateText())
                .param("title", handed.title())
                .param("day", handed.day())
                .param("size", handed.size())
                .param("root", handed.root())
                .param("known", handed.knownAt().atOffset(ZoneOffset.UTC))
                .param("digest", handed.digest())
                .param("person", handed.person())
                .param("now", handed.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<Handed> find(int county, long id) {
        return database.sql(
                        """
                        SELECT * FROM report.frozen WHERE county_id = :county AND id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query((row, _) -> handed(row))
                .optional();
    }

    /// The reports handed in, the latest first.
    public List<Handed> all(int county) {
        return database.sql(
                        """
                        SELECT * FROM report.frozen WHERE county_id = :county
                        ORDER BY id DESC LIMIT 500
                        """)
                .param("county", county)
                .query((row, _) -> handed(row))
                .list();
    }

    /// The reports handed in for these days, the latest first.
    public List<Handed> between(int county, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        SELECT * FROM report.frozen
                        WHERE county_id = :county AND from_day = :from AND to_day = :to
                        ORDER BY id DESC LIMIT 20000
                        """)
                .param("county", county)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> handed(row))
                .list();
    }

    /// The posts whose holders wrote words of their own into a report for these days.
    public Set<String> begun(int county, LocalDate from, LocalDate to) {
        return Set.copyOf(
                database.sql(
                                """
                                SELECT DISTINCT post FROM report.own_words
                                WHERE county_id = :county AND from_day = :from AND to_day = :to
                                LIMIT 20000
                                """)
                        .param("county", county)
                        .param("from", from)
                        .param("to", to)
                        .query(String.class)
                        .list());
    }

    private static Handed handed(ResultSet row) throws SQLException {
        return new Handed(
                row.getLong("id"),
                new Handed.Asked(
                        row.getString("post"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        Optional.of(row.getString("template")).filter(text -> !text.isEmpty())),
                row.getString("title"),
                row.getObject("day", LocalDate.class),
                row.getLong("size"),
                row.getString("root"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                row.getString("person"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant());
    }
}
