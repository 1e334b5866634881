package org.mingze.duty.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.institution.DutyForm;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

@DisplayName("一笔记录计入哪些职责")
class EffectsTest {
    @ParameterizedTest(name = "{0}的每一笔")
    @ValueSource(strings = {"mingchuan", "nianjing"})
    @DisplayName("从记录看，与从全部判定里找它，说的相同")
    void everyRecord(String sample) throws Exception {
        List<Entry> entries = Archive.read(Path.of("samples", sample)).entries();
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        LocalDate day = ChinaTime.day(entries.getLast().recordedAt()).plusDays(1);
        Map<Long, Set<String>> counted = counted(known, day);
        assertThat(counted).hasSizeGreaterThan(100);
        for (RecordHistory history : known.records().histories()) {
            if (!history.isWithdrawn() && !history.current().day().isAfter(day)) {
                Set<String> told = new TreeSet<>();
                Effects.of(known, history.number(), day).stream()
                        .filter(effect -> effect.reach() == Effects.Reach.COUNTS)
                        .forEach(effect -> told.add(key(effect.verdict())));
                assertThat(told)
                        .as("第%d号", history.number())
                        .isEqualTo(counted.getOrDefault(history.number(), Set.of()));
            }
        }
    }

    /// By record, of every duty that a record answers.
    private static Map<Long, Set<String>> counted(Knowledge known, LocalDate day) {
        Map<Long, Set<String>> counted = new TreeMap<>();
        for (Verdict verdict :
                new Obligations(known, day).verdicts(LocalDate.of(2000, 1, 1), day)) {
            DutyForm form = verdict.obligation().duty().form();
            if (!form.isJudgedAtEntry() && !(form instanceof DutyForm.Proportion)) {
                verdict.counted().stream()
                        .map(Contribution::record)
                        .forEach(
                                record ->
                                        counted.computeIfAbsent(record, _ -> new TreeSet<>())
                                                .add(key(verdict)));
            }
        }
        return counted;
    }

    private static String key(Verdict verdict) {
        return verdict.obligation().key().toString();
    }
}
