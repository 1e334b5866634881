package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 闭环的判定 — what is required is filled in time, then the item closes by its deadline; the first
/// phase missed breaches it, and each 复发 opens a round that must be filled and closed anew.
public final class ClosedLoopJudgement {
    private ClosedLoopJudgement() {}

    public static Verdict of(Obligation obligation, DutyForm.ClosedLoop form, AsOf asOf) {
        Optional<RecordHistory> trigger = Triggers.history(obligation, asOf);
        Optional<Verdict> gone = Triggers.unlessRaised(obligation, form.trigger(), trigger, asOf);
        if (gone.isPresent()) {
            return gone.get();
        }
        RecordHistory history = trigger.orElseThrow();
        Situation situation = Situations.of(obligation, asOf).triggeredBy(history.current());
        Optional<Round> round = round(obligation, form, history, situation);
        if (round.isEmpty()) {
            return Verdict.of(obligation, Standing.REVOKED, asOf, "复发记录已撤销");
        }
        return new Judged(obligation, form, history, situation, round.get()).verdict();
    }

    /// 轮 — from the trigger or a 复发 until the next 复发.
    private record Round(LocalDate start, boolean first, Optional<LocalDate> reopenedOn) {}

    private static Optional<Round> round(
            Obligation obligation,
            DutyForm.ClosedLoop form,
            RecordHistory history,
            Situation situation) {
        OptionalLong reopening =
                obligation.occasion() instanceof Occasion.OnRecord(long _, OptionalLong number)
                        ? number
                        : OptionalLong.empty();
        List<WorkRecord> reopenings = reopenings(form, history.current(), situation);
        if (reopening.isEmpty()) {
            Optional<LocalDate> start =
                    Answers.moment(form.trigger(), history.current(), situation);
            return Optional.of(
                    new Round(
                            start.orElse(history.current().day()),
                            true,
                            reopenings.stream().map(WorkRecord::day).findFirst()));
        }
        for (int index = 0; index < reopenings.size(); index++) {
            if (reopenings.get(index).number() == reopening.getAsLong()) {
                Optional<LocalDate> next =
                        index + 1 < reopenings.size()
                                ? Optional.of(reopenings.get(index + 1).day())
                                : Optional.empty();
                return Optional.of(new Round(reopenings.get(index).day(), false, next));
            }
        }
        return Optional.empty();
    }

