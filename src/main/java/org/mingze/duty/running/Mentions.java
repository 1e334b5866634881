package org.mingze.duty.running;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mingze.duty.situation.Issued;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Type;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// 所问及 — the types of records that each duty asks about, and how far it looks for them; found once
/// for the rules in force.
public final class Mentions {
    private static final List<String> ALL_OF_A_TYPE = List.of("期内(", "往(", "案卷(");
    private static final List<String> STANDINGS = List.of("应(", "履(", "迟(", "违(", "免(", "缺(");

    private final Rules rules;
    private final Map<String, OfDuty> byDuty = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> apart = new ConcurrentHashMap<>();

    public Mentions(Rules rules) {
        this.rules = rules;
    }

    public boolean areOf(Rules now) {
        return rules.equals(now);
    }

    /// @param types     the types that its text names
    /// @param through   those of which it asks for all records
    /// @param apart     types that fields of these name without following them; empty for any
    /// @param standings whether it asks how duties stand
    record OfDuty(
            Set<String> types,
            Set<String> through,
            Optional<Set<String>> apart,
            boolean standings) {
        boolean concernedBy(Set<String> touched) {
            return touched.stream().anyMatch(types::contains);
        }

        /// Whether any is asked about otherwise than as an act that counts.
        boolean concernedBy(Set<String> touched, List<Selector> acts) {
            return touched.stream()
                    .filter(types::contains)
                    .anyMatch(type -> acts.stream().noneMatch(by -> by.recordType().equals(type)));
        }

        boolean looksThroughAny(Set<String> touched) {
            return standings || touched.stream().anyMatch(through::contains);
        }

        /// Whether one of these may be read through a field that does not follow it.
        boolean followsApart(Set<String> around) {
            return apart.map(named -> around.stream().anyMatch(named::contains))
                    .orElse(!around.isEmpty());
        }
    }

    OfDuty of(Enactment version, Duty duty) {
        String place = version.institution().id() + " " + version.institution().from() + " ";
        return byDuty.computeIfAbsent(
                place + duty.number() + " " + version.entryNumber(), _ -> found(version, duty));
    }

    private OfDuty found(Enactment version, Duty duty) {
        String text = text(version.institution(), duty) + version.institution().definitions();
        Map<String, RecordType> known = rules.vocabulary().recordTypes();
        Set<String> types =
                known.keySet().stream().filter(text::contains).collect(Collectors.toSet());
        if (duty.form() instanceof DutyForm.Escalation ladder) {
            ladder.rungs().forEach(rung -> types.addAll(Issued.types(rung.act(), known)));
        }
        Set<String> through =
                types.stream()
                        .filter(
                                type ->
                                        ALL_OF_A_TYPE.stream()
                                                .anyMatch(w -> text.contains(w + type)))
                        .collect(Collectors.toSet());
        return new OfDuty(types, through, apart(types), asksStandings(text));
    }

    /// Whether what is written asks for all records of a type.
    static boolean asksForAll(String text, String type) {
        return ALL_OF_A_TYPE.stream().anyMatch(word -> text.contains(word + type));
    }

    /// Whether it asks how duties stand.
    static boolean asksStandings(String text) {
        return STANDINGS.stream().anyMatch(text::contains);
    }

    /// With what it arises from.
    private static String text(Institution institution, Duty duty) {
        return duty
                + duty.form()
                        .cause()
                        .flatMap(institution::duty)
                        .map(cause -> text(institution, cause))
                        .orElse("");
    }

    /// Empty for any type.
    private Optional<Set<String>> apart(Set<String> types) {
        Set<String> all = new HashSet<>();
        for (String type : types) {
            Set<String> named = apart.computeIfAbsent(type, this::namedApart);
            if (named.contains("")) {
                return Optional.empty();
            }
            all.addAll(named);
        }
        return Optional.of(all);
    }

    /// The types of records that fields of a type name without following them; an empty name for
    /// any type.
    private Set<String> namedApart(String type) {
        Set<String> named = new HashSet<>();
        RecordType declared = rules.vocabulary().recordTypes().get(type);
        if (declared != null) {
            declared.fields().values().stream()
                    .filter(field -> !field.follows() && field.followingPaths().isEmpty())
                    .forEach(field -> named(field.type(), named));
        }
        return named;
    }

    private static void named(Type type, Set<String> found) {
        switch (type) {
            case Type.RecordOf(Set<String> names) -> {
                found.addAll(names);
                if (names.isEmpty()) {
                    found.add("");
                }
            }
            case Type.ListOf(Type element) -> named(element, found);
            case Type.Structure(Map<String, Type> fields) ->
                    fields.values().forEach(inner -> named(inner, found));
            case Type.Simple _, Type.DurationOf _, Type.Choice _ -> {}
        }
    }
}
