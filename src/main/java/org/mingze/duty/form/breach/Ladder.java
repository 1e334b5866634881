package org.mingze.duty.form.breach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.RestDayRule;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.form.Situations;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Issued;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.WorkRecord;

/// 升级 — the rungs that breaches of a duty have reached, each an obligation of an authority to act.
/// No sanction is issued here: whether the authority has acted is read from what it recorded.
public final class Ladder {
    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;

    public Ladder(AsOf asOf, Predicate<Value.Reference> wanted) {
        this.asOf = asOf;
        this.wanted = wanted;
    }

    public List<Obligation> raised(
            Enactment enactment,
            Duty duty,
            DutyForm.Escalation form,
            LocalDate from,
            LocalDate to) {
        Optional<Duty> source = enactment.institution().duty(form.duty());
        if (source.isEmpty()) {
            return List.of();
        }
        boolean counts =
                form.rungs().stream()
                        .anyMatch(rung -> rung.reached() instanceof DutyForm.Reached.Times);
        LocalDate begin = enactment.institution().from();
        LocalDate first = counts && begin.isBefore(from) ? begin : from;
        Raising raising = new Raising(asOf);
        List<Verdict> verdicts =
                raising.of(enactment, source.get(), first, to).stream()
                        .map(owed -> Judging.judge(owed, asOf))
                        .toList();
        Set<ObligationKey> asked = new HashSet<>();
        raising.of(enactment, source.get(), from, to).forEach(owed -> asked.add(owed.key()));
        List<Obligation> raised = new ArrayList<>();
        for (int rung = 1; rung <= form.rungs().size(); rung++) {
            for (Breach breach : reaching(form, rung, verdicts)) {
                if (!asked.contains(breach.owed().key())) {
                    continue;
                }
                obligation(enactment, duty, form, rung, breach.owed())
                        .filter(owed -> owed.bearer().map(wanted::test).orElse(true))
                        .ifPresent(raised::add);
            }
        }
        return raised;
    }

    private List<Breach> reaching(DutyForm.Escalation form, int rung, List<Verdict> verdicts) {
        return switch (form.rungs().get(rung - 1).reached()) {
            case DutyForm.Reached.After _ ->
                    verdicts.stream().flatMap(verdict -> Breach.of(verdict).stream()).toList();
            case DutyForm.Reached.Times(Slot count) -> nth(form, count, verdicts);
        };
    }

    /// The n-th breach of each bearer in each period, counted anew after a fulfilment if the rule
    /// says so.
    private List<Breach> nth(DutyForm.Escalation form, Slot count, List<Verdict> verdicts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Breach> reached = new ArrayList<>();
        List<Verdict> ordered =
                verdicts.stream().sorted(Comparator.comparing(Breach::decidedOn)).toList();
        for (Verdict verdict : ordered) {
            String window =
                    form.within()
                            .map(unit -> Periods.containing(Breach.decidedOn(verdict), unit))
                            .map(Period::toString)
                            .orElse("");
            String who = verdict.obligation().key().bearer() + window;
            Optional<Breach> breach = Breach.of(verdict);
            if (breach.isPresent()
                    && isCount(counts.merge(who, 1, Integer::sum), count, verdict.obligation())) {
                reached.add(breach.get());
            } else if (form.resets() && verdict.standing() == Standing.FULFILLED) {
                counts.put(who, 0);
            }
        }
        return reached;
    }

    private boolean isCount(int breaches, Slot count, Obligation breached) {
        return Slots.number(count, Situations.of(breached, asOf))
                .filter(Rational.of(breaches)::equals)
                .isPresent();
    }

    private Optional<Obligation> obligation(
            Enactment enactment,
            Duty duty,
            DutyForm.Escalation form,
            int rung,
            Obligation breached) {
        Situation situation = Situations.of(breached, asOf).at(asOf.day());
        Obligation owed =
                new Obligation(
                        enactment,
                        duty,
                        Bearers.resolve(form.rungs().get(rung - 1).authority(), situation),
                        breached.bearer().map(who -> who),
                        new Occasion.OnBreach(breached.key(), rung));
        Verdict verdict = verdict(owed, form, asOf);
        return verdict.standing() == Standing.AHEAD ? Optional.empty() : Optional.of(owed);
    }

    /// A rung is 未到 until it is reached, 在办 until the authority acts, 撤 when the breach lapsed
    /// before that; what was issued remains.
    public static Verdict verdict(Obligation obligation, DutyForm.Escalation form, AsOf asOf) {
        if (!(obligation.occasion() instanceof Occasion.OnBreach(ObligationKey key, int number))) {
            throw new IllegalArgumentException("no breach: " + obligation.key());
        }
        DutyForm.Rung rung = form.rungs().get(number - 1);
        Optional<Breach> breach = Breach.under(key, asOf);
        if (breach.isEmpty()) {
            return Verdict.of(obligation, Standing.REVOKED, asOf, "所依的违责不再成立");
        }
        LocalDate reached = reachedOn(obligation, rung, breach.get(), asOf);
        if (reached.isAfter(asOf.day())) {
            return Verdict.of(obligation, Standing.AHEAD, asOf, "");
        }
        Situation situation = Situations.of(obligation, reached, asOf).at(asOf.day());
        return reached(obligation, rung, breach.get(), reached, situation);
    }

