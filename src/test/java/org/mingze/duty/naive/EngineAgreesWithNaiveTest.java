package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.mingze.duty.naive.RandomHistories.History;

/// `-Dmingze.histories=100000 -Dmingze.seed=20000` compares more, and others.
@DisplayName("引擎与朴素判定一致")
class EngineAgreesWithNaiveTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 10_000);
    private static final long FIRST = Long.getLong("mingze.seed", 1L);
    private static final int LENGTH = 5;

    @Test
    @DisplayName("随机账的每一段前缀上，每一件应尽事项的情形、期限、宽限止日和计入的号都相同")
    void agreesAfterEveryPrefix(TestReporter reporter) {
        Comparison comparison = new Comparison();
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            History history = RandomHistories.of(seed, LENGTH);
            Optional<Comparison.Difference> difference = comparison.everyPrefix(history);
            assertThat(difference)
                    .as(() -> comparison.shrunk(history, difference.orElseThrow()))
                    .isEmpty();
        }
        reporter.publishEntry("比对", comparison.tally());
        assertThat(comparison.histories()).isEqualTo(HISTORIES);
    }
}
