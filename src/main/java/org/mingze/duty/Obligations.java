package org.mingze.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;
import org.mingze.duty.form.Extensions;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// 应尽事项集 — what is owed and how it stands, asked of what is known on a day.
public final class Obligations {
    private final AsOf asOf;
    private final Raising raising;

    public Obligations(Knowledge known, LocalDate day) {
        this.asOf = new AsOf(known, day);
        this.raising = new Raising(asOf);
    }

    /// Of everything owed, what these bearers owe.
    public Obligations(Knowledge known, LocalDate day, Set<Value.Reference> bearers) {
        this.asOf = new AsOf(known, day);
        this.raising = new Raising(asOf, bearers);
    }

    public AsOf asOf() {
        return asOf;
    }

    /// Obligations whose period overlaps these days, or whose trigger lies in them.
    public List<Obligation> raised(LocalDate from, LocalDate to) {
        return raising.between(from, to);
    }

    public Verdict judge(Obligation obligation) {
        return Judging.judge(obligation, asOf);
    }

    /// Whether an extension may be granted that would count.
    public boolean isExtendable(Verdict verdict) {
        return Extensions.mayMore(verdict, asOf);
    }

    /// The posts that the rule lets grant an extension; empty where nobody can be told.
    public List<String> approvers(Obligation obligation) {
        return Extensions.approvers(obligation, asOf);
    }

    /// By how much the rule lets an extension move the limit.
    public Optional<Span> extensionMost(Obligation obligation) {
        return Extensions.most(obligation, asOf);
    }

    public List<Verdict> verdicts(LocalDate from, LocalDate to) {
        return raised(from, to).stream().map(this::judge).toList();
    }

    /// The obligation under a key; empty when nothing of the kind is owed.
    public Optional<Obligation> find(ObligationKey key) {
        return on(key.institution(), key.duty(), Occasion.parse(key.occasion())).stream()
                .filter(obligation -> obligation.key().equals(key))
                .findFirst();
    }

    /// Everything one duty raises on one occasion.
    public List<Obligation> on(String institution, String number, Occasion occasion) {
        return asOf.known().rules().versions(institution).stream()
                .flatMap(
                        version ->
                                version.institution().duty(number).stream()
                                        .flatMap(duty -> on(version, duty, occasion).stream()))
                .filter(owed -> owed.occasion().equals(occasion))
                .toList();
    }

    private List<Obligation> on(Enactment version, Duty duty, Occasion occasion) {
        return switch (occasion) {
            case Occasion.InPeriod(Period period) ->
                    raising.of(version, duty, period.start(), period.start());
            case Occasion.OnRecord(long record, var _) ->
                    asOf.known().records().history(record).stream()
                            .filter(history -> isTrigger(duty, history))
                            .flatMap(history -> raising.on(version, duty, history).stream())
                            .toList();
            case Occasion.OnBreach(ObligationKey breach, int _) -> raisedBy(version, duty, breach);
        };
    }

    private static boolean isTrigger(Duty duty, RecordHistory history) {
        return triggers(duty.form()).stream()
                .anyMatch(trigger -> trigger.recordType().equals(history.current().type().name()));
    }

    /// What a breach has raised: the rungs that it reached, or what arises from it.
    private List<Obligation> raisedBy(Enactment version, Duty duty, ObligationKey breach) {
        LocalDate day = firstDay(Occasion.parse(breach.occasion()), asOf);
        return raising.of(version, duty, day, day);
    }

    /// The day by which an obligation is found: the start of its period, the day of its trigger, or
    /// that of the breach that it rests on.
    public static LocalDate firstDay(Occasion occasion, AsOf asOf) {
        return switch (occasion) {
            case Occasion.InPeriod(Period period) -> period.start();
            case Occasion.OnRecord(long record, var _) ->
                    asOf.known()
                            .records()
                            .history(record)
                            .map(history -> history.current().day())
                            .orElse(asOf.day());
            case Occasion.OnBreach(ObligationKey breach, int _) ->
                    firstDay(Occasion.parse(breach.occasion()), asOf);
        };
    }

    /// Whether a record of these days may raise what the duty asks.
    public static boolean isRaised(Duty duty, RecordHistory history, LocalDate from, LocalDate to) {
        LocalDate day = history.original().day();
        String type = history.original().type().name();
        return !day.isBefore(from)
                && !day.isAfter(to)
                && triggers(duty.form()).stream().anyMatch(by -> by.recordType().equals(type));
    }

    /// The selectors of the records that raise an obligation; none for forms that go by the
    /// calendar or by breaches.
    public static List<Selector> triggers(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> start(frequency.every());
            case DutyForm.Coverage coverage -> start(coverage.every());
            case DutyForm.Proportion proportion -> start(proportion.every());
            case DutyForm.Rota _, DutyForm.Escalation _, DutyForm.BreachResponse _ -> List.of();
            case DutyForm.Response response -> List.of(response.trigger());
            case DutyForm.ClosedLoop loop -> List.of(loop.trigger());
            case DutyForm.Invariant invariant -> List.of(invariant.of());
            case DutyForm.Prohibition prohibition -> List.of(prohibition.of());
            case DutyForm.Precedence precedence -> List.of(precedence.later());
            case DutyForm.Steps steps -> steps.steps().stream().map(DutyForm.Step::act).toList();
        };
    }

    /// The 起 of 每: 次.
    public static Optional<Selector> cyclicTrigger(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency _, DutyForm.Coverage _, DutyForm.Proportion _ ->
                    triggers(form).stream().findFirst();
            case DutyForm _ -> Optional.empty();
        };
    }

    private static List<Selector> start(DutyForm.Cycle cycle) {
        return cycle instanceof DutyForm.Cycle.FromTo(Selector start, Selector _)
                ? List.of(start)
                : List.of();
    }
}
