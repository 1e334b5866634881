package org.mingze.exchange.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.exchange.conversion.ValueWords;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.sheet.Cell;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.mingze.work.classed.ClassedSight;

/// Records as rows that an import reads back as what they are; a list of structures stands in one
/// cell, an item a line.
record FieldsTable(Knowledge known, RecordType type, ClassedSight sight, Set<String> withheld) {
    private static final String MASKED = "隐去";

    /// What a sheet keeps to the last digit.
    private static final int EXACT_BITS = 49;

    static List<String> heads(RecordType type) {
        List<String> heads = new ArrayList<>(List.of("号", "业时"));
        heads.addAll(type.fields().keySet());
        return heads;
    }

    List<List<Cell>> rows(List<WorkRecords.RecordRow> rows) {
        return standing(rows).map(this::row).toList();
    }

    private Stream<WorkRecord> standing(List<WorkRecords.RecordRow> rows) {
        return rows.stream()
                .map(row -> known.records().history(row.number()))
                .flatMap(Optional::stream)
                .filter(history -> !history.isWithdrawn())
                .map(RecordHistory::current);
    }

    /// The classes of the values that are shown in the rows.
    Set<String> shown(List<WorkRecords.RecordRow> rows) {
        return standing(rows)
                .filter(sight::reads)
                .flatMap(
                        record ->
                                type.fields().values().stream()
                                        .filter(field -> record.fields().containsKey(field.name())))
                .map(RecordType.Field::fieldClass)
                .filter(each -> each.isClassed() && !withheld.contains(each.word()))
                .map(FieldClass::word)
                .collect(Collectors.toSet());
    }

    private List<Cell> row(WorkRecord record) {
        boolean open = sight.reads(record);
        ValueWords words = new ValueWords(known.organization());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of("第" + record.number() + "号"));
        cells.add(Cell.of(record.occurred().toString()));
        for (RecordType.Field field : type.fields().values()) {
            Value value = record.fields().get(field.name());
            boolean masked = value != null && field.fieldClass().isClassed() && !reads(field, open);
            cells.add(
                    value == null
                            ? Cell.blank()
                            : masked ? Cell.of(MASKED) : cell(value, words, record));
        }
        return cells;
    }

    /// A whole number as a number, so that a sheet can add it up.
    private static Cell cell(Value value, ValueWords words, WorkRecord record) {
        return value instanceof Value.Numeric(Rational number)
                        && number.isWhole()
                        && number.numerator().bitLength() < EXACT_BITS
                ? Cell.number(new BigDecimal(number.numerator()), false)
                : Cell.of(words.cell(value, record.day()));
    }

    private boolean reads(RecordType.Field field, boolean open) {
        return open && !withheld.contains(field.fieldClass().word());
    }
}
