package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 本机构所记 — the records of a type that the acting post entered or that belong to its body.
final class OwnRecords {
    private OwnRecords() {}

    static Set<WorkRecord> of(
            Knowledge known, RecordType type, Acting acting, LocalDate from, LocalDate to) {
        Set<WorkRecord> own = new LinkedHashSet<>();
        known.records().recordedFrom(acting.post(), from, to).stream()
                .filter(record -> record.type().name().equals(type.name()))
                .forEach(own::add);
        Set<Value> names = names(known.organization(), acting.body());
        for (String field : List.of(type.owner(), "机构", "责任单位")) {
            if (type.field(field).isEmpty()) {
                continue;
            }
            known.records().everNaming(type.name(), field, names, from, to).stream()
                    .flatMap(history -> history.standing().stream())
                    .filter(record -> WorkRecords.body(record, known).equals(acting.body()))
                    .forEach(own::add);
        }
        return own;
    }

    /// Whoever a record of the body may name: itself, a post in it, or who held one.
    private static Set<Value> names(Organization organization, String body) {
        Set<Value> names = new LinkedHashSet<>();
        names.add(Value.Reference.body(body));
        for (String post : organization.postsEverIn(body)) {
            names.add(Value.Reference.post(post));
            organization
                    .tenuresOf(post)
                    .forEach(tenure -> names.add(Value.Reference.person(tenure.person())));
        }
        return names;
    }
}
