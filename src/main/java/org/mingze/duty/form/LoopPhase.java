package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;

/// 阶段之况 — how far one phase of a closed loop is.
enum LoopPhase {
    DONE,
    DONE_LATE,
    OPEN,
    MISSED,
    UNDATED;

    /// @param graceEnd empty while it cannot be told when the phase is due
    static LoopPhase of(Optional<LocalDate> done, Optional<LocalDate> graceEnd, LocalDate today) {
        if (graceEnd.isEmpty()) {
            return UNDATED;
        }
        if (done.isPresent()) {
            return done.get().isAfter(graceEnd.get()) ? DONE_LATE : DONE;
        }
        return today.isAfter(graceEnd.get()) ? MISSED : OPEN;
    }

    boolean isMissed() {
        return this == MISSED || this == DONE_LATE;
    }
}
