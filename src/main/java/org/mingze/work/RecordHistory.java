package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

/// 来历 — a record as first entered, its corrections in order, and its withdrawal if there is one.
public final class RecordHistory {
    private final WorkRecord original;
    private final List<Correction> corrections = new ArrayList<>();
    private OptionalLong withdrawnBy = OptionalLong.empty();
    private WorkRecord current;

    /// 更正 — what one correction changed, and why.
    public record Correction(Entry entry, Map<String, Value> changes, String reason) {}

    RecordHistory(WorkRecord original) {
        this.original = original;
        this.current = original;
    }

    public WorkRecord original() {
        return original;
    }

    public WorkRecord current() {
        return current;
    }

    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    public OptionalLong withdrawnBy() {
        return withdrawnBy;
    }

    public boolean isWithdrawn() {
        return withdrawnBy.isPresent();
    }

    /// The first value that a field ever had: a later correction of a deadline does not move it.
    public Optional<Value> firstValue(String field) {
        Value first = original.fields().get(field);
        if (first != null && !first.isUnknown()) {
            return Optional.of(first);
        }
        return corrections.stream()
                .map(correction -> correction.changes().get(field))
                .filter(value -> value != null && !value.isUnknown())
                .findFirst();
    }

    /// The first value that a field was given on or after a day.
    public Optional<Value> firstValueSince(String field, LocalDate day) {
        return corrections.stream()
                .filter(correction -> !correction.entry().occurred().day().isBefore(day))
                .map(correction -> correction.changes().get(field))
                .filter(value -> value != null && !value.isUnknown())
                .findFirst();
    }

    /// The record as it was known at an instant; empty before it was recorded.
    public Optional<WorkRecord> knownAt(java.time.Instant instant) {
        if (original.recordedAt().isAfter(instant)) {
            return Optional.empty();
        }
        return Optional.of(
                overlay(
                        corrections.stream()
                                .filter(made -> !made.entry().recordedAt().isAfter(instant))
                                .toList()));
    }

    void correct(Correction correction) {
        corrections.add(correction);
        current = overlay(corrections);
    }

    void dropCorrection(long entryNumber) {
        corrections.removeIf(correction -> correction.entry().number() == entryNumber);
        current = overlay(corrections);
    }

    void withdraw(long entryNumber) {
        withdrawnBy = OptionalLong.of(entryNumber);
    }

    void restore() {
        withdrawnBy = OptionalLong.empty();
    }

    private WorkRecord overlay(List<Correction> made) {
        Map<String, Value> fields = new LinkedHashMap<>(original.fields());
        Map<String, LocalDate> filledOn = new HashMap<>();
        for (Correction correction : made) {
            correction
                    .changes()
                    .forEach(
                            (field, value) -> {
                                fields.put(field, value);
                                filledOn.put(field, correction.entry().occurred().day());
                            });
        }
        return new WorkRecord(
                original.number(),
                original.type(),
                original.occurred(),
                original.recordedAt(),
                original.recorder(),
                original.mode(),
                fields,
                filledOn);
    }
}
