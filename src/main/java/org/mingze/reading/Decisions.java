package org.mingze.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 定夺集 — what was decided of the finds of each document; nothing is ever taken out of it.
@Component
class Decisions {
    private static final int DECISIONS_MAX = 20_000;

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /// Those on a document of a body, oldest first.
    List<Decision> of(int county, KeptReading reading) {
        return database.sql(
                        """
                        SELECT decision_id, act, kind, found_from, found_to, found_names, found_words,
                            result_from, result_to, result_names, result_words,
                            decided_by, decided_at, reader
                        FROM reading.decision
                        WHERE county_id = :county AND body = :body AND digest = :digest
                        ORDER BY decided_at, decision_id LIMIT :most
                        """)
                .param("county", county)
                .param("body", reading.body())
                .param("digest", reading.digest())
                .param("most", DECISIONS_MAX)
                .query(Decisions::row)
                .list();
    }

    void add(int county, KeptReading reading, Decision decision) {
        database.sql(
                        """
                        INSERT INTO reading.decision (county_id, decision_id, body, digest, act, kind,
                            found_from, found_to, found_names, found_words,
                            result_from, result_to, result_names, result_words,
                            decided_by, decided_at, reader)
                        VALUES (:county, :id, :body, :digest, :act, :kind,
                            :foundFrom, :foundTo, :foundNames, :foundWords,
                            :resultFrom, :resultTo, :resultNames, :resultWords, :by, :at, :reader)
                        """)
                .param("county", county)
                .param("id", decision.id())
                .param("body", reading.body())
                .param("digest", reading.digest())
                .param("act", decision.act().name())
                .param("kind", decision.subject().kind().name())
                .param("foundFrom", decision.subject().from())
                .param("foundTo", decision.subject().to())
                .param("foundNames", names(decision.subject()))
                .param("foundWords", words(decision.subject()))
                .param("resultFrom", decision.result().from())
                .param("resultTo", decision.result().to())
                .param("resultNames", names(decision.result()))
                .param("resultWords", words(decision.result()))
                .param("by", decision.person())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("reader", decision.reader())
                .update();
    }

    private static String[] names(Find find) {
        return find.fields().keySet().stream().sorted().toArray(String[]::new);
    }

    private static String[] words(Find find) {
        return find.fields().keySet().stream().sorted().map(find::field).toArray(String[]::new);
    }

    private static Decision row(ResultSet row, int number) throws SQLException {
        FindKind kind = FindKind.valueOf(row.getString("kind"));
        return new Decision(
                row.getObject("decision_id", UUID.class),
                Decision.Act.valueOf(row.getString("act")),
                find(row, kind, "found"),
                find(row, kind, "result"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("reader"));
    }

    private static Find find(ResultSet row, FindKind kind, String which) throws SQLException {
        String[] names = (String[]) row.getArray(which + "_names").getArray();
        String[] words = (String[]) row.getArray(which + "_words").getArray();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int index = 0; index < names.length; index++) {
            fields.put(names[index], words[index]);
        }
        return new Find(kind, row.getInt(which + "_from"), row.getInt(which + "_to"), fields);
    }
}
