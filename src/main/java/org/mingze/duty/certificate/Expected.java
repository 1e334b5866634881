package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Rational;

/// What a certificate must say, found anew from the records.
///
/// @param failing every candidate that does not count, each with the condition that it fails
record Expected(
        Standing standing,
        Certificate.Deadline deadline,
        Certificate.Amounts amounts,
        List<Contribution> witnesses,
        List<Contribution> counted,
        List<Rejection> failing,
        List<Long> acts) {

    static final Certificate.Deadline UNDATED =
            new Certificate.Deadline(Optional.empty(), Optional.empty());

    private static final Certificate.Amounts NOTHING =
            new Certificate.Amounts(Optional.empty(), Rational.ZERO, Rational.ZERO);

    static Expected of(Standing standing) {
        return new Expected(standing, UNDATED, NOTHING, List.of(), List.of(), List.of(), List.of());
    }

    Expected standing(Standing other) {
        return new Expected(other, deadline, amounts, witnesses, counted, failing, acts);
    }

    Expected due(LocalDate due, LocalDate graceEnd) {
        return new Expected(
                standing,
                new Certificate.Deadline(Optional.of(due), Optional.of(graceEnd)),
                amounts,
                witnesses,
                counted,
                failing,
                acts);
    }

    Expected undated() {
        return new Expected(standing, UNDATED, amounts, witnesses, counted, failing, acts);
    }

    Expected amounts(Rational required, Rational certain, Rational possible) {
        return new Expected(
                standing,
                deadline,
                new Certificate.Amounts(Optional.of(required), certain, possible),
                witnesses,
                counted,
                failing,
                acts);
    }

    Expected found(
            List<Contribution> witnesses, List<Contribution> counted, List<Rejection> failing) {
        return new Expected(standing, deadline, amounts, witnesses, counted, failing, acts);
    }

    Expected using(List<Long> more) {
        List<Long> all = new java.util.ArrayList<>(acts);
        all.addAll(more);
        return new Expected(standing, deadline, amounts, witnesses, counted, failing, all);
    }
}
