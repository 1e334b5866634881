package org.mingze.duty.running;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// What records that came or changed may have changed of each duty, whoever owes it.
final class Change {
    private final Knowledge known;
    private final Mentions mentions;
    private final Kin kin;
    private final Set<Long> reached;
    private final List<RecordHistory> histories;
    private final Set<String> types = new HashSet<>();
    private final Set<String> around = new HashSet<>();

    /// How far it goes.
    sealed interface Extent {
        record Nothing() implements Extent {}

        /// What these records raise, and what these bearers owe otherwise.
        record Some(Set<Long> raisedBy, Set<Value.Reference> owedBy) implements Extent {}

        record Everything() implements Extent {}
    }

    private static final Extent NOTHING = new Extent.Nothing();
    private static final Extent EVERYTHING = new Extent.Everything();

    /// @param records those that came, changed or were withdrawn
    Change(Knowledge known, Mentions mentions, Set<Long> records) {
        this.known = known;
        this.mentions = mentions;
        this.kin = new Kin(known);
        this.reached = Reach.chains(known, records);
        this.histories =
                reached.stream()
                        .flatMap(number -> known.records().history(number).stream())
                        .toList();
        for (RecordHistory history : histories) {
            types.add(type(history));
            if (!records.contains(history.number())) {
                around.add(type(history));
            }
        }
    }

    /// The records, those around them and those that they may answer, in order of number.
    List<RecordHistory> raising(Extent.Some some) {
        return some.raisedBy().stream()
                .sorted()
                .flatMap(number -> known.records().history(number).stream())
                .toList();
    }

    Extent of(Enactment version, Duty duty) {
        Mentions.OfDuty asked = mentions.of(version, duty);
        if (!asked.concernedBy(types) && !asked.standings()) {
            return NOTHING;
        }
        if (asked.looksThroughAny(types) || asked.followsApart(around)) {
            return EVERYTHING;
        }
        return switch (duty.form()) {
            case DutyForm.Frequency counting -> counted(counting.acts(), asked);
            case DutyForm.Coverage covering -> counted(covering.acts(), asked);
            case DutyForm.Response response -> answered(duty, response.answer());
            case DutyForm.Precedence precedence -> answered(duty, precedence.earlier());
            case DutyForm.ClosedLoop loop ->
                    raised(
                            loop.closing().filter(this::isUntied).isEmpty()
                                    && loop.relapse().filter(this::isUntied).isEmpty());
            case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Steps _ -> raised(true);
            case DutyForm.Rota _,
                    DutyForm.Proportion _,
                    DutyForm.BreachResponse _,
                    DutyForm.Escalation _ ->
                    EVERYTHING;
        };
    }

    private Extent raised(boolean tied) {
        return tied ? new Extent.Some(reached, Set.of()) : EVERYTHING;
    }

    /// What these records raise, and what those raise that they may answer.
    private Extent answered(Duty duty, Selector answer) {
        if (answer.link() instanceof Selector.Link.Follows) {
            return new Extent.Some(reached, Set.of());
        }
        Set<Long> raising = new HashSet<>(reached);
        for (RecordHistory history : histories) {
            if (answer.recordType().equals(type(history))) {
                Optional<Set<Long>> causes = Causes.of(duty, answer, history, known);
                if (causes.isEmpty()) {
                    return EVERYTHING;
                }
                raising.addAll(causes.get());
            }
        }
        return new Extent.Some(raising, Set.of());
    }

    private boolean isUntied(Selector answer) {
        return !(answer.link() instanceof Selector.Link.Follows)
                && types.contains(answer.recordType());
    }

    /// For whom one of the records may count; everything where it may be anybody, or where a
    /// record is asked about otherwise than as an act that counts.
    private Extent counted(List<Selector> acts, Mentions.OfDuty asked) {
        if (asked.concernedBy(types, acts)) {
            return EVERYTHING;
        }
        Set<Value.Reference> owing = new HashSet<>();
        for (RecordHistory history : histories) {
            for (Selector act : acts) {
                if (act.recordType().equals(type(history))) {
                    Set<Value.Reference> named = Kin.named(history);
                    if (named.isEmpty() || Concerned.isForAnybody(act, history)) {
                        return EVERYTHING;
                    }
                    owing.addAll(kin.bearersNamed(named));
                }
            }
        }
        return new Extent.Some(reached, owing);
    }

    private static String type(RecordHistory history) {
        return history.original().type().name();
    }
}
