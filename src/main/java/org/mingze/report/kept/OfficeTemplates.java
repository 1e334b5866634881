package org.mingze.report.kept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mingze.journal.Digest;
import org.mingze.journal.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 本单位模板集 — the office's own Word document for each kind of report in a county; the files lie
/// where evidence lies, by their digest.
@Component
public class OfficeTemplates {
    private final JdbcClient database;
    private final Evidence evidence;

    OfficeTemplates(JdbcClient database, Evidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    /// 留下的模板 — what it is called, who kept it, and where its bytes are.
    public record Kept(String name, Digest digest, String person, Instant at) {}

    /// The latest of a kind.
    public Optional<Kept> find(int county, String kind) {
        return database.sql(
                        """
                        SELECT name, digest, person, kept_at FROM report.office_template
                        WHERE county_id = :county AND kind = :kind
                        ORDER BY kept_at DESC LIMIT 1
                        """)
                .param("county", county)
                .param("kind", kind)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getString("name"),
                                        Digest.parse(row.getString("digest")),
                                        row.getString("person"),
                                        row.getTimestamp("kept_at").toInstant()))
                .optional();
    }

    /// Keeps a file as the one of its kind; one kept before becomes the latest again.
    ///
    /// @return a sentence where the file is not taken; empty where it is
    public Optional<String> keep(
            int county, String kind, String name, byte[] file, String person, Instant now)
            throws IOException {
        return switch (evidence.keep(name, new ByteArrayInputStream(file))) {
            case Evidence.Taking.Refused(String sentence) -> Optional.of(sentence);
            case Evidence.Taking.Kept(Evidence.Citation citation) -> {
                remember(county, kind, citation, person, now);
                yield Optional.empty();
            }
        };
    }

    private void remember(
            int county, String kind, Evidence.Citation citation, String person, Instant now) {
        database.sql(
                        """
                        INSERT INTO report.office_template (county_id, kind, digest, name, person,
                            kept_at)
                        VALUES (:county, :kind, :digest, :name, :person, :now)
                        ON CONFLICT (county_id, kind, digest) DO UPDATE
                        SET name = excluded.name, person = excluded.person,
                            kept_at = excluded.kept_at
                        """)
                .param("county", county)
                .param("kind", kind)
                .param("digest", citation.digest().toString())
                .param("name", citation.name())
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The bytes of a kept file; empty where the file is not on this machine.
    public Optional<byte[]> bytes(Kept kept) throws IOException {
        if (!evidence.holds(kept.digest())) {
            return Optional.empty();
        }
        try (InputStream file = evidence.open(kept.digest())) {
            return Optional.of(file.readAllBytes());
        }
    }
}
