package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.mingze.institution.FieldClass;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 看得到的记录 — whether a post may open a record: of a body that it sees, entered by it, naming it
/// or a body that it sees, or following from such a one. What is published is open to everybody;
/// personal values are a matter of their own.
final class RecordSight {
    private final Knowledge known;
    private final Sight sight;
    private final Set<Value.Reference> own = new HashSet<>();

    private RecordSight(Knowledge known, Sight sight) {
        this.known = known;
        this.sight = sight;
    }

    static RecordSight of(Knowledge known, String post, LocalDate day) {
        RecordSight records = new RecordSight(known, Sight.of(known.organization(), post, day));
        records.own.add(Value.Reference.post(post));
        known.organization()
                .post(post, day)
                .map(Post::body)
                .map(Value.Reference::body)
                .ifPresent(records.own::add);
        known.organization()
                .holder(post, day)
                .map(Value.Reference::person)
                .ifPresent(records.own::add);
        return records;
    }

    boolean sees(WorkRecord record) {
        return sight.everything() || isPublic(record) || sees(record, new HashSet<>());
    }

    private boolean sees(WorkRecord record, Set<Long> asked) {
        return concerns(record)
                || known.records().citedBy(record).stream()
                        .filter(cited -> asked.add(cited.number()))
                        .anyMatch(cited -> sees(cited, asked));
    }

    private boolean concerns(WorkRecord record) {
        return sight.sees(WorkRecords.body(record, known))
                || record.recorder().post().equals(sight.post())
                || record.fields().values().stream().anyMatch(this::names);
    }

    private boolean names(Value value) {
        return switch (value) {
            case Value.Reference reference ->
                    own.contains(reference)
                            || (reference.kind() == Value.Reference.Kind.BODY
                                    && sight.sees(reference.code()));
            case Value.Series(var items) -> items.stream().anyMatch(this::names);
            case Value.Group(var fields) -> fields.values().stream().anyMatch(this::names);
            default -> false;
        };
    }

    private static boolean isPublic(WorkRecord record) {
        return record.type().fields().values().stream()
                .allMatch(field -> field.fieldClass() == FieldClass.PUBLIC);
    }
}
