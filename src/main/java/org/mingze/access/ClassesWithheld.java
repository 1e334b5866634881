package org.mingze.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 收回的密类 — the classes that the security administrator took from a post; nobody is given more
/// than handling a record gives.
@Component
public class ClassesWithheld {
    private final JdbcClient database;

    ClassesWithheld(JdbcClient database) {
        this.database = database;
    }

    /// 收回 — one class of one post.
    public record Withheld(String post, String fieldClass, String reason, Instant since) {}

    /// 个人, 涉案 or both, of those that this post may not read.
    public Set<String> of(Officer officer) {
        return new TreeSet<>(
                database.sql(
                                """
                                SELECT field_class FROM access.withheld
                                WHERE county_id = :county AND post = :post
                                """)
                        .param("county", officer.county())
                        .param("post", officer.post().code())
                        .query(String.class)
                        .list());
    }

    public List<Withheld> all(int county) {
        return database.sql(
                        """
                        SELECT post, field_class, reason, since FROM access.withheld
                        WHERE county_id = :county ORDER BY since DESC, post, field_class LIMIT 500
                        """)
                .param("county", county)
                .query(
                        (row, _) ->
                                new Withheld(
                                        row.getString("post"),
                                        row.getString("field_class"),
                                        row.getString("reason"),
                                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void withhold(int county, Withheld withheld) {
        database.sql(
                        """
                        INSERT INTO access.withheld (county_id, post, field_class, reason, since)
                        VALUES (:county, :post, :class, :reason, :since)
                        ON CONFLICT (county_id, post, field_class)
                        DO UPDATE SET reason = excluded.reason, since = excluded.since
                        """)
                .param("county", county)
                .param("post", withheld.post())
                .param("class", withheld.fieldClass())
                .param("reason", withheld.reason())
                .param("since", withheld.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void giveBack(int county, String post, String fieldClass) {
        database.sql(
                        """
                        DELETE FROM access.withheld
                        WHERE county_id = :county AND post = :post AND field_class = :class
                        """)
                .param("county", county)
                .param("post", post)
                .param("class", fieldClass)
                .update();
    }
}
