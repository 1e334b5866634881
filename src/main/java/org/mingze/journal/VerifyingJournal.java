package org.mingze.journal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// 核验账簿 — recomputes a county's journal from the database, as it would an archive of it.
@Component
public class VerifyingJournal {
    private final Journal journal;
    private final ExportingArchive exporting;

    VerifyingJournal(Journal journal, ExportingArchive exporting) {
        this.journal = journal;
        this.exporting = exporting;
    }

    /// Empty when everything fits; else the first entry that does not.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ArchiveVerification.Finding> verify(int county, Instant now) {
        Archive archive = exporting.archive(county, now);
        return ArchiveVerification.verify(archive).or(() -> headFinding(county, archive));
    }

    private Optional<ArchiveVerification.Finding> headFinding(int county, Archive archive) {
        Optional<Instant> last =
                archive.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(EntryLine.parse(archive.lines().getLast()).recordedAt());
        return journal.head(county).lastRecordedAt().equals(last)
                ? Optional.empty()
                : Optional.of(new ArchiveVerification.Finding(0, "账首的录时与最后一号不同：账首被改过；须从备份恢复"));
    }
}
