package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 闭环的判定 — what is required is filled in time, then the item closes by its deadline; the first
/// phase missed breaches it, and each 复发 opens a round that must be filled and closed anew.
public final class ClosedLoopJudgement {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private ClosedLoopJudgement() {}

    public static Verdict of(Obligation obligation, DutyForm.ClosedLoop form, AsOf asOf) {
        Optional<RecordHistory> trigger = Triggers.history(obligation, asOf);
        Optional<Verdict> gone = Triggers.unlessRaised(obligation, form.trigger(), trigger, asOf);
        if (gone.isPresent()) {
            return gone.get();
        }
        RecordHistory history = trigger.orElseThrow();
        Situation situation = Situations.of(obligation, asOf).triggeredBy(history.current());
        Optional<LoopRound> round = LoopRound.of(obligation, form, history.current(), situation);
        if (round.isEmpty()) {
            return Verdict.of(obligation, Standing.REVOKED, asOf, "复发记录已撤销");
        }
        return new Judged(obligation, form, history, situation, round.get()).verdict();
    }

    /// The first day on which something is due in a round, before any extension.
    static Optional<LocalDate> firstDue(
            Obligation obligation,
            DutyForm.ClosedLoop form,
            RecordHistory trigger,
            Situation situation) {
        return LoopRound.of(obligation, form, trigger.current(), situation)
                .map(round -> new Judged(obligation, form, trigger, situation, round))
                .flatMap(judged -> earlier(judged.fillDue(), judged.deadline()));
    }

    /// What comes first: an item may have to be closed before the time to fill it in has run.
    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    private record Judged(
            Obligation obligation,
            DutyForm.ClosedLoop form,
            RecordHistory history,
            Situation situation,
            LoopRound round) {

        Verdict verdict() {
            if (round.start().isEmpty()) {
                String field = form.trigger().moment().map(Expression::source).orElse("时");
                return Verdict.of(obligation, Standing.UNPROVEN, situation.asOf(), field + "未填");
            }
            Filling filling = filling();
            LoopPhase filled =
                    form.completeWithin().isEmpty()
                            ? LoopPhase.DONE
                            : phase(filling.completeOn(), fillDue());
            Optional<LocalDate> due =
                    filled == LoopPhase.DONE
                            ? closeDue().or(this::fillDue)
                            : earlier(fillDue(), closeDue());
            Verdict open =
                    Verdict.of(obligation, Standing.OPEN, situation.asOf(), filling.missing());
            Verdict dated = due.map(day -> open.due(day, graceEnd(day))).orElse(open);
            return form.closing().isPresent()
                    ? closing(dated, filling, filled)
                    : filled(dated, filling, filled);
        }

        private Verdict filled(Verdict dated, Filling filling, LoopPhase filled) {
            return switch (filled) {
                case DONE ->
                        dated.standing(Standing.FULFILLED, "")
                                .witnessed(filling.witnesses(), filling.witnesses(), List.of());
                case DONE_LATE ->
                        dated.standing(Standing.LATE, "")
                                .witnessed(filling.witnesses(), filling.witnesses(), List.of());
                case OPEN -> dated;
                case MISSED -> dated.standing(Standing.BREACHED, filling.missing());
                case UNDATED -> dated.standing(Standing.UNPROVEN, filling.missing());
            };
        }

        private Verdict closing(Verdict dated, Filling filling, LoopPhase filled) {
            Optional<LocalDate> due = closeDue();
            ResponseJudgement.Answered closed =
                    ResponseJudgement.Answered.to(
                            history.current(),
                            form.closing().orElseThrow(),
                            round::holds,
                            situation,
                            due.orElse(LAST),
                            due.map(this::graceEnd).orElse(LAST));
            Verdict weighed =
                    dated.witnessed(
                            closed.first().stream().toList(), closed.counted(), closed.rejected());
            LoopPhase closure = phase(closed.first().map(Contribution::day), due);
            Standing standing = standing(filled, closure, closed, due);
            String note =
                    closure == LoopPhase.UNDATED && standing == Standing.UNPROVEN
                            ? form.deadline().map(field -> field.source() + "未填").orElse("")
                            : filling.missing();
            return weighed.standing(standing, note)
                    .using(moved().map(Extensions.Moved::acts).orElse(List.of()));
        }

        private Standing standing(
                LoopPhase filled,
                LoopPhase closure,
                ResponseJudgement.Answered closed,
                Optional<LocalDate> due) {
            boolean complete =
                    situation
                            .known()
                            .isComplete(
                                    form.closing().orElseThrow().recordType(),
                                    situation.body(),
                                    round.triggered());
            boolean mayClose = !complete || !closed.doubtful().isEmpty();
            if (filled.isMissed()) {
                return closed.first().isPresent()
                        ? Standing.LATE
                        : mayClose ? Standing.UNPROVEN : Standing.BREACHED;
            }
            if (filled == LoopPhase.UNDATED) {
                return Standing.UNPROVEN;
            }
            return switch (closure) {
                case DONE -> filled == LoopPhase.OPEN ? Standing.OPEN : Standing.FULFILLED;
                case OPEN -> Standing.OPEN;
                case UNDATED ->
                        fillDue().map(day -> !today().isAfter(graceEnd(day))).orElse(false)
                                ? Standing.OPEN
                                : Standing.UNPROVEN;
                case DONE_LATE ->
                        !complete || closed.mayExistBy(graceEnd(due.orElseThrow()))
                                ? Standing.UNPROVEN
                                : Standing.LATE;
                case MISSED -> mayClose ? Standing.UNPROVEN : Standing.BREACHED;
            };
        }

        private LoopPhase phase(Optional<LocalDate> done, Optional<LocalDate> due) {
            return LoopPhase.of(done, due.map(this::graceEnd), today());
        }

        private LocalDate today() {
            return situation.asOf().day();
        }

        private LocalDate graceEnd(LocalDate due) {
            return Judging.graceEnd(obligation, due, situation.asOf());
        }

        Optional<LocalDate> fillDue() {
            return form.completeWithin()
                    .flatMap(slot -> Slots.span(slot, situation))
                    .flatMap(span -> round.start().map(start -> limit(start, span)));
        }

        private LocalDate limit(LocalDate start, Span span) {
            return situation.known().calendar().limit(start, span, form.restDays());
        }

        /// 期限 as first written in this round, moved where 末日遇休 says so; a later correction does
        /// not move it.
        Optional<LocalDate> deadline() {
            WorkRecord first = history.firstValues(round.since(), today());
            return form.deadline()
                    .map(given -> given.evaluate(situation.scope(first), situation.world()))
                    .flatMap(
                            value ->
                                    value instanceof Value.Day(LocalDate day)
                                            ? Optional.of(day)
                                            : Optional.<LocalDate>empty())
                    .map(day -> situation.known().calendar().lastDay(day, form.restDays()));
        }

        private Optional<LocalDate> closeDue() {
            return moved().map(Extensions.Moved::due);
        }

        private Optional<Extensions.Moved> moved() {
            return deadline()
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
            Optional<LocalDate> complete = round.start();
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
            return history.firstFilledOn(field, round.since()).filter(day -> !day.isAfter(today()));
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
                    Answers.to(
                                    history.current(),
                                    any,
                                    situation,
                                    round.since().orElse(round.triggered()))
                            .stream()
                            .map(Candidates.Candidate::record)
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
