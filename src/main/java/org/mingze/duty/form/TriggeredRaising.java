package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 因事起责 — what records raise: an obligation of whoever the rule names, for each dossier, member
/// or round that it asks about.
final class TriggeredRaising {
    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;

    TriggeredRaising(AsOf asOf, Predicate<Value.Reference> wanted) {
        this.asOf = asOf;
        this.wanted = wanted;
    }

    /// What a duty raises on a record: one obligation, and one more for each time it was reopened;
    /// one for each member of a covered set, or each dossier that the record belongs to.
    List<Obligation> on(Enactment enactment, Duty duty, RecordHistory history) {
        WorkRecord record = history.current();
        Situation situation = Situation.of(asOf, enactment.institution(), record.day());
        if (record.day().isAfter(asOf.day()) || !everMatched(duty, history, situation)) {
            return List.of();
        }
        List<Obligation> raised = new ArrayList<>();
        for (Situation bound : bound(duty, history, situation)) {
            Optional<Value.Reference> bearer = bearer(duty, bound, record);
            boolean unwanted =
                    bearer.filter(wanted.negate().or(who -> !binds(enactment, who, record.day())))
                            .isPresent();
            if (!unwanted) {
                raised.addAll(owed(enactment, duty, bearer, bound, record));
            }
        }
        return raised;
    }

    /// The situations in which a record raises something: one for each dossier of 步, else one.
    private List<Situation> bound(Duty duty, RecordHistory history, Situation situation) {
        Situation triggered = situation.triggeredBy(history.current());
        return duty.form() instanceof DutyForm.Steps steps
                ? StepJudgement.roots(steps, history.current(), situation).stream()
                        .map(root -> triggered.bind("卷", new Value.Link(root.number())))
                        .toList()
                : List.of(triggered);
    }

    private List<Obligation> owed(
            Enactment enactment,
            Duty duty,
            Optional<Value.Reference> bearer,
            Situation bound,
            WorkRecord record) {
        Obligation plain = obligation(enactment, duty, bearer, record, OptionalLong.empty());
        return switch (duty.form()) {
            case DutyForm.ClosedLoop form -> {
                List<Obligation> raised = new ArrayList<>(List.of(plain));
                for (WorkRecord reopening : LoopRound.reopenings(form, record, bound)) {
                    OptionalLong round = OptionalLong.of(reopening.number());
                    raised.add(obligation(enactment, duty, bearer, record, round));
                }
                yield raised;
            }
            case DutyForm.Steps _ ->
                    List.of(plain.towards(Optional.ofNullable(bound.bound().get("卷"))));
            case DutyForm.Coverage form ->
                    Coverages.perMember(
                            plain, form, Cycles.span(plain, form.every(), asOf).days(), asOf);
            case DutyForm _ -> List.of(plain);
        };
    }

    /// The first day on which something is due, before any extension; empty while it is unknown.
    static Optional<LocalDate> firstDue(Obligation owed, RecordHistory trigger, AsOf asOf) {
        WorkRecord record = trigger.current();
        Situation situation = Situations.of(owed, asOf).triggeredBy(record);
        return switch (owed.duty().form()) {
            case DutyForm.Response form -> ResponseJudgement.firstDue(form, record, situation);
            case DutyForm.ClosedLoop form ->
                    ClosedLoopJudgement.firstDue(owed, form, trigger, situation);
            case DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _ ->
                    Optional.of(record.day());
            case DutyForm.Frequency form -> end(owed, form.every(), asOf);
            case DutyForm.Coverage form -> end(owed, form.every(), asOf);
            case DutyForm.Proportion form -> end(owed, form.every(), asOf);
            case DutyForm.Rota _, DutyForm.Escalation _, DutyForm.BreachResponse _ ->
                    Optional.empty();
        };
    }

    private static Optional<LocalDate> end(Obligation owed, DutyForm.Cycle every, AsOf asOf) {
        Cycles.Days span = Cycles.span(owed, every, asOf);
        return span.ended() ? Optional.of(span.days().end()) : Optional.empty();
    }

    private static Obligation obligation(
            Enactment enactment,
            Duty duty,
            Optional<Value.Reference> bearer,
            WorkRecord record,
            OptionalLong reopening) {
        return new Obligation(
                enactment,
                duty,
                bearer,
                Optional.empty(),
                new Occasion.OnRecord(record.number(), reopening));
    }

    /// A trigger that matches now, or matched before some correction, raised something.
    private static boolean everMatched(Duty duty, RecordHistory history, Situation situation) {
        Situation that = situation.at(history.current().day());
        String type = history.current().type().name();
        return Obligations.triggers(duty.form()).stream()
                .filter(trigger -> trigger.recordType().equals(type))
                .anyMatch(
                        trigger ->
                                history.states().stream()
                                        .anyMatch(
                                                state ->
                                                        Triggers.matches(trigger, state, that)
                                                                != Certainty.FALSE));
    }

    private Optional<Value.Reference> bearer(Duty duty, Situation bound, WorkRecord record) {
        Situation ofRecord = bound.borneBy(owner(record).map(who -> carrying(who, record)));
        Optional<Value.Reference> found =
                Bearers.resolve(duty.bearer(), ofRecord)
                        .map(who -> carrying(who, record))
                        .filter(named -> Judging.exists(named, asOf, record.day()));
        return found.isPresent()
                ? found
                : duty.bearerIfUnknown()
                        .flatMap(
                                role ->
                                        Bearers.nearest(
                                                role,
                                                ofRecord.body(),
                                                asOf.known().organization(),
                                                record.day()));
    }

    private Value.Reference carrying(Value.Reference who, WorkRecord record) {
        return Bearers.carrying(who, asOf.known().organization(), record.day());
    }

    /// Whose act the record is, so that the nearest member of a role can be looked for.
    private static Optional<Value.Reference> owner(WorkRecord record) {
        for (String field : List.of(record.type().owner(), "机构", "责任单位")) {
            Optional<Value> value = record.field(field);
            if (value.isPresent() && value.get() instanceof Value.Reference reference) {
                return Optional.of(reference);
            }
        }
        return record.recorder().post().isEmpty()
                ? Optional.empty()
                : Optional.of(Value.Reference.post(record.recorder().post()));
    }

    private boolean binds(Enactment enactment, Value.Reference bearer, LocalDate day) {
        Situation situation =
                Situation.of(asOf, enactment.institution(), day).borneBy(Optional.of(bearer));
        Optional<String> body = situation.body();
        return body.isEmpty()
                || Bearers.binds(
                        enactment.institution(),
                        body.flatMap(code -> asOf.known().organization().body(code, day)));
    }
}
