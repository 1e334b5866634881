package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.form.breach.BreachAnswer;
import org.mingze.duty.form.breach.Ladder;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Rules;

/// 起责 — which obligations exist: of each duty in force, for each bearer, on each occasion.
public final class Raising {
    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;
    private final TriggeredRaising onRecords;
    private final Optional<Set<Value.Reference>> only;

    public Raising(AsOf asOf) {
        this(asOf, _ -> true);
    }

    /// Only the obligations of these bearers; those whose bearer is unknown are raised too.
    public Raising(AsOf asOf, Predicate<Value.Reference> wanted) {
        this(asOf, wanted, Optional.empty());
    }

    /// Only the obligations of these few bearers, without going through everybody.
    public Raising(AsOf asOf, Set<Value.Reference> only) {
        this(asOf, only::contains, Optional.of(only));
    }

    private Raising(
            AsOf asOf, Predicate<Value.Reference> wanted, Optional<Set<Value.Reference>> only) {
        this.asOf = asOf;
        this.wanted = wanted;
        this.only = only;
        this.onRecords = new TriggeredRaising(asOf, wanted);
    }

    /// Obligations whose period overlaps `from`–`to`, or whose trigger lies in it.
    public List<Obligation> between(LocalDate from, LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        Knowledge known = asOf.known();
        for (String institution : known.rules().institutions()) {
            for (Enactment enactment : known.rules().versions(institution)) {
                for (Duty duty : enactment.institution().duties()) {
                    raised.addAll(of(enactment, duty, from, to));
                }
            }
        }
        return raised;
    }

    public List<Obligation> of(Enactment enactment, Duty duty, LocalDate from, LocalDate to) {
        return switch (duty.form()) {
            case DutyForm.Frequency form -> cyclic(enactment, duty, form.every(), from, to);
            case DutyForm.Coverage form -> cyclic(enactment, duty, form.every(), from, to);
            case DutyForm.Proportion form -> cyclic(enactment, duty, form.every(), from, to);
            case DutyForm.Rota form ->
                    new RotaRaising(asOf, wanted)
                            .of(enactment, duty, form, from, to).stream()
                                    .filter(owed -> governs(enactment, owed))
                                    .toList();
            case DutyForm.Escalation form ->
                    new Ladder(asOf, wanted).raised(enactment, duty, form, from, to);
            case DutyForm.BreachResponse form ->
                    new BreachAnswer(asOf, wanted).raised(enactment, duty, form, from, to);
            case DutyForm.Response _,
                    DutyForm.ClosedLoop _,
                    DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _ ->
                    triggered(enactment, duty, from, to);
        };
    }

    private List<Obligation> cyclic(
            Enactment enactment, Duty duty, DutyForm.Cycle every, LocalDate from, LocalDate to) {
        return switch (every) {
            case DutyForm.Cycle.Each(PeriodUnit unit) ->
                    periodic(enactment, duty, unit, from, to, _ -> true);
            case DutyForm.Cycle.Named named -> {
                List<Obligation> raised = new ArrayList<>();
                for (PeriodUnit unit : Cycles.UNITS) {
                    raised.addAll(
                            periodic(
                                    enactment,
                                    duty,
                                    unit,
                                    from,
                                    to,
                                    owed -> Cycles.unit(named, Situations.of(owed, asOf)) == unit));
                }
                yield raised;
            }
            case DutyForm.Cycle.FromTo _ -> triggered(enactment, duty, from, to);
        };
    }

    private List<Obligation> periodic(
            Enactment enactment,
            Duty duty,
            PeriodUnit every,
            LocalDate from,
            LocalDate to,
            Predicate<Obligation> kept) {
        List<Obligation> raised = new ArrayList<>();
        Period period = Periods.containing(from, every);
        while (!period.start().isAfter(to)) {
            for (Period part : parts(enactment, period)) {
                Situation situation = Situation.of(asOf, enactment.institution(), part.start());
                if (governs(
                        enactment,
                        part.start(),
                        PeriodicJudgement.due(duty.form(), part, situation))) {
                    in(enactment, duty, part).stream().filter(kept).forEach(raised::add);
                }
            }
            period = Periods.next(period);
        }
        return raised;
    }