    /// The day on which a rung is or will be reached; empty once there is no breach.
    public static Optional<LocalDate> reachedOn(Obligation obligation, AsOf asOf) {
        return obligation.occasion() instanceof Occasion.OnBreach(ObligationKey key, int number)
                        && obligation.duty().form() instanceof DutyForm.Escalation form
                ? Breach.under(key, asOf)
                        .map(
                                breach ->
                                        reachedOn(
                                                obligation,
                                                form.rungs().get(number - 1),
                                                breach,
                                                asOf))
                : Optional.empty();
    }

    /// 满 is what it was on the day the breach began; while it is open there is nothing to wait for.
    private static LocalDate reachedOn(
            Obligation obligation, DutyForm.Rung rung, Breach breach, AsOf asOf) {
        LocalDate began = breach.began();
        Situation then =
                Situation.of(asOf, obligation.enactment().institution(), began)
                        .borneBy(obligation.bearer());
        return switch (rung.reached()) {
            case DutyForm.Reached.Times _ -> began;
            case DutyForm.Reached.After(var duration) ->
                    Slots.span(duration, then)
                            .map(
                                    span ->
                                            asOf.known()
                                                    .calendar()
                                                    .limit(
                                                            began.minusDays(1),
                                                            span,
                                                            RestDayRule.STAYS)
                                                    .plusDays(1))
                            .orElse(began);
        };
    }

    private static Verdict reached(
            Obligation obligation,
            DutyForm.Rung rung,
            Breach breach,
            LocalDate reached,
            Situation situation) {
        AsOf asOf = situation.asOf();
        Optional<LocalDate> due =
                rung.limit()
                        .flatMap(slot -> Slots.span(slot, situation))
                        .map(
                                span ->
                                        situation
                                                .known()
                                                .calendar()
                                                .limit(reached, span, RestDayRule.STAYS));
        Verdict plain = Verdict.of(obligation, Standing.OPEN, asOf, "应" + rung.act());
        Verdict dated = due.map(day -> plain.due(day, day)).orElse(plain);
        List<Issued.Act> acts = acts(obligation, rung, breach, reached, situation);
        List<Contribution> issued =
                acts.stream().filter(Issued.Act::isSure).map(Ladder::contribution).toList();
        List<Rejection> open =
                acts.stream().filter(act -> !act.isSure()).map(Issued.Act::open).toList();
        Verdict found = dated.witnessed(issued.stream().limit(1).toList(), issued, open);
        boolean complete = Issued.isComplete(rung.act(), reached, situation);
        boolean overdue = due.filter(asOf.day()::isAfter).isPresent();
        boolean doubtful = !complete || acts.stream().anyMatch(act -> mayBeInTime(act, due));
        if (!issued.isEmpty()) {
            boolean late = due.filter(issued.getFirst().day()::isAfter).isPresent();
            return !late
                    ? found.standing(Standing.FULFILLED, "已" + rung.act())
                    : doubtful
                            ? found.standing(Standing.UNPROVEN, "是否按期" + rung.act() + "不详")
                            : found.standing(Standing.LATE, "已" + rung.act());
        }
        if (!breach.stoodOn(reached)) {
            return dated.standing(Standing.AHEAD, "");
        }
        if (breach.lapsed().isPresent()) {
            return found.standing(Standing.REVOKED, "违责已补正，不再" + rung.act());
        }
        if (!overdue) {
            return found;
        }
        return complete && acts.isEmpty()
                ? found.standing(Standing.BREACHED, "尚未" + rung.act())
                : found.standing(Standing.UNPROVEN, "是否已" + rung.act() + "不详");
    }

    private static boolean mayBeInTime(Issued.Act act, Optional<LocalDate> due) {
        return !act.isSure() && due.filter(act.record().day()::isAfter).isEmpty();
    }

    private static List<Issued.Act> acts(
            Obligation obligation,
            DutyForm.Rung rung,
            Breach breach,
            LocalDate reached,
            Situation situation) {
        Situation breached =
                Situations.of(breach.owed(), situation.asOf()).at(situation.asOf().day());
        List<Issued.Act> taken =
                Issued.of(
                        rung.act(),
                        obligation.bearer(),
                        breach.owed().bearer(),
                        trigger(breach.owed()),
                        reached,
                        situation);
        return Issued.approved(
                Issued.forCause(taken, rung, trigger(breach.owed()), situation),
                rung,
                breach.began(),
                breached);
    }

    private static Optional<Long> trigger(Obligation breached) {
        return breached.occasion() instanceof Occasion.OnRecord(long number, var _)
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Contribution contribution(Issued.Act act) {
        WorkRecord record = act.record();
        return new Contribution(
                record.number(), record.day(), Rational.ONE, record.lateDays(), false, false);
    }
}
