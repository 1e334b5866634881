package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// Goes anew through the steps before a step of a dossier.
final class Restepping {
    private final Replay replay;
    private final DutyForm.Steps form;
    private final WorkRecord record;
    private final Situation situation;
    private final List<Contribution> found = new ArrayList<>();
    private final List<Rejection> failing = new ArrayList<>();

    Restepping(Replay replay, DutyForm.Steps form, WorkRecord record) {
        this.replay = replay;
        this.form = form;
        this.record = record;
        this.situation = replay.situation().triggeredBy(record);
    }

    Expected expected() {
        Optional<WorkRecord> root =
                replay.counterpart()
                        .filter(Value.Link.class::isInstance)
                        .flatMap(
                                link ->
                                        replay.known()
                                                .records()
                                                .find(((Value.Link) link).number()));
        if (root.isEmpty()) {
            return Expected.of(Standing.REVOKED);
        }
        Standing standing =
                switch (Certainty.of(form.when(), situation.scope(record), situation.world())) {
                    case FALSE -> Standing.NOT_APPLICABLE;
                    case UNKNOWN -> Standing.UNPROVEN;
                    case TRUE -> stepped(root.get());
                };
        return Expected.of(standing).due(record.day(), record.day()).found(found, found, failing);
    }

    private Standing stepped(WorkRecord root) {
        int own = 0;
        while (own < form.steps().size() && match(form.steps().get(own).act()) == Certainty.FALSE) {
            own++;
        }
        if (own == form.steps().size() || match(form.steps().get(own).act()) == Certainty.UNKNOWN) {
            return Standing.UNPROVEN;
        }
        boolean missing = false;
        boolean certain = false;
        for (int index = 0; index < own; index++) {
            DutyForm.Step step = form.steps().get(index);
            Certainty taken = taken(step.act(), root, index == own - 1);
            Situation that = situation.at(root.day());
            Certainty absent =
                    step.absent().isEmpty()
                            ? Certainty.FALSE
                            : Certainty.of(step.absent(), that.scope(root), that.world());
            if (taken != Certainty.TRUE && absent != Certainty.TRUE) {
                missing = true;
                certain |= taken == Certainty.FALSE && absent == Certainty.FALSE;
            }
        }
        return !missing ? Standing.FULFILLED : certain ? Standing.BREACHED : Standing.UNPROVEN;
    }

    private Certainty match(Selector act) {
        Situation that = situation.at(record.day());
        return act.recordType().equals(record.type().name())
                ? Certainty.of(act.condition(), that.scope(record), that.world())
                : Certainty.FALSE;
    }

    private Certainty taken(Selector act, WorkRecord root, boolean justBefore) {
        List<WorkRecord> dossier =
                new ArrayList<>(
                        replay.all(act.recordType()).stream()
                                .filter(each -> replay.isFollowing(each, root.number()))
                                .sorted(Records.ORDER)
                                .toList());
        if (root.type().name().equals(act.recordType()) && !root.day().isAfter(replay.today())) {
            dossier.add(root);
        }
        Certainty taken = Certainty.FALSE;
        List<Rejection> why = new ArrayList<>();
        for (WorkRecord earlier : dossier) {
            boolean before =
                    earlier.number() != record.number()
                            && earlier.occurred().compareTo(record.occurred()) <= 0
                            && Weighed.owned(act.owner(), earlier, situation, true)
                                    != Certainty.FALSE;
            if (!before) {
                continue;
            }
            boolean near =
                    !justBefore || isApart(form.distance(), earlier.day(), record.day(), situation);
            Weighed weighed = Weighed.of(act, earlier, situation, true);
            if (weighed.match() == Certainty.TRUE && near) {
                found.add(Reclosing.plain(earlier));
                return Certainty.TRUE;
            }
            if (weighed.match() == Certainty.UNKNOWN && near) {
                taken = Certainty.UNKNOWN;
            }
            weighed.rejection().ifPresent(why::add);
        }
        failing.addAll(why);
        return taken;
    }

    static boolean isApart(
            Optional<DutyForm.Distance> distance,
            LocalDate earlier,
            LocalDate later,
            Situation situation) {
        WorkCalendar calendar = situation.known().calendar();
        return distance.flatMap(DutyForm.Distance::atLeast)
                        .flatMap(slot -> Slots.span(slot, situation))
                        .map(span -> !later.isBefore(calendar.plus(earlier, span)))
                        .orElse(true)
                && distance.flatMap(DutyForm.Distance::atMost)
                        .flatMap(slot -> Slots.span(slot, situation))
                        .map(span -> !later.isAfter(calendar.plus(earlier, span)))
                        .orElse(true);
    }
}
