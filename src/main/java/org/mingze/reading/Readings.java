package org.mingze.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 审读集 — the documents that were handed in, newest first.
@Component
class Readings {
    private static final int PAGE_MAX = 200;

    private final JdbcClient database;

    Readings(JdbcClient database) {
        this.database = database;
    }

    void keep(int county, KeptReading reading) {
        database.sql(
                        """
                        INSERT INTO reading.reading (county_id, reading_id, name, digest, text, body,
                            uploaded_by, uploaded_at)
                        VALUES (:county, :id, :name, :digest, :text, :body, :by, :at)
                        """)
                .param("county", county)
                .param("id", reading.id())
                .param("name", reading.name())
                .param("digest", reading.digest())
                .param("text", reading.text())
                .param("body", reading.body())
                .param("by", reading.uploadedBy())
                .param("at", reading.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptReading> find(int county, UUID id) {
        return database.sql(
                        """
                        SELECT reading_id, name, digest, text, body, uploaded_by, uploaded_at
                        FROM reading.reading
                        WHERE county_id = :county AND reading_id = :id LIMIT 1
                        """)
                .param("county", county)
                .param("id", id)
                .query(Readings::row)
                .optional();
    }

    /// The same document handed in before by the same body.
    Optional<UUID> same(int county, String body, String digest) {
        return database.sql(
                        """
                        SELECT reading_id FROM reading.reading
                        WHERE county_id = :county AND body = :body AND digest = :digest
                        ORDER BY uploaded_at LIMIT 1
                        """)
                .param("county", county)
                .param("body", body)
                .param("digest", digest)
                .query(UUID.class)
                .optional();
    }

    /// Those of these bodies; of all bodies if none is named.
    List<KeptReading> of(int county, Set<String> bodies, int offset, int limit) {
        return database.sql(
                        """
                        SELECT reading_id, name, digest, text, body, uploaded_by, uploaded_at
                        FROM reading.reading
                        WHERE county_id = :county
                          AND (cardinality(:bodies::text[]) = 0 OR body = ANY (:bodies::text[]))
                        ORDER BY uploaded_at DESC OFFSET :offset LIMIT :limit
                        """)
                .param("county", county)
                .param("bodies", bodies.toArray(String[]::new))
                .param("offset", offset)
                .param("limit", Math.min(limit, PAGE_MAX))
                .query(Readings::row)
                .list();
    }

    long count(int county, Set<String> bodies) {
        return database.sql(
                        """
                        SELECT count(*) FROM reading.reading
                        WHERE county_id = :county
                          AND (cardinality(:bodies::text[]) = 0 OR body = ANY (:bodies::text[]))
                        """)
                .param("county", county)
                .param("bodies", bodies.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static KeptReading row(ResultSet row, int number) throws SQLException {
        return new KeptReading(
                row.getObject("reading_id", UUID.class),
                row.getString("name"),
                row.getString("digest"),
                row.getString("text"),
                row.getString("body"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
