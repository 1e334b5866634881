package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.naive.NaiveEvaluator.Owed;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.WorkRecord;

/// 境 — the names that a condition may use: parameters as of the rule's day, the bearer, the record
/// in hand and whatever else is laid beside them.
final class Hand implements Scope {
    private final NaiveEvaluator evaluator;
    private final Owed owed;
    private final LocalDate ruleDay;
    private final Map<String, Value> named = new HashMap<>();
    private final Optional<WorkRecord> record;

    Hand(NaiveEvaluator evaluator, Owed owed, LocalDate ruleDay) {
        this(evaluator, owed, ruleDay, Optional.empty(), Map.of());
    }

    private Hand(
            NaiveEvaluator evaluator,
            Owed owed,
            LocalDate ruleDay,
            Optional<WorkRecord> record,
            Map<String, Value> named) {
        this.evaluator = evaluator;
        this.owed = owed;
        this.ruleDay = ruleDay;
        this.record = record;
        this.named.putAll(named);
        record.ifPresent(held -> this.named.put("此", new Value.Link(held.number())));
    }

    Hand with(String name, Value value) {
        Hand more = new Hand(evaluator, owed, ruleDay, record, named);
        more.named.put(name, value);
        return more;
    }

    Hand holding(WorkRecord held) {
        return new Hand(evaluator, owed, ruleDay, Optional.of(held), named);
    }

    @Override
    public Value value(String name) {
        Optional<Value> found = Optional.ofNullable(named.get(name));
        if (found.isEmpty() && record.isPresent()) {
            found = record.get().field(name);
        }
        if (found.isEmpty() && name.equals("本机构")) {
            found = owed.body().map(Reference::body);
        }
        if (found.isEmpty() && name.equals("本岗")) {
            found = owed.bearer().map(Value.class::cast);
        }
        if (found.isEmpty()) {
            found = evaluator.facts.parameter(owed.institution(), name, owed.body(), ruleDay);
        }
        return found.orElse(new Value.Unknown(""));
    }
}
