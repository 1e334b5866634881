package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.form.Cycles;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.form.Situations;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Issued;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Tied;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.Enactment;
import org.mingze.work.ParameterSetting;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 牵涉 — the obligations whose verdict one record may change: those that it raises, those of the
/// records that it follows or that follow it, and those of the bearers that it names, in the
/// periods that it reaches; and what arises from breaches of any of these. A condition that looks
/// through all records of a type is not looked up: it is asked for with its own duty.
public final class Concerned {
    /// A breach of a year's duty is answered in the year after.
    private static final int BACK = 2;

    private final AsOf asOf;
    private final RecordHistory history;
    private final List<WorkRecord> states;
    private final Set<Value.Reference> bearers;
    private final boolean anybody;

    private Concerned(AsOf asOf, RecordHistory history) {
        this.asOf = asOf;
        this.history = history;
        this.states = history.states();
        this.bearers = new Kin(asOf.known()).bearersNamed(Kin.named(history));
        this.anybody = bearers.isEmpty();
    }

    /// What a record concerns, in the order of the rules.
    public static List<Obligation> by(RecordHistory history, AsOf asOf) {
        Concerned concerned = new Concerned(asOf, history);
        Map<ObligationKey, Obligation> found = new LinkedHashMap<>();
        for (String id : asOf.known().rules().institutions()) {
            for (Enactment version : asOf.known().rules().versions(id)) {
                List<Obligation> here = new ArrayList<>();
                for (Duty duty : version.institution().duties()) {
                    here.addAll(concerned.by(version, duty));
                }
                here.addAll(concerned.arising(version, here));
                here.forEach(owed -> found.put(owed.key(), owed));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Obligation> by(Enactment version, Duty duty) {
        List<Obligation> found = new ArrayList<>(raised(version, duty));
        switch (duty.form()) {
            case DutyForm.Frequency form ->
                    found.addAll(counting(version, duty, form.acts(), form.every()));
            case DutyForm.Coverage form ->
                    found.addAll(counting(version, duty, form.acts(), form.every()));
            case DutyForm.Rota form -> {
                List<Selector> acts =
                        switch (form.work()) {
                            case RotaWork.Acts(List<Selector> asked, var _) -> asked;
                            case RotaWork.Cover(Selector shifts, var _, var _) -> List.of(shifts);
                        };
                if (mentions(acts)) {
                    boolean all = acts.stream().anyMatch(act -> isForAnybody(act, history));
                    found.addAll(of(version, duty, all, first().minusDays(1), last()));
                }
            }
            case DutyForm.Proportion form ->
                    found.addAll(cycle(version, duty, form.every(), anybody, first(), last()));
            case DutyForm.Response form ->
                    found.addAll(answered(version, duty, form.answer(), day().minusYears(1)));
            case DutyForm.Precedence form ->
                    found.addAll(answered(version, duty, form.earlier(), day()));
            case DutyForm.ClosedLoop _,
                    DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Steps _ -> {}
            case DutyForm.BreachResponse form -> {
                if (mentions(List.of(form.answer()))) {
                    found.addAll(of(version, duty, true, day().minusYears(BACK), asOf.day()));
                }
            }
            case DutyForm.Escalation form -> {
                if (form.rungs().stream().anyMatch(rung -> isAct(rung.act()))) {
                    found.addAll(of(version, duty, true, day().minusYears(BACK), asOf.day()));
                }
            }
        }
        return found;
    }

    /// The rungs that breaches of these reach, the duties that arise from them, and so on upwards.
    private List<Obligation> arising(Enactment version, List<Obligation> below) {
        List<Obligation> arising = new ArrayList<>();
        List<Obligation> open = new ArrayList<>(below);
        while (!open.isEmpty()) {
            Obligation owed = open.removeLast();
            for (Duty duty : version.institution().duties()) {
                if (duty.form().cause().equals(Optional.of(owed.duty().number()))) {
                    List<Obligation> next = arisingFrom(version, duty, owed);
                    arising.addAll(next);
                    open.addAll(next);
                }
            }
        }
        return arising;
    }

    /// Where breaches are counted, another of them may be the n-th now.
    private List<Obligation> arisingFrom(Enactment version, Duty duty, Obligation below) {
        boolean counts =
                duty.form() instanceof DutyForm.Escalation ladder
                        && ladder.rungs().stream()
                                .anyMatch(rung -> rung.reached() instanceof DutyForm.Reached.Times);
        LocalDate day = Obligations.firstDay(below.occasion(), asOf);
        return new Raising(asOf)
                .of(version, duty, day, counts ? asOf.day() : day).stream()
                        .filter(
                                owed ->
                                        owed.occasion() instanceof Occasion.OnBreach(var breach, _)
                                                && (breach.equals(below.key())
                                                        || (counts
                                                                && breach.bearer()
                                                                        .equals(
                                                                                below.key()
                                                                                        .bearer()))))
                        .toList();
    }

    private boolean isAct(String word) {
        return states.stream().anyMatch(state -> Issued.isOf(word, state) != Certainty.FALSE);
    }

    /// The first of the days that the record names, its own among them.
    private LocalDate first() {
        return days().stream().min(Comparator.naturalOrder()).orElse(day());
    }

    private LocalDate last() {
        return days().stream().max(Comparator.naturalOrder()).orElse(day());
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (WorkRecord state : states) {
            days.add(state.day());
            for (Value value : state.fields().values()) {
                switch (value) {
                    case Value.Day(LocalDate named) -> days.add(named);
                    case Value.Moment(var named) -> days.add(named.toLocalDate());
                    case Value _ -> {}
                }
            }
        }
        return days;
    }

    /// By the record itself, or by one that it follows.
    private List<Obligation> raised(Enactment version, Duty duty) {
        List<Obligation> found = new ArrayList<>();
        List<RecordHistory> roots = new ArrayList<>(List.of(history));
        roots.addAll(asOf.known().records().everFollowed(history));
        asOf.known().records().followersOf(history.number()).stream()
                .flatMap(later -> asOf.known().records().history(later.number()).stream())
                .forEach(roots::add);
        Raising raising = new Raising(asOf);
        for (RecordHistory root : roots) {
            boolean triggers =
                    Obligations.triggers(duty.form()).stream()
                            .anyMatch(
                                    trigger ->
                                            trigger.recordType()
                                                    .equals(root.current().type().name()));
            if (triggers) {
                found.addAll(raising.on(version, duty, root));
            }
        }
        return found;
    }

    /// What it may answer without following it: of all since a day where it is tied to none.
    private List<Obligation> answered(
            Enactment version, Duty duty, Selector answer, LocalDate since) {
        if (answer.link() instanceof Selector.Link.Follows || !mentions(List.of(answer))) {
            return List.of();
        }
        Optional<Set<Long>> causes = Causes.of(duty, answer, history, asOf.known());
        if (causes.isEmpty()) {
            return of(version, duty, true, since, asOf.day());
        }
        return causes.get().stream()
                .sorted()
                .flatMap(number -> asOf.known().records().history(number).stream())
                .flatMap(cause -> new Raising(asOf).on(version, duty, cause).stream())
                .toList();
    }

    private List<Obligation> counting(
            Enactment version, Duty duty, List<Selector> acts, DutyForm.Cycle every) {
        List<Obligation> found = new ArrayList<>();
        for (Selector act : acts) {
            for (WorkRecord state : states) {
                if (!state.type().name().equals(act.recordType())) {
                    continue;
                }
                Situation situation = Situation.of(asOf, version.institution(), state.day());
                Optional<LocalDate> moment = Candidates.moment(act, state, situation);
                LocalDate from = moment.orElse(state.day().minusYears(1));
                LocalDate to = moment.orElse(asOf.day());
                cycle(version, duty, every, isForAnybody(act, history), from, to).stream()
                        .filter(owed -> mayBeTowards(owed, act))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private boolean mayBeTowards(Obligation owed, Selector act) {
        return owed.counterpart().isEmpty()
                || Tied.mayMeet(act, Situations.of(owed, asOf), history);
    }

    /// Whether anybody may claim it: it names nobody, or the rule asks nobody's name.
    static boolean isForAnybody(Selector act, RecordHistory history) {
        return switch (act.owner()) {
            case Selector.Owner.TypeOwner() -> isOpen(history.current().type().owner(), history);
            case Selector.Owner.Field(String field) -> isOpen(field, history);
            case Selector.Owner.Condition _, Selector.Owner.Anybody _ -> true;
        };
    }

    private static boolean isOpen(String field, RecordHistory history) {
        return field.equals(RecordType.ANYBODY)
                || history.states().stream()
                        .anyMatch(state -> Tally.isOpen(state.fields().get(field)));
    }

    /// The periods that a day lies in, and those before whose grace it still reaches; what a record
    /// of the last year began.
    private List<Obligation> cycle(
            Enactment version,
            Duty duty,
            DutyForm.Cycle every,
            boolean all,
            LocalDate from,
            LocalDate to) {
        if (every instanceof DutyForm.Cycle.FromTo) {
            return of(version, duty, all, from.minusYears(1), to);
        }
        List<Obligation> found = new ArrayList<>();
        List<PeriodUnit> units =
                switch (every) {
                    case DutyForm.Cycle.Each(PeriodUnit unit) -> List.of(unit);
                    case DutyForm.Cycle.Named _ -> Cycles.UNITS;
                    case DutyForm.Cycle.FromTo _ -> List.of();
                };
        for (PeriodUnit unit : units) {
            Period period = Periods.containing(from, unit);
            Period before = Periods.previous(period);
            while (reaches(duty, version, before.end(), from)) {
                period = before;
                before = Periods.previous(period);
            }
            found.addAll(of(version, duty, all, period.start(), to));
        }
        return found;
    }

    /// Whether the grace after a due day, by any number it ever had for anybody, reaches a day.
    private boolean reaches(Duty duty, Enactment version, LocalDate due, LocalDate day) {
        Stream<Value> graces =
                switch (duty.grace()) {
                    case Slot.Literal(Value value) -> Stream.of(value);
                    case Slot.Named(String name) -> given(version, name);
                    case Slot.Previous() -> Stream.empty();
                };
        return graces.anyMatch(
                grace ->
                        grace instanceof Value.Duration(Span span)
                                && !Judging.graceEnd(span, due, asOf).isBefore(day));
    }

    private Stream<Value> given(Enactment version, String parameter) {
        Stream<Value> own =
                Optional.ofNullable(version.institution().parameters().get(parameter)).stream()
                        .flatMap(named -> named.values().stream())
                        .flatMap(dated -> dated.value().stream());
        Stream<Value> set =
                asOf.known().rules().settings().stream()
                        .filter(by -> by.institution().equals(version.institution().id()))
                        .filter(by -> by.parameter().equals(parameter))
                        .map(ParameterSetting::value);
        return Stream.concat(own, set);
    }

    private List<Obligation> of(
            Enactment version, Duty duty, boolean all, LocalDate from, LocalDate to) {
        Raising raising = all ? new Raising(asOf) : new Raising(asOf, bearers);
        return raising.of(version, duty, from, to);
    }

    private boolean mentions(List<Selector> acts) {
        return acts.stream()
                .anyMatch(act -> act.recordType().equals(history.current().type().name()));
    }

    private LocalDate day() {
        return history.current().day();
    }
}
