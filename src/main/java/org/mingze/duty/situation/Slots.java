package org.mingze.duty.situation;

import java.time.MonthDay;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 取值 — what a slot of a rule holds in a situation; empty while its parameter is open.
public final class Slots {
    private Slots() {}

    public static Optional<Value> value(Slot slot, Situation situation) {
        return switch (slot) {
            case Slot.Literal(Value value) -> Optional.of(value);
            case Slot.Named(String parameter) -> situation.parameter(parameter);
            case Slot.Previous() -> Optional.empty();
        };
    }

    public static Optional<Rational> number(Slot slot, Situation situation) {
        return value(slot, situation).flatMap(Slots::amount);
    }

    /// A number, an amount in yuan, or the length of a span in its own unit.
    public static Optional<Rational> amount(Value value) {
        return switch (value) {
            case Value.Numeric(Rational number) -> Optional.of(number);
            case Value.Money(Rational yuan) -> Optional.of(yuan);
            case Value.Duration(Span span) -> Optional.of(Rational.of(span.amount()));
            case Value _ -> Optional.empty();
        };
    }

    /// A 月日, held as the text 05-01.
    public static Optional<MonthDay> monthDay(Slot slot, Situation situation) {
        return value(slot, situation)
                .flatMap(
                        value ->
                                value instanceof Value.Text(String text)
                                        ? Optional.of(MonthDay.parse("--" + text))
                                        : Optional.empty());
    }

    public static Optional<Span> span(Slot slot, Situation situation) {
        return value(slot, situation)
                .flatMap(
                        value ->
                                value instanceof Value.Duration(Span span)
                                        ? Optional.of(span)
                                        : Optional.empty());
    }
}
