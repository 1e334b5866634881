package org.mingze.database;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 迁移 — brings the roles and each module's schema to the state that this version needs.
///
/// A module's tables are in the schema of its name, made by the files in its own folder below
/// `db/migration`, with a history of their own; no module refers to another one's schema.
final class Migrations {
    static final String APPLICATION = "mingze_app";
    static final String ERASER = "mingze_eraser";
    private static final String JOURNAL = "journal";

    private Migrations() {}

    /// Makes the roles that are missing; what each may do, the migrations say.
    static void createRoles(Connection owner, String applicationPassword) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            if (isMissing(owner, APPLICATION)) {
                statement.execute("CREATE ROLE " + APPLICATION + " LOGIN");
                changePassword(owner, applicationPassword);
            }
            if (isMissing(owner, ERASER)) {
                statement.execute("CREATE ROLE " + ERASER + " NOLOGIN");
                statement.execute(
                        "GRANT " + ERASER + " TO " + APPLICATION + " WITH INHERIT FALSE, SET TRUE");
            }
        }
    }

    static void changePassword(Connection owner, String password) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            String literal = "'" + password.replace("'", "''") + "'";
            statement.execute("ALTER ROLE " + APPLICATION + " PASSWORD " + literal);
        }
    }

    static void migrate(DataSource owner) {
        for (String module : modules()) {
            try {
                Flyway.configure()
                        .dataSource(owner)
                        .schemas(module)
                        .locations("classpath:db/migration/" + module)
                        .initSql(
                                "SET client_min_messages = warning; SET mingze.county = '"
                                        + CountyConnections.EVERY
                                        + "'")
                        .validateMigrationNaming(true)
                        .load()
                        .migrate();
                grant(owner, module);
                CountyPolicies.apply(owner, module);
            } catch (FlywayException | SQLException failed) {
                throw new DatabaseFault(
                        "数据库升级到本版时在 " + module + " 处停下：" + failed.getMessage() + "；换回上一版，或从备份恢复后再试",
                        failed);
            }
        }
    }

    /// Lets the application use a module's tables, but for those of the journal, which says
    /// itself what may be done with it.
    private static void grant(DataSource owner, String module) throws SQLException {
        if (module.equals(JOURNAL)) {
            return;
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + module + " TO " + APPLICATION);
            statement.execute(
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "
                            + module
                            + " TO "
                            + APPLICATION);
            for (String table : appendOnly(connection, module)) {
                statement.execute(
                        "REVOKE UPDATE, DELETE, TRUNCATE ON " + table + " FROM " + APPLICATION);
            }
            statement.execute(
                    "REVOKE ALL ON " + module + ".flyway_schema_history FROM " + APPLICATION);
        }
    }

    /// The tables of a module whose comment says that rows are only added.
    private static List<String> appendOnly(Connection owner, String module) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement find =
                owner.prepareStatement(
                        "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = ?::regnamespace"
                                + " AND obj_description(c.oid, 'pg_class') = 'append only'")) {
            find.setString(1, module);
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
    }

    /// The modules that have migrations.
    static SortedSet<String> modules() {
        SortedSet<String> modules = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/*.sql")) {
                String address =
                        URLDecoder.decode(file.getURL().toString(), StandardCharsets.UTF_8);
                String path = address.substring(address.lastIndexOf("db/migration/"));
                modules.add(path.split("/", -1)[2]);
            }
        } catch (IOException unreadable) {
            throw new DatabaseFault("数据库升级文件读不出：重装明责", unreadable);
        }
        return modules;
    }

    private static boolean isMissing(Connection owner, String role) throws SQLException {
        try (PreparedStatement find =
                owner.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            find.setString(1, role);
            try (ResultSet found = find.executeQuery()) {
                return !found.next();
            }
        }
    }
}
