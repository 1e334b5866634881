package org.mingze.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 已送表单 — which entry a form made when it was first sent; kept for a week.
@Component
class SentForms {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient database;

    SentForms(JdbcClient database) {
        this.database = database;
    }

    Optional<Long> find(int county, String key) {
        return database.sql(
                        """
                        SELECT number FROM duty.sent
                        WHERE county_id = :county AND send_key = :key
                        """)
                .param("county", county)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    void keep(int county, String key, long number, Instant now) {
        database.sql(
                        """
                        DELETE FROM duty.sent WHERE county_id = :county AND sent_at < :old
                        """)
                .param("county", county)
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        database.sql(
                        """
                        INSERT INTO duty.sent (county_id, send_key, number, sent_at)
                        VALUES (:county, :key, :number, :now)
                        """)
                .param("county", county)
                .param("key", key)
                .param("number", number)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
