package org.mingze.work.index;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Occurred;
import org.mingze.organization.Organization;

/// 称名 — whom a text means: the body, post or person with that code, or else the only one that
/// bears it as a name that day; what is not known yet stands for itself. Each is held once, and so
/// is each day.
public final class KnownNames {
    private final Organization organization;
    private final Map<Value.Reference, Value.Reference> references = new HashMap<>();
    private final Map<Value.Reference.Kind, Map<String, Value.Reference>> settled =
            new EnumMap<>(Value.Reference.Kind.class);
    private final Map<LocalDate, Occurred> days = new HashMap<>();
    private long revision;

    public KnownNames(Organization organization) {
        this.organization = organization;
        this.revision = organization.revision();
        for (Value.Reference.Kind kind : Value.Reference.Kind.values()) {
            settled.put(kind, new HashMap<>());
        }
    }

    /// The same, held once if it is a whole day.
    public Occurred held(Occurred occurred) {
        return occurred.time().isPresent()
                ? occurred
                : days.computeIfAbsent(occurred.day(), _ -> occurred);
    }

    public Value.Reference reference(Value.Reference.Kind kind, String text, LocalDate day) {
        if (revision != organization.revision()) {
            settled.values().forEach(Map::clear);
            revision = organization.revision();
        }
        Map<String, Value.Reference> known = settled.getOrDefault(kind, Map.of());
        Value.Reference found = known.get(text);
        if (found != null) {
            return found;
        }
        if (!Set.of(text).containsAll(everNamed(kind, text))) {
            return held(kind, code(kind, text, day));
        }
        Value.Reference itself = held(kind, text);
        known.put(text, itself);
        return itself;
    }

    /// The codes of all that ever bore a name. If there is none but the name itself, it means the
    /// same on every day for as long as the organization stays.
    private Set<String> everNamed(Value.Reference.Kind kind, String text) {
        return switch (kind) {
            case BODY -> organization.bodiesEverNamed(text);
            case POST -> organization.postsEverNamed(text);
            case PERSON -> organization.peopleNamed(text);
        };
    }

    private String code(Value.Reference.Kind kind, String text, LocalDate day) {
        Optional<String> found =
                switch (kind) {
                    case BODY -> organization.findBody(text, day);
                    case POST -> organization.findPost(text, day);
                    case PERSON -> organization.findPerson(text);
                };
        return found.orElse(text);
    }

    private Value.Reference held(Value.Reference.Kind kind, String code) {
        return references.computeIfAbsent(new Value.Reference(kind, code), Function.identity());
    }
}
