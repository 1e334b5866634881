package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 本机构所记 — the records of a type that the acting post entered or that belong to its body.
final class OwnRecords {
    private final Knowledge known;
    private final Acting acting;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, List<WorkRecord>> recorded;
    private final Set<Value> names;

    OwnRecords(Knowledge known, Acting acting, LocalDate from, LocalDate to) {
        this.known = known;
        this.acting = acting;
        this.from = from;
        this.to = to;
        this.recorded =
                known.records().recordedFrom(acting.post(), from, to).stream()
                        .collect(Collectors.groupingBy(record -> record.type().name()));
        this.names = names(known.organization(), acting.body());
    }

    /// Each once.
    Collection<WorkRecord> of(RecordType type) {
        Map<Long, WorkRecord> own = new LinkedHashMap<>();
        recorded.getOrDefault(type.name(), List.of())
                .forEach(record -> own.put(record.number(), record));
        for (String field : List.of(type.owner(), "机构", "责任单位")) {
            if (type.field(field).isEmpty()) {
                continue;
            }
            known.records().everNaming(type.name(), field, names, from, to).stream()
                    .flatMap(history -> history.standing().stream())
                    .filter(record -> WorkRecords.body(record, known).equals(acting.body()))
                    .forEach(record -> own.put(record.number(), record));
        }
        return own.values();
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
