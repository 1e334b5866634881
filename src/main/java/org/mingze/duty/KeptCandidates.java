package org.mingze.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.situation.Certainty;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// 常备候选 — the records that a selector may mean, kept at hand as entries come.
public interface KeptCandidates {
    /// 常备一件 — a record and whether it meets the selector's condition; empty where that depends on
    /// who asks and when.
    record Kept(WorkRecord record, Optional<Certainty> condition) {}

    /// What may be this bearer's in `from`–`to`, oldest first, without what certainly fails the
    /// condition; empty if this selector is not kept.
    Optional<List<Kept>> of(
            Selector selector, Optional<Value.Reference> bearer, LocalDate from, LocalDate to);
}
