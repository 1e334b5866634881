package org.mingze.office.packet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.journal.Digest;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 一年 — how many standing records of each type, and the digest of which they are.
record ArchiveYear(Map<String, Integer> byType, List<String> open, String digest) {
    static ArchiveYear of(Knowledge known, int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        Keeping keeping = Keeping.of(known);
        Map<String, Integer> byType = new TreeMap<>();
        List<String> open = new ArrayList<>();
        StringBuilder numbers = new StringBuilder();
        for (String type : known.rules().vocabulary().recordTypes().keySet()) {
            List<WorkRecord> records = known.records().ofType(type, from, to);
            if (!records.isEmpty()) {
                byType.put(type, records.size());
                records.forEach(record -> numbers.append(record.number()).append('\n'));
                if (keeping.termOf(type).isEmpty()) {
                    open.add(type);
                }
            }
        }
        return new ArchiveYear(
                byType,
                open,
                Digest.of(numbers.toString().getBytes(StandardCharsets.UTF_8)).toString());
    }

    /// The last entry that archived a year.
    static Optional<Entry> archived(Knowledge known, int year) {
        return known.acts(ArchivesController.ACT).stream()
                .filter(
                        each ->
                                each.content()
                                        .text("年")
                                        .filter(String.valueOf(year)::equals)
                                        .isPresent())
                .reduce((_, later) -> later);
    }

    /// Whether nothing was recorded or withdrawn since an entry archived the year.
    boolean isSame(Entry archived) {
        return archived.content().text("摘要").filter(digest::equals).isPresent();
    }

    int count() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
}
