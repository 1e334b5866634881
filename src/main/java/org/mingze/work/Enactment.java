package org.mingze.work;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.Institution;

/// 施行 — one version of an institution as enacted in the journal.
///
/// @param entryNumber   the 施行 entry; 0 for a version that a case or a simulation assumes
/// @param knownOn       the day of its 录时: nothing that was due before is raised
/// @param repealedFrom  the day of a 废止, from which it is no more in force
public record Enactment(
        Institution institution,
        long entryNumber,
        LocalDate knownOn,
        Optional<LocalDate> repealedFrom) {
    /// Whether this version is the kind of text that binds on a day; a later version may replace
    // it.
    public boolean covers(LocalDate day) {
        return institution.status() == Institution.Status.IN_FORCE
                && !day.isBefore(institution.from())
                && institution.until().map(last -> !day.isAfter(last)).orElse(true)
                && repealedFrom.map(day::isBefore).orElse(true);
    }
}
