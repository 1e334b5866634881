package org.mingze.exchange.conversion;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.duty.Obligations;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// 起算日 — the fields of records from whose day the limits of the institutions in force run.
public record LimitStarts(Rules rules) {
    private static final int NAMED = 3;

    /// Those of a type; none of a type whose limits run from the day of the record.
    public Set<String> of(RecordType type) {
        return duties(type).keySet();
    }

    /// What a trial says of a field that no row fills.
    List<RowProblem> unfilled(RecordType type, Set<String> filled) {
        return duties(type).entrySet().stream()
                .filter(start -> !filled.contains(start.getKey()))
                .map(start -> unfilled(type.label(start.getKey()), start.getValue()))
                .toList();
    }

    private static RowProblem unfilled(String label, Set<String> duties) {
        String named =
                String.join(
                        "、", duties.stream().limit(NAMED).map(name -> "“" + name + "”").toList());
        return new RowProblem(
                "各行的“" + label + "”",
                "",
                "各行都没有填，从它起算的时限不会走：" + named + (duties.size() > NAMED ? "等" : "") + "；有这一列的，改列对应");
    }

    /// The names of the duties by the field from which they run.
    private Map<String, Set<String>> duties(RecordType type) {
        Map<String, Set<String>> starts = new LinkedHashMap<>();
        inForce()
                .filter(duty -> isLimit(duty.form()))
                .forEach(
                        duty ->
                                Obligations.triggers(duty.form()).stream()
                                        .filter(by -> by.recordType().equals(type.name()))
                                        .flatMap(by -> field(by, type).stream())
                                        .forEach(
                                                field ->
                                                        starts.computeIfAbsent(
                                                                        field,
                                                                        _ -> new LinkedHashSet<>())
                                                                .add(duty.name())));
        return starts;
    }

    private Stream<Duty> inForce() {
        return rules.institutions().stream()
                .flatMap(id -> rules.versions(id).stream())
                .filter(Enactment::isInForce)
                .filter(version -> version.repealedFrom().isEmpty())
                .flatMap(version -> version.institution().duties().stream());
    }

    private static boolean isLimit(DutyForm form) {
        return form instanceof DutyForm.Response || form instanceof DutyForm.ClosedLoop;
    }

    private static Optional<String> field(Selector trigger, RecordType type) {
        return trigger.moment()
                .flatMap(moment -> moment.path())
                .filter(path -> path.size() == 1)
                .map(List::getFirst)
                .filter(type.fields()::containsKey);
    }
}
