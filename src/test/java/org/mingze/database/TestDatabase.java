package org.mingze.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A fresh migrated database for a test; all are in one embedded server for the test run.
public final class TestDatabase {
    private static final String TEMPLATE = "migrated";
    private static final String PASSWORD = "for-tests-only";
    private static final EmbeddedPostgres SERVER =
            EmbeddedPostgres.start(Path.of("target", "test-home"), _ -> {});
    private static int count;

    private final ExternalDatabase database;
    private final DataSource application;

    private TestDatabase(String name) {
        database =
                new ExternalDatabase(SERVER.url(name), SERVER.user(), SERVER.password(), PASSWORD);
        HikariDataSource pool = Database.pool(database);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        application = new CountyConnections(pool);
    }

    static {
        try {
            removeLeftOver();
            execute("CREATE DATABASE " + TEMPLATE);
            Database.prepare(
                    Database.owner(
                            new ExternalDatabase(
                                    SERVER.url(TEMPLATE),
                                    SERVER.user(),
                                    SERVER.password(),
                                    PASSWORD)),
                    PASSWORD,
                    true);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A database of its own, with every module's schema and no rows.
    public static synchronized TestDatabase fresh() {
        String name = "test_" + ++count;
        try {
            execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new TestDatabase(name);
    }

    /// Connections as `mingze_app`, as the application has them.
    public DataSource application() {
        return application;
    }

    /// Connections as the owner, who may do everything.
    public DataSource owner() {
        return Database.owner(database);
    }

    public JdbcClient client() {
        return JdbcClient.create(application);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(application));
    }

    /// The settings by which a Spring context uses this database and not one of its own.
    public Map<String, String> settings() {
        return Map.of(
                "mingze.database.url", database.url(),
                "mingze.database.owner", database.owner(),
                "mingze.database.owner-password", database.ownerPassword(),
                "mingze.database.password", database.password());
    }

    private static void removeLeftOver() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT datname FROM pg_database"
                                        + " WHERE datname = 'migrated' OR datname LIKE 'test\\_%'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        for (String name : names) {
            execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                SERVER.url("postgres"), SERVER.user(), SERVER.password());
    }
}
