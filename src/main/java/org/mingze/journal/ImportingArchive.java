package org.mingze.journal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 导入档案 — makes a county from an archive, line by line as it is, so that the roots agree.
@Component
public class ImportingArchive {
    private static final int BATCH = 1_000;

    private final Journal journal;
    private final Evidence evidence;

    ImportingArchive(Journal journal, Evidence evidence) {
        this.journal = journal;
        this.evidence = evidence;
    }

    /// 导入结果 — the county made, or why nothing was written.
    public sealed interface Outcome {
        record Imported(Journal.County county) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    /// Verifies the archive before anything is written; all of it is imported or nothing.
    @Transactional(rollbackFor = IOException.class)
    public Outcome imported(Archive archive, Instant now) throws IOException {
        Optional<ArchiveVerification.Finding> finding = ArchiveVerification.verify(archive);
        if (finding.isPresent()) {
            return new Outcome.Refused(finding.get().sentence());
        }
        if (journal.counties().stream().anyMatch(other -> other.name().equals(archive.county()))) {
            return new Outcome.Refused("已有" + archive.county() + "的账：换一个家目录再导入");
        }
        for (Map.Entry<Digest, Archive.Source> file : archive.evidence().entrySet()) {
            try (InputStream bytes = file.getValue().open()) {
                evidence.restore(file.getKey(), bytes);
            }
        }
        Journal.County county = journal.createCounty(archive.county(), now);
        write(county.id(), archive, now);
        return new Outcome.Imported(county);
    }

    private void write(int county, Archive archive, Instant now) {
        Map<Long, List<ClassedValue>> classed = new HashMap<>();
        for (ClassedValue value : archive.classedValues()) {
            classed.computeIfAbsent(value.number(), _ -> new ArrayList<>()).add(value);
        }
        JournalHead head = JournalHead.EMPTY;
        List<Journal.StoredEntry> entries = new ArrayList<>();
        List<ClassedValue> values = new ArrayList<>();
        for (String text : archive.lines()) {
            head = head.after(text, EntryLine.parse(text).recordedAt());
            entries.add(new Journal.StoredEntry(head.size(), text, head.root()));
            values.addAll(classed.getOrDefault(head.size(), List.of()));
            if (entries.size() == BATCH) {
                journal.store(county, entries, values, head, now);
                entries.clear();
                values.clear();
            }
        }
        if (!entries.isEmpty()) {
            journal.store(county, entries, values, head, now);
        }
    }
}
