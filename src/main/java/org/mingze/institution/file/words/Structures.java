package org.mingze.institution.file.words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;

/// 补入结构 — a field written twice: the same twice, or a structure to which further fields are added.
final class Structures {
    private Structures() {}

    /// Empty where the two differ in more than what the second adds.
    static Optional<RecordType.Field> merged(RecordType.Field known, RecordType.Field added) {
        if (known.equals(added)) {
            return Optional.of(known);
        }
        Set<String> paths = new LinkedHashSet<>(known.followingPaths());
        paths.addAll(added.followingPaths());
        return merged(known.type(), added.type())
                .map(
                        type ->
                                new RecordType.Field(
                                        known.name(),
                                        type,
                                        known.required(),
                                        known.follows() || added.follows(),
                                        known.fieldClass(),
                                        List.copyOf(paths)));
    }

    private static Optional<Type> merged(Type known, Type added) {
        if (known.equals(added)) {
            return Optional.of(known);
        }
        if (known instanceof Type.ListOf(Type one) && added instanceof Type.ListOf(Type other)) {
            return merged(one, other).map(Type.ListOf::new);
        }
        if (!(known instanceof Type.Structure(Map<String, Type> held))
                || !(added instanceof Type.Structure(Map<String, Type> more))) {
            return Optional.empty();
        }
        Map<String, Type> fields = new LinkedHashMap<>(held);
        for (Map.Entry<String, Type> each : more.entrySet()) {
            Type before = fields.get(each.getKey());
            Optional<Type> field =
                    before == null ? Optional.of(each.getValue()) : merged(before, each.getValue());
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.put(each.getKey(), field.get());
        }
        return Optional.of(new Type.Structure(fields));
    }
}
