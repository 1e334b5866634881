package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

@DisplayName("并入了的机构的案卷")
class MergedBodyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LedgerKind KIND = LedgerKind.RECTIFICATION;
    private static final Value.Reference FORMER = Value.Reference.body("qingshi.beijing");

    private final Knowledge before = SampleCounty.known();

    @Test
    @DisplayName("没办完的由并入的机构接着办，期限照旧；办完的留着原来的名字")
    void passesOn() {
        String into = successor();
        for (LocalDate merged : List.of(DAY, DAY.minusMonths(6))) {
            Dossiers were = new Dossiers(new AsOf(before, DAY));
            Knowledge known = merged(into, merged);
            List<Dossier> now = of(known);
            assertThat(now).hasSameSizeAs(of(before)).isNotEmpty();
            assertThat(now).anyMatch(each -> !each.isSettled());
            for (Dossier each : now) {
                Dossier was = were.find(each.number()).orElseThrow();
                assertThat(each.body()).contains(each.isSettled() ? FORMER.code() : into);
                assertThat(each.due()).isEqualTo(was.due());
                assertThat(standings(each)).isEqualTo(standings(was));
            }
            assertThat(Naming.of(known.organization(), FORMER.code(), DAY)).isEqualTo("北井社区");
        }
    }

    @Test
    @DisplayName("原来看得见的还看得见：原来的上级，并入的机构")
    void staysInSight() {
        String into = successor();
        Knowledge known = merged(into, DAY);
        for (String body : List.of(into, "qingshi.gongwei")) {
            Sight sight = Sight.of(known.organization(), post(known, body), DAY);
            assertThat(of(known)).allMatch(each -> sight.sees(each.root(), each.body()));
        }
    }

    private static List<Standing> standings(Dossier dossier) {
        return dossier.verdicts().stream().map(Verdict::standing).toList();
    }

    private static List<Dossier> of(Knowledge known) {
        Dossiers dossiers = new Dossiers(new AsOf(known, DAY));
        return known.records().ofType(KIND.recordType()).stream()
                .filter(root -> root.field(KIND.body()).equals(Optional.of(FORMER)))
                .flatMap(root -> dossiers.find(root.number()).stream())
                .toList();
    }

    private String successor() {
        return before.organization().findBody("梨园村", DAY).orElseThrow();
    }

    private static String post(Knowledge known, String body) {
        return known.organization().postsIn(body, DAY).getFirst().code();
    }

    /// The journal with the entries that 并入 makes on a day.
    private Knowledge merged(String into, LocalDate day) {
        List<Entry> entries =
                new ArrayList<>(Archive.read(Path.of("samples", "mingchuan")).entries());
        before.organization()
                .postsIn(FORMER.code(), day)
                .forEach(post -> add(entries, "岗位变更", day, "岗", post.code(), "于", into));
        add(entries, "撤销机构", day, "机构", FORMER.code(), "并入", into);
        return Knowledge.of(entries, WorkCalendar.published());
    }

    private static void add(List<Entry> entries, String kind, LocalDate day, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            content.put(fields[index], new Content.Text(fields[index + 1]));
        }
        entries.add(
                Entry.of(
                        entries.size() + 1L,
                        new Draft(
                                kind,
                                Occurred.on(day),
                                Recorder.SETUP,
                                EntryMode.REPORTED,
                                new Content.Group(content)),
                        DAY.atTime(LocalTime.NOON).atZone(ChinaTime.ZONE).toInstant()));
    }
}
