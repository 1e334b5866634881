package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.naive.RandomHistories.History;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// `-Dmingze.histories=10000 -Dmingze.seed=1` compares more, or others.
@DisplayName("累计与查找一致")
class TalliesAgreeTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 130);
    private static final long FIRST = Long.getLong("mingze.seed", 1L);
    private static final int LENGTH = 20;
    private static final List<String> TRACED =
            List.of(
                    "try.amounts",
                    "try.answering",
                    "try.counting",
                    "try.coverage",
                    "try.formalities",
                    "try.ladders",
                    "try.loops");

    @Test
    @DisplayName("随机账的每一段前缀上，按累计判的每一件应尽事项与查找全部记录判的相同")
    void agreeAfterEveryPrefix() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            everyPrefix(RandomHistories.of(seed, LENGTH));
        }
    }

    @Test
    @DisplayName("一笔记录、更正或撤销改变的每一件判定，都在它牵涉的之内")
    void whatARecordConcernsIncludesWhatItChanges() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            History history = RandomHistories.of(seed, LENGTH, TRACED);
            Knowledge known = new Knowledge(Comparison.CALENDAR);
            Tallies tallies = Tallies.over(known);
            LocalDate day = Comparison.TO.plusDays(40);
            for (Entry entry : history.entries()) {
                Optional<Long> record = record(known, entry);
                Map<ObligationKey, String> before =
                        record.isPresent() ? verdicts(known, day) : Map.of();
                known.apply(entry);
                if (record.isPresent()) {
                    Map<ObligationKey, String> after = verdicts(known, day);
                    Set<ObligationKey> concerned = new HashSet<>();
                    tallies.concernedBy(record.get(), day)
                            .forEach(verdict -> concerned.add(verdict.obligation().key()));
                    after.entrySet()
                            .removeIf(one -> one.getValue().equals(before.get(one.getKey())));
                    assertThat(concerned)
                            .as(() -> "种子 " + history.seed() + "，" + Comparison.line(entry))
                            .containsAll(after.keySet());
                }
            }
        }
    }

    @Test
    @DisplayName("只问几个主体所负的，与从全部里挑出来的相同")
    void fewBearersOweWhatTheyOweAmongAll() {
        LocalDate day = Comparison.TO.plusDays(40);
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            Knowledge known =
                    Knowledge.of(RandomHistories.of(seed, LENGTH).entries(), Comparison.CALENDAR);
            List<Obligation> all =
                    new Obligations(known, day).raised(Comparison.FROM, Comparison.TO);
            Set<Value.Reference> everybody = new LinkedHashSet<>();
            all.forEach(owed -> owed.bearer().ifPresent(everybody::add));
            for (Value.Reference one : everybody) {
                String asked = "种子 " + seed + "，" + one;
                assertThat(
                                new Obligations(known, day, Set.of(one))
                                        .raised(Comparison.FROM, Comparison.TO))
                        .as(asked)
                        .containsExactlyInAnyOrderElementsOf(
                                all.stream()
                                        .filter(owed -> owed.bearer().map(one::equals).orElse(true))
                                        .toList());
            }
        }
    }

    /// The record that an entry brings, corrects or withdraws.
    private static Optional<Long> record(Knowledge known, Entry entry) {
        if (entry.kind().equals("更正") || entry.kind().equals("撤销")) {
            return entry.content()
                    .text("原")
                    .map(Long::parseLong)
                    .filter(number -> known.records().history(number).isPresent());
        }
        return RandomHistories.RECORDS.contains(entry.kind())
                ? Optional.of(entry.number())
                : Optional.empty();
    }

    private static Map<ObligationKey, String> verdicts(Knowledge known, LocalDate day) {
        Map<ObligationKey, String> verdicts = new LinkedHashMap<>();
        for (Verdict verdict :
                new Obligations(known, day).verdicts(Comparison.FROM, Comparison.TO)) {
            verdicts.put(
                    verdict.obligation().key(),
                    verdict.standing()
                            + " "
                            + verdict.due()
                            + " "
                            + verdict.certain()
                            + " "
                            + verdict.possible()
                            + " "
                            + verdict.counted());
        }
        return verdicts;
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
        Map<ObligationKey, Standing> standings = new LinkedHashMap<>();
        for (Obligation owed : searched.raised(Comparison.FROM, Comparison.TO)) {
            Verdict one = searched.judge(owed);
            Verdict other = tallies.judge(owed, day);
            assertThat(other.witnessed(other.witnesses(), other.counted(), List.of()))
                    .as(() -> "种子 " + where + "，截至" + day + "，" + owed.key())
                    .isEqualTo(one.witnessed(one.witnesses(), one.counted(), List.of()));
            standings.put(owed.key(), one.standing());
        }
        Map<ObligationKey, Standing> swept = new LinkedHashMap<>();
        new Sweep(tallies, day)
                .each(
                        Comparison.FROM,
                        Comparison.TO,
                        stood -> swept.put(stood.obligation().key(), stood.standing()));
        assertThat(swept).as(() -> "种子 " + where + "，截至" + day).isEqualTo(standings);
    }
}
