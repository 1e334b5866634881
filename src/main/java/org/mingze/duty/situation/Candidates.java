package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mingze.duty.KeptCandidates;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 候选 — the records that a selector may mean for a bearer, each with whether it matches and why
/// not.
public final class Candidates {
    /// More than these, and the bearer's own are likely fewer.
    private static final int TIED_MAX = 200;

    private Candidates() {}

    /// 一件候选 — a record, whether it matches, and on demand why not.
    public record Candidate(
            WorkRecord record, Certainty match, Supplier<Optional<Expression.Failing>> why) {
        public Optional<Expression.Failing> failing() {
            return why.get();
        }
    }

    /// Candidates with 业时 in `from`–`to`, oldest first.
    public static List<Candidate> of(
            Selector selector, Situation situation, LocalDate from, LocalDate to) {
        boolean dated = selector.moment().isPresent();
        LocalDate today = situation.asOf().day();
        LocalDate first = dated ? LocalDate.MIN : from;
        LocalDate last = dated || to.isAfter(today) ? today : to;
        List<Candidate> found = new ArrayList<>();
        Optional<List<WorkRecord>> tied = tied(selector, situation, first, last);
        Optional<List<KeptCandidates.Kept>> kept =
                tied.isPresent()
                        ? Optional.empty()
                        : situation
                                .asOf()
                                .kept()
                                .flatMap(at -> at.of(selector, situation.bearer(), first, last));
        if (kept.isPresent()) {
            for (KeptCandidates.Kept one : kept.get()) {
                add(found, selector, situation, one, from, to);
            }
            return found;
        }
        for (WorkRecord record : tied.orElseGet(() -> pool(selector, situation, first, last))) {
            KeptCandidates.Kept searched = new KeptCandidates.Kept(record, Optional.empty());
            add(found, selector, situation, searched, from, to);
        }
        return found;
    }

    /// The few that hold what the condition asks for of what stands bound.
    private static Optional<List<WorkRecord>> tied(
            Selector selector, Situation situation, LocalDate from, LocalDate to) {
        boolean asksNobody =
                switch (selector.owner()) {
                    case Selector.Owner.Condition _, Selector.Owner.Anybody _ -> true;
                    case Selector.Owner.TypeOwner _ ->
                            owner(selector, situation).equals(RecordType.ANYBODY);
                    case Selector.Owner.Field _ -> false;
                };
        return situation.bound().isEmpty() && !asksNobody
                ? Optional.empty()
                : Tied.meeting(selector, situation, from, to).filter(few -> few.size() <= TIED_MAX);
    }

    private static void add(
            List<Candidate> found,
            Selector selector,
            Situation situation,
            KeptCandidates.Kept one,
            LocalDate from,
            LocalDate to) {
        WorkRecord record = one.record();
        Certainty owned =
                owned(selector.owner(), record, situation)
                        .and(within(selector, record, situation, from, to));
        if (owned != Certainty.FALSE) {
            found.add(weigh(selector, record, one.condition(), owned, situation));
        }
    }

    private static Certainty within(
            Selector selector,
            WorkRecord record,
            Situation situation,
            LocalDate from,
            LocalDate to) {
        Optional<LocalDate> moment = moment(selector, record, situation);
        if (moment.isEmpty()) {
            return Certainty.UNKNOWN;
        }
        return moment.get().isBefore(from) || moment.get().isAfter(to)
                ? Certainty.FALSE
                : Certainty.TRUE;
    }

    /// The moment of a record: its 时 field if the selector names one, else its 业时; empty while
    /// that field is unknown.
    public static Optional<LocalDate> moment(
            Selector selector, WorkRecord record, Situation situation) {
        if (selector.moment().isEmpty()) {
            return Optional.of(record.day());
        }
        Situation that = situation.at(record.day());
        return switch (selector.moment().get().evaluate(that.scope(record), that.world())) {
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(var moment) -> Optional.of(moment.toLocalDate());
            case Value _ -> Optional.empty();
        };
    }

    /// Candidates among given records, whoever's act they are unless the selector says.
    public static List<Candidate> among(
            Selector selector, Situation situation, List<WorkRecord> records) {
        List<Candidate> found = new ArrayList<>();
        for (WorkRecord record : records) {
            if (!record.type().name().equals(selector.recordType())
                    || record.day().isAfter(situation.asOf().day())) {
                continue;
            }
            Certainty owned =
                    selector.owner() instanceof Selector.Owner.TypeOwner
                            ? Certainty.TRUE
                            : owned(selector.owner(), record, situation);
            if (owned != Certainty.FALSE) {
                found.add(weigh(selector, record, Optional.empty(), owned, situation));
            }
        }
        return found;
    }

