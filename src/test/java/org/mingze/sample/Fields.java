package org.mingze.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.journal.Content;

/// 字段 — field values written as plain Java values: 是 for true, days and numbers as text.
final class Fields {
    private final Map<String, Content> values = new LinkedHashMap<>();

    private Fields() {}

    /// Names and values in turn.
    static Fields of(Object... namesAndValues) {
        return new Fields().and(namesAndValues);
    }

    Fields and(Object... namesAndValues) {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put((String) namesAndValues[at], content(namesAndValues[at + 1]));
        }
        return this;
    }

    Map<String, Content> values() {
        return values;
    }

    private static Content content(Object value) {
        return switch (value) {
            case Content content -> content;
            case Fields fields -> new Content.Group(fields.values);
            case List<?> items -> new Content.Series(items.stream().map(Fields::content).toList());
            case Ref ref -> new Content.Text(ref.placeholder());
            case Boolean truth -> new Content.Text(truth ? "是" : "否");
            case LocalDate day -> new Content.Text(day.toString());
            default -> new Content.Text(value.toString());
        };
    }
}
