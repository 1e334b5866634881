package org.mingze.exchange.conversion;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;

/// 长期 in a column of days: a word of another field that ledgers call the same.
///
/// @param filled the fields that columns fill
record WordForDay(RecordType type, List<String> filled) {
    /// The field of words that a cell under this head may mean where it is no day.
    private Optional<RecordType.Field> field(String path, String head) {
        boolean day = type.field(path).filter(at -> at.type() == Type.Simple.DAY).isPresent();
        return type.fields().values().stream()
                .filter(_ -> day)
                .filter(field -> field.type() instanceof Type.Choice)
                .filter(field -> !filled.contains(field.name()))
                .filter(field -> SuggestingMapping.isCalled(head, type, field.name()))
                .findFirst();
    }

    /// The path that a cell which cannot fill a path fills instead.
    Optional<String> instead(String path, String head, String text) {
        return field(path, head)
                .filter(field -> words(field).contains(text.strip()))
                .map(RecordType.Field::name);
    }

    /// What else may stand there.
    String remedy(String path, String head) {
        return field(path, head)
                .map(field -> "；没有日子的，写" + String.join("、", words(field)))
                .orElse("");
    }

    private static List<String> words(RecordType.Field field) {
        return field.type() instanceof Type.Choice choice ? choice.words() : List.of();
    }
}
