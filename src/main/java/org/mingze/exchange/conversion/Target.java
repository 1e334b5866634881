package org.mingze.exchange.conversion;

/// 列的去处 — what the cells of a column become.
public sealed interface Target {
    record Ignored() implements Target {}

    /// 业时.
    record Day() implements Target {}

    /// 号 of a record that is on the journal already.
    record RecordNumber() implements Target {}

    /// 编号 that the file gives a row, by which later rows refer to it.
    record RowKey() implements Target {}

    /// A field by its path: 问题, 议程.题.
    record Field(String path) implements Target {}

    /// A column that nobody wants.
    static Target ignored() {
        return new Ignored();
    }

    /// As a form and the database write it.
    default String written() {
        return switch (this) {
            case Ignored _ -> "";
            case Day _ -> "@日";
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
            default -> new Field(text);
        };
    }
}
