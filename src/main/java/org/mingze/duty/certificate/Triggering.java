package org.mingze.duty.certificate;

import java.util.Optional;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.Standing;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;

/// What a form says of its occasions: a period, or the record that raises it.
final class Triggering {
    private Triggering() {}

    static Optional<Selector> of(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency _, DutyForm.Coverage _ -> Optional.empty();
            case DutyForm.Response response -> Optional.of(response.trigger());
            case DutyForm.ClosedLoop loop -> Optional.of(loop.trigger());
            case DutyForm.Invariant invariant -> Optional.of(invariant.of());
            case DutyForm.Prohibition prohibition -> Optional.of(prohibition.of());
            case DutyForm.Precedence precedence -> Optional.of(precedence.later());
        };
    }

    static Optional<PeriodUnit> every(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> Optional.of(frequency.every());
            case DutyForm.Coverage coverage -> Optional.of(coverage.every());
            case DutyForm.Response _,
                    DutyForm.ClosedLoop _,
                    DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _ ->
                    Optional.empty();
        };
    }

    static DutyForm.Frequency perMember(DutyForm.Coverage form) {
        return new DutyForm.Frequency(
                form.acts(), form.every(), form.bound(), form.count(), form.window());
    }

    /// Whether something is still to do, or still to be refrained from.
    static boolean isOwing(DutyForm form, Standing standing) {
        Optional<DutyForm.Bound> bound =
                switch (form) {
                    case DutyForm.Frequency frequency -> Optional.of(frequency.bound());
                    case DutyForm.Coverage coverage -> Optional.of(coverage.bound());
                    case DutyForm.Response _, DutyForm.ClosedLoop _ ->
                            Optional.of(DutyForm.Bound.AT_LEAST);
                    case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Precedence _ ->
                            Optional.empty();
                };
        return switch (standing) {
            case OPEN, UNPROVEN -> bound.isPresent();
            case BREACHED, LATE -> bound.equals(Optional.of(DutyForm.Bound.AT_LEAST));
            case FULFILLED -> bound.equals(Optional.of(DutyForm.Bound.AT_MOST));
            case AHEAD, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED -> false;
        };
    }
}