    public static List<WorkRecord> reopenings(
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

    private record Judged(
            Obligation obligation,
            DutyForm.ClosedLoop form,
            RecordHistory history,
            Situation situation,
            Round round) {

        Verdict verdict() {
            AsOf asOf = situation.asOf();
            Optional<LocalDate> fillDue = fillDue();
            Filling filling = filling();
            Optional<LocalDate> closeDue = closeDue();
            Optional<LocalDate> due = form.closing().isPresent() ? closeDue : fillDue;
            boolean fillMissed =
                    fillDue.isPresent() && isMissed(filling.completeOn(), fillDue.get());
            Verdict open = Verdict.of(obligation, Standing.OPEN, asOf, filling.missing());
            Verdict dated =
                    (fillMissed ? fillDue : due)
                            .or(() -> fillDue)
                            .map(
                                    day ->
                                            open.due(
                                                    day,
                                                    Judging.graceEnd(obligation.duty(), day, asOf)))
                            .orElse(open);
            return form.closing().isPresent()
                    ? closing(dated, filling, fillMissed, closeDue, fillDue)
                    : filled(dated, filling, fillMissed);
        }

        private Verdict filled(Verdict dated, Filling filling, boolean fillMissed) {
            if (filling.completeOn().isEmpty()) {
                return fillMissed ? dated.standing(Standing.BREACHED, filling.missing()) : dated;
            }
            return dated.standing(fillMissed ? Standing.LATE : Standing.FULFILLED, "")
                    .witnessed(filling.witnesses(), filling.witnesses(), List.of());
        }

        private Verdict closing(
                Verdict dated,
                Filling filling,
                boolean fillMissed,
                Optional<LocalDate> closeDue,
                Optional<LocalDate> fillDue) {
            LocalDate graceEnd =
                    closeDue.map(day -> Judging.graceEnd(obligation.duty(), day, situation.asOf()))
                            .orElse(LocalDate.MAX);
            ResponseJudgement.Answered closed =
                    ResponseJudgement.Answered.to(
                            history.current(),
                            form.closing().orElseThrow(),
                            situation,
                            closeDue.orElse(LocalDate.MAX.minusYears(1)),
                            graceEnd.equals(LocalDate.MAX)
                                    ? LocalDate.MAX.minusYears(1)
                                    : graceEnd);
            Optional<Contribution> closure =
                    closed.counted().stream().filter(this::isInRound).findFirst();
            boolean closeMissed =
                    closeDue.isPresent()
                            && isMissed(closure.map(Contribution::day), closeDue.get());
            boolean missed = fillMissed || closeMissed;
            Verdict weighed =
                    dated.witnessed(closure.stream().toList(), closed.counted(), closed.rejected());
            if (closure.isPresent()) {
                return weighed.standing(
                        missed ? Standing.LATE : Standing.FULFILLED, filling.missing());
            }
            if (missed) {
                return weighed.standing(
                        closed.mayExist() && !fillMissed ? Standing.UNPROVEN : Standing.BREACHED,
                        filling.missing());
            }
            boolean undated =
                    closeDue.isEmpty()
                            && fillDue.map(day -> situation.asOf().day().isAfter(day)).orElse(true);
            return undated
                    ? weighed.standing(
                            Standing.UNPROVEN,
                            form.deadline().map(field -> field.source() + "未填").orElse(""))
                    : weighed;
        }

        private boolean isInRound(Contribution closure) {
            return !closure.day().isBefore(round.start())
                    && round.reopenedOn().map(day -> !closure.day().isAfter(day)).orElse(true);
        }

        private boolean isMissed(Optional<LocalDate> done, LocalDate due) {
            LocalDate graceEnd = Judging.graceEnd(obligation.duty(), due, situation.asOf());
            return done.map(day -> day.isAfter(graceEnd))
                    .orElse(situation.asOf().day().isAfter(graceEnd));
        }

        private Optional<LocalDate> fillDue() {
            return form.completeWithin()
                    .flatMap(slot -> Slots.span(slot, situation))
                    .map(
                            (Span span) ->
                                    situation
                                            .known()
                                            .calendar()
                                            .limit(round.start(), span, form.restDays()));
        }

        /// 期限 as first written; a later correction does not move it, only an extension does.
        private Optional<LocalDate> closeDue() {
            if (form.deadline().isEmpty()) {
                return Optional.empty();
            }
            String field = form.deadline().get().source();
            Optional<Value> value =
                    round.first()
                            ? history.firstValue(field)
                            : history.firstValueSince(field, round.start());
            if (round.first() && history.original().type().fields().get(field) == null) {
                value =
                        Optional.of(
                                form.deadline()
                                        .get()
                                        .evaluate(
                                                situation.scope(history.current()),
                                                situation.world()));
            }
            return value.flatMap(
                            given ->
                                    given instanceof Value.Day(LocalDate day)
                                            ? Optional.of(day)
                                            : Optional.empty())
                    .map(
                            day ->
                                    Extensions.moved(
                                            day,
                                            obligation,
                                            form.extendable(),
                                            form.restDays(),
                                            situation));
        }

        private Filling filling() {
            Optional<LocalDate> complete = Optional.of(round.start());
            List<Contribution> witnesses = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (DutyForm.Requirement requirement : form.required()) {
                Optional<LocalDate> filled =
                        switch (requirement) {
                            case DutyForm.Requirement.Filled(String name) -> filledOn(name);
                            case DutyForm.Requirement.FollowedBy(String type) ->
                                    followedOn(type, witnesses);
                        };
                if (filled.isEmpty()) {
                    missing.add(requirement.name());
                }
                complete = complete.flatMap(so -> filled.map(day -> day.isAfter(so) ? day : so));
            }
            return new Filling(complete, witnesses, missing);
        }

        private Optional<LocalDate> filledOn(String field) {
            if (!history.current().isFilled(field)) {
                return Optional.empty();
            }
            LocalDate day = history.current().filledOn(field);
            return day.isAfter(situation.asOf().day())
                            || (!round.first() && day.isBefore(round.start()))
                    ? Optional.empty()
                    : Optional.of(day);
        }

        private Optional<LocalDate> followedOn(String type, List<Contribution> witnesses) {
            Selector any =
                    new Selector(
                            type,
                            Optional.empty(),
                            new Selector.Owner.Anybody(),
                            new Selector.Link.Follows(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            Optional<WorkRecord> found =
                    Answers.to(history.current(), any, situation, round.start()).stream()
                            .map(Candidates.Candidate::record)
                            .filter(record -> !record.day().isBefore(round.start()))
                            .findFirst();
            found.ifPresent(
                    record ->
                            witnesses.add(
                                    new Contribution(
                                            record.number(),
                                            record.day(),
                                            Rational.ONE,
                                            record.lateDays(),
                                            false,
                                            false)));
            return found.map(WorkRecord::day);
        }
    }

    /// 齐备 — the day on which the last requirement was met, and what is still missing.
    private record Filling(
            Optional<LocalDate> completeOn,
            List<Contribution> witnesses,
            List<String> missingNames) {
        String missing() {
            return missingNames.isEmpty() ? "" : String.join("、", missingNames) + "未填";
        }
    }
}
