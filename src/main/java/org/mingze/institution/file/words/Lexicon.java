package org.mingze.institution.file.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.RecordType;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Type;

/// 词库 — all choice lists, roles and record types of a county while its files are read.
public final class Lexicon {
    public final Map<String, Set<String>> choices;
    public final Map<String, Role> roles;
    public final Map<String, RecordType> recordTypes;
    public final Set<String> declaredTypes;
    public final Set<String> engineMade;

    public Lexicon() {
        this.choices = new LinkedHashMap<>();
        this.roles = new LinkedHashMap<>();
        this.recordTypes = new LinkedHashMap<>();
        this.declaredTypes = new LinkedHashSet<>();
        this.engineMade = new LinkedHashSet<>();
    }

    private Lexicon(Lexicon shared) {
        this.choices = shared.choices;
        this.roles = new LinkedHashMap<>(shared.roles);
        this.recordTypes = shared.recordTypes;
        this.declaredTypes = shared.declaredTypes;
        this.engineMade = shared.engineMade;
    }

    /// The same words, to which one institution adds roles that nobody else sees.
    public Lexicon ofInstitution() {
        return new Lexicon(this);
    }

    private final Map<String, Type.Choice> made = new HashMap<>();

    public Optional<Type> choice(String list) {
        return Optional.ofNullable(choices.get(list)).map(words -> choice(list, words));
    }

    /// One type for all fields of a list, made anew when the list has grown.
    private Type.Choice choice(String list, Set<String> words) {
        Type.Choice known = made.get(list);
        if (known == null || known.words().size() != words.size()) {
            known = new Type.Choice(list, List.copyOf(words));
            made.put(list, known);
        }
        return known;
    }

    Set<String> words(String list) {
        return choices.getOrDefault(list, Set.of());
    }

    public Optional<RecordType> recordType(String name) {
        return Optional.ofNullable(recordTypes.get(name));
    }

    /// Every word that the 类 of some record type may hold.
    public Set<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (RecordType type : recordTypes.values()) {
            if (type.typeOf("类").orElse(Type.Simple.TEXT) instanceof Type.Choice choice) {
                kinds.addAll(choice.words());
            }
        }
        return kinds;
    }

    /// Whether records of one type can follow those of another, directly or through others.
    public boolean canFollow(String follower, String followed) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(follower));
        while (!open.isEmpty()) {
            String type = open.removeLast();
            for (String next : directlyFollowed(type)) {
                if (next.equals(followed)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    private Set<String> directlyFollowed(String type) {
        Set<String> followed = new LinkedHashSet<>();
        recordType(type)
                .ifPresent(
                        known ->
                                known.fields()
                                        .values()
                                        .forEach(
                                                field ->
                                                        field.followingPaths()
                                                                .forEach(
                                                                        path ->
                                                                                followed.addAll(
                                                                                        at(
                                                                                                field
                                                                                                        .type(),
                                                                                                path)))));
        return followed;
    }

    /// The types meant by the reference at a path whose first name is the field itself.
    private Set<String> at(Type type, String path) {
        int dot = path.indexOf('.');
        return switch (type) {
            case Type.ListOf(Type element) -> at(element, path);
            case Type.RecordOf(Set<String> names) -> names.isEmpty() ? declaredTypes : names;
            case Type.Structure(Map<String, Type> fields) -> {
                String rest = path.substring(dot + 1);
                int next = rest.indexOf('.');
                Type inner = fields.get(next < 0 ? rest : rest.substring(0, next));
                yield inner == null ? Set.of() : at(inner, rest);
            }
            case Type.Choice _, Type.DurationOf _, Type.Simple _ -> Set.of();
        };
    }
}
