package org.mingze.duty.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.journal.Archive;
import org.mingze.work.Knowledge;

@DisplayName("全部制度同时施行的两年")
class CatalogueYearTest {
    private static final Path FOLDER = Path.of("samples", "nianjing");
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2027, 6, 30);
    private static final LocalDate ASKED = LocalDate.of(2027, 10, 1);

    @TempDir private Path folder;

    @Test
    @DisplayName("存着的年景与按例写出来的逐字节相同，每一笔都读得懂")
    void isWhatTheCasesTell() throws IOException {
        if ("write".equals(System.getProperty("mingze.sample"))) {
            Archive.write(FOLDER, new CatalogueYear().archive());
        }
        Archive.write(folder, new CatalogueYear().archive());

        for (String name : List.of("entries.jsonl", "classed.jsonl", "checkpoint.json")) {
            assertThat(Files.mismatch(folder.resolve(name), FOLDER.resolve(name)))
                    .as("%s 与按例写出来的不同，用 -Dmingze.sample=write 重写后再提交", name)
                    .isEqualTo(-1);
        }
        assertThat(Knowledge.of(Archive.read(FOLDER).entries(), WorkCalendar.published()).faults())
                .isEmpty();
    }

    @Test
    @DisplayName("每项职责在这两年里至少得出两种判定")
    void everyDutyIsJudgedInMoreThanOneWay() {
        Knowledge known = Knowledge.of(Archive.read(FOLDER).entries(), WorkCalendar.published());
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Verdict verdict : new Obligations(known, ASKED).verdicts(FROM, TO)) {
            String duty =
                    verdict.obligation().key().institution()
                            + "/"
                            + verdict.obligation().key().duty();
            found.computeIfAbsent(duty, _ -> new TreeSet<>()).add(verdict.standing().word());
        }
        Map<String, Set<String>> wanting = new TreeMap<>();
        for (Institution institution : new CatalogueYear().library().loaded().institutions()) {
            for (Duty duty : institution.duties()) {
                String name = institution.id() + "/" + duty.number();
                boolean ended = institution.until().filter(FROM::isAfter).isPresent();
                if (!ended && found.getOrDefault(name, Set.of()).size() < 2) {
                    wanting.put(name, found.getOrDefault(name, Set.of()));
                }
            }
        }
        assertThat(wanting).isEmpty();
    }
}
