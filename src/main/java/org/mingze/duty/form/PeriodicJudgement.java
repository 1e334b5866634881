package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;

/// 频次与覆盖的判定 — what was done between the start of a period and the end of its grace.
public final class PeriodicJudgement {
    private PeriodicJudgement() {}

    /// 覆盖 is 频次 once for each member, who stands bound as 其.
    public static DutyForm.Frequency perMember(DutyForm.Coverage form) {
        return new DutyForm.Frequency(
                form.acts(),
                form.every(),
                form.bound(),
                form.count(),
                form.window(),
                form.spacing());
    }

    public static Verdict of(Obligation obligation, DutyForm.Frequency form, AsOf asOf) {
        if (obligation.duty().form() instanceof DutyForm.Coverage coverage
                && coverage.enlisted().isPresent()
                && Coverages.isTooShort(
                        obligation,
                        coverage,
                        Cycles.span(obligation, form.every(), asOf).days(),
                        asOf)) {
            return Verdict.of(obligation, Standing.NOT_APPLICABLE, asOf, "在列时间不足");
        }
        return switch (form.every()) {
            case DutyForm.Cycle.Each _, DutyForm.Cycle.Named _ -> inPeriod(obligation, form, asOf);
            case DutyForm.Cycle.FromTo _ -> fromTo(obligation, form, asOf);
        };
    }

    /// 每: 次 — open until its 至 record comes; then judged over all its days.
    private static Verdict fromTo(Obligation obligation, DutyForm.Frequency form, AsOf asOf) {
        Cycles.Days span = Cycles.span(obligation, form.every(), asOf);
        Period days = span.days();
        Situation situation = Situations.of(obligation, asOf).in(days);
        boolean atMost = form.bound() == DutyForm.Bound.AT_MOST;
        LocalDate graceEnd = atMost ? days.end() : Judging.graceEnd(obligation, days.end(), asOf);
        boolean over = span.ended() && asOf.day().isAfter(graceEnd);
        Required required = required(form, situation, days, asOf);
        Counting counting = counting(form, situation, days.start(), days.end(), graceEnd);
        boolean complete = isComplete(form, situation, days.start());
        LocalDate asked = over ? asOf.day() : days.start();
        Standing standing =
                atMost
                        ? atMost(asked, days.start(), days.end(), counting, required, complete)
                        : atLeast(
                                asked,
                                days.start(),
                                over ? graceEnd : asked,
                                counting,
                                required.number(),
                                complete);
        Verdict verdict =
                Verdict.of(obligation, standing, asOf, complete ? "" : "建账前的记录不详")
                        .counted(required.number(), counting.certain(), counting.possible())
                        .witnessed(
                                counting.witnesses(required.number()),
                                counting.counted(),
                                counting.rejected());
        return span.decided(span.ended() ? verdict.due(days.end(), graceEnd) : verdict);
    }

    /// How many are required or allowed.
    ///
    /// @param possible more may have been counted one period earlier
    /// @param open     what was counted one period earlier cannot be told
    private record Required(Rational number, Rational possible, boolean open) {}

    private static Required required(
            DutyForm.Frequency form, Situation situation, Period period, AsOf asOf) {
        if (!(form.count() instanceof Slot.Previous)) {
            Rational number = Slots.number(form.count(), situation).orElse(Rational.ZERO);
            return new Required(number, number, false);
        }
        Period before = Periods.previous(period);
        Counting earlier =
                counting(
                        form,
                        situation.in(before),
                        before.start(),
                        before.end(),
                        asOf.day().isBefore(before.end()) ? asOf.day() : before.end());
        boolean complete = isComplete(form, situation, before.start());
        return new Required(
                earlier.certain(), earlier.possible(), !complete || earlier.unbounded());
    }

    private static Counting counting(
            DutyForm.Frequency form,
            Situation situation,
            LocalDate from,
            LocalDate due,
            LocalDate to) {
        Counting counting = Counting.of(form.acts(), situation, from, due, to);
        return form.spacing()
                .flatMap(slot -> Slots.span(slot, situation))
                .map(span -> counting.spaced(span, situation.known().calendar()))
                .orElse(counting);
    }

