package org.mingze.report;

import java.util.List;
import java.util.Optional;
import org.mingze.duty.Naming;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.WorkRecord;

/// 记录题名 — how an annex calls a record; values that may be erased are never in it.
final class RecordTitle {
    private static final int LENGTH_MAX = 24;
    private static final List<String> TELLING =
            List.of("题", "名", "述", "内容", "情况", "文号", "到", "对象", "责任单位", "地");

    private RecordTitle() {}

    static DutyReport.OfRecord of(
            WorkRecord record, Organization organization, List<String> facets) {
        String kind = open(record, "类", organization).map(word -> "（" + word + "）").orElse("");
        Optional<String> telling =
                TELLING.stream()
                        .filter(field -> open(record, field, organization).isPresent())
                        .findFirst();
        return new DutyReport.OfRecord(
                record.number(),
                record.day(),
                record.type().name() + kind,
                telling.flatMap(field -> open(record, field, organization))
                        .map(RecordTitle::shortened)
                        .orElse(""),
                telling.map(field -> classOf(record, field)).orElse(FieldClass.PUBLIC),
                facets);
    }

    static FieldClass classOf(WorkRecord record, String field) {
        return record.type()
                .field(field)
                .map(RecordType.Field::fieldClass)
                .orElse(FieldClass.PUBLIC);
    }

    private static Optional<String> open(
            WorkRecord record, String field, Organization organization) {
        boolean classed = classOf(record, field).isClassed();
        return classed
                ? Optional.empty()
                : Optional.ofNullable(record.fields().get(field))
                        .flatMap(value -> words(value, record, organization));
    }

    private static Optional<String> words(
            Value value, WorkRecord record, Organization organization) {
        return switch (value) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Reference(Value.Reference.Kind kind, String code) ->
                    kind == Value.Reference.Kind.PERSON
                            ? Optional.empty()
                            : Optional.of(Naming.of(organization, code, record.day()));
            case Value _ -> Optional.empty();
        };
    }

    private static String shortened(String words) {
        int length = words.codePointCount(0, words.length());
        return length <= LENGTH_MAX
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LENGTH_MAX)) + "…";
    }
}
