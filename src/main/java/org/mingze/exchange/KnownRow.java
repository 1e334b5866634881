package org.mingze.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.exchange.conversion.Converted;
import org.mingze.exchange.conversion.RowConversion;
import org.mingze.exchange.conversion.ValueWords;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// Whether a row that names a record says what the journal says; what differs is for a correction.
final class KnownRow {
    private static final String MASKED = "隐去";

    private KnownRow() {}

    static List<EntryCheck.Fault> differences(
            Knowledge known, Converted.Known row, RowConversion conversion, RowRights rights) {
        Optional<RecordHistory> history = known.records().history(row.number());
        RecordType type = conversion.type();
        if (history.isEmpty() || !history.get().current().type().name().equals(type.name())) {
            return List.of(
                    new EntryCheck.Fault(
                            "", "账上没有第" + row.number() + "号" + type.name() + "，新记录的号空着"));
        }
        WorkRecord record = history.get().current();
        if (!rights.sees(WorkRecords.body(record, known))) {
            return List.of(new EntryCheck.Fault("", "第" + row.number() + "号不归你现在的岗位看"));
        }
        List<EntryCheck.Fault> differences = new ArrayList<>();
        LocalDate told = row.draft().occurred().day();
        if (conversion.hasDay() && !told.equals(LocalDate.EPOCH) && !told.equals(record.day())) {
            differences.add(differs(record, "日", record.day().toString()));
        }
        differences.addAll(fields(known, record, row, conversion));
        return differences;
    }

    private static List<EntryCheck.Fault> fields(
            Knowledge known, WorkRecord record, Converted.Known row, RowConversion conversion) {
        Map<String, Content> said = new java.util.LinkedHashMap<>(row.draft().content().fields());
        said.putAll(row.draft().classed());
        said.values().removeIf(content -> isMasked(content));
        RecordReader.Read read =
                RecordReader.readChange(
                        record.type(), new Content.Group(said), RecordReader.Resolver.CODES);
        return switch (read) {
            case RecordReader.Read.Faulty(List<RecordReader.Fault> faults, var _) ->
                    faults.stream()
                            .map(fault -> new EntryCheck.Fault(fault.field(), fault.sentence()))
                            .toList();
            case RecordReader.Read.Sound(Map<String, Value> values) ->
                    conversion.filledFields().stream()
                            .distinct()
                            .filter(field -> !isSame(record, field, values, row))
                            .map(field -> differs(record, field, now(known, record, field)))
                            .toList();
        };
    }

    private static boolean isMasked(Content content) {
        return content instanceof Content.Text(String text) && text.startsWith(MASKED);
    }

    private static boolean isSame(
            WorkRecord record, String field, Map<String, Value> said, Converted.Known row) {
        Content written = row.draft().classed().get(field);
        if (written != null && isMasked(written)) {
            return true;
        }
        Value now = record.fields().get(field);
        Value told = said.get(field);
        boolean nothing = now == null || now.isUnknown() || isEmpty(now);
        return (told == null || told.isUnknown()) ? nothing : told.equals(now);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Series(List<Value> items) && items.isEmpty();
    }

    /// What the journal says, as a cell would write it; a classed value is read at its record.
    private static String now(Knowledge known, WorkRecord record, String field) {
        Value value = record.fields().get(field);
        boolean nothing = value == null || isEmpty(value);
        boolean classed =
                record.type().field(field).filter(of -> of.fieldClass().isClassed()).isPresent();
        if (classed) {
            return "另一个值";
        }
        return nothing || value == null
                ? "空的"
                : "“" + new ValueWords(known.organization()).brief(value, record.day()) + "”";
    }

    private static EntryCheck.Fault differs(WorkRecord record, String field, String now) {
        return new EntryCheck.Fault(
                field, "账上第" + record.number() + "号是" + now + "；要改的，到第" + record.number() + "号里更正");
    }
}
