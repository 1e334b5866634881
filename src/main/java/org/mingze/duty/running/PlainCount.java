package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Standing;
import org.mingze.duty.form.Judging;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;
import org.mingze.work.index.Timeline;

/// A duty that is judged by counting marks alone: so many acts of one kind in a period of the
/// calendar, for each member of a role, with nobody's leave, stay, setting or opening to be asked
/// about. `of` is the one place that draws this line; everything beyond it goes to `Judging`.
final class PlainCount {
    private final Tally tally;
    private final DutyForm.Frequency form;
    private final Duty duty;
    private final Role role;
    private final PeriodUnit unit;

    private PlainCount(
            Tally tally, DutyForm.Frequency form, Duty duty, Role role, PeriodUnit unit) {
        this.tally = tally;
        this.form = form;
        this.duty = duty;
        this.role = role;
        this.unit = unit;
    }

    static Optional<PlainCount> of(Tallies tallies, Enactment version, Duty duty) {
        if (!(duty.form() instanceof DutyForm.Frequency form)
                || !(form.every() instanceof DutyForm.Cycle.Each(PeriodUnit unit))
                || !(duty.bearer() instanceof Bearer.ByRole(Role role))
                || form.acts().size() != 1
                || form.window().isPresent()
                || form.spacing().isPresent()
                || form.count() instanceof Slot.Previous
                || duty.vacancy().isPresent()) {
            return Optional.empty();
        }
        return tallies.dispatch()
                .of(form.acts().getFirst())
                .filter(tally -> tally.isSettled() && isBare(tally.selector()))
                .filter(_ -> isUndisturbed(tallies.known(), version, duty, form))
                .map(tally -> new PlainCount(tally, form, duty, role, unit));
    }

    private static boolean isBare(Selector act) {
        return act.moment().isEmpty()
                && act.amount().isEmpty()
                && act.distinct().isEmpty()
                && !(act.owner() instanceof Selector.Owner.Condition);
    }

    /// Nothing that somebody did changes what this duty asks of anybody.
    private static boolean isUndisturbed(
            Knowledge known, Enactment version, Duty duty, DutyForm.Frequency form) {
        Rules rules = known.rules();
        String id = version.institution().id();
        return known.acts("免", duty.number()).isEmpty()
                && known.acts("停", duty.number()).isEmpty()
                && !known.isOpened(form.acts().getFirst().recordType())
                && rules.settings().stream().noneMatch(set -> set.institution().equals(id))
                && rules.versions(id).stream().noneMatch(other -> other.institution().split());
    }

    Role role() {
        return role;
    }

    PeriodUnit unit() {
        return unit;
    }

    /// What is the same for every bearer in one period; empty if rules are in conflict there.
    Optional<InPeriod> in(Period period, Enactment version, AsOf asOf) {
        Rules rules = asOf.known().rules();
        LocalDate start = period.start();
        if (!rules.rivals(version, start, period.end()).isEmpty()
                || !rules.opposed(version, start, period.end()).isEmpty()) {
            return Optional.empty();
        }
        boolean open =
                duty.parameters().stream()
                        .anyMatch(name -> parameter(name, version, start, asOf).isEmpty());
        long required = open ? 0 : required(version, start, asOf);
        if (required < 0) {
            return Optional.empty();
        }
        boolean atMost = form.bound() == DutyForm.Bound.AT_MOST;
        LocalDate due = period.end();
        LocalDate graceEnd =
                atMost ? due : Judging.graceEnd(grace(version, start, asOf), due, asOf);
        return Optional.of(new InPeriod(start, due, graceEnd, atMost, open, required, asOf));
    }

    private Span grace(Enactment version, LocalDate day, AsOf asOf) {
        Optional<Value> value =
                switch (duty.grace()) {
                    case Slot.Literal(Value literal) -> Optional.of(literal);
                    case Slot.Named(String name) -> parameter(name, version, day, asOf);
                    case Slot.Previous() -> Optional.empty();
                };
        return value.orElse(new Value.Duration(Span.NONE)) instanceof Value.Duration(Span span)
                ? span
                : Span.NONE;
    }

