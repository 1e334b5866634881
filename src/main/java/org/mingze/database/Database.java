package org.mingze.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// 库 — the migrated database and the application's connections to it.
///
/// The application connects as `mingze_app`, which may not change what the journal holds; only the
/// migrations run as the owner.
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 20;

    /// One statement serves every filter of a list, so it is planned for what it is asked;
    /// compiling such a plan costs more than it saves.
    private static final String PLANNED_BY_VALUES =
            "SET plan_cache_mode = force_custom_plan; SET jit = off";

    private final Optional<EmbeddedPostgres> embedded;
    private final HikariDataSource pool;
    private final DataSource source;

    private Database(Optional<EmbeddedPostgres> embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
        this.source = new CountyConnections(pool);
    }

    /// Opens the external database where there is one, else the embedded one of the home folder.
    ///
    /// @throws DatabaseFault with a Chinese sentence and what to do
    public static Database open(
            Path home, Optional<ExternalDatabase> external, Consumer<String> progress) {
        if (external.isPresent()) {
            ExternalDatabase database = external.get();
            DataSource owner = owner(database);
            prepare(owner, database.password(), false);
            return new Database(Optional.empty(), pool(database));
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(home, progress);
        try {
            ExternalDatabase database =
                    new ExternalDatabase(
                            embedded.url(), embedded.user(), embedded.password(), password());
            progress.accept("核对数据库版本");
            prepare(owner(database), database.password(), true);
            return new Database(Optional.of(embedded), pool(database));
        } catch (RuntimeException failed) {
            embedded.close();
            throw failed;
        }
    }

    /// The application's connections, each within the county of whoever takes it.
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    /// Brings roles and schemas up to date.
    static void prepare(DataSource owner, String password, boolean changing) {
        try (Connection connection = owner.getConnection()) {
            Migrations.createRoles(connection, password);
            if (changing) {
                Migrations.changePassword(connection, password);
            }
        } catch (SQLException failed) {
            throw new DatabaseFault(
                    "数据库连不上或建不成角色：" + failed.getMessage() + "；核对 MINGZE_DATABASE_URL 与账号的权限",
                    failed);
        }
        Migrations.migrate(owner);
    }

    static DataSource owner(ExternalDatabase database) {
        return new DriverManagerDataSource(
                database.url(), database.owner(), database.ownerPassword());
    }

    static HikariDataSource pool(ExternalDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("mingze");
        config.setJdbcUrl(database.url());
        config.setUsername(Migrations.APPLICATION);
        config.setPassword(database.password());
        config.setConnectionInitSql(PLANNED_BY_VALUES);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /// A password for this run only: nothing keeps it.
    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
