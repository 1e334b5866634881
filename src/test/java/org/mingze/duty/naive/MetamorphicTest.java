package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.RandomHistories.History;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("蜕变性质")
class MetamorphicTest {
    private static final int HISTORIES = Integer.getInteger("mingze.histories", 40);
    private static final long FIRST = Long.getLong("mingze.seed", 100_000L);
    private static final int LENGTH = 16;
    private static final Set<Standing> DEFINITE =
            Set.of(Standing.FULFILLED, Standing.LATE, Standing.BREACHED);

    @Test
    @DisplayName("到达先后不影响今知之判定")
    void doesNotDependOnTheOrderOfArrival() {
        for (History history : histories()) {
            List<Entry> head = history.entries().subList(0, history.setUp());
            List<Entry> tail =
                    history.entries().stream()
                            .skip(history.setUp())
                            .filter(entry -> isRecord(entry) || isIndependent(entry))
                            .toList();
            List<Entry> shuffled = new ArrayList<>(tail);
            Collections.shuffle(shuffled, new Random(history.seed()));
            for (int index = 0; index < tail.size(); index++) {
                Entry entry = shuffled.get(index);
                shuffled.set(index, moved(entry, entry.number(), tail.get(index)));
            }
            LocalDate day = day(history.entries());
            assertThat(
                            Comparison.engine(
                                    Knowledge.of(joined(head, shuffled), Comparison.CALENDAR), day))
                    .as(told(history))
                    .isEqualTo(
                            Comparison.engine(
                                    Knowledge.of(joined(head, tail), Comparison.CALENDAR), day));
        }
    }

    private static boolean isIndependent(Entry entry) {
        return entry.kind().equals("免") || entry.kind().equals("建账");
    }

    @Test
    @DisplayName("录入又撤销，如未录入")
    void forgetsWhatIsAddedAndWithdrawn() {
        for (History history : histories()) {
            List<Entry> entries = history.entries();
            Entry last = entries.getLast();
            long next = last.number() + 1;
            Optional<Entry> copied = entries.stream().filter(MetamorphicTest::isRecord).findFirst();
            if (copied.isPresent()) {
                Entry added = moved(copied.get(), next, last);
                Entry withdrawn =
                        moved(
                                RandomHistories.entry(
                                        0,
                                        "撤销",
                                        last.occurred().day(),
                                        last.occurred().day(),
                                        new Content.Group(
                                                Map.of("原", new Content.Text("" + next)))),
                                next + 1,
                                last);
                Map<ObligationKey, Answer> without = answers(entries);
                Map<ObligationKey, Answer> with =
                        answers(joined(entries, List.of(added, withdrawn)));
                with.keySet().removeIf(key -> key.occasion().equals("件" + next));
                assertThat(with).as(told(history)).isEqualTo(without);
            }
        }
    }

    @Test
    @DisplayName("不相干的记录什么也不改变")
    void isNotChangedByAnIrrelevantRecord() {
        for (History history : histories()) {
            Entry last = history.entries().getLast();
            Entry stray =
                    moved(
                            RandomHistories.entry(
                                    0,
                                    "闲话",
                                    last.occurred().day(),
                                    last.occurred().day(),
                                    new Content.Group(Map.of("机构", new Content.Text("支1")))),
                            last.number() + 1,
                            last);
            assertThat(answers(joined(history.entries(), List.of(stray))))
                    .as(told(history))
                    .isEqualTo(answers(history.entries()));
        }
    }

    @Test
    @DisplayName("多一条合格的记录，至少之责不会由已履变违")
    void isNotBreachedByOneMoreRecord() {
        for (History history : histories()) {
            Entry last = history.entries().getLast();
            Map<ObligationKey, Answer> before = answers(history.entries());
            for (Entry record : history.entries()) {
                if (!isRecord(record)) {
                    continue;
                }
                Entry more = moved(record, last.number() + 1, last);
                Map<ObligationKey, Answer> after =
                        answers(joined(history.entries(), List.of(more)));
                before.forEach(
                        (key, answer) -> {
                            if (answer.standing() == Standing.FULFILLED && isAtLeast(key)) {
                                assertThat(after.get(key))
                                        .as(told(history) + "\n" + key)
                                        .extracting(Answer::standing)
                                        .isEqualTo(Standing.FULFILLED);
                            }
                        });
            }
        }
    }

