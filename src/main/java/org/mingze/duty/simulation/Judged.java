package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Situations;
import org.mingze.duty.running.Stood;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Rational;

/// What a simulation keeps of a verdict.
record Judged(
        Obligation obligation,
        Standing standing,
        Optional<LocalDate> due,
        Optional<Rational> required) {

    static Judged of(Verdict verdict) {
        return new Judged(
                verdict.obligation(), verdict.standing(), verdict.due(), verdict.required());
    }

    /// What was counted without a verdict; only for the duties that `isSwept`.
    static Judged of(Stood stood, AsOf asOf) {
        Obligation owed = stood.obligation();
        Optional<Rational> required =
                owed.duty().form() instanceof DutyForm.Frequency form
                        ? Slots.number(form.count(), Situations.of(owed, asOf))
                        : Optional.empty();
        Optional<LocalDate> due =
                owed.occasion() instanceof Occasion.InPeriod(Period period)
                        ? Optional.of(period.end())
                        : Optional.empty();
        return new Judged(owed, stood.standing(), due, required);
    }

    /// Whether a duty is due at the end of its calendar period, so that its count says it all.
    static boolean isSwept(DutyForm form) {
        return form instanceof DutyForm.Frequency frequency
                && frequency.every() instanceof DutyForm.Cycle.Each
                && frequency.window().isEmpty();
    }
}
