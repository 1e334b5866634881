package org.mingze.work.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Holds a timeline to a plain sorted set, while records come late, are corrected and go.
@DisplayName("时序")
class TimelineTest {
    private static final int ENTRIES = 3_000;
    private static final int LATE_DAYS_MAX = 400;

    private final Random random = new Random(7);
    private final Timeline timeline = new Timeline();
    private final TreeSet<Long> plain = new TreeSet<>();

    @Test
    @DisplayName("迟录的、补录的、撤了的，任何一段里数得都和排好的一样")
    void countsWhatASortedSetCounts() {
        for (int number = 1; number <= ENTRIES; number++) {
            long today = number / 3;
            long late = random.nextInt(5) == 0 ? random.nextInt(LATE_DAYS_MAX) : random.nextInt(3);
            long mark = Timeline.mark(today - late, number, random.nextInt(10) > 0);
            timeline.add(mark);
            plain.add(mark);
            if (random.nextInt(4) == 0) {
                long gone = List.copyOf(plain).get(random.nextInt(plain.size()));
                timeline.remove(gone);
                plain.remove(gone);
            }
            assertSame(today - random.nextInt(LATE_DAYS_MAX), today - random.nextInt(30));
        }
        assertSame(-LATE_DAYS_MAX, ENTRIES);
    }

    private void assertSame(long from, long to) {
        List<Long> expected = new ArrayList<>();
        if (from <= to) {
            long first = Timeline.mark(from, 0, true);
            long after = Timeline.mark(to + 1, 0, true);
            expected.addAll(plain.subSet(first, after));
        }
        List<Long> found = new ArrayList<>();
        timeline.each(from, to, found::add);
        assertThat(found).isEqualTo(expected);
        long count = timeline.count(from, to);
        assertThat(Timeline.possible(count)).isEqualTo(expected.size());
        assertThat(Timeline.certain(count))
                .isEqualTo(expected.stream().filter(Timeline::isSure).count());
    }
}
