package org.mingze.institution.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Duration;
import org.mingze.institution.expression.Value.Moment;
import org.mingze.institution.expression.Value.Money;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// Exact arithmetic; what cannot be reckoned is unknown.
final class Reckoning {
    private static final long AMOUNT_MAX = 100_000;
    static final Unknown OUT_OF_RANGE = new Unknown("结果超出范围");

    private Reckoning() {}

    /// The unit that spans of this unit are exact multiples of.
    static SpanUnit base(SpanUnit unit) {
        return switch (unit) {
            case DAY, WEEK -> SpanUnit.DAY;
            case WORKING_DAY -> SpanUnit.WORKING_DAY;
            case MONTH, YEAR -> SpanUnit.MONTH;
            case HOUR, MINUTE -> SpanUnit.MINUTE;
        };
    }

    private static int factor(SpanUnit unit) {
        return switch (unit) {
            case DAY, WORKING_DAY, MONTH, MINUTE -> 1;
            case WEEK -> 7;
            case YEAR -> 12;
            case HOUR -> 60;
        };
    }

    /// @throws ArithmeticException if the amount is beyond all bounds
    static Span inBase(Span span) {
        return new Span(
                Math.multiplyExact(span.amount(), (long) factor(span.unit())), base(span.unit()));
    }

    /// A number as it is written, with its unit; empty if it is no whole span, or one beyond use.
    static Optional<Value> literal(String digits, String unit) {
        Rational value = Rational.parse(digits);
        return switch (unit) {
            case "" -> Optional.of(new Numeric(value));
            case "%" -> Optional.of(new Numeric(value.dividedBy(Rational.of(100))));
            case "元" -> Optional.of(new Money(value));
            case "万元" -> Optional.of(new Money(value.times(Rational.of(10_000))));
            default -> {
                boolean usable = value.isWhole() && value.compareTo(Rational.of(AMOUNT_MAX)) <= 0;
                yield Arrays.stream(SpanUnit.values())
                        .filter(candidate -> usable && candidate.word().equals(unit))
                        .findFirst()
                        .map(found -> new Span(value.numerator().longValueExact(), found))
                        .map(Duration::new);
            }
        };
    }

    /// Numbers and amounts of money.
    record Exact(Operator operator, Evaluator left, Evaluator right, boolean money)
            implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return range(frame).value(money);
        }

        @Override
        public Range range(Frame frame) {
            return Range.calculate(operator, left.range(frame), right.range(frame));
        }
    }

    /// Days, moments and spans.
    record Temporal(Operator operator, Evaluator left, Evaluator right) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value first = left.value(frame);
            Value second = right.value(frame);
            if (first.isUnknown() || second.isUnknown()) {
                return Logic.cause(first, second);
            }
            try {
                return reckon(operator, first, second, frame.world());
            } catch (ArithmeticException | DateTimeException outOfRange) {
                return OUT_OF_RANGE;
            }
        }
    }

    private static Value reckon(Operator operator, Value left, Value right, World world) {
        return switch (left) {
            case Duration a when right instanceof Duration b -> spans(operator, a.span(), b.span());
            case Duration a when right instanceof Numeric n -> multiple(a.span(), n.value());
            case Numeric n when right instanceof Duration b -> multiple(b.span(), n.value());
            case Duration _ when operator == Operator.PLUS && !(right instanceof Duration) ->
                    moved(right, left, 1, world);
            case Day a when right instanceof Day b ->
                    new Duration(
                            new Span(ChronoUnit.DAYS.between(b.value(), a.value()), SpanUnit.DAY));
            case Moment a when right instanceof Moment b ->
                    new Duration(
                            new Span(
                                    ChronoUnit.MINUTES.between(b.value(), a.value()),
                                    SpanUnit.MINUTE));
            default -> moved(left, right, operator == Operator.MINUS ? -1 : 1, world);
        };
    }

    private static Value spans(Operator operator, Span left, Span right) {
        if (base(left.unit()) != base(right.unit())) {
            return new Unknown(left + "与" + right + "单位不同");
        }
        boolean same = left.unit() == right.unit();
        Span first = same ? left : inBase(left);
        Span second = same ? right : inBase(right);
        if (operator == Operator.OVER) {
            return second.amount() == 0
                    ? new Unknown("除数为0")
                    : new Numeric(
                            Rational.of(first.amount()).dividedBy(Rational.of(second.amount())));
        }
        long amount =
                operator == Operator.PLUS
                        ? Math.addExact(first.amount(), second.amount())
                        : Math.subtractExact(first.amount(), second.amount());
        return new Duration(new Span(amount, first.unit()));
    }

    private static Value multiple(Span span, Rational times) {
        return times.isWhole()
                ? new Duration(
                        new Span(
                                Math.multiplyExact(
                                        span.amount(), times.numerator().longValueExact()),
                                span.unit()))
                : new Unknown(span + "的" + times + "倍不是整数");
    }

    private static Value moved(Value start, Value by, int direction, World world) {
        if (!(by instanceof Duration duration)) {
            return Logic.misfit(by);
        }
        long amount = Math.multiplyExact(duration.span().amount(), (long) direction);
        Span span = new Span(amount, duration.span().unit());
        return switch (start) {
            case Day day when base(span.unit()) == SpanUnit.MINUTE ->
                    new Unknown(Rendering.text(day) + "不能加减" + span);
            case Day day -> new Day(moved(day.value(), span, world));
            case Moment moment when base(span.unit()) == SpanUnit.MINUTE ->
                    new Moment(moment.value().plusMinutes(inBase(span).amount()));
            case Moment moment -> {
                LocalDate day = moved(moment.value().toLocalDate(), span, world);
                yield new Moment(LocalDateTime.of(day, moment.value().toLocalTime()));
            }
            default -> Logic.misfit(start);
        };
    }

    /// Whether a day lies where calendars count: a four-digit year.
    static boolean isCountable(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    /// Spans longer than any calendar are refused before the calendar counts through them.
    private static LocalDate moved(LocalDate day, Span span, World world) {
        if (Math.abs(span.amount()) > AMOUNT_MAX || !isCountable(day)) {
            throw new ArithmeticException(day + " and " + span);
        }
        LocalDate moved = world.addSpan(day, span);
        if (!isCountable(moved)) {
            throw new ArithmeticException(day + " and " + span);
        }
        return moved;
    }
}