    private static Optional<Value> parameter(
            String name, Enactment version, LocalDate day, AsOf asOf) {
        Organization organization = asOf.known().organization();
        return asOf.known()
                .rules()
                .parameter(version.institution(), name, Optional.empty(), organization, day);
    }

    /// The whole number required; -1 where it is none.
    private long required(Enactment version, LocalDate day, AsOf asOf) {
        Optional<Value> value =
                switch (form.count()) {
                    case Slot.Literal(Value literal) -> Optional.of(literal);
                    case Slot.Named(String name) -> parameter(name, version, day, asOf);
                    case Slot.Previous() -> Optional.empty();
                };
        return value.filter(given -> given instanceof Value.Numeric)
                .map(given -> ((Value.Numeric) given).value())
                .filter(number -> number.isWhole() && number.numerator().bitLength() < 32)
                .map(Rational::numerator)
                .map(java.math.BigInteger::longValue)
                .orElse(-1L);
    }

    /// The marks that bear a bearer's own name, or everybody's where no name is asked; and those
    /// that bear another name by which the bearer may be meant.
    record Held(Optional<Timeline> own, List<Timeline> others) {}

    Held held(List<Value.Reference> names) {
        if (tally.owner().isEmpty()) {
            return new Held(Optional.of(tally.open()), List.of());
        }
        return new Held(
                tally.naming(names.getFirst()),
                names.stream().skip(1).flatMap(name -> tally.naming(name).stream()).toList());
    }

    /// One period of the duty.
    final class InPeriod {
        private final LocalDate start;
        private final LocalDate due;
        private final LocalDate graceEnd;
        private final boolean atMost;
        private final boolean open;
        private final long required;
        private final AsOf asOf;
        private final long first;
        private final long last;
        private final boolean shared;

        InPeriod(
                LocalDate start,
                LocalDate due,
                LocalDate graceEnd,
                boolean atMost,
                boolean open,
                long required,
                AsOf asOf) {
            this.start = start;
            this.due = due;
            this.graceEnd = graceEnd;
            this.atMost = atMost;
            this.open = open;
            this.required = required;
            this.asOf = asOf;
            this.first = start.toEpochDay();
            LocalDate seen = asOf.day().isBefore(graceEnd) ? asOf.day() : graceEnd;
            this.last = seen.toEpochDay();
            this.shared = tally.owner().isPresent() && tally.open().count(first, last) != 0;
        }

        LocalDate due() {
            return due;
        }

        /// How many count certainly, and how many may, packed; -1 if marks alone do not tell.
        long count(Held held) {
            if (shared) {
                return -1;
            }
            for (Timeline other : held.others()) {
                if (other.count(first, last) != 0) {
                    return -1;
                }
            }
            return held.own().map(marks -> marks.count(first, last)).orElse(0L);
        }

        Standing standing(boolean exists, long certain, long possible) {
            if (open) {
                return Standing.INACTIVE;
            }
            Standing standing =
                    asOf.day().isBefore(start)
                            ? Standing.AHEAD
                            : atMost ? atMost(certain, possible) : atLeast(certain, possible);
            return isOwing(standing) && !exists ? Standing.REVOKED : standing;
        }

        private Standing atLeast(long certain, long possible) {
            if (certain >= required) {
                return Standing.FULFILLED;
            }
            if (!asOf.day().isAfter(graceEnd)) {
                return Standing.OPEN;
            }
            return possible < required ? Standing.BREACHED : Standing.UNPROVEN;
        }

        private Standing atMost(long certain, long possible) {
            if (certain > required) {
                return Standing.BREACHED;
            }
            if (!asOf.day().isAfter(due)) {
                return Standing.OPEN;
            }
            return possible <= required ? Standing.FULFILLED : Standing.UNPROVEN;
        }

        private boolean isOwing(Standing standing) {
            return switch (standing) {
                case OPEN, UNPROVEN -> true;
                case BREACHED -> !atMost;
                case FULFILLED -> atMost;
                case AHEAD, LATE, WAIVED, STAYED, REVOKED -> false;
                case NOT_APPLICABLE, INACTIVE, CONFLICTED -> false;
            };
        }

        /// The day on which a bearer must still be there to owe anything.
        LocalDate decisive() {
            return asOf.day().isBefore(due) ? asOf.day() : due;
        }
    }
}
