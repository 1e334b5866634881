package org.mingze.duty.form;

import java.util.List;
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
        if (!(obligation.occasion() instanceof Occasion.OnRecord)) {
            return Optional.empty();
        }
        Optional<RecordHistory> trigger = history(obligation, asOf);
        List<Optional<Verdict>> answers =
                Obligations.triggers(obligation.duty().form()).stream()
                        .filter(
                                selector ->
                                        trigger.map(known -> isOf(known, selector)).orElse(true))
                        .map(selector -> unlessRaised(obligation, selector, trigger, asOf))
                        .map(
                                answer ->
                                        answer.filter(
                                                verdict -> verdict.standing() == Standing.REVOKED))
                        .toList();
        return answers.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : answers.stream().flatMap(Optional::stream).findFirst();
    }

    /// 缺据 while it cannot be told whether the record that begins 每: 次 is what the duty means.
    static Optional<Verdict> unlessBegun(Obligation obligation, AsOf asOf) {
        return Obligations.cyclicTrigger(obligation.duty().form())
                .flatMap(start -> unlessRaised(obligation, start, history(obligation, asOf), asOf));
    }

    private static boolean isOf(RecordHistory trigger, Selector selector) {
        return trigger.current().type().name().equals(selector.recordType());
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
