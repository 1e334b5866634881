package org.mingze.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that are told, whenever one is taken, within which county they work: the policies of
/// the tables compare it with every row.
///
/// It is told to the connection and not to a transaction, because most reads have none. What was
/// told stands until another is told, so a connection that stays with a county costs nothing.
final class CountyConnections extends DelegatingDataSource {
    /// Outside the scope of one county: the door, the start, commands, the clock.
    static final String EVERY = "*";

    /// Which county a connection was last told, by the connection that the pool keeps.
    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    CountyConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection taken = super.getConnection();
        try {
            Connection kept = taken.unwrap(PgConnection.class);
            String county = county();
            if (!county.equals(told.get(kept))) {
                tell(taken, county);
                told.put(kept, county);
            }
            return taken;
        } catch (SQLException failed) {
            taken.close();
            throw failed;
        }
    }

    private static String county() {
        return CountyScope.current().stream().mapToObj(String::valueOf).findFirst().orElse(EVERY);
    }

    private static void tell(Connection connection, String county) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('mingze.county', ?, false)")) {
            statement.setString(1, county);
            statement.execute();
        }
    }
}
