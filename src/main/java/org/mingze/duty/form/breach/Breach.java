package org.mingze.duty.form.breach;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.institution.DutyForm;

/// 一违 — a breach, the day it began, and the day it lapsed if it has.
public record Breach(Obligation owed, LocalDate began, Optional<LocalDate> lapsed) {
    /// The breach of the obligation under a key; empty when there is none.
    public static Optional<Breach> under(ObligationKey key, AsOf asOf) {
        return new Obligations(asOf.known(), asOf.day())
                .find(key)
                .map(owed -> Judging.judge(owed, asOf))
                .flatMap(Breach::of);
    }

    public static Optional<Breach> of(Verdict verdict) {
        return switch (verdict.standing()) {
            case BREACHED ->
                    Optional.of(new Breach(verdict.obligation(), began(verdict), Optional.empty()));
            case LATE ->
                    Optional.of(
                            new Breach(
                                    verdict.obligation(),
                                    began(verdict),
                                    verdict.counted().stream()
                                            .map(Contribution::day)
                                            .filter(day -> day.isAfter(decidedOn(verdict)))
                                            .min(Comparator.naturalOrder())));
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

    static LocalDate decidedOn(Verdict verdict) {
        return verdict.graceEnd().or(verdict::due).orElse(verdict.day());
    }

    /// The day after the grace; the record's own day where the record itself is the breach.
    private static LocalDate began(Verdict verdict) {
        boolean atOnce =
                switch (verdict.obligation().duty().form()) {
                    case DutyForm.Invariant _,
                            DutyForm.Prohibition _,
                            DutyForm.Precedence _,
                            DutyForm.Steps _ ->
                            true;
                    case DutyForm _ -> false;
                };
        return atOnce ? decidedOn(verdict) : decidedOn(verdict).plusDays(1);
    }

    /// Whether it still stood on a day.
    boolean stoodOn(LocalDate day) {
        return lapsed.map(end -> end.isAfter(day)).orElse(true);
    }
}
