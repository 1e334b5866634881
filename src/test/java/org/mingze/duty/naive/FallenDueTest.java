package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.running.FallenDue;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("全县到期的职责一笔一笔续点，与每次全点的相同")
class FallenDueTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 60);
    private static final long FIRST = Long.getLong("mingze.seed", 1L);
    private static final int LENGTH = 20;

    @Test
    @DisplayName("随机账里每进一笔、更正一笔、撤销一笔都相同")
    void randomHistories() {
        LocalDate day = Comparison.TO.plusDays(40);
        int continued = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            RandomHistories.History history = RandomHistories.of(seed, LENGTH);
            List<Entry> entries = history.entries();
            Knowledge known =
                    Knowledge.of(entries.subList(0, history.setUp()), Comparison.CALENDAR);
            Following following = new Following(known, day, Comparison.FROM, Comparison.TO);
            for (Entry entry : entries.subList(history.setUp(), entries.size())) {
                known.apply(entry);
                continued += following.next("种子 " + seed + "，" + entry.number());
            }
        }
        assertThat(continued).as("续点过的次数").isGreaterThan(HISTORIES);
    }

    @Test
    @DisplayName("样例县的制度和一年的账，最后几十笔都相同")
    void sampleYear() throws Exception {
        List<Entry> entries = Archive.read(Path.of("samples", "mingchuan")).entries();
        int last = entries.size() - 40;
        Knowledge known = Knowledge.of(entries.subList(0, last), WorkCalendar.published());
        LocalDate day = ChinaTime.day(entries.getLast().recordedAt());
        Following following = new Following(known, day, day.minusMonths(6), day);
        int continued = 0;
        for (Entry entry : entries.subList(last, entries.size())) {
            known.apply(entry);
            continued += following.next("第" + entry.number() + "号");
        }
        assertThat(continued).as("续点过的次数").isGreaterThan(20);
    }

    /// One account kept from entry to entry, beside one made anew each time.
    private static final class Following {
        private final Knowledge known;
        private final Tallies tallies;
        private final LocalDate day;
        private final LocalDate from;
        private final LocalDate to;
        private FallenDue kept;

        Following(Knowledge known, LocalDate day, LocalDate from, LocalDate to) {
            this.known = known;
            this.tallies = Tallies.over(known);
            this.day = day;
            this.from = from;
            this.to = to;
            this.kept = swept(new FallenDue(known, day, from, to));
        }

        /// 1 if what was kept could go on.
        int next(String place) {
            boolean follows = kept.follows(tallies, day);
            kept = swept(follows ? kept : new FallenDue(known, day, from, to));
            assertThat(said(kept.of(_ -> true).toList()))
                    .as(place)
                    .containsExactlyInAnyOrderElementsOf(said(fresh()));
            return follows ? 1 : 0;
        }

        private FallenDue swept(FallenDue fallen) {
            while (fallen.left() > 0) {
                fallen.slice(tallies);
            }
            return fallen;
        }

        private List<FallingDue.Due> fresh() {
            List<FallingDue.Due> found = new ArrayList<>();
            Sweep sweep = new Sweep(tallies, day);
            FallingDue.stretches(known.rules(), from, to)
                    .forEach(stretch -> FallingDue.each(sweep, stretch, from, to, found::add));
            return found;
        }

        private static List<String> said(List<FallingDue.Due> dues) {
            return dues.stream()
                    .map(
                            due ->
                                    String.join(
                                            " ",
                                            due.stood().obligation().key().toString(),
                                            due.stood()
                                                    .obligation()
                                                    .enactment()
                                                    .institution()
                                                    .from()
                                                    .toString(),
                                            due.stood().standing().toString(),
                                            Long.toString(due.stood().certain()),
                                            Long.toString(due.stood().possible()),
                                            due.stood().due().toString(),
                                            due.day().toString(),
                                            due.body().toString()))
                    .toList();
        }
    }
}
