package org.mingze.journal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// 业时 — when something happened, in Asia/Shanghai: a day, with the time of day where it is known.
public record Occurred(LocalDate day, Optional<LocalTime> time) implements Comparable<Occurred> {
    public static Occurred on(LocalDate day) {
        return new Occurred(day, Optional.empty());
    }

    /// Reads `2026-02-25` or `2026-02-25T09:30`.
    ///
    /// @throws java.time.DateTimeException if the text is no such day or time
    public static Occurred parse(String text) {
        if (text.indexOf('T') < 0) {
            return on(LocalDate.parse(text));
        }
        LocalDateTime moment = LocalDateTime.parse(text);
        return new Occurred(moment.toLocalDate(), Optional.of(moment.toLocalTime()));
    }

    /// The moment used where one is needed: midnight when no time of day is known.
    public LocalDateTime moment() {
        return day.atTime(time.orElse(LocalTime.MIDNIGHT));
    }

    @Override
    public int compareTo(Occurred other) {
        return moment().compareTo(other.moment());
    }

    @Override
    public String toString() {
        return time.isPresent() ? moment().toString() : day.toString();
    }
}
