package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Rational;

/// Which duties arithmetic makes impossible: more acts than working days, those towards all members
/// of a covered set taken together.
final class Feasibility {
    private Feasibility() {}

    private record Days(LocalDate start, LocalDate due) {}

    static List<Simulation.Impossible> impossible(
            Collection<Judged> verdicts, WorkCalendar calendar) {
        Map<ObligationKey, Rational> asked = new LinkedHashMap<>();
        Map<ObligationKey, Days> days = new LinkedHashMap<>();
        for (Judged verdict : verdicts) {
            Optional<Rational> acts = Demand.acts(verdict);
            Optional<LocalDate> due = verdict.due();
            if (acts.isPresent()
                    && due.isPresent()
                    && verdict.obligation().occasion() instanceof Occasion.InPeriod(Period period)
                    && !(verdict.obligation().duty().form() instanceof DutyForm.Rota)) {
                ObligationKey key = towardsAll(verdict.obligation().key());
                asked.merge(key, acts.get(), Rational::plus);
                days.put(key, new Days(start(verdict, period), due.get()));
            }
        }
        List<Simulation.Impossible> impossible = new ArrayList<>();
        asked.forEach(
                (key, acts) -> {
                    Days within = days.get(key);
                    long working =
                            within == null
                                    ? 0
                                    : calendar.workingDaysBetween(
                                            within.start().minusDays(1), within.due());
                    if (acts.compareTo(Rational.of(working)) > 0) {
                        impossible.add(new Simulation.Impossible(key, acts, working));
                    }
                });
        return impossible;
    }

    private static LocalDate start(Judged verdict, Period period) {
        Optional<DutyForm.Window> window =
                switch (verdict.obligation().duty().form()) {
                    case DutyForm.Frequency form -> form.window();
                    case DutyForm.Coverage form -> form.window();
                    case DutyForm _ -> Optional.empty();
                };
        return window.flatMap(within -> DutyForm.Window.day(within.from()))
                .map(day -> day.atYear(period.start().getYear()))
                .filter(period::contains)
                .orElse(period.start());
    }

    private static ObligationKey towardsAll(ObligationKey key) {
        return new ObligationKey(
                key.institution(), key.duty(), key.bearer(), Optional.empty(), key.occasion());
    }
}
