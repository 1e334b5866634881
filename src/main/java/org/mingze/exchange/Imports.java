package org.mingze.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.journal.Recorder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 导入集 — the files that were handed in, newest first, and the mappings remembered.
@Component
class Imports {
    private static final int PAGE_MAX = 200;

    private final JdbcClient database;

    Imports(JdbcClient database) {
        this.database = database;
    }

    void keep(int county, KeptImport kept) {
        database.sql(
                        """
                        INSERT INTO exchange.import (county_id, import_id, name, body, post, person,
                            uploaded_at, state)
                        VALUES (:county, :id, :name, :body, :post, :person, :at, :state)
                        """)
                .param("county", county)
                .param("id", kept.id())
                .param("name", kept.name())
                .param("body", kept.body())
                .param("post", kept.recorder().post())
                .param("person", kept.recorder().person())
                .param("at", kept.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("state", kept.state().name())
                .update();
    }

    Optional<KeptImport> find(int county, UUID id) {
        return database.sql(
                        """
                        SELECT * FROM exchange.import
                        WHERE county_id = :county AND import_id = :id LIMIT 1
                        """)
                .param("county", county)
                .param("id", id)
                .query(Imports::row)
                .optional();
    }

    /// Those that a body handed in.
    List<KeptImport> of(int county, String body, int offset, int limit) {
        return database.sql(
                        """
                        SELECT * FROM exchange.import
                        WHERE county_id = :county
                          AND body = :body
                        ORDER BY uploaded_at DESC OFFSET :offset LIMIT :limit
                        """)
                .param("county", county)
                .param("body", body)
                .param("offset", offset)
                .param("limit", Math.min(limit, PAGE_MAX))
                .query(Imports::row)
                .list();
    }

    void mapped(int county, UUID id, Map<String, Mapping> mappings, Instant now) {
        database.sql(
                        """
                        UPDATE exchange.import SET mappings = :mappings
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("mappings", KeptImport.written(mappings))
                .update();
        mappings.forEach((heads, mapping) -> remember(county, heads, mapping, now));
    }

    private void remember(int county, String heads, Mapping mapping, Instant now) {
        database.sql(
                        """
                        INSERT INTO exchange.mapping (county_id, heads, mapping, used_at)
                        VALUES (:county, :heads, :mapping, :now)
                        ON CONFLICT (county_id, heads) DO UPDATE SET mapping = excluded.mapping,
                            used_at = excluded.used_at
                        """)
                .param("county", county)
                .param("heads", heads)
                .param("mapping", mapping.written())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Mapping> remembered(int county, String heads) {
        return database.sql(
                        """
                        SELECT mapping FROM exchange.mapping
                        WHERE county_id = :county AND heads = :heads
                        """)
                .param("county", county)
                .param("heads", heads)
                .query(String.class)
                .optional()
                .map(Mapping::parse);
    }

    /// Whether each of the rows that say the same is meant.
    void repeats(int county, UUID id, boolean meant) {
        database.sql(
                        """
                        UPDATE exchange.import SET repeats = :meant
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("meant", meant)
                .update();
    }

    /// Whether rows of one name are one person.
    void alike(int county, UUID id, Roster.Alike alike) {
        database.sql(
                        """
                        UPDATE exchange.import SET alike = :alike
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("alike", alike.name())
                .update();
    }

    /// An import that ran when the program was last stopped.
    record Unfinished(int county, UUID id, boolean entering) {}

    /// The imports of every county that began a pass and did not end it, the oldest first.
    List<Unfinished> unfinished() {
        return database.sql(
                        """
                        /* province */ SELECT county_id, import_id, state FROM exchange.import
                        WHERE state IN ('CHECKING', 'ENTERING') ORDER BY uploaded_at LIMIT 100
                        """)
                .query(
                        (row, _) ->
                                new Unfinished(
                                        row.getInt("county_id"),
                                        row.getObject("import_id", UUID.class),
                                        row.getString("state").equals(ImportState.ENTERING.name())))
                .list();
    }

    /// Begins a pass: what an earlier one counted is forgotten.
    void begin(int county, UUID id, ImportState state) {
        database.sql(
                        """
                        DELETE FROM exchange.problem
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .update();
        reached(county, id, state, Tally.NONE, "");
    }

    void reached(int county, UUID id, ImportState state, Tally tally, String sentence) {
        database.sql(
                        """
                        UPDATE exchange.import SET state = :state, seen = :seen, fresh = :fresh,
                            unchanged = :unchanged, faulty = :faulty, repeated = :repeated,
                            sentence = :sentence
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("state", state.name())
                .param("seen", tally.seen())
                .param("fresh", tally.fresh())
                .param("unchanged", tally.unchanged())
                .param("faulty", tally.faulty())
                .param("repeated", tally.repeated())
                .param("sentence", sentence)
                .update();
    }

    private static KeptImport row(ResultSet row, int number) throws SQLException {
        return new KeptImport(
                row.getObject("import_id", UUID.class),
                row.getString("name"),
                row.getString("body"),
                new Recorder(row.getString("person"), row.getString("post")),
                row.getTimestamp("uploaded_at").toInstant(),
                ImportState.valueOf(row.getString("state")),
                KeptImport.parse(row.getString("mappings")),
                row.getBoolean("repeats"),
                Roster.Alike.valueOf(row.getString("alike")),
                new Tally(
                        row.getInt("seen"),
                        row.getInt("fresh"),
                        row.getInt("unchanged"),
                        row.getInt("faulty"),
                        row.getInt("repeated")),
                row.getString("sentence"));
    }
}
