package org.mingze.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// The policy of every table that a county leads: only rows of the county that the connection was
/// told. It holds for the owner too; whoever was told nothing sees nothing. A table whose migration
/// lets others read some of it has that policy beside this one.
final class CountyPolicies {
    /// Asked once a statement and not once a row: both stand in a select of their own.
    private static final String ROWS =
            """
            county_id = (SELECT CASE WHEN current_setting('mingze.county', true) ~ '^[0-9]+$'
                THEN current_setting('mingze.county', true)::int END)
            OR (SELECT current_setting('mingze.county', true)) = '*'\
            """;

    private CountyPolicies() {}

    static void apply(DataSource owner, String module) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : open(connection, module)) {
                statement.execute("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
                statement.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
                statement.execute(
                        "CREATE POLICY county ON "
                                + table
                                + " USING ("
                                + ROWS
                                + ") WITH CHECK ("
                                + ROWS
                                + ")");
            }
        }
    }

    /// Tables that a county leads and that have not got it yet.
    private static List<String> open(Connection owner, String module) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement find =
                owner.prepareStatement(
                        """
                        SELECT c.oid::regclass::text
                        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p')
                            AND a.attname = 'county_id' AND NOT a.attisdropped
                            AND c.relname <> 'county'
                            AND NOT EXISTS (
                                SELECT FROM pg_policy p
                                WHERE p.polrelid = c.oid AND p.polname = 'county')
                        """)) {
            find.setString(1, module);
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
    }
}
