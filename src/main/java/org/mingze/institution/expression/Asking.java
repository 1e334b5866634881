package org.mingze.institution.expression;

import java.time.LocalDate;
import java.util.List;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.PeriodValue;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Truth;

/// Questions about other records, days and the organization.
final class Asking {
    private Asking() {}

    record Slice(String function, String type) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return frame.world().slice(function, type);
        }
    }

    /// Of a slice, what may pass a filter that compares a field with what is the same for every
    /// item.
    record Narrowed(Slice slice, String field, Evaluator held) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value value = held.value(frame);
            return value.isUnknown()
                    ? slice.value(frame)
                    : frame.world().slice(slice.function(), slice.type(), field, value);
        }
    }

    record Tally(String function, String duty) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return frame.world().obligations(function, duty);
        }
    }

    record Followers(Evaluator record, String type) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value held = record.value(frame);
            if (held instanceof Link link) {
                return frame.world().followers(link, type);
            }
            return held.isUnknown() ? held : Logic.misfit(held);
        }
    }

    record Stage(Evaluator record) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value held = record.value(frame);
            if (held instanceof Link link) {
                return frame.world().stage(link);
            }
            return held.isUnknown() ? held : Logic.misfit(held);
        }
    }

    /// A function of known values.
    record Ask(String function, List<Evaluator> arguments) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value first = arguments.getFirst().value(frame);
            if (first.isUnknown()) {
                return first;
            }
            if (arguments.size() == 1) {
                return ask(function, first, frame.world());
            }
            Value second = arguments.get(1).value(frame);
            return second.isUnknown() ? second : ask(function, first, second, frame.world());
        }
    }

    record AskEach(String function, Evaluator list) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            return list.listing(frame)
                    .map(item -> item.isUnknown() ? item : ask(function, item, frame.world()));
        }
    }

    private static Value ask(String function, Value argument, World world) {
        return switch (argument) {
            case Day day -> ofDay(function, day.value(), world);
            case PeriodValue period -> Numeric.of(world.workingDaysIn(period.value()));
            case Reference reference -> world.organization(function, List.of(reference));
            default -> Logic.misfit(argument);
        };
    }

    private static Value ofDay(String function, LocalDate day, World world) {
        return switch (function) {
            case "年" -> Numeric.of(day.getYear());
            case "季" -> Numeric.of((day.getMonthValue() + 2) / 3);
            case "月" -> Numeric.of(day.getMonthValue());
            case "几日" -> Numeric.of(day.getDayOfMonth());
            case "周几" -> Numeric.of(day.getDayOfWeek().getValue());
            default ->
                    Reckoning.isCountable(day)
                            ? Truth.of(world.isWorkingDay(day))
                            : Reckoning.OUT_OF_RANGE;
        };
    }

    private static Value ask(String function, Value first, Value second, World world) {
        return switch (first) {
            case Day day when second instanceof PeriodValue period ->
                    Truth.of(period.value().contains(day.value()));
            case Day from
                    when second instanceof Day to
                            && !(Reckoning.isCountable(from.value())
                                    && Reckoning.isCountable(to.value())) ->
                    Reckoning.OUT_OF_RANGE;
            case Day from when second instanceof Day to && function.equals("天数") ->
                    Numeric.of(to.value().toEpochDay() - from.value().toEpochDay());
            case Day from when second instanceof Day to ->
                    new Value.Duration(
                            new Span(
                                    world.workingDaysBetween(from.value(), to.value()),
                                    SpanUnit.WORKING_DAY));
            case Reference post when second instanceof PeriodValue -> world.leaveDays(post, second);
            case Reference _ when second instanceof Reference ->
                    world.organization(function, List.of(first, second));
            default -> Logic.misfit(second);
        };
    }
}
