package org.mingze.exchange.conversion;

import java.util.Optional;

/// 列的去处 — what the cells of a column become.
public sealed interface Target {
    /// Before the field that a column fills beside 业时.
    String DAY_AND = "@日+";

    record Ignored() implements Target {}

    /// 业时.
    record Day() implements Target {}

    /// 业时 and a field at once: the day of a petition is the day on which it was received.
    record DayAndField(String path) implements Target {}

    /// 号 of a record that is on the journal already.
    record RecordNumber() implements Target {}

    /// 编号 that the file gives a row, by which later rows refer to it.
    record RowKey() implements Target {}

    /// A field by its path: 问题, 议程.题.
    record Field(String path) implements Target {}

    /// Whether it gives 业时.
    default boolean isDay() {
        return this instanceof Day || this instanceof DayAndField;
    }

    /// The field that it fills, if it fills one.
    default Optional<String> field() {
        return switch (this) {
            case Field(String path) -> Optional.of(path);
            case DayAndField(String path) -> Optional.of(path);
            case Ignored _, Day _, RecordNumber _, RowKey _ -> Optional.empty();
        };
    }

    /// A column that nobody wants.
    static Target ignored() {
        return new Ignored();
    }

    /// As a form and the database write it.
    default String written() {
        return switch (this) {
            case Ignored _ -> "";
            case Day _ -> "@日";
            case DayAndField(String path) -> DAY_AND + path;
            case RecordNumber _ -> "@号";
            case RowKey _ -> "@编号";
            case Field(String path) -> path;
        };
    }

    static Target parse(String text) {
        return switch (text) {
            case "" -> ignored();
            case "@日" -> new Day();
            case "@号" -> new RecordNumber();
            case "@编号" -> new RowKey();
            default ->
                    text.startsWith(DAY_AND)
                            ? new DayAndField(text.substring(DAY_AND.length()))
                            : new Field(text);
        };
    }
}
