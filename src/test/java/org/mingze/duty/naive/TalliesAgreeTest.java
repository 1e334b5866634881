package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.duty.naive.RandomHistories.History;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// `-Dmingze.histories=10000 -Dmingze.seed=1` compares more, or others.
@DisplayName("累计与查找一致")
class TalliesAgreeTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 100);
    private static final long FIRST = Long.getLong("mingze.seed", 1L);
    private static final int LENGTH = 20;

    @Test
    @DisplayName("随机账的每一段前缀上，按累计判的每一件应尽事项与查找全部记录判的相同")
    void agreeAfterEveryPrefix() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            everyPrefix(RandomHistories.of(seed, LENGTH));
        }
    }

    private static void everyPrefix(History history) {
        List<Entry> entries = history.entries();
        Knowledge known = Knowledge.of(entries.subList(0, history.setUp()), Comparison.CALENDAR);
        Tallies tallies = Tallies.over(known);
        for (int length = history.setUp() + 1; length <= entries.size(); length++) {
            Entry entry = entries.get(length - 1);
            known.apply(entry);
            for (LocalDate day : days(entry)) {
                compare(known, tallies, day, history.seed() + "，第" + entry.number() + "号后");
            }
        }
    }

    /// The day of the entry, the end of the month before, and a day long after everything.
    private static Set<LocalDate> days(Entry entry) {
        LocalDate recorded = ChinaTime.day(entry.recordedAt());
        return new TreeSet<>(
                List.of(
                        recorded,
                        entry.occurred().day(),
                        recorded.withDayOfMonth(1).minusDays(1),
                        Comparison.TO.plusDays(40)));
    }

    private static void compare(Knowledge known, Tallies tallies, LocalDate day, String where) {
        Obligations searched = new Obligations(known, day);
        for (Obligation owed : searched.raised(Comparison.FROM, Comparison.TO)) {
            Verdict one = searched.judge(owed);
            Verdict other = tallies.judge(owed, day);
            assertThat(other.witnessed(other.witnesses(), other.counted(), List.of()))
                    .as(() -> "种子 " + where + "，截至" + day + "，" + owed.key())
                    .isEqualTo(one.witnessed(one.witnesses(), one.counted(), List.of()));
        }
    }
}
