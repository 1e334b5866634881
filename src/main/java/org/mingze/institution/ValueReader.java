package org.mingze.institution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;

/// 读值 — one value outside a record, typed as a field of that type would be: a parameter that a
/// county sets, a limit that an act extends.
public final class ValueReader {
    private static final String NAME = "值";

    private ValueReader() {}

    /// Empty when the text is no such value.
    public static Optional<Value> read(Type type, Content text) {
        RecordType.Field field =
                new RecordType.Field(NAME, type, false, false, FieldClass.INTERNAL, List.of());
        RecordType single = new RecordType(NAME, "Value", RecordType.ANYBODY, Map.of(NAME, field));
        return switch (RecordReader.readChange(
                single, new Content.Group(Map.of(NAME, text)), RecordReader.Resolver.CODES)) {
            case RecordReader.Read.Sound(Map<String, Value> fields) ->
                    Optional.ofNullable(fields.get(NAME)).filter(value -> !value.isUnknown());
            case RecordReader.Read.Faulty _ -> Optional.empty();
        };
    }
}
