package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Rejection;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 已行之举 — the acts of one kind (提醒, 约谈 …) that an authority took, or may have taken, towards
/// whom a breach is laid at: records of any type whose 类 lists the word. Whoever holds a post of
/// the breaching body stands for it, whatever role the ladder names.
public final class Issued {
    private static final String KIND = "类";

    private Issued() {}

    /// One act; unknown whether it counts while what kind it is, by whom or towards whom is not
    /// told.
    ///
    /// @param untold the fields that would tell
    public record Act(WorkRecord record, Certainty counts, List<String> untold) {
        public Act {
            untold = List.copyOf(untold);
        }

        public boolean isSure() {
            return counts == Certainty.TRUE;
        }

        /// Why it is not known to count.
        public Rejection open() {
            String fields = untold.isEmpty() ? "须批" : String.join("、", untold);
            return new Rejection(record.number(), fields, fields + "不详", true);
        }
    }

    /// Oldest first.
    ///
    /// @param trigger the record that the breach rests on; what follows it need name nobody
    public static List<Act> of(
            String act,
            Optional<Value.Reference> authority,
            Optional<Value.Reference> breaching,
            Optional<Long> trigger,
            LocalDate from,
            Situation situation) {
        List<Act> found = new ArrayList<>();
        Records records = situation.known().records();
        for (String type : types(act, situation.known().rules().vocabulary().recordTypes())) {
            for (WorkRecord record : ofKind(type, act, from, situation)) {
                Certainty kind = isOf(act, record);
                Certainty own = taken(authority, record, situation);
                if (own == Certainty.FALSE) {
                    continue;
                }
                boolean follows =
                        trigger.filter(number -> follows(record, number, records)).isPresent();
                Certainty whom = follows ? Certainty.TRUE : towards(breaching, record, situation);
                Certainty counts = kind.and(own).and(whom);
                if (counts != Certainty.FALSE) {
                    found.add(new Act(record, counts, untold(record, kind, own, whom)));
                }
            }
        }
        found.sort(Comparator.comparing(Act::record, Records.ORDER));
        return found;
    }

    /// The records whose 类 is the act, or is left open.
    private static List<WorkRecord> ofKind(
            String type, String act, LocalDate from, Situation situation) {
        return situation
                .known()
                .records()
                .holding(
                        Held.whole(type, KIND),
                        List.of(new Value.Text(act)),
                        from,
                        situation.asOf().day());
    }

    /// The types of which records may be such an act.
    public static Set<String> types(String act, Map<String, RecordType> known) {
        return known.values().stream()
                .filter(type -> lists(type, act))
                .map(RecordType::name)
                .collect(Collectors.toSet());
    }

    /// Whether every record that may be such an act is in the books from a day on.
    public static boolean isComplete(String act, LocalDate from, Situation situation) {
        return types(act, situation.known().rules().vocabulary().recordTypes()).stream()
                .allMatch(type -> situation.known().isComplete(type, situation.body(), from));
    }

    private static List<String> untold(
            WorkRecord record, Certainty kind, Certainty own, Certainty whom) {
        List<String> untold = new ArrayList<>();
        if (kind == Certainty.UNKNOWN) {
            untold.add(KIND);
        }
        if (own == Certainty.UNKNOWN) {
            untold.add(record.type().owner());
        }
        if (whom == Certainty.UNKNOWN) {
            record.type().addressees().stream()
                    .map(RecordType.Field::name)
                    .filter(field -> isUnknown(record, field))
                    .filter(field -> !untold.contains(field))
                    .forEach(untold::add);
        }
        return untold;
    }

    private static boolean isUnknown(WorkRecord record, String field) {
        return record.field(field).map(Value::isUnknown).orElse(true);
    }

    /// 须批 — those that follow, or may follow, what the approver recorded between the breach and the
    /// act.
    ///
    /// @param began    the day on which the breach began
    /// @param breached the situation of the breach, from which the approver is looked for
    public static List<Act> approved(
            List<Act> acts, DutyForm.Rung rung, LocalDate began, Situation breached) {
        return acts.stream()
                .map(
                        act ->
                                new Act(
                                        act.record(),
                                        act.counts()
                                                .and(approval(act.record(), rung, began, breached)),
                                        act.untold()))
                .filter(act -> act.counts() != Certainty.FALSE)
                .toList();
    }

