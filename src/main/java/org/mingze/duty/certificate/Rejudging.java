package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// What the verdict must be, step by step as the language says.
final class Rejudging {
    private final Replay replay;

    Rejudging(Replay replay) {
        this.replay = replay;
    }

    Expected expected() {
        Certainty raised = Certainty.TRUE;
        if (replay.occasion() instanceof Occasion.OnRecord) {
            raised = stands(replay.trigger(), Triggering.of(replay.duty().form()).orElseThrow());
        }
        if (raised == Certainty.FALSE) {
            return Expected.of(Standing.REVOKED);
        }
        if (replay.bearer().isEmpty()) {
            return waived(Expected.of(Standing.UNPROVEN));
        }
        Situation situation = replay.situation();
        if (replay.duty().parameters().stream()
                .anyMatch(name -> situation.parameter(name).isEmpty())) {
            return Expected.of(Standing.INACTIVE);
        }
        return waived(
                raised == Certainty.UNKNOWN
                        ? Expected.of(Standing.UNPROVEN)
                        : unlessGone(byForm()));
    }

    /// Whether the trigger is there and is what the duty speaks of.
    private Certainty stands(Optional<RecordHistory> trigger, Selector selector) {
        if (trigger.isEmpty() || trigger.get().isWithdrawn()) {
            return Certainty.FALSE;
        }
        WorkRecord record = trigger.get().current();
        Situation situation = replay.situation().at(record.day());
        return Certainty.of(selector.condition(), situation.scope(record), situation.world());
    }

    private Expected byForm() {
        return switch (replay.duty().form()) {
            case DutyForm.Frequency form -> recounted(form);
            case DutyForm.Coverage form -> recounted(Triggering.perMember(form));
            case DutyForm.Response form -> new Reanswering(replay, trigger()).expected(form);
            case DutyForm.ClosedLoop form ->
                    new Reclosing(replay, form, replay.trigger().orElseThrow()).expected();
            case DutyForm.Invariant form -> new Rereading(replay, trigger()).expected(form);
            case DutyForm.Prohibition form -> new Rereading(replay, trigger()).expected(form);
            case DutyForm.Precedence form -> new Rereading(replay, trigger()).expected(form);
        };
    }

    private Expected recounted(DutyForm.Frequency form) {
        return replay.occasion() instanceof Occasion.InPeriod(Period period)
                ? new Recounting(replay, form, period).expected()
                : Expected.of(Standing.CONFLICTED);
    }

    private WorkRecord trigger() {
        return replay.trigger().orElseThrow().current();
    }

    /// Nothing is owed any more by who was abolished before the due day.
    private Expected unlessGone(Expected expected) {
        Optional<LocalDate> due = expected.deadline().due();
        if (due.isEmpty() || !Triggering.isOwing(replay.duty().form(), expected.standing())) {
            return expected;
        }
        LocalDate day = replay.today().isBefore(due.get()) ? replay.today() : due.get();
        return isThere(replay.bearer().orElseThrow(), replay.known().organization(), day)
                ? expected
                : expected.standing(Standing.REVOKED);
    }

    static boolean isThere(Value.Reference who, Organization organization, LocalDate day) {
        return switch (who.kind()) {
            case BODY -> organization.body(who.code(), day).isPresent();
            case POST -> organization.post(who.code(), day).isPresent();
            case PERSON -> true;
        };
    }

    private Expected waived(Expected expected) {
        return switch (expected.standing()) {
            case OPEN, BREACHED, UNPROVEN ->
                    new ActsUsed(replay)
                            .waiver()
                            .map(
                                    act ->
                                            expected.standing(Standing.WAIVED)
                                                    .using(java.util.List.of(act)))
                            .orElse(expected);
            case AHEAD,
                    FULFILLED,
                    LATE,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    INACTIVE,
                    CONFLICTED ->
                    expected;
        };
    }
}
