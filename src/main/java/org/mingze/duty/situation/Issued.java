package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 已行之举 — the acts of one kind (提醒, 约谈 …) that an authority took towards whom a breach is
/// laid at: records of any type whose 类 lists the word. Whoever holds a post of the breaching body
/// stands for it, whatever role the ladder names.
public final class Issued {
    private static final String KIND = "类";

    private Issued() {}

    /// Oldest first.
    ///
    /// @param trigger the record that the breach rests on; what follows it need name nobody
    public static List<WorkRecord> of(
            String act,
            Optional<Value.Reference> authority,
            Optional<Value.Reference> breaching,
            Optional<Long> trigger,
            LocalDate from,
            Situation situation) {
        List<WorkRecord> found = new ArrayList<>();
        Records records = situation.known().records();
        for (RecordType type : situation.known().rules().vocabulary().recordTypes().values()) {
            if (!lists(type, act)) {
                continue;
            }
            for (WorkRecord record : records.ofType(type.name(), from, situation.asOf().day())) {
                boolean is =
                        record.field(KIND).equals(Optional.of(new Value.Text(act)))
                                && isBy(authority, record, situation)
                                && (names(breaching, record, situation)
                                        || trigger.filter(
                                                        number -> follows(record, number, records))
                                                .isPresent());
                if (is) {
                    found.add(record);
                }
            }
        }
        found.sort(Records.ORDER);
        return found;
    }

    /// 须批 — whether an act follows what the approver recorded between the breach and the act.
    ///
    /// @param began    the day on which the breach began
    /// @param breached the situation of the breach, from which the approver is looked for
    public static boolean isApproved(
            WorkRecord act, DutyForm.Rung rung, LocalDate began, Situation breached) {
        if (rung.approvedBy().isEmpty()) {
            return true;
        }
        Optional<Value.Reference> approver = Bearers.resolve(rung.approvedBy().get(), breached);
        return approver.isPresent()
                && breached.known().records().followedBy(act.number()).stream()
                        .filter(approval -> !approval.day().isBefore(began))
                        .filter(approval -> !approval.day().isAfter(act.day()))
                        .anyMatch(approval -> isBy(approver, approval, breached));
    }

    private static boolean lists(RecordType type, String act) {
        return type.typeOf(KIND)
                .filter(
                        kind ->
                                kind instanceof Type.Choice(String _, List<String> words)
                                        && words.contains(act))
                .isPresent();
    }

    private static boolean isBy(
            Optional<Value.Reference> authority, WorkRecord record, Situation situation) {
        return authority.isEmpty()
                || named(record, Set.of(record.type().owner())).stream()
                        .anyMatch(
                                who -> means(authority, who, record, situation) == Certainty.TRUE);
    }

    private static boolean names(
            Optional<Value.Reference> breaching, WorkRecord record, Situation situation) {
        return named(record, record.type().fields().keySet()).stream()
                .anyMatch(who -> means(breaching, who, record, situation) != Certainty.FALSE);
    }

    private static Certainty means(
            Optional<Value.Reference> whom,
            Value.Reference named,
            WorkRecord record,
            Situation situation) {
        return whom.isPresent()
                ? Kinship.matches(situation.amongAnybody().borneBy(whom), named, record)
                : Certainty.FALSE;
    }

    private static List<Value.Reference> named(WorkRecord record, Set<String> fields) {
        List<Value.Reference> named = new ArrayList<>();
        for (String field : fields) {
            record.field(field).ifPresent(value -> add(value, named));
        }
        return named;
    }

    private static void add(Value value, List<Value.Reference> named) {
        if (value instanceof Value.Reference reference) {
            named.add(reference);
        } else if (value instanceof Value.Series(List<Value> items)) {
            items.forEach(item -> add(item, named));
        }
    }

    private static boolean follows(WorkRecord record, long number, Records records) {
        return records.followedBy(record.number()).stream()
                .anyMatch(followed -> followed.number() == number);
    }
}
