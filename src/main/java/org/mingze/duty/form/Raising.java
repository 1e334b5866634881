package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;

/// 起责 — which obligations exist: of each duty in force, for each bearer, on each occasion.
public final class Raising {
    private final AsOf asOf;
    private final Predicate<Value.Reference> wanted;

    public Raising(AsOf asOf) {
        this(asOf, _ -> true);
    }

    /// Only the obligations of these bearers; those whose bearer is unknown are raised too.
    public Raising(AsOf asOf, Predicate<Value.Reference> wanted) {
        this.asOf = asOf;
        this.wanted = wanted;
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
            case DutyForm.Frequency form -> periodic(enactment, duty, form.every(), from, to);
            case DutyForm.Coverage form -> periodic(enactment, duty, form.every(), from, to);
            case DutyForm.Response form -> triggered(enactment, duty, form.trigger(), from, to);
            case DutyForm.ClosedLoop form -> triggered(enactment, duty, form.trigger(), from, to);
            case DutyForm.Invariant form -> triggered(enactment, duty, form.of(), from, to);
            case DutyForm.Prohibition form -> triggered(enactment, duty, form.of(), from, to);
            case DutyForm.Precedence form -> triggered(enactment, duty, form.later(), from, to);
        };
    }

    private List<Obligation> periodic(
            Enactment enactment, Duty duty, PeriodUnit every, LocalDate from, LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        Period period = Periods.containing(from, every);
        while (!period.start().isAfter(to)) {
            if (governs(enactment, period.start(), PeriodicJudgement.due(duty.form(), period))) {
                raised.addAll(in(enactment, duty, period));
            }
            period = Periods.next(period);
        }
        return raised;
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
                raised.addAll(perMember(plain, form, period));
            } else {
                raised.add(plain);
            }
        }
        return raised;
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

    private List<Value.Reference> bearers(Enactment enactment, Duty duty, Period period) {
        return switch (duty.bearer()) {
            case Bearer.ByRole(Role role) ->
                    Bearers.members(
                            role,
                            enactment.institution(),
                            asOf.known().organization(),
                            period.start());
            case Bearer.ByField _ -> List.of();
        };
    }

    private List<Obligation> perMember(Obligation plain, DutyForm.Coverage form, Period period) {
        Situation situation = Situations.of(plain, asOf);
        Set<Value> members = new LinkedHashSet<>();
        for (LocalDate day : membershipDays(form.membership(), period)) {
            Situation that = situation.at(day);
            if (form.members().evaluate(that.scope(), that.world())
                    instanceof Value.Series(List<Value> items)) {
                items.forEach(item -> counterpart(form, item, that).ifPresent(members::add));
            }
        }
        return members.stream()
                .map(
                        member ->
                                new Obligation(
                                        plain.enactment(),
                                        plain.duty(),
                                        plain.bearer(),
                                        Optional.of(member),
                                        plain.occasion()))
                .toList();
    }

    /// 按: 人 turns a post into the person who held it that day.
    private static Optional<Value> counterpart(
            DutyForm.Coverage form, Value member, Situation situation) {
        if (form.countedBy() == DutyForm.CountedBy.PERSON
                && member instanceof Value.Reference(Value.Reference.Kind kind, String code)
                && kind == Value.Reference.Kind.POST) {
            return situation
                    .organization()
                    .holder(code, situation.at())
                    .map(Value.Reference::person);
        }
        return Optional.of(member).filter(given -> !given.isUnknown());
    }

    private List<LocalDate> membershipDays(DutyForm.Membership membership, Period period) {
        return switch (membership) {
            case AT_START -> List.of(period.start());
            case AT_END -> List.of(period.end());
            case AT_ANY_TIME -> {
                List<LocalDate> days = new ArrayList<>();
                days.add(period.start());
                days.addAll(asOf.known().organization().changeDays(period.start(), period.end()));
                yield days;
            }
        };
    }

    private List<Obligation> triggered(
            Enactment enactment, Duty duty, Selector trigger, LocalDate from, LocalDate to) {
        List<Obligation> raised = new ArrayList<>();
        for (RecordHistory history :
                asOf.known().records().everOfType(trigger.recordType(), from, to)) {
            raised.addAll(on(enactment, duty, trigger, history));
        }
        return raised;
    }

    /// The obligation of a trigger, and one more for each time it was reopened.
    public List<Obligation> on(
            Enactment enactment, Duty duty, Selector trigger, RecordHistory history) {
        WorkRecord record = history.current();
        Situation situation = Situation.of(asOf, enactment.institution(), record.day());
        if (record.day().isAfter(asOf.day()) || !everMatched(trigger, history, situation)) {
            return List.of();
        }
        Situation bound = situation.triggeredBy(record);
        Optional<Value.Reference> bearer = bearer(duty, bound, record);
        if (bearer.filter(wanted.negate().or(who -> !binds(enactment, who, record.day())))
                .isPresent()) {
            return List.of();
        }
        List<Obligation> raised = new ArrayList<>();
        raised.add(obligation(enactment, duty, bearer, record.number(), OptionalLong.empty()));
        if (duty.form() instanceof DutyForm.ClosedLoop form) {
            for (WorkRecord reopening : LoopRound.reopenings(form, record, bound)) {
                raised.add(
                        obligation(
                                enactment,
                                duty,
                                bearer,
                                record.number(),
                                OptionalLong.of(reopening.number())));
            }
        }
        return raised.stream()
                .filter(owed -> governs(enactment, record.day(), firstDue(owed, history)))
                .toList();
    }

    /// The first day on which something is due, before any extension; empty while it is unknown.
    private Optional<LocalDate> firstDue(Obligation owed, RecordHistory trigger) {
        WorkRecord record = trigger.current();
        Situation situation = Situations.of(owed, asOf).triggeredBy(record);
        return switch (owed.duty().form()) {
            case DutyForm.Response form -> ResponseJudgement.firstDue(form, record, situation);
            case DutyForm.ClosedLoop form ->
                    ClosedLoopJudgement.firstDue(owed, form, trigger, situation);
            case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Precedence _ ->
                    Optional.of(record.day());
            case DutyForm.Frequency _, DutyForm.Coverage _ -> Optional.empty();
        };
    }

    private static Obligation obligation(
            Enactment enactment,
            Duty duty,
            Optional<Value.Reference> bearer,
            long number,
            OptionalLong reopening) {
        return new Obligation(
                enactment,
                duty,
                bearer,
                Optional.empty(),
                new Occasion.OnRecord(number, reopening));
    }

    /// A trigger that matches now, or matched before some correction, raised something.
    private static boolean everMatched(
            Selector trigger, RecordHistory history, Situation situation) {
        Situation that = situation.at(history.current().day());
        return history.states().stream()
                .anyMatch(state -> Triggers.matches(trigger, state, that) != Certainty.FALSE);
    }

    private Optional<Value.Reference> bearer(Duty duty, Situation bound, WorkRecord record) {
        Situation ofRecord = bound.borneBy(owner(record));
        Optional<Value.Reference> found =
                Bearers.resolve(duty.bearer(), ofRecord)
                        .filter(named -> Judging.exists(named, asOf, record.day()));
        return found.isPresent()
                ? found
                : duty.bearerIfUnknown()
                        .flatMap(
                                role ->
                                        Bearers.nearest(
                                                role,
                                                ofRecord.body(),
                                                asOf.known().organization(),
                                                record.day()));
    }

    /// Whose act the record is, so that the nearest member of a role can be looked for.
    private static Optional<Value.Reference> owner(WorkRecord record) {
        for (String field : List.of(record.type().owner(), "机构", "责任单位")) {
            Optional<Value> value = record.field(field);
            if (value.isPresent() && value.get() instanceof Value.Reference reference) {
                return Optional.of(reference);
            }
        }
        return record.recorder().post().isEmpty()
                ? Optional.empty()
                : Optional.of(Value.Reference.post(record.recorder().post()));
    }

    private boolean binds(Enactment enactment, Value.Reference bearer, LocalDate day) {
        Situation situation =
                Situation.of(asOf, enactment.institution(), day).borneBy(Optional.of(bearer));
        Optional<String> body = situation.body();
        return body.isEmpty()
                || Bearers.binds(
                        enactment.institution(),
                        body.flatMap(code -> asOf.known().organization().body(code, day)));
    }
}
