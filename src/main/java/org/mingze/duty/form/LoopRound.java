package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.journal.Occurred;
import org.mingze.work.WorkRecord;

/// 轮 — from the trigger or a 复发 until the next 复发.
///
/// @param start empty while the trigger's moment is unknown
/// @param after the 复发 that opened it; empty for the first round
/// @param next  the 复发 that ended it
record LoopRound(
        Optional<LocalDate> start,
        LocalDate triggered,
        Optional<Occurred> after,
        Optional<Occurred> next) {

    /// The round that an obligation means; empty when its 复发 is withdrawn.
    static Optional<LoopRound> of(
            Obligation obligation,
            DutyForm.ClosedLoop form,
            WorkRecord trigger,
            Situation situation) {
        OptionalLong reopening =
                obligation.occasion() instanceof Occasion.OnRecord(long _, OptionalLong number)
                        ? number
                        : OptionalLong.empty();
        List<WorkRecord> reopenings = reopenings(form, trigger, situation);
        if (reopening.isEmpty()) {
            return Optional.of(
                    new LoopRound(
                            Candidates.moment(form.trigger(), trigger, situation),
                            trigger.day(),
                            Optional.empty(),
                            reopenings.stream().map(WorkRecord::occurred).findFirst()));
        }
        for (int index = 0; index < reopenings.size(); index++) {
            WorkRecord opening = reopenings.get(index);
            if (opening.number() == reopening.getAsLong()) {
                return Optional.of(
                        new LoopRound(
                                Optional.of(opening.day()),
                                trigger.day(),
                                Optional.of(opening.occurred()),
                                reopenings.stream()
                                        .skip(index + 1L)
                                        .map(WorkRecord::occurred)
                                        .findFirst()));
            }
        }
        return Optional.empty();
    }

    static List<WorkRecord> reopenings(
            DutyForm.ClosedLoop form, WorkRecord trigger, Situation situation) {
        return form
                .relapse()
                .map(selector -> Answers.to(trigger, selector, situation, trigger.day()))
                .orElse(List.of())
                .stream()
                .filter(candidate -> candidate.match() == Certainty.TRUE)
                .map(Candidates.Candidate::record)
                .toList();
    }

    /// The day from which fields must be filled anew; empty in the first round.
    Optional<LocalDate> since() {
        return after.map(Occurred::day);
    }

    /// A closure belongs to the last round that had begun before it happened.
    boolean holds(WorkRecord closure) {
        return after.map(opened -> closure.occurred().compareTo(opened) > 0).orElse(true)
                && next.map(reopened -> closure.occurred().compareTo(reopened) <= 0).orElse(true);
    }
}
