package org.mingze.duty.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Selector;
import org.mingze.work.ChinaTime;
import org.mingze.work.WorkRecord;

/// 期后补录 — whether a record came to count only by what was entered after a day.
public final class Sufficiency {
    private Sufficiency() {}

    public static boolean becameAfter(
            LocalDate day, Selector act, WorkRecord record, Situation situation) {
        Instant end = ChinaTime.endOf(day);
        if (record.recordedAt().isAfter(end)) {
            return true;
        }
        Optional<WorkRecord> then =
                situation
                        .known()
                        .records()
                        .history(record.number())
                        .filter(history -> !history.corrections().isEmpty())
                        .flatMap(history -> history.knownAt(end));
        if (then.isEmpty()) {
            return false;
        }
        Situation that = situation.at(record.day());
        return Certainty.of(act.condition(), that.scope(then.get()), that.world())
                != Certainty.TRUE;
    }
}
