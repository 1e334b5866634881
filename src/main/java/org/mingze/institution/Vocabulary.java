package org.mingze.institution;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 词汇 — one version of the county's choice lists, roles and record types.
///
/// @param engineMade 内置: record types that are made from acts and that nobody enters
public record Vocabulary(
        String id,
        LocalDate from,
        Map<String, List<String>> choices,
        Map<String, Role> roles,
        Map<String, RecordType> recordTypes,
        Set<String> engineMade) {
    public Vocabulary {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        recordTypes = Collections.unmodifiableMap(new LinkedHashMap<>(recordTypes));
        engineMade = Set.copyOf(engineMade);
    }

    public Optional<RecordType> recordType(String name) {
        return Optional.ofNullable(recordTypes.get(name));
    }

    /// The type with this English name, as URLs use it.
    public Optional<RecordType> recordTypeInEnglish(String english) {
        return recordTypes.values().stream()
                .filter(type -> type.english().equals(english))
                .findFirst();
    }
}
