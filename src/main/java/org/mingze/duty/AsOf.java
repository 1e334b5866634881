package org.mingze.duty;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.work.Knowledge;

/// 截至 — what is known, and the day asked about; what happened after that day is not seen.
///
/// @param kept candidates kept at hand; without them they are searched for, and the answer is the
///             same but for the records that do not count, which only the search explains
public record AsOf(Knowledge known, LocalDate day, Optional<KeptCandidates> kept) {
    public AsOf(Knowledge known, LocalDate day) {
        this(known, day, Optional.empty());
    }
}
