package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Expression.Tie;
import org.mingze.institution.expression.Value;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 系得上的 — the records of a type that an expression can be true of, because they hold what it asks
/// for of what stands bound; no other record of the type needs to be looked at.
public final class Tied {
    private static final Set<String> OWN = Set.of("本机构", "本岗", "本人");
    private static final Set<String> CAUSE = Set.of("起", "于", "后");

    private Tied() {}

    /// All of the type over these days where the link ties them to nothing; of those that leave it
    /// open, such as may meet the condition of the selector.
    public static List<WorkRecord> pool(
            Selector selector, Expression link, Situation situation, LocalDate from, LocalDate to) {
        return by(selector, link, situation.bound().keySet(), situation, from, to)
                .orElseGet(
                        () -> situation.known().records().ofType(selector.recordType(), from, to));
    }

    /// The records that meet the condition of a selector only if they hold what it asks for of what
    /// stands bound, or of the bearer; empty where it asks for neither.
    static Optional<List<WorkRecord>> meeting(
            Selector selector, Situation situation, LocalDate from, LocalDate to) {
        Set<String> given = new HashSet<>(situation.bound().keySet());
        given.addAll(OWN);
        return selector.condition()
                .flatMap(asked -> by(selector, asked, given, situation, from, to));
    }

    private static Optional<List<WorkRecord>> by(
            Selector selector,
            Expression link,
            Set<String> bound,
            Situation situation,
            LocalDate from,
            LocalDate to) {
        Records records = situation.known().records();
        String type = selector.recordType();
        Optional<Tie> tie =
                link.tie(bound).filter(found -> isField(type, found.name(), situation.known()));
        Optional<List<Value>> values = tie.flatMap(found -> values(found, situation, from, to));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.get().isEmpty()) {
            return Optional.of(List.of());
        }
        Held held = held(selector, tie.orElseThrow(), bound, situation.known());
        return Optional.of(records.holding(held, values.get(), from, to));
    }

    /// What may have to be held on any of these days: who holds a post changes.
    private static Optional<List<Value>> values(
            Tie tie, Situation situation, LocalDate from, LocalDate to) {
        if (tie.isSteady(situation.bound().keySet(), situation.scope(), situation.world())) {
            return tie.values(situation.scope(), situation.world());
        }
        Set<LocalDate> days = new TreeSet<>(situation.organization().changeDays(from, to));
        days.add(from);
        Set<Value> values = new LinkedHashSet<>();
        for (LocalDate day : days) {
            Situation that = situation.at(day);
            Optional<List<Value>> then = tie.values(that.scope(), that.world());
            if (then.isEmpty()) {
                return Optional.empty();
            }
            values.addAll(then.get());
        }
        return Optional.of(List.copyOf(values));
    }

    private static Held held(Selector selector, Tie tie, Set<String> bound, Knowledge known) {
        return new Held(
                selector.recordType(), tie.name(), tie.within(), leading(selector, bound, known));
    }

    private static Optional<Expression.Leading> leading(
            Selector selector, Set<String> bound, Knowledge known) {
        return selector.condition()
                .flatMap(Expression::leading)
                .filter(found -> !bound.contains(found.name()))
                .filter(found -> isField(selector.recordType(), found.name(), known));
    }

    /// The records of a trigger that a record, in any of its states, may answer, because they hold
    /// what it holds or leave that open; empty where it may answer any.
    public static Optional<List<WorkRecord>> causes(
            Selector trigger, Selector answer, RecordHistory record, Knowledge known) {
        Optional<Tie> tie =
                answer.link() instanceof Selector.Link.Condition(Expression link)
                        ? link.tie(CAUSE)
                        : Optional.empty();
        Optional<List<Tie.Elsewhere>> ways = tie.flatMap(Tie::elsewheres);
        Optional<Set<Value>> values = tie.flatMap(by -> values(answer, by, CAUSE, record, known));
        if (ways.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        List<WorkRecord> causes = new ArrayList<>();
        for (Tie.Elsewhere way : ways.get()) {
            String field = way.path().getLast();
            if (way.path().size() != 2 || !isField(trigger.recordType(), field, known)) {
                return Optional.empty();
            }
            Held held =
                    new Held(
                            trigger.recordType(),
                            field,
                            Optional.empty(),
                            leading(trigger, CAUSE, known));
            causes.addAll(
                    way.filled()
                            ? known.records()
                                    .holdingSurely(held, values.get(), LocalDate.MIN, LocalDate.MAX)
                            : known.records()
                                    .holding(held, values.get(), LocalDate.MIN, LocalDate.MAX));
        }
        return Optional.of(causes);
    }

    /// Whether the condition of a selector can be true of a record, in any of its states: it holds
    /// one of the values asked for of what stands bound, or leaves that open.
    public static boolean mayMeet(Selector selector, Situation situation, RecordHistory record) {
        Knowledge known = situation.known();
        Set<String> given = new HashSet<>(situation.bound().keySet());
        given.addAll(OWN);
        Optional<Tie> tie =
                selector.condition()
                        .flatMap(asked -> asked.tie(given))
                        .filter(found -> isField(selector.recordType(), found.name(), known));
        return tie.isEmpty()
                || record.states().stream()
                        .anyMatch(
                                state ->
                                        mayHold(
                                                held(selector, tie.get(), given, known),
                                                tie.get(),
                                                situation.at(state.day()),
                                                state));
    }

    private static boolean mayHold(Held held, Tie tie, Situation then, WorkRecord state) {
        Optional<Set<Value>> has = held.values(state.fields());
        Optional<List<Value>> asked = tie.values(then.scope(), then.world());
        return has.isEmpty()
                || asked.isEmpty()
                || asked.get().stream().anyMatch(has.get()::contains);
    }

    /// What a record holds, or held before a correction.
    private static Optional<Set<Value>> values(
            Selector selector, Tie tie, Set<String> bound, RecordHistory record, Knowledge known) {
        if (!isField(selector.recordType(), tie.name(), known)) {
            return Optional.empty();
        }
        Held held = held(selector, tie, bound, known);
        Set<Value> all = new HashSet<>();
        for (WorkRecord state : record.states()) {
            Optional<Set<Value>> these = held.values(state.fields());
            if (these.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(these.get());
        }
        return Optional.of(all);
    }

    private static boolean isField(String type, String name, Knowledge known) {
        RecordType declared = known.rules().vocabulary().recordTypes().get(type);
        return declared != null && declared.fields().containsKey(name);
    }
}
