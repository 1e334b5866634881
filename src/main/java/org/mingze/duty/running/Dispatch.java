package org.mingze.duty.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Facts;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;

/// Which tallies a record belongs to: by its type, then by the word that a condition begins with.
///
/// This is the one place that says which selectors are kept: those by which a counting form looks
/// for the acts of a bearer. Triggers, answers and steps are found by what follows what, and their
/// duties are judged by search.
final class Dispatch {
    private final IdentityHashMap<Selector, Tally> tallies = new IdentityHashMap<>();
    private final Map<String, ByType> byType = new HashMap<>();
    private final TimelinesByName timelines = new TimelinesByName();

    /// The tallies of one record type: by field and word, and those that every record may concern.
    private static final class ByType {
        private final Map<String, Map<Value, List<Tally>>> byWord = new HashMap<>();
        private final Map<String, List<Tally>> byField = new HashMap<>();
        private final List<Tally> always = new ArrayList<>();
    }

    Dispatch(Rules rules, Knowledge known) {
        for (String id : rules.institutions()) {
            for (Enactment version : rules.versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    kept(duty.form()).forEach(selector -> add(selector, version, rules, known));
                }
            }
        }
    }

    /// The selectors of a form that are kept.
    static List<Selector> kept(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> frequency.acts();
            case DutyForm.Coverage coverage -> coverage.acts();
            case DutyForm.Rota rota ->
                    rota.work() instanceof RotaWork.Acts(List<Selector> acts, var _)
                            ? acts
                            : List.of();
            case DutyForm.BreachResponse response -> List.of(response.answer());
            case DutyForm.Response response ->
                    response.answer().link() instanceof Selector.Link.Anything
                            ? List.of(response.answer())
                            : List.of();
            case DutyForm.Proportion _,
                    DutyForm.ClosedLoop _,
                    DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _,
                    DutyForm.Escalation _ ->
                    List.of();
        };
    }

    private void add(Selector selector, Enactment version, Rules rules, Knowledge known) {
        RecordType type = rules.vocabulary().recordTypes().get(selector.recordType());
        if (type == null || tallies.containsKey(selector)) {
            return;
        }
        Facts calendar =
                Situation.of(
                                new AsOf(known, version.institution().from()),
                                version.institution(),
                                version.institution().from())
                        .world();
        Tally tally =
                new Tally(
                        selector,
                        type,
                        version.institution().parameters().keySet(),
                        calendar,
                        timelines);
        tallies.put(selector, tally);
        ByType of = byType.computeIfAbsent(type.name(), _ -> new ByType());
        tally.leading()
                .ifPresentOrElse(
                        leading -> {
                            of.byField
                                    .computeIfAbsent(leading.name(), _ -> new ArrayList<>())
                                    .add(tally);
                            Map<Value, List<Tally>> words =
                                    of.byWord.computeIfAbsent(leading.name(), _ -> new HashMap<>());
                            leading.values()
                                    .forEach(
                                            word ->
                                                    words.computeIfAbsent(
                                                                    word, _ -> new ArrayList<>())
                                                            .add(tally));
                        },
                        () -> of.always.add(tally));
    }

    Optional<Tally> of(Selector selector) {
        return Optional.ofNullable(tallies.get(selector));
    }

    Set<String> types() {
        return byType.keySet();
    }

    /// The tallies that a record may belong to.
    void each(WorkRecord record, Consumer<Tally> action) {
        ByType of = byType.get(record.type().name());
        if (of == null) {
            return;
        }
        for (Map.Entry<String, Map<Value, List<Tally>>> field : of.byWord.entrySet()) {
            Value word = record.fields().get(field.getKey());
            List<Tally> concerned =
                    word == null || word.isUnknown()
                            ? of.byField.getOrDefault(field.getKey(), List.of())
                            : field.getValue().getOrDefault(word, List.of());
            for (Tally tally : concerned) {
                action.accept(tally);
            }
        }
        for (Tally tally : of.always) {
            action.accept(tally);
        }
    }

    /// All of them, for figures.
    Set<Tally> all() {
        return new LinkedHashSet<>(tallies.values());
    }
}
