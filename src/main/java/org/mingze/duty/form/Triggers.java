package org.mingze.duty.form;

import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Selector;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 触发 — the record that raised an obligation, and whether it still does.
public final class Triggers {
    private Triggers() {}

    public static Optional<RecordHistory> history(Obligation obligation, AsOf asOf) {
        return obligation.occasion() instanceof Occasion.OnRecord(long number, var _)
                ? asOf.known().records().history(number)
                : Optional.empty();
    }

    /// 撤 when the trigger was withdrawn or no longer matches.
    public static Optional<Verdict> unlessStanding(Obligation obligation, AsOf asOf) {
        return Obligations.trigger(obligation.duty().form())
                .flatMap(
                        selector ->
                                unlessRaised(obligation, selector, history(obligation, asOf), asOf))
                .filter(verdict -> verdict.standing() == Standing.REVOKED);
    }

    /// 撤 when the trigger was withdrawn or no longer matches, 未到 before its day, 缺据 when it
    /// cannot be told whether it matches.
    public static Optional<Verdict> unlessRaised(
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

    public static Certainty matches(Selector selector, WorkRecord record, Situation situation) {
        return Certainty.of(selector.condition(), situation.scope(record), situation.world());
    }

    private static String why(Selector selector, WorkRecord record, Situation situation) {
        return selector.condition()
                .flatMap(given -> given.firstFailing(situation.scope(record), situation.world()))
                .map(failing -> failing.read())
                .orElse("起因不详");
    }
}
