package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Issued;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;

/// Climbs anew to a rung of a ladder, from the breach below it.
final class Reclimbing {
    private final Replay replay;
    private final DutyForm.Rung rung;
    private final Situation situation;

    Reclimbing(Replay replay, DutyForm.Rung rung) {
        this.replay = replay;
        this.rung = rung;
        this.situation = replay.situation().at(replay.today());
    }

    Expected expected(ObligationKey breach) {
        Optional<Replay> source =
                new Obligations(replay.known(), replay.today())
                        .find(breach)
                        .map(owed -> new Replay(replay.asOf(), owed));
        return source.flatMap(below -> climbed(below, new Rejudging(below).expected()))
                .orElseGet(() -> Expected.of(Standing.REVOKED));
    }

    private Optional<Expected> climbed(Replay below, Expected breach) {
        Certificate.Deadline deadline = breach.deadline();
        LocalDate decided = deadline.graceEnd().or(deadline::due).orElse(replay.today());
        LocalDate began = below.duty().form().isJudgedAtEntry() ? decided : decided.plusDays(1);
        Optional<LocalDate> lapsed =
                breach.counted().stream()
                        .map(Contribution::day)
                        .filter(day -> day.isAfter(decided))
                        .min(Comparator.naturalOrder());
        return switch (breach.standing()) {
            case BREACHED -> Optional.of(rung(below, began, Optional.empty()));
            case LATE -> Optional.of(rung(below, began, lapsed));
            case AHEAD,
                    OPEN,
                    FULFILLED,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    UNPROVEN,
                    INACTIVE,
                    CONFLICTED ->
                    Optional.empty();
        };
    }

    private Expected rung(Replay below, LocalDate began, Optional<LocalDate> lapsed) {
        LocalDate reached = reached(replay, rung, began);
        if (reached.isAfter(replay.today())) {
            return Expected.of(Standing.AHEAD);
        }
        Optional<LocalDate> due =
                rung.limit()
                        .flatMap(slot -> Slots.span(slot, situation))
                        .map(span -> plus(replay, reached, span));
        Situation breached = below.situation().at(replay.today());
        Optional<Long> trigger =
                below.occasion() instanceof Occasion.OnRecord(long number, OptionalLong _)
                        ? Optional.of(number)
                        : Optional.empty();
        List<Issued.Act> taken =
                Issued.of(rung.act(), replay.bearer(), below.bearer(), trigger, reached, situation);
        List<Issued.Act> meant = Issued.forCause(taken, rung, trigger, situation);
        List<Issued.Act> acts = Issued.approved(meant, rung, began, breached);
        List<Contribution> issued =
                acts.stream()
                        .filter(Issued.Act::isSure)
                        .map(act -> Reclosing.plain(act.record()))
                        .toList();
        List<Rejection> open =
                acts.stream().filter(act -> !act.isSure()).map(Issued.Act::open).toList();
        Expected stood = Expected.of(standing(acts, due, reached, lapsed));
        Expected dated = due.map(day -> stood.due(day, day)).orElse(stood);
        return dated.found(issued.stream().limit(1).toList(), issued, open);
    }

    /// By the number of the day on which the breach began.
    static LocalDate reached(Replay replay, DutyForm.Rung rung, LocalDate began) {
        Situation then =
                Situation.of(replay.asOf(), replay.enactment().institution(), began)
                        .borneBy(replay.bearer());
        return switch (rung.reached()) {
            case DutyForm.Reached.Times _ -> began;
            case DutyForm.Reached.After(var duration) ->
                    Slots.span(duration, then)
                            .map(span -> plus(replay, began.minusDays(1), span).plusDays(1))
                            .orElse(began);
        };
    }

    private static LocalDate plus(Replay replay, LocalDate day, Span span) {
        return replay.known().calendar().limit(day, span, RestDayRule.STAYS);
    }

    /// Whether some act surely counts in time, may do so, or surely none does.
    private Standing standing(
            List<Issued.Act> acts,
            Optional<LocalDate> due,
            LocalDate reached,
            Optional<LocalDate> lapsed) {
        List<Issued.Act> sure = acts.stream().filter(Issued.Act::isSure).toList();
        Optional<LocalDate> first = sure.stream().map(act -> act.record().day()).findFirst();
        if (first.filter(day -> due.filter(day::isAfter).isEmpty()).isPresent()) {
            return Standing.FULFILLED;
        }
        boolean told = Issued.isComplete(rung.act(), reached, situation);
        if (first.isPresent()) {
            LocalDate last = due.orElseThrow();
            return told
                            && acts.stream()
                                    .filter(act -> !act.record().day().isAfter(last))
                                    .findAny()
                                    .isEmpty()
                    ? Standing.LATE
                    : Standing.UNPROVEN;
        }
        if (lapsed.isPresent()) {
            return lapsed.get().isAfter(reached) ? Standing.REVOKED : Standing.AHEAD;
        }
        if (due.filter(replay.today()::isAfter).isEmpty()) {
            return Standing.OPEN;
        }
        return told && acts.isEmpty() ? Standing.BREACHED : Standing.UNPROVEN;
    }
}
