package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingze.duty.Standing;

/// What is compared of a verdict.
public record Answer(
        Standing standing,
        Optional<LocalDate> due,
        Optional<LocalDate> graceEnd,
        SortedSet<Long> counted) {

    static Answer of(Standing standing) {
        return new Answer(standing, Optional.empty(), Optional.empty(), new TreeSet<>());
    }

    static Answer of(
            Standing standing, LocalDate due, LocalDate graceEnd, Collection<Long> counted) {
        return new Answer(
                standing, Optional.of(due), Optional.of(graceEnd), new TreeSet<>(counted));
    }

    Answer as(Standing other) {
        return new Answer(other, due, graceEnd, counted);
    }

    @Override
    public String toString() {
        return "%s 期限%s 宽限止%s 计入%s"
                .formatted(
                        standing.word(),
                        due.map(LocalDate::toString).orElse("无"),
                        graceEnd.map(LocalDate::toString).orElse("无"),
                        counted);
    }
}
