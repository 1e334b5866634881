package org.mingze.institution.expression;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.RecordOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.syntax.Faults;

/// What may follow the point: the members of records, structures, bodies, posts and periods.
final class Members {
    private final Names names;

    Members(Names names) {
        this.names = names;
    }

    Optional<Type> type(Type owner, String name) {
        return switch (owner) {
            case Structure structure -> Optional.ofNullable(structure.fields().get(name));
            case RecordOf records ->
                    types(records).stream()
                            .flatMap(record -> names.field(record, name).stream())
                            .map(Optional::of)
                            .reduce((a, b) -> a.flatMap(x -> b.flatMap(y -> Typing.join(x, y))))
                            .flatMap(joined -> joined);
            case Simple simple when simple == Simple.PERIOD ->
                    Set.of("自", "止").contains(name) ? Optional.of(Simple.DAY) : Optional.empty();
            case Simple simple -> names.member(simple, name);
            case DurationOf _, Type.Choice _, ListOf _ -> Optional.empty();
        };
    }

    private Set<String> types(RecordOf records) {
        return new TreeSet<>(records.names().isEmpty() ? names.recordTypes() : records.names());
    }

    private Set<String> members(Type owner) {
        Set<String> found = new TreeSet<>();
        switch (owner) {
            case Structure structure -> found.addAll(structure.fields().keySet());
            case RecordOf records ->
                    types(records).forEach(type -> found.addAll(names.fields(type)));
            case Simple simple -> {
                Set<String> all = Set.of("类", "级", "地", "名", "负责人", "机构", "职", "自", "止");
                all.stream().filter(n -> type(simple, n).isPresent()).forEach(found::add);
            }
            case DurationOf _, Type.Choice _, ListOf _ -> {}
        }
        return found;
    }

    /// 是不是“…”, or which members there are.
    String remedy(Type owner, String wrong) {
        Set<String> known = members(owner);
        String some = String.join(" ", known.stream().limit(12).toList());
        return Faults.nearest(wrong, known, known.isEmpty() ? "去掉“.”及其后" : "可用的：" + some);
    }
}
