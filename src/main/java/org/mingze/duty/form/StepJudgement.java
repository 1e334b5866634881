package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Distances;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// 步骤的判定 — a step of a dossier is in order when every step before it was taken earlier, or may be
/// missing there.
final class StepJudgement {
    private StepJudgement() {}

    /// The roots of the dossiers that a record belongs to: those that it follows, or itself.
    static List<WorkRecord> roots(DutyForm.Steps form, WorkRecord record, Situation situation) {
        List<WorkRecord> followed = new ArrayList<>(situation.known().records().citedBy(record));
        followed.add(record);
        return followed.stream()
                .filter(root -> root.type().name().equals(form.dossier().root().recordType()))
                .filter(root -> !root.day().isAfter(situation.asOf().day()))
                .filter(
                        root ->
                                Triggers.matches(
                                                form.dossier().root(),
                                                root,
                                                situation.at(root.day()))
                                        == Certainty.TRUE)
                .toList();
    }

    /// Of a step whose record stands; one that was withdrawn is not weighed at all.
    static Verdict of(Obligation obligation, DutyForm.Steps form, AsOf asOf) {
        WorkRecord record = Triggers.history(obligation, asOf).orElseThrow().current();
        Optional<WorkRecord> root =
                obligation
                        .counterpart()
                        .flatMap(
                                value ->
                                        value instanceof Value.Link(long number)
                                                ? asOf.known().records().find(number)
                                                : Optional.empty());
        if (root.isEmpty()) {
            return Verdict.of(obligation, Standing.REVOKED, asOf, "起因记录已撤销");
        }
        if (record.day().isAfter(asOf.day())) {
            return Verdict.of(obligation, Standing.AHEAD, asOf, "");
        }
        Situation situation = Situations.of(obligation, asOf).triggeredBy(record);
        Verdict plain =
                Verdict.of(obligation, Standing.UNPROVEN, asOf, "").due(record.day(), record.day());
        return switch (Certainty.of(form.when(), situation.scope(record), situation.world())) {
            case FALSE -> plain.standing(Standing.NOT_APPLICABLE, "");
            case UNKNOWN -> plain;
            case TRUE -> new Weighing(form, situation, root.get(), record).verdict(plain);
        };
    }

    private record Weighing(
            DutyForm.Steps form, Situation situation, WorkRecord root, WorkRecord record) {
        Verdict verdict(Verdict plain) {
            int own = own();
            if (own < 0) {
                return plain.standing(Standing.UNPROVEN, "不详属于哪一步");
            }
            List<Contribution> found = new ArrayList<>();
            List<Rejection> rejected = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            boolean certain = false;
            for (int index = 0; index < own; index++) {
                DutyForm.Step step = form.steps().get(index);
                Taken taken = taken(step, index == own - 1);
                rejected.addAll(taken.rejected());
                if (taken.contribution().isPresent()) {
                    found.add(taken.contribution().get());
                } else {
                    Certainty needed = needed(step);
                    boolean open = taken.perhaps() || needed == Certainty.UNKNOWN;
                    if (needed != Certainty.FALSE) {
                        missing.add(step.name());
                        certain |= !open;
                    }
                }
            }
            Standing standing =
                    missing.isEmpty()
                            ? Standing.FULFILLED
                            : certain ? Standing.BREACHED : Standing.UNPROVEN;
            String note = missing.isEmpty() ? "" : "缺" + String.join("、", missing);
            return plain.standing(standing, note).witnessed(found, found, rejected);
        }

        /// Whether a step that was not taken was needed: 可缺 does not hold of the root.
        private Certainty needed(DutyForm.Step step) {
            if (step.absent().isEmpty()) {
                return Certainty.TRUE;
            }
            Situation that = situation.at(root.day());
            return switch (Certainty.of(step.absent(), that.scope(root), that.world())) {
                case TRUE -> Certainty.FALSE;
                case FALSE -> Certainty.TRUE;
                case UNKNOWN -> Certainty.UNKNOWN;
            };
        }

        /// The step that the record is: the first whose condition holds; none while that of an
        /// earlier one cannot be told.
        private int own() {
            for (int index = 0; index < form.steps().size(); index++) {
                Selector act = form.steps().get(index).act();
                if (!act.recordType().equals(record.type().name())) {
                    continue;
                }
                Certainty is = Triggers.matches(act, record, situation.at(record.day()));
                if (is != Certainty.FALSE) {
                    return is == Certainty.TRUE ? index : -1;
                }
            }
            throw new IllegalStateException("no step: " + record.number());
        }

        private record Taken(
                Optional<Contribution> contribution, boolean perhaps, List<Rejection> rejected) {}

        private Taken taken(DutyForm.Step step, boolean justBefore) {
            List<WorkRecord> pool =
                    new ArrayList<>(situation.known().records().followersOf(root.number()));
            pool.add(root);
            boolean perhaps = false;
            List<Rejection> rejected = new ArrayList<>();
            for (Candidates.Candidate candidate : Candidates.among(step.act(), situation, pool)) {
                WorkRecord earlier = candidate.record();
                if (!isBefore(earlier)) {
                    continue;
                }
                boolean near = !justBefore || isNear(earlier.day());
                if (candidate.match() == Certainty.TRUE && near) {
                    Contribution taken =
                            new Contribution(
                                    earlier.number(),
                                    earlier.day(),
                                    Rational.ONE,
                                    earlier.lateDays(),
                                    false,
                                    false);
                    return new Taken(Optional.of(taken), false, List.of());
                }
                perhaps |= candidate.match() == Certainty.UNKNOWN && near;
                candidate
                        .failing()
                        .map(failing -> Rejection.of(earlier.number(), failing))
                        .ifPresent(rejected::add);
            }
            return new Taken(Optional.empty(), perhaps, rejected);
        }

        private boolean isBefore(WorkRecord earlier) {
            return earlier.number() != record.number()
                    && earlier.occurred().compareTo(record.occurred()) <= 0;
        }

        private boolean isNear(LocalDate earlier) {
            return Distances.holds(form.distance(), earlier, record.day(), situation);
        }
    }
}
