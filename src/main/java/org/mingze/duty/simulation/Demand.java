package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.calendar.Period;
import org.mingze.duty.Occasion;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.rota.RotaWork;

/// How many acts are asked of each bearer in each month: those of a longer period evenly over its
/// months, an answer in the month in which it is due.
final class Demand {
    private final Map<String, Map<YearMonth, Rational>> acts = new TreeMap<>();

    static Demand of(Collection<Judged> verdicts) {
        Demand demand = new Demand();
        verdicts.forEach(demand::add);
        return demand;
    }

    private void add(Judged verdict) {
        Optional<Rational> asked = acts(verdict);
        if (asked.isEmpty()) {
            return;
        }
        List<YearMonth> months = months(verdict);
        for (YearMonth month : months) {
            acts.computeIfAbsent(verdict.obligation().key().bearer(), _ -> new TreeMap<>())
                    .merge(
                            month,
                            asked.get().dividedBy(Rational.of(months.size())),
                            Rational::plus);
        }
    }

    /// How many acts an obligation asks for; empty where it asks for none that can be counted.
    static Optional<Rational> acts(Judged verdict) {
        boolean owed =
                switch (verdict.standing()) {
                    case AHEAD, OPEN, FULFILLED, LATE, BREACHED, WAIVED, STAYED, UNPROVEN -> true;
                    case REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED -> false;
                };
        if (!owed) {
            return Optional.empty();
        }
        return switch (verdict.obligation().duty().form()) {
            case DutyForm.Frequency form -> counted(form.acts(), form.bound(), verdict);
            case DutyForm.Coverage form -> counted(form.acts(), form.bound(), verdict);
            case DutyForm.Rota form ->
                    form.work() instanceof RotaWork.Acts(List<Selector> asked, var _)
                            ? counted(asked, DutyForm.Bound.AT_LEAST, verdict)
                            : Optional.empty();
            case DutyForm.Response _, DutyForm.BreachResponse _ -> Optional.of(Rational.ONE);
            case DutyForm.ClosedLoop form -> form.closing().map(_ -> Rational.ONE);
            case DutyForm.Proportion _,
                    DutyForm.Escalation _,
                    DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _ ->
                    Optional.empty();
        };
    }

    private static Optional<Rational> counted(
            List<Selector> acts, DutyForm.Bound bound, Judged verdict) {
        boolean records = acts.stream().allMatch(act -> act.amount().isEmpty());
        return bound == DutyForm.Bound.AT_LEAST && records ? verdict.required() : Optional.empty();
    }

    private static List<YearMonth> months(Judged verdict) {
        if (!(verdict.obligation().occasion() instanceof Occasion.InPeriod(Period period))) {
            return verdict.due().map(YearMonth::from).stream().toList();
        }
        List<YearMonth> months = new ArrayList<>();
        LocalDate last = verdict.due().orElse(period.end());
        YearMonth month = YearMonth.from(period.start());
        while (!month.isAfter(YearMonth.from(last))) {
            months.add(month);
            month = month.plusMonths(1);
        }
        return months.isEmpty() ? List.of(YearMonth.from(period.start())) : months;
    }

    /// What this asks for beyond another demand; nothing where both ask for the same.
    List<Simulation.Extra> beyond(Demand other) {
        Map<String, Map<YearMonth, Rational>> differences = new TreeMap<>();
        acts.forEach(
                (bearer, months) ->
                        months.forEach(
                                (month, number) ->
                                        differences
                                                .computeIfAbsent(bearer, _ -> new TreeMap<>())
                                                .merge(month, number, Rational::plus)));
        other.acts.forEach(
                (bearer, months) ->
                        months.forEach(
                                (month, number) ->
                                        differences
                                                .computeIfAbsent(bearer, _ -> new TreeMap<>())
                                                .merge(month, number.negated(), Rational::plus)));
        List<Simulation.Extra> extra = new ArrayList<>();
        differences.forEach(
                (bearer, months) ->
                        months.forEach(
                                (month, number) -> {
                                    if (!number.equals(Rational.ZERO)) {
                                        extra.add(new Simulation.Extra(bearer, month, number));
                                    }
                                }));
        return extra;
    }
}