    private static Verdict inPeriod(Obligation obligation, DutyForm.Frequency form, AsOf asOf) {
        if (!(obligation.occasion() instanceof Occasion.InPeriod(Period period))) {
            throw new IllegalArgumentException("not a period: " + obligation.key());
        }
        Situation situation = Situations.of(obligation, asOf);
        boolean atMost = form.bound() == DutyForm.Bound.AT_MOST;
        LocalDate start = windowStart(form, period, situation);
        LocalDate due = due(form, period, situation);
        LocalDate graceEnd = atMost ? due : Judging.graceEnd(obligation, due, asOf);
        Required needed = required(form, situation, period, asOf);
        Rational required = needed.number();
        Counting counting = counting(form, situation, start, due, graceEnd);
        boolean complete = isComplete(form, situation, start);
        Standing standing =
                atMost
                        ? atMost(asOf.day(), start, due, counting, needed, complete)
                        : atLeast(asOf.day(), start, graceEnd, counting, required, complete);
        if (standing == Standing.BREACHED && !atMost && graceEnd.isBefore(period.end())) {
            Counting later = counting(form, situation, start, due, period.end());
            standing = afterWindow(later, required);
            counting = standing == Standing.LATE ? later : counting;
        }
        return Verdict.of(obligation, standing, asOf, complete ? "" : "建账前的记录不详")
                .due(due, graceEnd)
                .counted(required, counting.certain(), counting.possible())
                .witnessed(counting.witnesses(required), counting.counted(), counting.rejected());
    }

    /// What was missed in the window may still be made up in the period.
    private static Standing afterWindow(Counting later, Rational required) {
        if (later.certain().compareTo(required) >= 0) {
            return Standing.LATE;
        }
        return later.mayReach(required) ? Standing.UNPROVEN : Standing.BREACHED;
    }

    static Standing atLeast(
            LocalDate day,
            LocalDate start,
            LocalDate graceEnd,
            Counting counting,
            Rational required,
            boolean complete) {
        if (day.isBefore(start)) {
            return Standing.AHEAD;
        }
        if (counting.certain().compareTo(required) >= 0) {
            return Standing.FULFILLED;
        }
        if (!day.isAfter(graceEnd)) {
            return Standing.OPEN;
        }
        return complete && !counting.mayReach(required) ? Standing.BREACHED : Standing.UNPROVEN;
    }

    /// No grace lengthens the days of an upper bound: it would only let more acts count.
    private static Standing atMost(
            LocalDate day,
            LocalDate start,
            LocalDate due,
            Counting counting,
            Required required,
            boolean complete) {
        if (day.isBefore(start)) {
            return Standing.AHEAD;
        }
        if (!required.open() && counting.certain().compareTo(required.possible()) > 0) {
            return Standing.BREACHED;
        }
        if (!day.isAfter(due)) {
            return Standing.OPEN;
        }
        boolean within =
                complete
                        && !counting.unbounded()
                        && !required.open()
                        && counting.possible().compareTo(required.number()) <= 0;
        return within ? Standing.FULFILLED : Standing.UNPROVEN;
    }

    private static boolean isComplete(
            DutyForm.Frequency form, Situation situation, LocalDate start) {
        return form.acts().stream()
                .map(Selector::recordType)
                .allMatch(type -> situation.known().isComplete(type, situation.body(), start));
    }

    private static LocalDate due(DutyForm.Frequency form, Period period, Situation situation) {
        return form.window()
                .flatMap(window -> Slots.monthDay(window.to(), situation))
                .map(day -> day.atYear(period.end().getYear()))
                .filter(day -> period.contains(day))
                .orElse(period.end());
    }

    private static LocalDate windowStart(
            DutyForm.Frequency form, Period period, Situation situation) {
        return form.window()
                .flatMap(window -> Slots.monthDay(window.from(), situation))
                .map(day -> day.atYear(period.start().getYear()))
                .filter(day -> period.contains(day))
                .orElse(period.start());
    }

    /// The last day of a period on which something is in time; empty for forms without periods.
    public static Optional<LocalDate> due(DutyForm form, Period period, Situation situation) {
        return switch (form) {
            case DutyForm.Frequency frequency -> Optional.of(due(frequency, period, situation));
            case DutyForm.Coverage coverage ->
                    Optional.of(due(perMember(coverage), period, situation));
            case DutyForm.Proportion _ -> Optional.of(period.end());
            case DutyForm _ -> Optional.empty();
        };
    }
}
