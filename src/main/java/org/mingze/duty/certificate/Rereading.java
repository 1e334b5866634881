package org.mingze.duty.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Distances;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.work.WorkRecord;

/// Reads anew a record that is judged by itself.
final class Rereading {
    private final Replay replay;
    private final WorkRecord record;
    private final Situation situation;

    Rereading(Replay replay, WorkRecord record) {
        this.replay = replay;
        this.record = record;
        this.situation = replay.situation().triggeredBy(record);
    }

    Expected expected(DutyForm.Invariant form) {
        return unlessSettled(form.when())
                .orElseGet(
                        () ->
                                switch (holds(form.must())) {
                                    case TRUE -> dated(Standing.FULFILLED, List.of());
                                    case FALSE -> dated(Standing.BREACHED, failing(form.must()));
                                    case UNKNOWN -> dated(Standing.UNPROVEN, failing(form.must()));
                                });
    }

    Expected expected(DutyForm.Prohibition form) {
        return unlessSettled(form.when()).orElseGet(() -> dated(Standing.BREACHED, List.of()));
    }

    Expected expected(DutyForm.Precedence form) {
        return unlessSettled(form.when()).orElseGet(() -> preceded(form));
    }

    private Optional<Expected> unlessSettled(Optional<Expression> when) {
        return when.flatMap(
                given ->
                        switch (holds(given)) {
                            case TRUE -> Optional.empty();
                            case FALSE -> Optional.of(dated(Standing.NOT_APPLICABLE, List.of()));
                            case UNKNOWN -> Optional.of(dated(Standing.UNPROVEN, failing(given)));
                        });
    }

    private Certainty holds(Expression condition) {
        return Certainty.of(condition.evaluate(situation.scope(record), situation.world()));
    }

    private List<Rejection> failing(Expression condition) {
        return condition.firstFailing(situation.scope(record), situation.world()).stream()
                .map(failing -> Rejection.of(record.number(), failing))
                .toList();
    }

    private Expected dated(Standing standing, List<Rejection> failing) {
        return Expected.of(standing)
                .due(record.day(), record.day())
                .found(List.of(), List.of(), failing);
    }

    private Expected preceded(DutyForm.Precedence form) {
        Selector earlier = form.earlier();
        boolean followed = earlier.link() instanceof Selector.Link.Follows;
        boolean mayExist =
                !followed
                        && !replay.known()
                                .isComplete(earlier.recordType(), situation.body(), record.day());
        List<Contribution> found = new ArrayList<>();
        List<Rejection> failing = new ArrayList<>();
        for (WorkRecord other : replay.all(earlier.recordType())) {
            boolean before =
                    other.occurred().compareTo(record.occurred()) <= 0
                            && other.number() != record.number()
                            && Distances.isNearEnough(
                                    form.distance(), other.day(), record.day(), situation)
                            && (!followed || replay.isFollowing(record, other.number()));
            Certainty owned = Weighed.owned(earlier.owner(), other, situation, true);
            Certainty tied = before ? owned.and(tied(earlier.link(), other)) : Certainty.FALSE;
            if (tied == Certainty.FALSE) {
                continue;
            }
            Weighed weighed = Weighed.of(earlier, other, situation, true);
            weighed.rejection()
                    .or(() -> Distances.refused(form.distance(), other, record.day(), situation))
                    .ifPresent(failing::add);
            if (Restepping.isApart(form.distance(), other.day(), record.day(), situation)) {
                switch (tied.and(weighed.match())) {
                    case TRUE -> found.add(Reclosing.plain(other));
                    case UNKNOWN -> mayExist = true;
                    case FALSE -> {}
                }
            }
        }
        Standing standing =
                !found.isEmpty()
                        ? Standing.FULFILLED
                        : mayExist ? Standing.UNPROVEN : Standing.BREACHED;
        return dated(standing, failing).found(found.stream().limit(1).toList(), found, failing);
    }

    private Certainty tied(Selector.Link link, WorkRecord other) {
        return switch (link) {
            case Selector.Link.Follows() -> Certainty.TRUE;
            case Selector.Link.Anything() -> Certainty.TRUE;
            case Selector.Link.Condition(Expression condition) -> {
                Situation that = situation.at(other.day());
                yield Certainty.of(condition.evaluate(that.scope(other), that.world()));
            }
        };
    }
}
