package org.mingze.duty.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 草案集 — the drafts of a county; a work surface, what is enacted stands in the journal.
@Component
class KeptDrafts {
    private static final int SHOWN_MAX = 200;

    private final JdbcClient database;

    KeptDrafts(JdbcClient database) {
        this.database = database;
    }

    /// Keeps a new draft, or what one has become.
    void keep(int county, KeptDraft draft) {
        database.sql(
                        """
                        INSERT INTO duty.draft (county_id, draft_id, text, person, saved_at)
                        VALUES (:county, :id, :text, :person, :at)
                        ON CONFLICT (county_id, draft_id)
                        DO UPDATE SET text = :text, person = :person, saved_at = :at
                        """)
                .param("county", county)
                .param("id", draft.id())
                .param("text", draft.text())
                .param("person", draft.person())
                .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptDraft> find(int county, UUID id) {
        return database.sql(
                        """
                        SELECT draft_id, text, person, saved_at FROM duty.draft
                        WHERE county_id = :county AND draft_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(KeptDrafts::row)
                .optional();
    }

    /// Newest first.
    List<KeptDraft> all(int county) {
        return database.sql(
                        """
                        SELECT draft_id, text, person, saved_at FROM duty.draft
                        WHERE county_id = :county ORDER BY saved_at DESC LIMIT :most
                        """)
                .param("county", county)
                .param("most", SHOWN_MAX)
                .query(KeptDrafts::row)
                .list();
    }

    void discard(int county, UUID id) {
        database.sql("DELETE FROM duty.draft WHERE county_id = :county AND draft_id = :id")
                .param("county", county)
                .param("id", id)
                .update();
    }

    private static KeptDraft row(ResultSet row, int number) throws SQLException {
        return new KeptDraft(
                Objects.requireNonNull(row.getObject("draft_id", UUID.class)),
                Objects.requireNonNull(row.getString("text")),
                Objects.requireNonNull(row.getString("person")),
                Objects.requireNonNull(row.getObject("saved_at", OffsetDateTime.class))
                        .toInstant());
    }
}
