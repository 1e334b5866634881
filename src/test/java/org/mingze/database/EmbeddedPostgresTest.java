package org.mingze.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("内置数据库")
class EmbeddedPostgresTest {
    @TempDir private Path home;

    @Test
    @DisplayName("以耐久设置启动，停下再启动内容仍在，端口不变")
    void keepsItsRowsAndPort() throws IOException {
        String url;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, _ -> {})) {
            url = postgres.url();
            JdbcClient client = client(postgres);
            for (String setting :
                    List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(client.sql("SHOW " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(
                            client.sql(
                                            """
                                            SELECT datcollate FROM pg_database
                                            WHERE datname = 'mingze'
                                            """)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("C.UTF-8");
            client.sql("CREATE TABLE kept AS SELECT 1 AS number").update();
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("database/password"))))
                .isEqualTo("rw-------");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, _ -> {})) {
            assertThat(postgres.url()).isEqualTo(url);
            assertThat(client(postgres).sql("SELECT number FROM kept").query(Integer.class).list())
                    .containsExactly(1);
        }
    }

    @Test
    @DisplayName("同一家目录的第二个实例被拒，并说明办法")
    void refusesASecondInstance() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, _ -> {})) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, _ -> {}))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("正被另一个明责使用");
            Process other = writing();
            try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).contains("正被另一个明责使用");
            }
            assertThat(client(postgres).sql("SELECT 1").query(Integer.class).single()).isOne();
        }
    }

    @Test
    @DisplayName("写入中强杀数据库：自行重启，已确认的行一行不少")
    void survivesTheDeathOfTheServer() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, _ -> {})) {
            client(postgres).sql("CREATE TABLE written (number int PRIMARY KEY)").update();
            int acknowledged = 0;
            for (int round = 0; round < 3; round++) {
                long server = postgres.process();
                int first = acknowledged;
                try (Connection connection = connected(postgres);
                        Statement statement = connection.createStatement()) {
                    while (true) {
                        statement.execute("INSERT INTO written VALUES (" + acknowledged + ")");
                        acknowledged++;
                        if (acknowledged == first + 200) {
                            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
                        }
                    }
                } catch (SQLException dead) {
                    assertThat(acknowledged).isGreaterThanOrEqualTo(first + 200);
                }
                assertThat(rowsBelow(postgres, acknowledged)).isEqualTo(acknowledged);
                client(postgres)
                        .sql("DELETE FROM written WHERE number >= " + acknowledged)
                        .update();
            }
        }
    }

    @Test
    @DisplayName("写入中强杀 Java：不留孤儿进程，已确认的行一行不少")
    void survivesTheDeathOfJava()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Integer> acknowledged = new ArrayList<>();
        Process java = writing();
        try (BufferedReader said = java.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged.size() < 300) {
                acknowledged.add(Integer.valueOf(said.readLine()));
            }
            ProcessHandle server = serverProcess();
            java.toHandle().destroyForcibly();
            server.onExit().get(60, TimeUnit.SECONDS);
            said.lines()
                    .filter(line -> line.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .forEach(acknowledged::add);
        }
        assertThat(java.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, _ -> {})) {
            // The last line may have been cut in the middle of its digits.
            int last = acknowledged.size() - 1;
            assertThat(rowsBelow(postgres, last)).isGreaterThanOrEqualTo(last - 1L);
        }
    }

    @Test
    @DisplayName("普通用户启动的数据库随 Java 一起结束")
    void diesWithJavaUnderAnyAccount() {
        List<String> program = List.of("postgres");
        assertThat(new ServerAccount(List.of(), Optional.empty(), true).serverCommand(program))
                .containsExactly("setpriv", "--pdeathsig", "INT", "--", "postgres");
        assertThat(new ServerAccount(List.of(), Optional.empty(), true).command(program))
                .containsExactly("postgres");
        assertThat(
                        new ServerAccount(
                                        List.of("unshare", "-U", "setpriv"), Optional.empty(), true)
                                .serverCommand(program))
                .containsExactly(
                        "unshare", "-U", "setpriv", "--pdeathsig", "INT", "--", "postgres");
    }

    private ProcessHandle serverProcess() throws IOException {
        Path file = home.resolve("database/data/postmaster.pid");
        long process = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(process).orElseThrow();
    }

    private long rowsBelow(EmbeddedPostgres postgres, int number) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                return client(postgres)
                        .sql("SELECT count(*) FROM written WHERE number < " + number)
                        .query(Long.class)
                        .single();
            } catch (DataAccessException notYet) {
                assertThat(System.nanoTime()).as(notYet.getMessage()).isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private Process writing() throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classes,
                        WritingUntilKilled.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Connection connected(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static JdbcClient client(EmbeddedPostgres postgres) {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
    }
}
