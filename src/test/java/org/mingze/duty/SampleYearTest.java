package org.mingze.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

@DisplayName("样例年：引擎找出的差错正是埋下的那些")
class SampleYearTest {
    private static final Path SAMPLE = Path.of("samples", "mingchuan");
    private static final Set<Standing> FAULTS =
            Set.of(Standing.BREACHED, Standing.LATE, Standing.UNPROVEN);

    private static List<Entry> entries = List.of();
    private static List<Planted> planted = List.of();
    private static LocalDate end = LocalDate.EPOCH;

    private record Planted(
            String what,
            Optional<String> institution,
            String duty,
            String bearer,
            Optional<String> counterpart,
            String occasion,
            LocalDate day,
            LocalDate known,
            String standing) {
        ObligationKey key() {
            return new ObligationKey(
                    institution.orElseThrow(), duty, bearer, counterpart, occasion);
        }
    }

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws Exception {
        entries = Archive.read(SAMPLE).entries();
        Map<String, Object> manifest =
                (Map<String, Object>)
                        new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
                                .loadFromString(Files.readString(SAMPLE.resolve("manifest.yaml")));
        end = LocalDate.parse(String.valueOf(manifest.get("截至")));
        List<Planted> read = new ArrayList<>();
        for (Map<String, String> item :
                (List<Map<String, String>>) Objects.requireNonNull(manifest.get("植入"))) {
            if (item.containsKey("判")) {
                read.add(planted(item));
            }
        }
        planted = read;
    }

    private static Planted planted(Map<String, String> item) {
        return new Planted(
                String.valueOf(item.get("事")),
                Optional.ofNullable(item.get("制度")),
                String.valueOf(item.get("号")),
                String.valueOf(item.get("谁")),
                Optional.ofNullable(item.get("对")),
                Optional.ofNullable(item.get("期")).orElseGet(() -> "件" + item.get("件")),
                LocalDate.parse(item.get("于")),
                LocalDate.parse(item.get("知")),
                String.valueOf(item.get("判")));
    }

    private static Knowledge knownOn(LocalDate day) {
        return Knowledge.of(
                entries.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(ChinaTime.endOf(day)))
                        .toList(),
                WorkCalendar.published());
    }

    @Test
    @DisplayName("每一笔都读得懂")
    void everyEntryIsUnderstood() {
        assertThat(knownOn(end.plusYears(1)).faults()).isEmpty();
    }

    @TestFactory
    @DisplayName("埋下的每一处都判得对")
    Stream<DynamicTest> findsEachPlantedFault() {
        return planted.stream()
                .map(
                        fault ->
                                DynamicTest.dynamicTest(
                                        fault.what(),
                                        () ->
                                                assertThat(standing(fault))
                                                        .isEqualTo(fault.standing())));
    }

    private static String standing(Planted fault) {
        Obligations obligations = new Obligations(knownOn(fault.known()), fault.day());
        return obligations
                .find(fault.key())
                .map(obligation -> obligations.judge(obligation).standing().word())
                .orElse("没有这项应尽事项");
    }

    @Test
    @DisplayName("没有埋的，一处也不多报")
    void findsNothingElse() {
        Set<String> expected = new TreeSet<>();
        planted.stream()
                .filter(fault -> fault.day().equals(end) && fault.known().equals(end))
                .filter(fault -> FAULTS.stream().anyMatch(s -> s.word().equals(fault.standing())))
                .forEach(fault -> expected.add(fault.key() + " " + fault.standing()));
        Set<String> found = new TreeSet<>();
        for (Verdict verdict :
                new Obligations(knownOn(end), end).verdicts(end.minusYears(2), end)) {
            if (FAULTS.contains(verdict.standing())) {
                found.add(verdict.obligation().key() + " " + verdict.standing().word());
            }
        }
        assertThat(found).isEqualTo(expected);
    }
}
