package org.mingze.access.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.database.TestDatabase;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("审计")
class TrailTest {
    private static final Instant NOW = Instant.parse("2026-06-24T02:42:00.123456789Z");
    private static final Trail.Question EVERYTHING =
            new Trail.Question("", "", Optional.empty(), Optional.empty());

    private final TestDatabase database = TestDatabase.fresh();
    private final Trail trail = new Trail(database.client(), database.transaction());
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    @DisplayName("程序的库账号改不了、删不了、清不了一条审计")
    void appendOnly() {
        add(1, "登录", "a");
        for (String sql :
                List.of(
                        "UPDATE access.trail SET outcome = '' WHERE county_id = 1",
                        "DELETE FROM access.trail WHERE county_id = 1",
                        "TRUNCATE access.trail")) {
            assertThatThrownBy(() -> database.client().sql(sql).update())
                    .isInstanceOf(BadSqlGrammarException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("改一个字、少一条、截掉末尾，核验都指得出来")
    void verifies() {
        for (int number = 1; number <= 5; number++) {
            add(1, "登录", "第" + number + "人");
        }
        assertThat(trail.verify(1).sentence()).isEqualTo("审计5条，一条不少，一字未改。");
        owner.sql("UPDATE access.trail SET subject = '别人' WHERE county_id = 1 AND number = 3")
                .update();
        assertThat(trail.verify(1).sentence()).startsWith("审计从第3条起对不上");
        owner.sql("UPDATE access.trail SET subject = '第3人' WHERE county_id = 1 AND number = 3")
                .update();
        assertThat(trail.verify(1).fault()).isEmpty();
        owner.sql("DELETE FROM access.trail WHERE county_id = 1 AND number = 5").update();
        assertThat(trail.verify(1).sentence()).contains("应有5条，只有4条");
        owner.sql("DELETE FROM access.trail WHERE county_id = 1 AND number = 2").update();
        assertThat(trail.verify(1).sentence()).startsWith("审计从第2条起对不上");
    }

    @Test
    @DisplayName("一齐写也一条接一条，两个县各接各的")
    void concurrent() {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200)
                    .forEach(
                            number ->
                                    writers.execute(() -> add(1 + number % 2, "登录", "x" + number)));
        }
        assertThat(trail.verify(1)).isEqualTo(new Trail.Checked(100, Optional.empty()));
        assertThat(trail.verify(2)).isEqualTo(new Trail.Checked(100, Optional.empty()));
    }

    @Test
    @DisplayName("按字、动作和日子找，新的在前；一个县找不到另一个县的")
    void finds() {
        add(1, "登录", "甲");
        add(1, "读密类", "第7号");
        add(2, "读密类", "第7号");
        assertThat(trail.lines(1, EVERYTHING, 0, 10))
                .extracting(line -> line.deed().subject())
                .containsExactly("第7号", "甲");
        assertThat(trail.count(1, new Trail.Question("第7", "", Optional.empty(), Optional.empty())))
                .isEqualTo(1);
        assertThat(trail.count(1, new Trail.Question("", "登录", Optional.empty(), Optional.empty())))
                .isEqualTo(1);
        LocalDate day = LocalDate.of(2026, 6, 24);
        assertThat(trail.count(1, new Trail.Question("", "", Optional.of(day), Optional.of(day))))
                .isEqualTo(2);
        assertThat(
                        trail.count(
                                1,
                                new Trail.Question(
                                        "", "", Optional.of(day.plusDays(1)), Optional.empty())))
                .isZero();
    }

    private void add(int county, String act, String subject) {
        trail.append(
                county,
                new TrailLine.Who("zhouyantian", "p019", "qingshi.secretary", "10.0.0.7"),
                "POST /sign-in",
                TrailLine.Deed.done(act, subject),
                NOW);
    }
}
