package org.mingze.exchange.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.sheet.Cell;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// Records as rows that an import reads back as what they are. Lists of structures have no column:
/// they do not fit into one cell.
record FieldsTable(Knowledge known, RecordType type, Sight sight, Set<String> withheld) {
    private static final String MASKED = "隐去";

    static List<String> heads(RecordType type) {
        List<String> heads = new ArrayList<>(List.of("号", "业时"));
        type.fields().values().stream()
                .filter(FieldsTable::fits)
                .forEach(field -> heads.add(field.name()));
        return heads;
    }

    private static boolean fits(RecordType.Field field) {
        Type element = field.type() instanceof Type.ListOf(Type inner) ? inner : field.type();
        return !(element instanceof Type.Structure);
    }

    List<List<Cell>> rows(List<WorkRecords.RecordRow> rows) {
        return rows.stream()
                .map(row -> known.records().history(row.number()))
                .flatMap(Optional::stream)
                .filter(history -> !history.isWithdrawn())
                .map(RecordHistory::current)
                .map(this::row)
                .toList();
    }

    private List<Cell> row(WorkRecord record) {
        boolean open = sight.sees(WorkRecords.body(record, known));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of("第" + record.number() + "号"));
        cells.add(Cell.of(record.occurred().toString()));
        for (RecordType.Field field : type.fields().values()) {
            if (!fits(field)) {
                continue;
            }
            Value value = record.fields().get(field.name());
            boolean masked = value != null && field.fieldClass().isClassed() && !reads(field, open);
            cells.add(
                    value == null
                            ? Cell.blank()
                            : Cell.of(masked ? MASKED : words(value, record.day())));
        }
        return cells;
    }

    private boolean reads(RecordType.Field field, boolean open) {
        return open && !withheld.contains(field.fieldClass().word());
    }

    private String words(Value value, LocalDate day) {
        return switch (value) {
            case Value.Unknown _ -> "不详";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate date) -> date.toString();
            case Value.Moment(var moment) -> moment.toString();
            case Value.PeriodValue(var period) -> org.mingze.calendar.Periods.code(period);
            case Value.Reference(var kind, String code) -> name(kind, code, day);
            case Value.Link(long number) -> "第" + number + "号";
            case Value.Evidence(String name, String digest) ->
                    digest.isEmpty() ? name : name + "#" + digest;
            case Value.Series(List<Value> items) ->
                    items.stream().map(item -> words(item, day)).collect(Collectors.joining("\n"));
            case Value.Group(Map<String, Value> _) -> "";
        };
    }

    /// The name if it alone leads back to the code, else the code.
    private String name(Value.Reference.Kind kind, String code, LocalDate day) {
        Organization organization = known.organization();
        Optional<String> name =
                switch (kind) {
                    case BODY -> organization.body(code, day).map(body -> body.name());
                    case POST -> organization.post(code, day).map(post -> post.name());
                    case PERSON -> organization.person(code).map(person -> person.name());
                };
        Optional<String> back =
                name.flatMap(
                        written ->
                                switch (kind) {
                                    case BODY -> organization.findBody(written, day);
                                    case POST -> organization.findPost(written, day);
                                    case PERSON -> organization.findPerson(written);
                                });
        return back.filter(code::equals).flatMap(_ -> name).orElse(code);
    }
}
