package org.mingze.dossier.views;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 视图集 — the filters that accounts keep, each under a name.
@Component
public class SavedViews {
    static final int KEPT_MAX = 20;
    static final int NAME_MAX = 20;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /// 视图 — a name and the filter that it stands for, as an address writes it.
    public record SavedView(String name, String query) {}

    /// In the order of their names.
    public List<SavedView> of(int county, String account, String ledger) {
        return database.sql(
                        """
                        SELECT name, query FROM dossier.saved_view
                        WHERE county_id = :county AND account = :account AND ledger = :ledger
                        ORDER BY name LIMIT :most
                        """)
                .param("county", county)
                .param("account", account)
                .param("ledger", ledger)
                .param("most", KEPT_MAX)
                .query((row, _) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    /// Keeps a view; one of the same name is replaced.
    void keep(int county, String account, String ledger, SavedView view, Instant now) {
        database.sql(
                        """
                        INSERT INTO dossier.saved_view
                            (county_id, account, ledger, name, query, saved_at)
                        VALUES (:county, :account, :ledger, :name, :query, :at)
                        ON CONFLICT (county_id, account, ledger, name)
                        DO UPDATE SET query = :query, saved_at = :at
                        """)
                .param("county", county)
                .param("account", account)
                .param("ledger", ledger)
                .param("name", view.name())
                .param("query", view.query())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(int county, String account, String ledger, String name) {
        database.sql(
                        """
                        DELETE FROM dossier.saved_view
                        WHERE county_id = :county AND account = :account AND ledger = :ledger
                            AND name = :name
                        """)
                .param("county", county)
                .param("account", account)
                .param("ledger", ledger)
                .param("name", name)
                .update();
    }
}
