package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Rational;
import org.mingze.work.WorkRecord;

/// Judges anew what arises from a breach, from the breach below it.
final class Rebreaching {
    private final Replay replay;
    private final DutyForm.BreachResponse form;

    Rebreaching(Replay replay, DutyForm.BreachResponse form) {
        this.replay = replay;
        this.form = form;
    }

    /// The day on which the breach under a key began; empty when it is none.
    static Optional<LocalDate> began(Replay replay, ObligationKey breach) {
        return new Obligations(replay.known(), replay.today())
                .find(breach)
                .map(owed -> new Replay(replay.asOf(), owed))
                .flatMap(below -> began(below, new Rejudging(below).expected()));
    }

    private static Optional<LocalDate> began(Replay below, Expected found) {
        boolean breached =
                found.standing() == Standing.BREACHED || found.standing() == Standing.LATE;
        Certificate.Deadline deadline = found.deadline();
        LocalDate decided = deadline.graceEnd().or(deadline::due).orElse(below.today());
        return breached
                ? Optional.of(below.duty().form().isJudgedAtEntry() ? decided : decided.plusDays(1))
                : Optional.empty();
    }

    Expected expected(ObligationKey breach) {
        Optional<LocalDate> began = began(replay, breach);
        if (began.isEmpty()) {
            return Expected.of(Standing.REVOKED);
        }
        return began.get().isAfter(replay.today())
                ? Expected.of(Standing.AHEAD)
                : answered(began.get(), replay.situation().at(began.get()));
    }

    private Expected answered(LocalDate began, Situation situation) {
        Span limit = Slots.span(form.limit(), situation).orElse(Span.NONE);
        LocalDate due =
                replay.known()
                        .calendar()
                        .deferred(
                                began,
                                replay.known().calendar().limit(began, limit, form.restDays()),
                                limit.unit(),
                                form.restDays(),
                                new ActsUsed(replay).restedDays());
        LocalDate graceEnd = replay.graceEnd(due);
        List<Contribution> counted = new ArrayList<>();
        List<Rejection> failing = new ArrayList<>();
        List<LocalDate> doubtful = new ArrayList<>();
        for (WorkRecord record : replay.all(form.answer().recordType())) {
            Certainty own = Weighed.owned(form.answer().owner(), record, situation, false);
            Weighed weighed = Weighed.of(form.answer(), record, situation, false);
            boolean timely =
                    weighed.moment()
                            .map(day -> !day.isBefore(began) && !day.isAfter(replay.today()))
                            .orElse(!record.day().isBefore(began));
            if (own == Certainty.FALSE || !timely) {
                continue;
            }
            if (weighed.match() == Certainty.TRUE && weighed.moment().isPresent()) {
                counted.add(weighed.counts(form.answer(), Rational.ONE, due, graceEnd, situation));
            } else {
                weighed.rejection().ifPresent(failing::add);
                if (weighed.match() != Certainty.FALSE) {
                    doubtful.add(weighed.moment().orElse(LocalDate.MIN));
                }
            }
        }
        counted.sort(Recount.EARLIEST);
        Reanswering.Answers answers = new Reanswering.Answers(counted, failing, doubtful);
        boolean complete =
                replay.known().isComplete(form.answer().recordType(), situation.body(), began);
        return Expected.of(Reanswering.standing(answers, complete, graceEnd, replay.today()))
                .due(due, graceEnd)
                .found(answers.first(), counted, failing);
    }
}
