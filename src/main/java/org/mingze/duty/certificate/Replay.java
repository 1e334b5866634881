package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// What a certificate is checked against: the entries that it knew, and the duty that it names. It
/// looks through all records of a type, with no help of any index.
record Replay(AsOf asOf, Obligation obligation) {
    Knowledge known() {
        return asOf.known();
    }

    LocalDate today() {
        return asOf.day();
    }

    ObligationKey key() {
        return obligation.key();
    }

    Enactment enactment() {
        return obligation.enactment();
    }

    Duty duty() {
        return obligation.duty();
    }

    Optional<Value.Reference> bearer() {
        return obligation.bearer();
    }

    Optional<Value> counterpart() {
        return obligation.counterpart();
    }

    Occasion occasion() {
        return obligation.occasion();
    }

    Optional<RecordHistory> trigger() {
        return switch (occasion()) {
            case Occasion.InPeriod _, Occasion.OnBreach _ -> Optional.empty();
            case Occasion.OnRecord(long number, OptionalLong _) ->
                    known().records().histories().stream()
                            .filter(history -> history.original().number() == number)
                            .findFirst();
        };
    }

    private LocalDate reached(LocalDate began, int rung) {
        return duty().form() instanceof DutyForm.Escalation ladder
                ? Reclimbing.reached(this, ladder.rungs().get(rung - 1), began)
                : began;
    }

    /// The names that the expressions of the duty may read.
    Situation situation() {
        LocalDate ruleDay =
                switch (occasion()) {
                    case Occasion.InPeriod(Period period) -> period.start();
                    case Occasion.OnRecord _ ->
                            trigger().map(history -> history.current().day()).orElse(today());
                    case Occasion.OnBreach(ObligationKey breach, int rung) ->
                            Rebreaching.began(this, breach)
                                    .map(began -> rung > 0 ? reached(began, rung) : began)
                                    .orElse(today());
                };
        Situation situation =
                Situation.of(asOf, enactment().institution(), ruleDay).borneBy(bearer());
        if (duty().bearer() instanceof Bearer.ByRole(Role role)) {
            situation = situation.among(role);
        }
        if (occasion() instanceof Occasion.InPeriod(Period period)) {
            situation = situation.in(period);
        }
        Optional<RecordHistory> trigger = trigger();
        if (trigger.isPresent()) {
            situation = situation.triggeredBy(trigger.get().current());
        }
        String name =
                switch (duty().form()) {
                    case DutyForm.Steps _ -> "卷";
                    case DutyForm.Rota _ -> "班";
                    case DutyForm _ -> "其";
                };
        return counterpart().isPresent() ? situation.bind(name, counterpart().get()) : situation;
    }

    /// Every record of a type that stands on the day asked about, oldest first.
    List<WorkRecord> all(String type) {
        return known().records().histories().stream()
                .filter(history -> !history.isWithdrawn())
                .map(RecordHistory::current)
                .filter(record -> record.type().name().equals(type))
                .filter(record -> !record.day().isAfter(today()))
                .sorted(Records.ORDER)
                .toList();
    }

    /// Whether a record follows another, directly or not, even one that is withdrawn.
    boolean isFollowing(WorkRecord record, long other) {
        return known().records().followersOf(other).stream()
                .anyMatch(follower -> follower.number() == record.number());
    }

    LocalDate graceEnd(LocalDate due) {
        Span grace = Slots.span(duty().grace(), situation()).orElse(Span.NONE);
        return known().calendar().limit(due, grace, RestDayRule.STAYS);
    }
}
