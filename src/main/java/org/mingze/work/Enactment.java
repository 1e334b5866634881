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
    /// Whether this version binds on a day, unless a later one replaces it.
    public boolean covers(LocalDate day) {
        return isInForce() && reaches(day);
    }

    /// 施行, and not 草案 暂停 废止.
    public boolean isInForce() {
        return institution.status() == Institution.Status.IN_FORCE;
    }

    /// Whether a day lies within its days; a suspension and a repeal reach days as well.
    boolean reaches(LocalDate day) {
        return institution.status() != Institution.Status.DRAFT
                && !day.isBefore(institution.from())
                && institution.until().map(last -> !day.isAfter(last)).orElse(true)
                && repealedFrom.map(day::isBefore).orElse(true);
    }
}
