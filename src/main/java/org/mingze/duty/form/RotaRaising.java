package org.mingze.duty.form;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.Schedule;
import org.mingze.work.Enactment;
import org.mingze.work.WorkRecord;

/// 排班起责 — the scheduled days of a rota, by the calendar or by a published roster.
final class RotaRaising {
    private static final int LONGEST_HOLIDAY = 15;

    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;

    RotaRaising(AsOf asOf, Predicate<Value.Reference> wanted) {
        this.asOf = asOf;
        this.wanted = wanted;
    }

    List<Obligation> of(
            Enactment enactment, Duty duty, DutyForm.Rota form, LocalDate from, LocalDate to) {
        return switch (form.schedule()) {
            case Schedule.Weekly weekly -> weekly(enactment, duty, weekly, from, to);
            case Schedule.Published published -> published(enactment, duty, published, from, to);
        };
    }

    private List<Obligation> weekly(
            Enactment enactment,
            Duty duty,
            Schedule.Weekly schedule,
            LocalDate from,
            LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        if (!(duty.bearer() instanceof Bearer.ByRole(Role role))) {
            return raised;
        }
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            List<LocalDate> planned = planned(schedule, day);
            if (planned.isEmpty()) {
                continue;
            }
            for (Value.Reference bearer :
                    Bearers.members(
                            role, enactment.institution(), asOf.known().organization(), day)) {
                Situation situation =
                        Situation.of(asOf, enactment.institution(), day)
                                .borneBy(Optional.of(bearer));
                if (wanted.test(bearer)
                        && planned.stream().anyMatch(at -> isInSeason(schedule, situation, at))) {
                    raised.add(on(enactment, duty, bearer, day));
                }
            }
        }
        return raised;
    }

    private static Obligation on(
            Enactment enactment, Duty duty, Value.Reference bearer, LocalDate day) {
        return new Obligation(
                enactment,
                duty,
                Optional.of(bearer),
                Optional.empty(),
                new Occasion.InPeriod(Periods.containing(day, PeriodUnit.DAY)));
    }

    /// The days of the plan that a day stands for: itself, and those of the holiday before it that
    /// it takes over.
    private List<LocalDate> planned(Schedule.Weekly schedule, LocalDate day) {
        boolean named = schedule.days().contains(day.getDayOfWeek());
        boolean holiday = isHoliday(day, asOf);
        List<LocalDate> planned = new ArrayList<>();
        boolean own =
                switch (schedule.onHoliday()) {
                    case STAYS, EXEMPT -> named;
                    case MOVES -> named && !holiday;
                };
        if (own || (schedule.madeUp() && isMadeUp(day))) {
            planned.add(day);
        }
        if (schedule.onHoliday() == Schedule.OnHoliday.MOVES) {
            planned.addAll(takenOver(schedule, day));
        }
        return planned;
    }

    /// 假 — a day off by notice; a plain weekend is none.
    private static boolean isHoliday(LocalDate day, AsOf asOf) {
        WorkCalendar calendar = asOf.known().calendar();
        return !calendar.isWorkingDay(day) && !calendar.occasion(day).isEmpty();
    }

    /// The holiday that lets a scheduled day off; empty where the day is kept or moved.
    static Optional<String> letOff(DutyForm.Rota form, LocalDate day, AsOf asOf) {
        return form.schedule() instanceof Schedule.Weekly weekly
                        && weekly.onHoliday() == Schedule.OnHoliday.EXEMPT
                        && isHoliday(day, asOf)
                ? Optional.of(asOf.known().calendar().occasion(day))
                : Optional.empty();
    }

    /// 调休 — a weekend day that is worked by notice.
    private boolean isMadeUp(LocalDate day) {
        WorkCalendar calendar = asOf.known().calendar();
        return calendar.isWorkingDay(day) && !calendar.occasion(day).isEmpty();
    }

    /// The first working day after a holiday takes over what was planned on it.
    private List<LocalDate> takenOver(Schedule.Weekly schedule, LocalDate day) {
        WorkCalendar calendar = asOf.known().calendar();
        List<LocalDate> taken = new ArrayList<>();
        LocalDate before = day.minusDays(1);
        for (int back = 0;
                back < LONGEST_HOLIDAY
                        && calendar.isWorkingDay(day)
                        && !calendar.isWorkingDay(before);
                back++) {
            if (isHoliday(before, asOf) && schedule.days().contains(before.getDayOfWeek())) {
                taken.add(before);
            }
            before = before.minusDays(1);
        }
        return taken;
    }

    private static boolean isInSeason(Schedule.Weekly schedule, Situation given, LocalDate day) {
        Situation situation = given.bind("日", new Value.Day(day));
        Optional<MonthDay> from = monthDay(schedule.from(), situation);
        Optional<MonthDay> to = monthDay(schedule.to(), situation);
        MonthDay today = MonthDay.from(day);
        boolean afterFrom = from.map(first -> !today.isBefore(first)).orElse(true);
        boolean beforeTo = to.map(last -> !today.isAfter(last)).orElse(true);
        boolean wraps = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
        boolean inSeason = wraps ? afterFrom || beforeTo : afterFrom && beforeTo;
        return inSeason
                && Certainty.of(schedule.when(), situation.scope(), situation.world())
                        != Certainty.FALSE;
    }

    private static Optional<MonthDay> monthDay(Optional<Slot> slot, Situation situation) {
        return slot.flatMap(given -> Slots.monthDay(given, situation));
    }

    private List<Obligation> published(
            Enactment enactment,
            Duty duty,
            Schedule.Published schedule,
            LocalDate from,
            LocalDate to) {
        Set<Obligation> raised = new LinkedHashSet<>();
        for (WorkRecord plan :
                asOf.known()
                        .records()
                        .ofType(schedule.plan().recordType(), LocalDate.MIN, asOf.day())) {
            Situation situation =
                    Situation.of(asOf, enactment.institution(), plan.day())
                            .bind("起", new Value.Link(plan.number()));
            boolean means = Triggers.matches(schedule.plan(), plan, situation) == Certainty.TRUE;
            if (means
                    && plan.field(schedule.rows()).orElse(new Value.Series(List.of()))
                            instanceof Value.Series(List<Value> rows)) {
                for (Value row : rows) {
                    row(enactment, duty, schedule, situation, plan, row)
                            .filter(owed -> isWithin(owed, from, to))
                            .ifPresent(raised::add);
                }
            }
        }
        return List.copyOf(raised);
    }

    private static boolean isWithin(Obligation owed, LocalDate from, LocalDate to) {
        return owed.occasion() instanceof Occasion.InPeriod(var day)
                && !day.start().isBefore(from)
                && !day.start().isAfter(to);
    }

    private Optional<Obligation> row(
            Enactment enactment,
            Duty duty,
            Schedule.Published schedule,
            Situation situation,
            WorkRecord plan,
            Value row) {
        if (!(row instanceof Value.Group group)
                || !(group.fields().get(schedule.day()) instanceof Value.Day(LocalDate day))) {
            return Optional.empty();
        }
        Optional<Value.Reference> owner =
                plan.field(plan.type().owner())
                        .flatMap(
                                value ->
                                        value instanceof Value.Reference reference
                                                ? Optional.of(reference)
                                                : Optional.empty());
        Situation that = situation.bind("班", group).borneBy(owner).at(day);
        return Bearers.resolve(duty.bearer(), that)
                .filter(wanted)
                .filter(bearer -> Judging.exists(bearer, asOf, day))
                .map(bearer -> on(enactment, duty, bearer, day).towards(Optional.of(group)));
    }
}
