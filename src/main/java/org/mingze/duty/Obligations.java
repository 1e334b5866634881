package org.mingze.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

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
        this.raising = new Raising(asOf, bearers::contains);
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
                    trigger(duty.form())
                            .flatMap(
                                    selector ->
                                            asOf.known()
                                                    .records()
                                                    .history(record)
                                                    .map(
                                                            history ->
                                                                    raising.on(
                                                                            version, duty,
                                                                            selector, history)))
                            .orElse(List.of());
        };
    }

    /// The selector of the record that raises an obligation; empty for periodic forms.
    public static Optional<Selector> trigger(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency _, DutyForm.Coverage _ -> Optional.empty();
            case DutyForm.Response response -> Optional.of(response.trigger());
            case DutyForm.ClosedLoop loop -> Optional.of(loop.trigger());
            case DutyForm.Invariant invariant -> Optional.of(invariant.of());
            case DutyForm.Prohibition prohibition -> Optional.of(prohibition.of());
            case DutyForm.Precedence precedence -> Optional.of(precedence.later());
        };
    }
}
