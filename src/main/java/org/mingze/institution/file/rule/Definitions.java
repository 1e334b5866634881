package org.mingze.institution.file.rule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.syntax.Cost;

/// 已读定义 — the derived fields of one institution as far as they are read, by record type.
public final class Definitions {
    private final Map<String, Map<String, Type>> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> parameters = new LinkedHashMap<>();

    private final Map<String, Cost> costs = new LinkedHashMap<>();

    public void add(String recordType, String name, Expression value, Set<String> read) {
        types.computeIfAbsent(recordType, _ -> new LinkedHashMap<>()).put(name, value.type());
        costs.merge(name, value.cost(), Cost::worse);
        parameters.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(read);
    }

    /// The derived fields of a record type.
    public Map<String, Type> of(String recordType) {
        return types.getOrDefault(recordType, Map.of());
    }

    /// What a name costs; of several types' definitions of this name, the dearest.
    Optional<Cost> cost(String name) {
        return Optional.ofNullable(costs.get(name));
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
