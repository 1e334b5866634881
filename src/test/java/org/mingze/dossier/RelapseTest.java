package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
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

@DisplayName("复发以后")
class RelapseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /// Back since long ago, and nothing filled in since.
    private static Dossier back(Knowledge known) {
        Dossiers dossiers = new Dossiers(new AsOf(known, DAY));
        return known.records().ofType("问题").stream()
                .flatMap(root -> dossiers.find(root.number()).stream())
                .filter(Dossier::isRelapsed)
                .filter(each -> !each.isSettled())
                .filter(each -> each.due().filter(DAY::isAfter).isPresent())
                .filter(each -> DossierAct.open(each, false, false).contains(DossierAct.MEASURE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("补填了原因、责任人和以后的期限，等的是措施；已经逾期的还是逾期")
    void staysOverAndWaitsForTheMeasure() {
        Dossier was = back(SampleCounty.known());
        assertThat(DossierAct.open(was, false, false).getFirst()).isEqualTo(DossierAct.COMPLETION);

        List<Entry> entries =
                new ArrayList<>(Archive.read(Path.of("samples", "mingchuan")).entries());
        Map<String, Content> changes = new LinkedHashMap<>();
        changes.put("原因", new Content.Text("没有人管"));
        changes.put(
                "责任人",
                new Content.Text(was.reference("责任人").map(Value.Reference::code).orElseThrow()));
        changes.put("期限", new Content.Text("2026-12-25"));
        add(entries, was.number(), changes);
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        Dossier now = new Dossiers(new AsOf(known, DAY)).find(was.number()).orElseThrow();

        assertThat(DossierAct.open(now, false, false).getFirst()).isEqualTo(DossierAct.MEASURE);
        assertThat(now.due()).isEqualTo(was.due());
        assertThat(now.day("期限")).contains(LocalDate.of(2026, 12, 25));
    }

    private static void add(List<Entry> entries, long original, Map<String, Content> changes) {
        entries.add(
                Entry.of(
                        entries.size() + 1L,
                        new Draft(
                                "更正",
                                Occurred.on(DAY),
                                Recorder.SETUP,
                                EntryMode.REPORTED,
                                new Content.Group(
                                        Map.of(
                                                "原", new Content.Text(Long.toString(original)),
                                                "改", new Content.Group(changes),
                                                "因", new Content.Text("补填")))),
                        DAY.atTime(LocalTime.NOON).atZone(ChinaTime.ZONE).toInstant()));
    }
}
