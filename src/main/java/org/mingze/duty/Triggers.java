package org.mingze.duty;

import java.util.Optional;
import org.mingze.institution.Selector;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 触发 — the record that raised an obligation, and whether it still does.
final class Triggers {
    private Triggers() {}

    static Optional<RecordHistory> history(Obligation obligation, AsOf asOf) {
        return obligation.occasion() instanceof Occasion.OnRecord(long number, var _)
                ? asOf.known().records().history(number)
                : Optional.empty();
    }

    /// 撤 when the trigger was withdrawn or no longer matches, 未到 before its day, 缺据 when it
    /// cannot be told whether it matches.
    static Optional<Verdict> unlessRaised(
            Obligation obligation, Selector selector, Optional<RecordHistory> trigger, AsOf asOf) {
        if (trigger.isEmpty() || trigger.get().isWithdrawn()) {
            return Optional.of(Verdict.of(obligation, Standing.REVOKED, asOf, "起因记录已撤销"));
        }
        WorkRecord record = trigger.get().current();
        if (record.day().isAfter(asOf.day())) {
            return Optional.of(Verdict.of(obligation, Standing.AHEAD, asOf, ""));
        }
        Situation situation = Situations.of(obligation, asOf).at(record.day());
        return switch (matches(selector, record, situation)) {
            case TRUE -> Optional.empty();
            case FALSE -> Optional.of(Verdict.of(obligation, Standing.REVOKED, asOf, "更正后不再触发"));
            case UNKNOWN ->
                    Optional.of(
                            Verdict.of(
                                    obligation,
                                    Standing.UNPROVEN,
                                    asOf,
                                    why(selector, record, situation)));
        };
    }

    static Certainty matches(Selector selector, WorkRecord record, Situation situation) {
        return Certainty.of(selector.condition(), situation.scope(record), situation.world());
    }

    private static String why(Selector selector, WorkRecord record, Situation situation) {
        return selector.condition()
                .flatMap(given -> given.firstFailing(situation.scope(record), situation.world()))
                .map(failing -> failing.read())
                .orElse("起因不详");
    }
}
