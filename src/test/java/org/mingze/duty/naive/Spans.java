package org.mingze.duty.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mingze.calendar.Span;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.journal.Content;

/// 时长 as acts write it.
final class Spans {
    private Spans() {}

    static Optional<Span> read(String text) {
        return ValueReader.read(Type.Simple.DURATION, new Content.Text(text))
                .map(value -> value instanceof Value.Duration(Span span) ? span : Span.NONE);
    }

    /// The civil day of a day or moment.
    static Optional<LocalDate> day(Value value) {
        return switch (value) {
            case Value.Day(LocalDate day) -> Optional.of(day);
            case Value.Moment(LocalDateTime moment) -> Optional.of(moment.toLocalDate());
            case Value _ -> Optional.empty();
        };
    }

    static Optional<LocalDateTime> moment(Value value) {
        return value instanceof Value.Moment(LocalDateTime moment)
                ? Optional.of(moment)
                : day(value).map(LocalDate::atStartOfDay);
    }

    static Optional<Reference> reference(Value value) {
        return value instanceof Reference reference ? Optional.of(reference) : Optional.empty();
    }
}
