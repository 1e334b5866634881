package org.mingze.duty.upcoming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 订阅地址 — secret addresses of calendar feeds, one of a post and its holder; only their digests
/// are kept, so an address is shown once.
@Component
class Feeds {
    private static final int SECRET_BYTES = 24;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient database) {
        this.database = database;
    }

    /// 订阅 — for as long as the person holds the post.
    record Feed(int county, String post, String person, Instant since) {}

    /// Makes the one address of a post's holder; the one before it opens no more.
    String make(int county, String post, String person, Instant now) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql(
                        """
                        INSERT INTO duty.feed (county_id, post, person, digest, since)
                        VALUES (:county, :post, :person, :digest, :now)
                        ON CONFLICT (county_id, post) DO UPDATE SET person = excluded.person,
                            digest = excluded.digest, since = excluded.since
                        """)
                .param("county", county)
                .param("post", post)
                .param("person", person)
                .param("digest", digest(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    boolean end(int county, String post) {
        return database.sql("DELETE FROM duty.feed WHERE county_id = :county AND post = :post")
                        .param("county", county)
                        .param("post", post)
                        .update()
                > 0;
    }

    Optional<Feed> of(int county, String post) {
        return database.sql(
                        """
                        SELECT county_id, post, person, since FROM duty.feed
                        WHERE county_id = :county AND post = :post
                        """)
                .param("county", county)
                .param("post", post)
                .query((row, _) -> feed(row))
                .optional();
    }

    /// The feed of a county under a secret.
    Optional<Feed> opened(int county, String secret) {
        return database.sql(
                        """
                        SELECT county_id, post, person, since FROM duty.feed
                        WHERE county_id = :county AND digest = :digest
                        """)
                .param("county", county)
                .param("digest", digest(secret))
                .query((row, _) -> feed(row))
                .optional();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getInt("county_id"),
                row.getString("post"),
                row.getString("person"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static String digest(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
