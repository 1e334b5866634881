package org.mingze.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// 导出档案 — a county's whole journal as one archive, at one moment.
@Component
public class ExportingArchive {
    private static final int BATCH = 5_000;

    private final Journal journal;
    private final Evidence evidence;

    ExportingArchive(Journal journal, Evidence evidence) {
        this.journal = journal;
        this.evidence = evidence;
    }

    /// Writes the archive as [Archive#write] does.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void export(int county, Path target, Instant now) throws IOException {
        Archive.write(target, archive(county, now));
    }

    /// The archive in memory; evidence is read when it is opened.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Archive archive(int county, Instant now) {
        List<String> lines = new ArrayList<>();
        List<Digest> roots = new ArrayList<>();
        List<ClassedValue> classed = new ArrayList<>();
        Checkpoint checkpoint = journal.checkpoint(county, now);
        List<Journal.StoredEntry> batch = journal.stored(county, 0, BATCH);
        for (long after = 0; !batch.isEmpty(); batch = journal.stored(county, after, BATCH)) {
            batch.forEach(stored -> lines.add(stored.line()));
            batch.forEach(stored -> roots.add(stored.root()));
            classed.addAll(journal.classedValues(county, after, BATCH));
            after += BATCH;
        }
        return new Archive(lines, classed, roots, checkpoint, cited(lines, classed));
    }

    private Map<Digest, Archive.Source> cited(List<String> lines, List<ClassedValue> classed) {
        Map<Digest, Archive.Source> cited = new HashMap<>();
        List<Evidence.Citation> citations = new ArrayList<>();
        for (String line : lines) {
            if (line.indexOf('#') >= 0) {
                citations.addAll(Evidence.citations(CanonicalJson.read(line)));
            }
        }
        classed.forEach(value -> citations.addAll(Evidence.citations(value.value())));
        for (Evidence.Citation citation : citations) {
            if (evidence.holds(citation.digest())) {
                cited.put(citation.digest(), () -> evidence.open(citation.digest()));
            }
        }
        return cited;
    }
}
