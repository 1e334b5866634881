package org.mingze.duty.running;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.Obligations;
import org.mingze.duty.situation.Tied;
import org.mingze.institution.Duty;
import org.mingze.institution.Selector;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// The records that raise what another may answer, though it follows none of them.
final class Causes {
    private Causes() {}

    /// Their numbers; empty where it may be any record.
    static Optional<Set<Long>> of(
            Duty duty, Selector answer, RecordHistory record, Knowledge known) {
        Set<Long> causes = new HashSet<>();
        for (Selector trigger : Obligations.triggers(duty.form())) {
            Optional<List<WorkRecord>> found = Tied.causes(trigger, answer, record, known);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.get().forEach(cause -> causes.add(cause.number()));
        }
        return Optional.of(causes);
    }
}
