package org.mingze.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import picocli.CommandLine.Option;

/// 档案选项 — which journal is asked, on which day, and with which knowledge.
final class JournalOptions {
    @Option(names = "--journal", required = true, paramLabel = "档案", description = "账簿档案（文件夹或zip）")
    private Path journal;

    @Option(names = "--at", required = true, paramLabel = "日期", description = "问哪一天，如2026-06-30")
    private LocalDate at;

    @Option(names = "--known", paramLabel = "日期", description = "按哪一天所知回答（缺省是全部所知）")
    private Optional<LocalDate> known = Optional.empty();

    AsOf asOf() {
        Optional<Instant> until = known.map(ChinaTime::endOf);
        List<Entry> entries =
                Archive.read(journal).entries().stream()
                        .filter(
                                entry ->
                                        until.map(end -> !entry.recordedAt().isAfter(end))
                                                .orElse(true))
                        .toList();
        return new AsOf(Knowledge.of(entries, WorkCalendar.published()), at);
    }
}
