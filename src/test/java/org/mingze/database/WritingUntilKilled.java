package org.mingze.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A program of its own that writes rows and says each number once it is acknowledged.
final class WritingUntilKilled {
    private WritingUntilKilled() {}

    /// The first argument is the home folder.
    public static void main(String[] arguments) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), _ -> {});
                Connection connection =
                        DriverManager.getConnection(
                                postgres.url(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY)");
            for (int number = 1; number < 1_000_000; number++) {
                statement.execute("INSERT INTO written VALUES (" + number + ")");
                System.out.println(number);
                System.out.flush();
            }
        } catch (DatabaseFault fault) {
            System.out.println(fault.getMessage());
        }
    }
}
