package org.mingze.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingze.journal.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which row became which entry. Written in the transaction that appends the entries.
@Component
class EnteredRows {
    private final JdbcClient database;

    EnteredRows(JdbcClient database) {
        this.database = database;
    }

    /// The entries of the rows that entered before.
    Map<Digest, Long> find(int county, List<Digest> keys) {
        Map<String, Digest> byText = new HashMap<>();
        keys.forEach(key -> byText.put(key.toString(), key));
        Map<Digest, Long> found = new HashMap<>();
        database.sql(
                        """
                        SELECT encode(row_key, 'hex'), number FROM exchange.entered
                        WHERE county_id = :county AND row_key = ANY (:keys::bytea[])
                        """)
                .param("county", county)
                .param("keys", keys.stream().map(Digest::bytes).toArray(byte[][]::new))
                .query(
                        row -> {
                            Digest key = byText.get(row.getString(1));
                            if (key != null) {
                                found.put(key, row.getLong(2));
                            }
                        });
        return found;
    }

    void keep(int county, Map<Digest, Long> entered) {
        if (entered.isEmpty()) {
            return;
        }
        List<Map.Entry<Digest, Long>> rows = List.copyOf(entered.entrySet());
        database.sql(
                        """
                        INSERT INTO exchange.entered (county_id, row_key, number)
                        SELECT :county, e.row_key, e.number
                        FROM unnest(:keys::bytea[], :numbers::bigint[]) AS e (row_key, number)
                        """)
                .param("county", county)
                .param(
                        "keys",
                        rows.stream().map(row -> row.getKey().bytes()).toArray(byte[][]::new))
                .param("numbers", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }
}
