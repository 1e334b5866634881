package org.mingze.duty.running;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.duty.Obligations;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;

/// 牵连 — the records whose dossiers an entry on one of them may change: those that it follows and
/// that follow it or them, and those that it names by number. It is not told where a rule looks
/// further: for an answer that no number ties to its cause, or through all records of a type.
public final class Reach {
    /// Whether rules look further for records of a type; found once for the rules in force.
    public record Further(Rules rules, Map<String, Boolean> byType) {
        public Further(Rules rules) {
            this(rules, new ConcurrentHashMap<>());
        }
    }

    private static final Set<String> CAUSE = Set.of("起", "于", "后");

    private final Knowledge known;
    private final Further further;
    private final Set<String> roots;

    /// @param roots the types of the records that dossiers are rooted in
    public Reach(Knowledge known, Further further, Set<String> roots) {
        this.known = known;
        this.further = further;
        this.roots = Set.copyOf(roots);
    }

    /// Empty if it may be every dossier.
    public Optional<Set<Long>> of(Set<Long> touched) {
        for (long number : touched) {
            Optional<RecordHistory> history = known.records().history(number);
            if (history.isEmpty() || looksFurtherFor(history.get().original().type())) {
                return Optional.empty();
            }
        }
        return Optional.of(chains(known, touched));
    }

    /// The records that these follow or name and that follow them, and all that follow those.
    static Set<Long> chains(Knowledge known, Set<Long> touched) {
        Set<Long> reached = new HashSet<>();
        for (long number : touched) {
            chain(known, number, reached);
            known.records()
                    .history(number)
                    .ifPresent(
                            history -> {
                                known.records()
                                        .everFollowed(history)
                                        .forEach(each -> chain(known, each.number(), reached));
                                history.states().stream()
                                        .flatMap(state -> state.fields().values().stream())
                                        .forEach(value -> named(known, value, reached));
                            });
        }
        return reached;
    }

    private static void chain(Knowledge known, long number, Set<Long> reached) {
        reached.add(number);
        reached.addAll(known.records().everFollowing(number));
        for (WorkRecord followed : known.records().followedBy(number)) {
            reached.add(followed.number());
            reached.addAll(known.records().everFollowing(followed.number()));
        }
    }

    private static void named(Knowledge known, Value value, Set<Long> reached) {
        switch (value) {
            case Value.Link(long number) -> chain(known, number, reached);
            case Value.Series(List<Value> items) ->
                    items.forEach(item -> named(known, item, reached));
            case Value.Group group ->
                    group.fields().values().forEach(item -> named(known, item, reached));
            case Value _ -> {}
        }
    }

    private boolean looksFurtherFor(RecordType type) {
        return further.byType().computeIfAbsent(type.name(), _ -> looksFurther(type));
    }

    /// Every type whose records may stand in a dossier.
    private Set<String> inDossiers() {
        Map<String, RecordType> types = known.rules().vocabulary().recordTypes();
        Set<String> found = new HashSet<>(roots);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (RecordType type : types.values()) {
                grown |= follows(type, found) && found.add(type.name());
            }
        }
        return found;
    }

    private static boolean follows(RecordType type, Set<String> found) {
        return type.fields().values().stream()
                .filter(field -> field.follows() || !field.followingPaths().isEmpty())
                .anyMatch(field -> mayName(field.type(), found));
    }

    private static boolean mayName(Type type, Set<String> found) {
        return switch (type) {
            case Type.RecordOf(Set<String> names) ->
                    names.isEmpty() || names.stream().anyMatch(found::contains);
            case Type.ListOf(Type element) -> mayName(element, found);
            case Type.Structure(Map<String, Type> fields) ->
                    fields.values().stream().anyMatch(inner -> mayName(inner, found));
            case Type.Simple _, Type.DurationOf _, Type.Choice _ -> false;
        };
    }

    /// Whether a rule in any version may look for records of this type elsewhere.
    private boolean looksFurther(RecordType type) {
        Set<String> inDossiers = inDossiers();
        for (String id : known.rules().institutions()) {
            for (Enactment version : known.rules().versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    boolean raised =
                            Obligations.triggers(duty.form()).stream()
                                    .anyMatch(by -> inDossiers.contains(by.recordType()));
                    if (raised && looksFurther(duty, version, type)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean looksFurther(Duty duty, Enactment version, RecordType type) {
        List<Selector> answers =
                switch (duty.form()) {
                    case DutyForm.Response form -> List.of(form.answer());
                    case DutyForm.ClosedLoop form -> answers(form);
                    case DutyForm _ -> List.of();
                };
        if (answers.isEmpty()) {
            return false;
        }
        List<Object> written = new ArrayList<>(version.institution().definitions());
        written.add(duty);
        return written.stream()
                        .map(Object::toString)
                        .anyMatch(
                                text ->
                                        Mentions.asksStandings(text)
                                                || Mentions.asksForAll(text, type.name()))
                || answers.stream()
                        .filter(answer -> answer.recordType().equals(type.name()))
                        .anyMatch(answer -> !isTiedByNumber(answer, type));
    }

    private static List<Selector> answers(DutyForm.ClosedLoop form) {
        List<Selector> answers = new ArrayList<>();
        form.closing().ifPresent(answers::add);
        form.relapse().ifPresent(answers::add);
        return answers;
    }

    private static boolean isTiedByNumber(Selector answer, RecordType type) {
        return switch (answer.link()) {
            case Selector.Link.Follows() -> true;
            case Selector.Link.Anything() -> false;
            case Selector.Link.Condition(Expression link) ->
                    link.tie(CAUSE)
                            .flatMap(tie -> type.field(tie.name()))
                            .filter(field -> field.type() instanceof Type.RecordOf)
                            .isPresent();
        };
    }
}
