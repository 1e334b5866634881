package org.mingze.duty.situation;

import java.time.LocalDate;
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
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 系得上的 — the records of a type that an expression can be true of, because they hold what it asks
/// for of what stands bound; no other record of the type needs to be looked at.
public final class Tied {
    private static final Set<String> OWN = Set.of("本机构", "本岗", "本人");

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
        Optional<Tie> tie = link.tie(bound).filter(found -> isField(type, found.name(), situation));
        Optional<List<Value>> values = tie.flatMap(found -> values(found, situation, from, to));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.get().isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<Expression.Leading> leading =
                selector.condition()
                        .flatMap(Expression::leading)
                        .filter(found -> !bound.contains(found.name()))
                        .filter(found -> isField(type, found.name(), situation));
        Tie found = tie.orElseThrow();
        Held held = new Held(type, found.name(), found.within(), leading);
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

    private static boolean isField(String type, String name, Situation situation) {
        RecordType declared = situation.known().rules().vocabulary().recordTypes().get(type);
        return declared != null && declared.fields().containsKey(name);
    }
}