    @Test
    @DisplayName("宽限放长，不会多出违")
    void isNotBreachedByMoreGrace() {
        for (History history : histories()) {
            List<Entry> lenient =
                    history.entries().stream().map(MetamorphicTest::withGrace).toList();
            Map<ObligationKey, Answer> before = answers(history.entries());
            answers(lenient)
                    .forEach(
                            (key, answer) -> {
                                if (answer.standing() == Standing.BREACHED
                                        && !isAfterABreach(key)
                                        && !rested(before.get(key))) {
                                    assertThat(before.get(key))
                                            .as(told(history) + "\n" + key)
                                            .extracting(Answer::standing)
                                            .isEqualTo(Standing.BREACHED);
                                }
                            });
        }
    }

    @Test
    @DisplayName("整体后移二十八年（星期与闰年皆同），判定随之后移")
    void movesWithTime() {
        for (History history : histories()) {
            LocalDate day = day(history.entries());
            Map<ObligationKey, Answer> here =
                    Comparison.engine(Knowledge.of(history.entries(), Comparison.CALENDAR), day);
            List<Entry> later = history.entries().stream().map(Shift::later).toList();
            Map<ObligationKey, Answer> there =
                    Comparison.engine(
                            Knowledge.of(later, Shift.CALENDAR),
                            Shift.later(day),
                            Shift.later(Comparison.FROM),
                            Shift.later(Comparison.TO));
            assertThat(there).as(told(history)).isEqualTo(Shift.later(here));
        }
    }

    @Test
    @DisplayName("隐去若干字段后仍确定的判定，与不隐时相同")
    void isDefiniteOnlyWhenEveryCompletionAgrees() {
        for (History history : histories()) {
            Map<ObligationKey, Answer> full = answers(history.entries());
            Random random = new Random(history.seed());
            for (int round = 0; round < 3; round++) {
                List<Entry> hidden = Hiding.fields(history.entries(), random);
                answers(hidden)
                        .forEach(
                                (key, answer) -> {
                                    if (DEFINITE.contains(answer.standing())
                                            && full.containsKey(key)) {
                                        assertThat(full.get(key))
                                                .as(told(history) + "\n" + key)
                                                .extracting(Answer::standing)
                                                .isEqualTo(answer.standing());
                                    }
                                });
            }
        }
    }

    private static List<History> histories() {
        List<History> histories = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            histories.add(RandomHistories.of(seed, LENGTH));
        }
        return histories;
    }

    private static boolean isRecord(Entry entry) {
        return RandomHistories.RECORDS.contains(entry.kind());
    }

    private static boolean isAtLeast(ObligationKey key) {
        boolean other =
                key.duty().startsWith("比.")
                        || Set.of("学.多", "时.多", "题.多", "谈.下", "期.上").contains(key.duty());
        return !other && Character.isDigit(key.occasion().charAt(0));
    }

    /// What rested on its last day may have been resumed by a later last day.
    private static boolean rested(@Nullable Answer answer) {
        return answer != null && answer.standing() == Standing.STAYED;
    }

    /// A breach that begins later asks for what is done later.
    private static boolean isAfterABreach(ObligationKey key) {
        return key.occasion().startsWith("升") || key.occasion().startsWith("违");
    }

    private static List<Entry> joined(List<Entry> first, List<Entry> second) {
        List<Entry> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// The same entry under a number, recorded when another was.
    private static Entry moved(Entry entry, long number, Entry after) {
        return new Entry(
                number,
                entry.kind(),
                entry.occurred(),
                after.recordedAt().plusNanos(1000L * number),
                entry.recorder(),
                entry.mode(),
                entry.content());
    }

    private static Entry withGrace(Entry entry) {
        Map<String, Content> fields = new LinkedHashMap<>(entry.content().fields());
        entry.content()
                .text("文")
                .ifPresent(
                        text ->
                                fields.put(
                                        "文",
                                        new Content.Text(
                                                TrialInstitutions.withGrace(text, "20日"))));
        return new Entry(
                entry.number(),
                entry.kind(),
                entry.occurred(),
                entry.recordedAt(),
                entry.recorder(),
                entry.mode(),
                new Content.Group(fields));
    }

    private static LocalDate day(List<Entry> journal) {
        return ChinaTime.day(journal.getLast().recordedAt());
    }

    private static Map<ObligationKey, Answer> answers(List<Entry> journal) {
        return Comparison.engine(Knowledge.of(journal, Comparison.CALENDAR), day(journal));
    }

    private static String told(History history) {
        StringBuilder text = new StringBuilder("种子 " + history.seed());
        history.entries().stream()
                .skip(history.setUp() - 2L)
                .forEach(entry -> text.append("\n  ").append(Comparison.line(entry)));
        return text.toString();
    }
}
