package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Reach;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

@DisplayName("常备案卷")
class KeptDossiersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int FIRST = 600;
    private static final int EVERY = 11;
    private static final Set<String> ROOTS = Set.of("问题", "来件", "交办");

    @Test
    @DisplayName("一笔记录牵连之外的案卷，录入前后一样：样例全年的每一段")
    void whatIsNotReachedStaysAsItWas() {
        List<Entry> entries = Archive.read(Path.of("samples", "mingchuan")).entries();
        Knowledge known = new Knowledge(WorkCalendar.published());
        int asked = 0;
        for (int place = 0; place < entries.size(); place++) {
            boolean compared = place > FIRST && place % EVERY == 0;
            Map<Long, String> before = compared ? dossiers(known) : Map.of();
            long size = known.size();
            known.apply(entries.get(place));
            Optional<Set<Long>> reached =
                    known.touchedSince(size).flatMap(touched -> reach(known, touched));
            if (compared && reached.isPresent()) {
                asked++;
                Map<Long, String> changed = dossiers(known);
                changed.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
                assertThat(reached.get())
                        .as("第" + entries.get(place).number() + "号")
                        .containsAll(changed.keySet());
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    private static Optional<Set<Long>> reach(Knowledge known, Set<Long> touched) {
        return new Reach(known, new Reach.Further(known.rules()), ROOTS).of(touched);
    }

    private static Map<Long, String> dossiers(Knowledge known) {
        Map<Long, String> all = new LinkedHashMap<>();
        Dossiers dossiers = new Dossiers(new AsOf(known, DAY));
        for (LedgerKind kind : LedgerKind.values()) {
            for (Dossier dossier : dossiers.all(kind)) {
                all.put(dossier.number(), told(dossier));
            }
        }
        return all;
    }

    private static String told(Dossier dossier) {
        StringBuilder told = new StringBuilder(dossier.stage());
        dossier.members().forEach(member -> told.append(' ').append(member.number()));
        for (Verdict verdict : dossier.verdicts()) {
            told.append('\n').append(verdict.obligation().key());
            told.append(' ').append(verdict.standing()).append(' ').append(verdict.due());
            told.append(' ').append(verdict.counted());
        }
        return told.toString();
    }
}