    /// The part of a period that a version governs: all of it where it is in force at the start,
    /// unless a later version splits it.
    private List<Period> parts(Enactment enactment, Period period) {
        List<LocalDate> cuts = new ArrayList<>();
        for (Enactment version : asOf.known().rules().versions(enactment.institution().id())) {
            LocalDate from = version.institution().from();
            if (version.institution().split()
                    && from.isAfter(period.start())
                    && !from.isAfter(period.end())
                    && governs(version, from, Optional.of(period.end()))) {
                cuts.add(from);
            }
        }
        List<Period> parts = new ArrayList<>();
        LocalDate start = period.start();
        for (LocalDate cut : cuts) {
            parts.add(new Period(period.unit(), start, cut.minusDays(1)));
            start = cut;
        }
        parts.add(new Period(period.unit(), start, period.end()));
        return parts;
    }

    /// The obligations of one duty in one period, whether or not the version governs it.
    public List<Obligation> in(Enactment enactment, Duty duty, Period period) {
        List<Obligation> raised = new ArrayList<>();
        for (Value.Reference bearer : bearers(enactment, duty, period)) {
            if (!wanted.test(bearer)) {
                continue;
            }
            Obligation plain =
                    new Obligation(
                            enactment,
                            duty,
                            Optional.of(bearer),
                            Optional.empty(),
                            new Occasion.InPeriod(period));
            if (duty.form() instanceof DutyForm.Coverage form) {
                raised.addAll(Coverages.perMember(plain, form, period, asOf));
            } else {
                raised.add(plain);
            }
        }
        return raised;
    }

    private boolean governs(Enactment enactment, Obligation owed) {
        return owed.occasion() instanceof Occasion.InPeriod(Period period)
                && governs(enactment, period.start(), Optional.of(period.end()));
    }

    /// Nothing is raised that was due before the enactment was recorded: until then the version
    /// before it governs.
    private boolean governs(Enactment enactment, LocalDate day, Optional<LocalDate> due) {
        String id = enactment.institution().id();
        Rules rules = asOf.known().rules();
        return due.map(last -> rules.inForce(id, day, last))
                .orElseGet(() -> rules.inForce(id, day))
                .filter(enactment::equals)
                .isPresent();
    }

    private List<Value.Reference> members(Role role, Institution institution, LocalDate day) {
        Organization organization = asOf.known().organization();
        return only.map(
                        few ->
                                few.stream()
                                        .filter(
                                                who ->
                                                        Bearers.isMember(
                                                                who,
                                                                role,
                                                                institution,
                                                                organization,
                                                                day))
                                        .toList())
                .orElseGet(() -> Bearers.members(role, institution, organization, day));
    }

    private List<Value.Reference> bearers(Enactment enactment, Duty duty, Period period) {
        return switch (duty.bearer()) {
            case Bearer.ByRole(Role role) -> members(role, enactment.institution(), period.start());
            case Bearer.ByField _ -> List.of();
        };
    }

    private List<Obligation> triggered(
            Enactment enactment, Duty duty, LocalDate from, LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        Obligations.triggers(duty.form()).forEach(by -> types.add(by.recordType()));
        for (String type : types) {
            for (RecordHistory history : triggers(duty, type, from, to)) {
                raised.addAll(on(enactment, duty, history));
            }
        }
        return raised;
    }

    private List<RecordHistory> triggers(Duty duty, String type, LocalDate from, LocalDate to) {
        return only.flatMap(few -> new TriggersNaming(asOf, few).of(duty, type, from, to))
                .orElseGet(() -> asOf.known().records().everOfType(type, from, to));
    }

    /// What a duty raises on a record: one obligation, and one more for each time it was reopened;
    /// one for each member of a covered set, or each dossier that the record belongs to.
    public List<Obligation> on(Enactment enactment, Duty duty, RecordHistory history) {
        return onRecords.on(enactment, duty, history).stream()
                .filter(
                        owed ->
                                governs(
                                        enactment,
                                        history.current().day(),
                                        TriggeredRaising.firstDue(owed, history, asOf)))
                .toList();
    }
}
