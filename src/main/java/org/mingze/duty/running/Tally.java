package org.mingze.duty.running;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingze.duty.situation.Certainty;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.World;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Timeline;

/// What one selector means, by whom the records name. Where its condition asks only about a record
/// it is weighed once, when the record comes; where it asks more, only its leading equality is,
/// and the rest is weighed for whoever asks.
final class Tally {
    private final Selector selector;
    private final Optional<String> owner;
    private final Optional<Expression.Leading> leading;
    private final boolean settled;
    private final World calendar;
    private final TimelinesByName timelines;
    private final int place;
    private final Timeline open = new Timeline();

    Tally(
            Selector selector,
            RecordType type,
            Set<String> parameters,
            World calendar,
            TimelinesByName timelines) {
        this.timelines = timelines;
        this.place = timelines.next();
        this.selector = selector;
        this.owner = owner(selector, type);
        Optional<Expression> condition = selector.condition();
        boolean ownNames =
                condition.map(given -> isOwn(given.reads(), type, parameters)).orElse(true);
        this.settled = ownNames && condition.map(given -> !given.asksBeyond()).orElse(true);
        this.leading =
                condition
                        .flatMap(Expression::leading)
                        .filter(found -> isOwn(Set.of(found.name()), type, parameters));
        this.calendar = calendar;
    }

    private static boolean isOwn(Set<String> names, RecordType type, Set<String> parameters) {
        return type.fieldNames().containsAll(names)
                && names.stream().noneMatch(parameters::contains);
    }

    /// The field that says whose act a record is; empty where everybody may have to be asked.
    private static Optional<String> owner(Selector selector, RecordType type) {
        return switch (selector.owner()) {
            case Selector.Owner.TypeOwner() ->
                    Optional.of(type.owner()).filter(field -> !field.equals(RecordType.ANYBODY));
            case Selector.Owner.Field(String field) ->
                    Optional.of(field).filter(named -> !named.equals(RecordType.ANYBODY));
            case Selector.Owner.Condition _, Selector.Owner.Anybody _ -> Optional.empty();
        };
    }

    Selector selector() {
        return selector;
    }

    Optional<String> owner() {
        return owner;
    }

    Optional<Expression.Leading> leading() {
        return leading;
    }

    /// Whether the condition is weighed once and for all.
    boolean isSettled() {
        return settled;
    }

    /// Whether a record may be meant at all: FALSE if its condition certainly fails.
    Certainty weigh(WorkRecord record) {
        if (!settled || selector.condition().isEmpty()) {
            return Certainty.TRUE;
        }
        boolean whole = leading.filter(Expression.Leading::whole).isPresent();
        if (whole) {
            Value held = record.fields().get(leading.orElseThrow().name());
            return held == null || held.isUnknown()
                    ? Certainty.UNKNOWN
                    : Certainty.of(Value.Truth.of(leading.orElseThrow().values().contains(held)));
        }
        return Certainty.of(
                selector.condition()
                        .get()
                        .evaluate(
                                name ->
                                        record.field(name)
                                                .orElseGet(() -> new Value.Unknown(name + "未填")),
                                calendar));
    }

    void add(WorkRecord record) {
        Certainty condition = weigh(record);
        if (condition != Certainty.FALSE) {
            long mark = mark(record, condition);
            each(record, marks -> marks.add(mark), true);
        }
    }

    void remove(WorkRecord record) {
        Certainty condition = weigh(record);
        if (condition != Certainty.FALSE) {
            long mark = mark(record, condition);
            each(record, marks -> marks.remove(mark), false);
        }
    }

    /// Whether two states of one record are held in the same way.
    boolean isAlike(WorkRecord before, WorkRecord now) {
        boolean sameNames =
                owner.isEmpty()
                        || Objects.equals(
                                before.fields().get(owner.get()), now.fields().get(owner.get()));
        return sameNames && weigh(before) == weigh(now);
    }

    private static long mark(WorkRecord record, Certainty condition) {
        return Timeline.mark(
                record.day().toEpochDay(), record.number(), condition == Certainty.TRUE);
    }

    /// Where a record is held: under each whom its owner field names, and where all look.
    private void each(WorkRecord record, Consumer<Timeline> action, boolean grow) {
        if (owner.isEmpty()) {
            action.accept(open);
            return;
        }
        Value value = record.fields().get(owner.get());
        if (value instanceof Value.Reference reference) {
            at(reference, action, grow);
            return;
        }
        if (isOpen(value)) {
            action.accept(open);
        }
        for (Value.Reference reference : references(value)) {
            at(reference, action, grow);
        }
    }

    private void at(Value.Reference reference, Consumer<Timeline> action, boolean grow) {
        Timeline timeline =
                grow
                        ? timelines.growing(reference, place)
                        : timelines.of(reference, place).orElse(null);
        if (timeline != null) {
            action.accept(timeline);
        }
    }

    /// Whether a field leaves open whom it names.
    static boolean isOpen(@Nullable Value value) {
        return value == null
                || value.isUnknown()
                || (value instanceof Value.Series(List<Value> items)
                        && items.stream().anyMatch(Value::isUnknown));
    }

    /// Each body, post or person that a value names, once.
    static Set<Value.Reference> references(@Nullable Value value) {
        return switch (value) {
            case null -> Set.of();
            case Value.Reference reference -> Set.of(reference);
            case Value.Series(List<Value> items) -> {
                Set<Value.Reference> found = new HashSet<>();
                items.forEach(item -> found.addAll(references(item)));
                yield found;
            }
            case Value _ -> Set.of();
        };
    }

    /// Records that name nobody yet, or whom everybody may claim.
    Timeline open() {
        return open;
    }

    Optional<Timeline> naming(Value.Reference reference) {
        return timelines.of(reference, place);
    }
}
