package org.mingze.report.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;

@DisplayName("封存的报告同时写进去")
class KeptReportsTest {
    /// A county that no other test uses.
    private static final int COUNTY = 9_071;

    private static final int WRITERS = 8;
    private static final int EACH = 15;
    private static final Handed.Asked ASKED =
            new Handed.Asked(
                    "甲", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), Optional.empty());

    private final KeptReports kept = RunningMingze.shared().bean(KeptReports.class);

    private static Handed handed(Instant now) {
        return new Handed(0, ASKED, "报告", LocalDate.of(2026, 7, 1), 1, "00", now, "00", "p1", now);
    }

    @Test
    @DisplayName("八个人同时封存、同时改写：一份不丢，号从一起连着，没有两份同号")
    void numbersDoNotCollide() throws InterruptedException, ExecutionException {
        Instant now = Instant.parse("2026-07-01T02:00:00Z");
        List<Callable<List<Long>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String place = "位" + writer;
            writers.add(
                    () -> {
                        List<Long> numbers = new ArrayList<>();
                        for (int time = 0; time < EACH; time++) {
                            numbers.add(kept.hand(COUNTY, handed(now)));
                            kept.write(COUNTY, ASKED, place, "第" + time + "稿", "p1", now);
                        }
                        return numbers;
                    });
        }
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<List<Long>> writer : together.invokeAll(writers)) {
                numbers.addAll(writer.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
        OwnWords words = kept.words(COUNTY, ASKED, now);
        assertThat(words.byPlace()).hasSize(WRITERS).containsValue("第" + (EACH - 1) + "稿");
        assertThat(kept.all(COUNTY)).hasSize(WRITERS * EACH);
    }
}
