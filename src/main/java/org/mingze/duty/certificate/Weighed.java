package org.mingze.duty.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Kinship;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.ChinaTime;
import org.mingze.work.WorkRecord;

/// One record held against one selector.
///
/// @param moment  when it happened for this selector; empty while that is unknown
/// @param match   whether it is what the selector means and an act of the bearer
/// @param failing the first condition that it does not meet
record Weighed(
        WorkRecord record,
        Optional<LocalDate> moment,
        Certainty match,
        Optional<Expression.Failing> failing) {

    /// @param anyone whether the record may be anybody's act unless the selector says whose
    static Weighed of(Selector selector, WorkRecord record, Situation situation, boolean anyone) {
        Situation that = situation.at(record.day());
        Optional<LocalDate> moment = moment(selector, record, that);
        Certainty owned = owned(selector.owner(), record, situation, anyone);
        Certainty condition = Certainty.of(selector.condition(), that.scope(record), that.world());
        Optional<Expression.Failing> failing = Optional.empty();
        if (condition != Certainty.TRUE) {
            failing =
                    selector.condition()
                            .flatMap(given -> given.firstFailing(that.scope(record), that.world()));
        } else if (owned == Certainty.UNKNOWN || (moment.isEmpty() && !anyone)) {
            failing = Optional.of(doubt(selector, moment));
        }
        Certainty dated = moment.isPresent() || anyone ? Certainty.TRUE : Certainty.UNKNOWN;
        Certainty match = condition.and(dated);
        return new Weighed(
                record, moment, owned == Certainty.FALSE ? owned : match.and(owned), failing);
    }

    private static Expression.Failing doubt(Selector selector, Optional<LocalDate> moment) {
        return moment.isPresent() || selector.moment().isEmpty()
                ? new Expression.Failing("归", "归属待定", true)
                : new Expression.Failing("时", selector.moment().get().source() + "未填", true);
    }

    Weighed linked(Certainty tied, Optional<Expression.Failing> why) {
        return tied == Certainty.UNKNOWN
                ? new Weighed(record, moment, match.and(tied), why)
                : new Weighed(record, moment, match.and(tied), failing);
    }

    /// Whether it is the bearer's, or may be.
    static Certainty owned(
            Selector.Owner owner, WorkRecord record, Situation situation, boolean anyone) {
        return switch (owner) {
            case Selector.Owner.TypeOwner() ->
                    anyone ? Certainty.TRUE : named(record.type().owner(), record, situation);
            case Selector.Owner.Field(String field) -> named(field, record, situation);
            case Selector.Owner.Condition(Expression condition) -> {
                Situation that = situation.at(record.day());
                yield Certainty.of(condition.evaluate(that.scope(record), that.world()));
            }
            case Selector.Owner.Anybody _ -> Certainty.TRUE;
        };
    }

    private static Certainty named(String field, WorkRecord record, Situation situation) {
        if (field.equals(RecordType.ANYBODY) || situation.bearer().isEmpty()) {
            return Certainty.TRUE;
        }
        Value value = record.field(field).orElseGet(() -> new Value.Unknown(field));
        List<Value> items =
                value instanceof Value.Series(List<Value> several) ? several : List.of(value);
        List<Certainty> found =
                items.stream().map(item -> Kinship.matches(situation, item, record)).toList();
        return found.contains(Certainty.TRUE)
                ? Certainty.TRUE
                : found.contains(Certainty.UNKNOWN) ? Certainty.UNKNOWN : Certainty.FALSE;
    }

    private static Optional<LocalDate> moment(
            Selector selector, WorkRecord record, Situation situation) {
        if (selector.moment().isEmpty()) {
            return Optional.of(record.day());
        }
        return switch (selector.moment()
                .get()
                .evaluate(situation.scope(record), situation.world())) {
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(LocalDateTime moment) -> Optional.of(moment.toLocalDate());
            case Value _ -> Optional.empty();
        };
    }

    Optional<Rejection> rejection() {
        return failing.map(found -> Rejection.of(record.number(), found));
    }

    /// As it counts: after the due day, and whether it came to count only after the grace.
    Contribution counts(
            Selector selector,
            Rational amount,
            LocalDate due,
            LocalDate graceEnd,
            Situation situation) {
        LocalDate day = moment.orElse(record.day());
        return new Contribution(
                record.number(),
                day,
                amount,
                record.lateDays(),
                day.isAfter(due),
                isBackfilled(selector, graceEnd, situation));
    }

    private boolean isBackfilled(Selector selector, LocalDate graceEnd, Situation situation) {
        Instant end = ChinaTime.endOf(graceEnd);
        if (record.recordedAt().isAfter(end)) {
            return true;
        }
        Situation that = situation.at(record.day());
        return situation
                .known()
                .records()
                .history(record.number())
                .filter(history -> !history.corrections().isEmpty())
                .flatMap(history -> history.knownAt(end))
                .map(then -> Certainty.of(selector.condition(), that.scope(then), that.world()))
                .filter(then -> then != Certainty.TRUE)
                .isPresent();
    }
}
