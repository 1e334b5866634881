package org.mingze.institution.file.rule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.expression.Type;

/// 已读定义 — the derived fields of one institution as far as they are read, by record type.
public final class Definitions {
    private final Map<String, Map<String, Type>> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> parameters = new LinkedHashMap<>();

    public void add(String recordType, String name, Type type, Set<String> read) {
        types.computeIfAbsent(recordType, _ -> new LinkedHashMap<>()).put(name, type);
        parameters.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(read);
    }

    /// The derived fields of a record type.
    public Map<String, Type> of(String recordType) {
        return types.getOrDefault(recordType, Map.of());
    }

    /// The parameters behind the derived fields that a text mentions.
    Set<String> parametersIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        parameters.forEach(
                (name, read) -> {
                    if (text.contains(name)) {
                        found.addAll(read);
                    }
                });
        return found;
    }
}
