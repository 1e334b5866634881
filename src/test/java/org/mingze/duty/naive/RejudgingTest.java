package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Mentions;
import org.mingze.duty.running.Rejudging;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("一笔一笔续判的，与每次全判的相同")
class RejudgingTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 130);
    private static final long FIRST = Long.getLong("mingze.seed", 1L);
    private static final int LENGTH = 20;

    @Test
    @DisplayName("随机账里每个主体所负，每进一笔都相同，次序也相同")
    void randomHistories() {
        LocalDate day = Comparison.TO.plusDays(40);
        int continued = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            RandomHistories.History history = RandomHistories.of(seed, LENGTH);
            List<Entry> entries = history.entries();
            Knowledge known =
                    Knowledge.of(entries.subList(0, history.setUp()), Comparison.CALENDAR);
            Map<Value.Reference, Rejudging.Judged> kept = new HashMap<>();
            for (Entry entry : entries.subList(history.setUp(), entries.size())) {
                known.apply(entry);
                for (Value.Reference bearer : bearers(known, day)) {
                    Rejudging judging =
                            new Rejudging(
                                    known, day, Set.of(bearer), Comparison.FROM, Comparison.TO);
                    continued +=
                            next(judging, kept, bearer, known, "种子 " + seed + "，" + entry.number());
                }
            }
        }
        assertThat(continued).as("续判过的次数").isGreaterThan(HISTORIES);
    }

    @Test
    @DisplayName("样例县的制度和一年的账，最后几百笔里每隔几笔问几个岗位，都相同")
    void sampleYear() throws Exception {
        List<Entry> entries = Archive.read(Path.of("samples", "mingchuan")).entries();
        int last = entries.size() - 240;
        Knowledge known = Knowledge.of(entries.subList(0, last), WorkCalendar.published());
        Map<Value.Reference, Rejudging.Judged> kept = new HashMap<>();
        int continued = 0;
        for (int upTo = last + 1; upTo <= entries.size(); upTo++) {
            known.apply(entries.get(upTo - 1));
            if (upTo % 4 != 0) {
                continue;
            }
            LocalDate day = ChinaTime.day(entries.getLast().recordedAt());
            for (String body : List.of("qingshi.gongwei", "liuhe.dangwei", "mingchuan.duchashi")) {
                Value.Reference bearer = Value.Reference.body(body);
                Rejudging judging =
                        new Rejudging(known, day, Set.of(bearer), day.minusYears(1), day);
                continued += next(judging, kept, bearer, known, body + "，" + upTo);
            }
        }
        assertThat(continued).as("续判过的次数").isGreaterThan(100);
    }

    /// 1 if only what the entries may have changed was judged again.
    private static int next(
            Rejudging judging,
            Map<Value.Reference, Rejudging.Judged> kept,
            Value.Reference bearer,
            Knowledge known,
            String place) {
        Rejudging.Judged fresh = judging.all();
        Optional<Rejudging.Judged> continued =
                Optional.ofNullable(kept.get(bearer))
                        .flatMap(before -> judging.after(before, new Mentions(known.rules())));
        Rejudging.Judged after = continued.orElse(fresh);
        assertThat(said(after)).as(place + "，" + bearer).isEqualTo(said(fresh));
        assertThat(said(after).keySet()).containsExactlyElementsOf(said(fresh).keySet());
        kept.put(bearer, after);
        return continued.isPresent() ? 1 : 0;
    }

    private static Set<Value.Reference> bearers(Knowledge known, LocalDate day) {
        Set<Value.Reference> everybody = new LinkedHashSet<>();
        new Obligations(known, day)
                .raised(Comparison.FROM, Comparison.TO)
                .forEach(owed -> owed.bearer().ifPresent(everybody::add));
        return new LinkedHashSet<>(
                new ArrayList<>(everybody).subList(0, Math.min(4, everybody.size())));
    }

    private static Map<String, String> said(Rejudging.Judged judged) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Verdict verdict : judged.verdicts()) {
            String of =
                    verdict.obligation().key()
                            + " "
                            + verdict.obligation().enactment().institution().from();
            said.put(
                    of,
                    String.join(
                            " ",
                            verdict.standing().toString(),
                            verdict.due().toString(),
                            verdict.graceEnd().toString(),
                            verdict.certain().toString(),
                            verdict.possible().toString(),
                            verdict.counted().toString(),
                            verdict.rejected().toString(),
                            verdict.note()));
        }
        return said;
    }
}