    private static Candidate weigh(
            Selector selector,
            WorkRecord record,
            Optional<Certainty> weighed,
            Certainty owned,
            Situation situation) {
        Situation that = situation.at(record.day());
        Certainty condition =
                weighed.orElseGet(
                        () -> Certainty.of(selector.condition(), that.scope(record), that.world()));
        return new Candidate(
                record, condition.and(owned), () -> why(selector, record, condition, owned, that));
    }

    private static Optional<Expression.Failing> why(
            Selector selector,
            WorkRecord record,
            Certainty condition,
            Certainty owned,
            Situation that) {
        if (condition != Certainty.TRUE) {
            return selector.condition()
                    .flatMap(given -> given.firstFailing(that.scope(record), that.world()));
        }
        return owned == Certainty.UNKNOWN
                ? Optional.of(doubt(selector, record, that))
                : Optional.empty();
    }

    private static Expression.Failing doubt(
            Selector selector, WorkRecord record, Situation situation) {
        Optional<Expression> moment = selector.moment();
        return moment.isPresent() && moment(selector, record, situation).isEmpty()
                ? new Expression.Failing("时", moment.get().source() + "未填", true)
                : new Expression.Failing("归", "归属待定", true);
    }

    /// The bearer's records of a type, by the type's owner field; empty while it cannot be told
    /// of some of them.
    public static Optional<List<WorkRecord>> ownedBy(
            Situation situation, String type, LocalDate from, LocalDate to) {
        RecordType known = situation.known().rules().vocabulary().recordTypes().get(type);
        List<WorkRecord> owned = new ArrayList<>();
        if (known == null) {
            return Optional.of(owned);
        }
        for (WorkRecord record : named(situation, type, known.owner(), from, to)) {
            switch (owns(record, known.owner(), situation)) {
                case TRUE -> owned.add(record);
                case UNKNOWN -> {
                    return Optional.empty();
                }
                case FALSE -> {}
            }
        }
        return Optional.of(owned);
    }

    private static List<WorkRecord> pool(
            Selector selector, Situation situation, LocalDate from, LocalDate to) {
        return switch (selector.owner()) {
            case Selector.Owner.TypeOwner() ->
                    named(situation, selector.recordType(), owner(selector, situation), from, to);
            case Selector.Owner.Field(String field) ->
                    named(situation, selector.recordType(), field, from, to);
            case Selector.Owner.Condition _, Selector.Owner.Anybody _ ->
                    situation.known().records().ofType(selector.recordType(), from, to);
        };
    }

    private static String owner(Selector selector, Situation situation) {
        return Optional.ofNullable(
                        situation
                                .known()
                                .rules()
                                .vocabulary()
                                .recordTypes()
                                .get(selector.recordType()))
                .map(type -> type.owner())
                .orElse(RecordType.ANYBODY);
    }

    private static List<WorkRecord> named(
            Situation situation, String type, String field, LocalDate from, LocalDate to) {
        Records records = situation.known().records();
        if (field.equals(RecordType.ANYBODY) || situation.bearer().isEmpty()) {
            return records.ofType(type, from, to);
        }
        if (from.isAfter(to)) {
            return List.of();
        }
        TreeMap<Long, WorkRecord> found = new TreeMap<>();
        records.namingNobody(type, field, from, to)
                .forEach(record -> found.put(record.number(), record));
        for (Value.Reference reference : Kinship.of(situation, from, to)) {
            records.naming(type, field, reference, from, to)
                    .forEach(record -> found.put(record.number(), record));
        }
        List<WorkRecord> ordered = new ArrayList<>(found.values());
        ordered.sort(Records.ORDER);
        return ordered;
    }

    private static Certainty owned(Selector.Owner owner, WorkRecord record, Situation situation) {
        return switch (owner) {
            case Selector.Owner.TypeOwner() -> owns(record, record.type().owner(), situation);
            case Selector.Owner.Field(String field) -> owns(record, field, situation);
            case Selector.Owner.Condition(Expression expression) -> {
                Situation that = situation.at(record.day());
                yield Certainty.of(expression.evaluate(that.scope(record), that.world()));
            }
            case Selector.Owner.Anybody _ -> Certainty.TRUE;
        };
    }

    private static Certainty owns(WorkRecord record, String field, Situation situation) {
        if (field.equals(RecordType.ANYBODY) || situation.bearer().isEmpty()) {
            return Certainty.TRUE;
        }
        Optional<Value> value = record.field(field);
        if (value.isEmpty() || value.get().isUnknown()) {
            return Certainty.UNKNOWN;
        }
        Set<Value> items = new LinkedHashSet<>();
        if (value.get() instanceof Value.Series series) {
            items.addAll(series.items());
        } else {
            items.add(value.get());
        }
        Certainty best = Certainty.FALSE;
        for (Value item : items) {
            Certainty one = Kinship.matches(situation, item, record);
            if (one == Certainty.TRUE) {
                return one;
            }
            best = one == Certainty.UNKNOWN ? one : best;
        }
        return best;
    }
}