    /// Those for what the breach rests on: what cites another cause is done for that. Where an
    /// approval is asked for, it may be what is cited.
    public static List<Act> forCause(
            List<Act> acts, DutyForm.Rung rung, Optional<Long> trigger, Situation situation) {
        Records records = situation.known().records();
        return acts.stream()
                .filter(
                        act ->
                                rung.approvedBy().isPresent()
                                        || trigger.isEmpty()
                                        || records.followedBy(act.record().number()).isEmpty()
                                        || follows(act.record(), trigger.get(), records))
                .toList();
    }

    private static Certainty approval(
            WorkRecord act, DutyForm.Rung rung, LocalDate began, Situation breached) {
        if (rung.approvedBy().isEmpty()) {
            return Certainty.TRUE;
        }
        Optional<Value.Reference> approver = Bearers.resolve(rung.approvedBy().get(), breached);
        return approver.isEmpty()
                ? Certainty.FALSE
                : Certainty.any(
                        breached.known().records().followedBy(act.number()).stream()
                                .filter(approval -> !approval.day().isBefore(began))
                                .filter(approval -> !approval.day().isAfter(act.day()))
                                .map(approval -> by(approver, approval, breached)));
    }

    private static boolean lists(RecordType type, String act) {
        return type.typeOf(KIND)
                .filter(
                        kind ->
                                kind instanceof Type.Choice(String _, List<String> words)
                                        && words.contains(act))
                .isPresent();
    }

    /// Whether a record is of the kind that a word names; unknown while its 类 is, where the word is
    /// one that it may hold.
    public static Certainty isOf(String act, WorkRecord record) {
        if (!lists(record.type(), act)) {
            return Certainty.FALSE;
        }
        boolean is = record.field(KIND).equals(Optional.of(new Value.Text(act)));
        return isUnknown(record, KIND) ? Certainty.UNKNOWN : is ? Certainty.TRUE : Certainty.FALSE;
    }

    /// What a body did shows that a post of it acted only where that post recorded it.
    private static Certainty taken(
            Optional<Value.Reference> authority, WorkRecord record, Situation situation) {
        Certainty own = by(authority, record, situation);
        boolean named =
                values(record, record.type().owner())
                        .anyMatch(
                                who ->
                                        !(who instanceof Value.Reference(var kind, String _))
                                                || kind != Value.Reference.Kind.BODY);
        boolean post = authority.filter(who -> who.kind() == Value.Reference.Kind.POST).isPresent();
        Value recorder = Value.Reference.post(record.recorder().post());
        return post && !named ? own.and(means(authority, record, recorder, situation)) : own;
    }

    private static Certainty by(
            Optional<Value.Reference> authority, WorkRecord record, Situation situation) {
        return authority.isEmpty()
                ? Certainty.TRUE
                : Certainty.any(
                        values(record, record.type().owner())
                                .map(named -> means(authority, record, named, situation)));
    }

    /// Who is spoken to is asked for any post that he holds.
    private static Certainty towards(
            Optional<Value.Reference> breaching, WorkRecord record, Situation situation) {
        return breaching.isEmpty()
                ? Certainty.FALSE
                : Certainty.any(
                        record.type().addressees().stream()
                                .flatMap(field -> values(record, field.name()))
                                .map(named -> isSpokenTo(breaching, record, named, situation)));
    }

    private static Certainty isSpokenTo(
            Optional<Value.Reference> breaching,
            WorkRecord record,
            Value named,
            Situation situation) {
        boolean known = named instanceof Value.Reference;
        return switch (means(breaching, record, named, situation)) {
            case TRUE -> Certainty.TRUE;
            case FALSE -> Certainty.FALSE;
            case UNKNOWN -> known ? Certainty.TRUE : Certainty.UNKNOWN;
        };
    }

    private static Certainty means(
            Optional<Value.Reference> whom, WorkRecord record, Value named, Situation situation) {
        return Kinship.matches(situation.amongAnybody().borneBy(whom), named, record);
    }

    private static Stream<Value> values(WorkRecord record, String field) {
        Value value = record.field(field).orElse(new Value.Unknown(field));
        return value instanceof Value.Series(List<Value> items) ? items.stream() : Stream.of(value);
    }

    private static boolean follows(WorkRecord record, long number, Records records) {
        return records.followedBy(record.number()).stream()
                .anyMatch(followed -> followed.number() == number);
    }
}
