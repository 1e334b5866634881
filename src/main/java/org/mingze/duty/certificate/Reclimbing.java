package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.RestDayRule;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
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
        Optional<LocalDate> reached = reached(began);
        if (reached.filter(day -> !day.isAfter(replay.today())).isEmpty()) {
            return Expected.of(Standing.AHEAD);
        }
        Optional<LocalDate> due =
                rung.limit()
                        .flatMap(slot -> Slots.span(slot, situation))
                        .map(
                                span ->
                                        replay.known()
                                                .calendar()
                                                .limit(reached.get(), span, RestDayRule.STAYS));
        Situation breached = below.situation().at(replay.today());
        List<Contribution> issued =
                Issued.of(
                                rung.act(),
                                replay.bearer(),
                                below.bearer(),
                                below.occasion()
                                                instanceof
                                                Occasion.OnRecord(long number, OptionalLong _)
                                        ? Optional.of(number)
                                        : Optional.empty(),
                                reached.get(),
                                situation)
                        .stream()
                        .filter(act -> Issued.isApproved(act, rung, began, breached))
                        .map(Reclosing::plain)
                        .toList();
        Expected open = Expected.of(standing(issued, due, reached.get(), lapsed));
        Expected dated = due.map(day -> open.due(day, day)).orElse(open);
        return dated.found(issued.stream().limit(1).toList(), issued, List.of());
    }

    private Optional<LocalDate> reached(LocalDate began) {
        return switch (rung.reached()) {
            case DutyForm.Reached.Times _ -> Optional.of(began);
            case DutyForm.Reached.After(var duration) ->
                    Slots.span(duration, situation)
                            .map(
                                    span ->
                                            replay.known()
                                                    .calendar()
                                                    .limit(
                                                            began.minusDays(1),
                                                            span,
                                                            RestDayRule.STAYS)
                                                    .plusDays(1));
        };
    }

    private Standing standing(
            List<Contribution> issued,
            Optional<LocalDate> due,
            LocalDate reached,
            Optional<LocalDate> lapsed) {
        if (!issued.isEmpty()) {
            return due.filter(day -> issued.getFirst().day().isAfter(day)).isPresent()
                    ? Standing.LATE
                    : Standing.FULFILLED;
        }
        if (lapsed.filter(end -> !end.isAfter(reached)).isPresent()) {
            return Standing.AHEAD;
        }
        if (lapsed.isPresent()) {
            return Standing.REVOKED;
        }
        return due.filter(replay.today()::isAfter).isPresent() ? Standing.BREACHED : Standing.OPEN;
    }
}
