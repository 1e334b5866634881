package org.mingze.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("第二道墙：忘了写县的语句，也只看得到、只改得了本县的行")
class CountyScopeTest {
    private static final String FORGOTTEN = "SELECT line FROM journal.entry ORDER BY line";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient client = database.client();

    @BeforeEach
    void rows() {
        for (int county : new int[] {1, 2}) {
            client.sql("INSERT INTO journal.county VALUES (:county, :name, now())")
                    .params(Map.of("county", county, "name", county + "县"))
                    .update();
            insert(county, county + "县的账");
        }
    }

    private void insert(int county, String line) {
        client.sql(
                        """
                        INSERT INTO journal.entry
                        VALUES (:county, gen_random_uuid(), 1, :line, '')
                        """)
                .params(Map.of("county", county, "line", line))
                .update();
    }

    @Test
    @DisplayName("在一县之内，不写县的查询只得本县的；明写另一县的，一行没有")
    void reads() {
        assertThat(lines(FORGOTTEN)).containsExactly("1县的账", "2县的账");
        try (CountyScope.Entered _ = CountyScope.enter(2)) {
            assertThat(lines(FORGOTTEN)).containsExactly("2县的账");
            assertThat(lines("SELECT line FROM journal.entry WHERE county_id = 1")).isEmpty();
            assertThatThrownBy(() -> CountyScope.enter(1))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(lines(FORGOTTEN)).hasSize(2);
    }

    @Test
    @DisplayName("在一县之内，往另一县写被数据库拒绝，改和删碰不到另一县")
    void writes() {
        try (CountyScope.Entered _ = CountyScope.enter(2)) {
            assertThatThrownBy(() -> client.sql("INSERT INTO work.progress VALUES (1, 5)").update())
                    .rootCause()
                    .hasMessageContaining("row-level security");
            client.sql("INSERT INTO work.progress VALUES (2, 5)").update();
        }
        client.sql("INSERT INTO work.progress VALUES (1, 5)").update();
        try (CountyScope.Entered _ = CountyScope.enter(2)) {
            assertThat(client.sql("UPDATE work.progress SET size = 9").update()).isEqualTo(1);
            assertThat(client.sql("DELETE FROM work.progress").update()).isEqualTo(1);
        }
        assertThat(client.sql("SELECT size FROM work.progress").query(Long.class).list())
                .containsExactly(5L);
    }

    @Test
    @DisplayName("二十个线程轮着用两条连接，各在各的县，回滚之后也不串")
    void sharedConnections() throws Exception {
        List<Callable<List<String>>> clients =
                IntStream.range(0, 20)
                        .<Callable<List<String>>>mapToObj(number -> () -> seen(number % 2 + 1))
                        .toList();
        try (ExecutorService all = Executors.newFixedThreadPool(20)) {
            int number = 0;
            for (Future<List<String>> done : all.invokeAll(clients)) {
                assertThat(done.get()).containsOnly((number++ % 2 + 1) + "县的账");
            }
        }
    }

    private List<String> seen(int county) {
        List<String> seen = new java.util.ArrayList<>();
        for (int round = 0; round < 30; round++) {
            try (CountyScope.Entered _ = CountyScope.enter(county)) {
                database.transaction()
                        .executeWithoutResult(
                                status -> {
                                    seen.addAll(lines(FORGOTTEN));
                                    status.setRollbackOnly();
                                });
                seen.addAll(lines(FORGOTTEN));
            }
        }
        return seen;
    }

    @Test
    @DisplayName("什么也没说的连接，如旁人拿应用的口令连上来，一行也没有")
    void untold() throws SQLException {
        Map<String, String> settings = database.settings();
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.get("mingze.database.url"),
                                Migrations.APPLICATION,
                                settings.get("mingze.database.password"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery(FORGOTTEN).next()).isFalse();
        }
    }

    private List<String> lines(String sql) {
        return client.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
