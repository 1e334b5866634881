package org.mingze.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("库")
class DatabaseTest {
    @TempDir private Path home;

    @Test
    @DisplayName("内置的库：迁移以属主，应用以 mingze_app，停后再开照旧")
    void connectsAsTheApplication() {
        for (int start = 0; start < 2; start++) {
            try (Database database = Database.open(home, Optional.empty(), _ -> {})) {
                assertThat(user(database.source())).isEqualTo("mingze_app");
                assertThat(
                                JdbcClient.create(database.source())
                                        .sql("SELECT count(*) FROM journal.county")
                                        .query(Long.class)
                                        .single())
                        .isZero();
            }
        }
    }

    @Test
    @DisplayName("设了外部地址就用外部的库，同样以 mingze_app")
    void usesAnExternalDatabase() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("mingze.home", home.resolve("unused").toString());
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("external", settings));
            context.register(DatabaseConfiguration.class);
            context.refresh();
            assertThat(user(context.getBean(DataSource.class))).isEqualTo("mingze_app");
            assertThat(home.resolve("unused")).doesNotExist();
        }
    }

    @Test
    @DisplayName("外部地址的设置不全，说明缺哪一项")
    void namesTheMissingSetting() {
        Map<String, String> settings = Map.of("mingze.database.url", "jdbc:postgresql://x/y");
        assertThatThrownBy(
                        () ->
                                ExternalDatabase.from(
                                        name -> Optional.ofNullable(settings.get(name))))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("MINGZE_DATABASE_OWNER");
    }

    private static String user(DataSource source) {
        return JdbcClient.create(source)
                .sql("SELECT current_user")
                .query((row, _) -> row.getString(1))
                .single();
    }
}
