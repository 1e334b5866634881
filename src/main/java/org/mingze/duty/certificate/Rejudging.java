package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.calendar.Period;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.form.Judging;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Conflicts;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.institution.rota.Schedule;
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
        if (isRevoked()) {
            return Expected.of(Standing.REVOKED);
        }
        if (replay.bearer().isEmpty()) {
            return excused(Expected.of(Standing.UNPROVEN));
        }
        Situation situation = replay.situation();
        LocalDate due = Judging.firstDue(replay.obligation(), replay.asOf());
        if (Conflicts.of(replay.obligation(), situation.ruleDay(), due, replay.asOf())
                .isPresent()) {
            return Expected.of(Standing.CONFLICTED);
        }
        boolean open =
                replay.duty().parameters().stream()
                        .anyMatch(name -> situation.parameter(name).isEmpty());
        return open ? Expected.of(Standing.INACTIVE) : excused(unlessGone(byForm()));
    }

    /// Whether the trigger is gone, or is no more what the duty speaks of.
    private boolean isRevoked() {
        Optional<RecordHistory> trigger = replay.trigger();
        if (!(replay.occasion() instanceof Occasion.OnRecord)) {
            return false;
        }
        if (trigger.isEmpty() || trigger.get().isWithdrawn()) {
            return true;
        }
        List<Selector> triggers =
                Obligations.triggers(replay.duty().form()).stream()
                        .filter(of -> of.recordType().equals(trigger.get().current().type().name()))
                        .toList();
        return !triggers.isEmpty()
                && triggers.stream().allMatch(of -> stands(of) == Certainty.FALSE);
    }

    private Certainty stands(Selector selector) {
        WorkRecord record = trigger();
        Situation situation = replay.situation().at(record.day());
        return Certainty.of(selector.condition(), situation.scope(record), situation.world());
    }

    private WorkRecord trigger() {
        return replay.trigger().orElseThrow().current();
    }

    private Expected byForm() {
        boolean doubtful =
                Obligations.cyclicTrigger(replay.duty().form())
                        .filter(start -> stands(start) != Certainty.TRUE)
                        .isPresent();
        if (doubtful) {
            return Expected.of(Standing.UNPROVEN);
        }
        return switch (replay.duty().form()) {
            case DutyForm.Frequency form -> counting(form);
            case DutyForm.Coverage form ->
                    Enlisting.isTooShort(replay, form)
                            ? Expected.of(Standing.NOT_APPLICABLE)
                            : counting(
                                    new DutyForm.Frequency(
                                            form.acts(),
                                            form.every(),
                                            form.bound(),
                                            form.count(),
                                            form.window(),
                                            form.spacing()));
            case DutyForm.Proportion form -> new Remeasuring(replay).expected(form);
            case DutyForm.Rota form -> onDuty(form);
            case DutyForm.Escalation form -> climbed(form);
            case DutyForm.BreachResponse form -> afterBreach(form);
            case DutyForm.Steps form -> new Restepping(replay, form, trigger()).expected();
            case DutyForm.Response form ->
                    raised(form.trigger(), item -> new Reanswering(replay, item).expected(form));
            case DutyForm.ClosedLoop form ->
                    raised(
                            form.trigger(),
                            _ ->
                                    new Reclosing(replay, form, replay.trigger().orElseThrow())
                                            .expected());
            case DutyForm.Invariant form ->
                    raised(form.of(), item -> new Rereading(replay, item).expected(form));
            case DutyForm.Prohibition form ->
                    raised(form.of(), item -> new Rereading(replay, item).expected(form));
            case DutyForm.Precedence form ->
                    raised(form.later(), item -> new Rereading(replay, item).expected(form));
        };
    }

    /// 缺据 while it cannot be told whether the trigger is what the duty speaks of.
    private Expected raised(Selector trigger, Function<WorkRecord, Expected> judged) {
        return stands(trigger) == Certainty.TRUE
                ? judged.apply(trigger())
                : Expected.of(Standing.UNPROVEN);
    }

    private Expected counting(DutyForm.Frequency form) {
        return new Recounting(replay, form.acts(), form.spacing()).expected(form);
    }

    private Expected onDuty(DutyForm.Rota form) {
        if (!(replay.occasion() instanceof Occasion.InPeriod(Period day))) {
            return Expected.of(Standing.CONFLICTED);
        }
        if (isLetOff(form, day.start())) {
            return Expected.of(Standing.NOT_APPLICABLE);
        }
        LocalDate due = form.nextDay() ? day.start().plusDays(1) : day.start();
        return switch (form.work()) {
            case RotaWork.Acts(List<Selector> acts, Slot least) ->
                    new Recounting(replay, acts, Optional.empty()).onDay(day.start(), due, least);
            case RotaWork.Cover cover -> new Remeasuring(replay).covered(day.start(), due, cover);
        };
    }

    private boolean isLetOff(DutyForm.Rota form, LocalDate day) {
        WorkCalendar calendar = replay.known().calendar();
        return form.schedule() instanceof Schedule.Weekly weekly
                && weekly.onHoliday() == Schedule.OnHoliday.EXEMPT
                && !calendar.isWorkingDay(day)
                && !calendar.occasion(day).isEmpty();
    }

    private Expected climbed(DutyForm.Escalation form) {
        return replay.occasion() instanceof Occasion.OnBreach(ObligationKey breach, int rung)
                ? new Reclimbing(replay, form.rungs().get(rung - 1)).expected(breach)
                : Expected.of(Standing.CONFLICTED);
    }

    private Expected afterBreach(DutyForm.BreachResponse form) {
        return replay.occasion() instanceof Occasion.OnBreach(ObligationKey breach, int _)
                ? new Rebreaching(replay, form).expected(breach)
                : Expected.of(Standing.CONFLICTED);
    }

    /// Nothing is owed any more by who was abolished before the due day, unless another body
    /// carries on what it was to see through.
    private Expected unlessGone(Expected expected) {
        Optional<LocalDate> due = expected.deadline().due();
        if (due.isEmpty() || !isOwing(expected.standing())) {
            return expected;
        }
        LocalDate day = replay.today().isBefore(due.get()) ? replay.today() : due.get();
        Organization organization = replay.known().organization();
        Value.Reference bearer = replay.bearer().orElseThrow();
        boolean carriedOn =
                replay.duty().form().isEndedByFollower()
                        && bearer.kind() == Value.Reference.Kind.BODY
                        && organization.carriedOnBy(bearer.code(), day).isPresent();
        return carriedOn || isThere(bearer, organization, day)
                ? expected
                : expected.standing(Standing.REVOKED);
    }

    /// Whether something is still to do, or still to be refrained from.
    private boolean isOwing(Standing standing) {
        DutyForm form = replay.duty().form();
        boolean upper = form.counting().equals(Optional.of(DutyForm.Bound.AT_MOST));
        return !form.isJudgedAtEntry()
                && switch (standing) {
                    case OPEN, UNPROVEN -> true;
                    case BREACHED, LATE -> !upper;
                    case FULFILLED -> upper;
                    case AHEAD, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED ->
                            false;
                };
    }

    private static boolean isThere(Value.Reference who, Organization organization, LocalDate day) {
        return switch (who.kind()) {
            case BODY -> organization.body(who.code(), day).isPresent();
            case POST -> organization.post(who.code(), day).isPresent();
            case PERSON -> true;
        };
    }

    /// 免, else 停, of what is open or missed.
    private Expected excused(Expected expected) {
        return switch (expected.standing()) {
            case OPEN, BREACHED, UNPROVEN -> {
                ActsUsed acts = new ActsUsed(replay);
                Certificate.Deadline deadline = expected.deadline();
                LocalDate due = deadline.graceEnd().or(deadline::due).orElse(replay.today());
                LocalDate decisive = replay.today().isBefore(due) ? replay.today() : due;
                Optional<Long> waiver = acts.waiver();
                yield waiver.isPresent()
                        ? expected.standing(Standing.WAIVED).using(List.of(waiver.get()))
                        : acts.rest(decisive)
                                .map(used -> expected.standing(Standing.STAYED).using(used))
                                .orElse(expected);
            }
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
