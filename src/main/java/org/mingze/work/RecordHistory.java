package org.mingze.work;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

/// 来历 — a record as first entered, its corrections in order, and its withdrawal if there is one.
public final class RecordHistory {
    private static final long SECONDS_PER_DAY = 86_400;

    private final WorkRecord original;
    private List<Correction> corrections = List.of();
    private long withdrawnBy;
    private WorkRecord current;

    /// 更正 — what one correction changed, and why.
    ///
    /// @param entry its head alone: what it says stands in `changes` and `reason`
    public record Correction(Entry entry, Map<String, Value> changes, String reason) {}

    RecordHistory(WorkRecord original) {
        this.original = original;
        this.current = original;
    }

    /// 业时 in seconds, midnight where no time of day is known.
    long second() {
        return original.day().toEpochDay() * SECONDS_PER_DAY
                + original.occurred().time().map(LocalTime::toSecondOfDay).orElse(0);
    }

    boolean isTimed() {
        return original.occurred().time().isPresent();
    }

    boolean isIn(LocalDate from, LocalDate to) {
        return !original.day().isBefore(from) && !original.day().isAfter(to);
    }

    public long number() {
        return original.number();
    }

    public WorkRecord original() {
        return original;
    }

    public WorkRecord current() {
        return current;
    }

    public List<Correction> corrections() {
        return corrections;
    }

    boolean isCorrectedBy(long entry) {
        return corrections.stream().anyMatch(made -> made.entry().number() == entry);
    }

    public OptionalLong withdrawnBy() {
        return isWithdrawn() ? OptionalLong.of(withdrawnBy) : OptionalLong.empty();
    }

    public boolean isWithdrawn() {
        return withdrawnBy != 0;
    }

    /// What the record is now; empty if it is withdrawn.
    public Optional<WorkRecord> standing() {
        return isWithdrawn() ? Optional.empty() : Optional.of(current);
    }

    /// The day on which a field was first filled, or filled anew on or after `since`; a later
    /// correction of what it says does not unfill it. Empty while it is not filled.
    public Optional<LocalDate> firstFilledOn(String field, Optional<LocalDate> since) {
        if (!current.isFilled(field)) {
            return Optional.empty();
        }
        List<LocalDate> days = new ArrayList<>();
        if (since.isEmpty() && original.isFilled(field)) {
            days.add(original.day());
        }
        corrections.stream()
                .filter(made -> isFilling(made.changes().get(field)))
                .map(made -> made.entry().occurred().day())
                .forEach(days::add);
        return days.stream()
                .filter(day -> since.map(first -> !day.isBefore(first)).orElse(true))
                .min(Comparator.naturalOrder());
    }

    /// The record with the first value that each field ever had, by corrections of days up to
    /// `until`; with the first given on or after `since` if that is given. A later correction of a
    /// deadline does not move it.
    public WorkRecord firstValues(Optional<LocalDate> since, LocalDate until) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (since.isEmpty()) {
            fields.putAll(original.fields());
            fields.values().removeIf(Value::isUnknown);
        }
        for (Correction made : corrections) {
            LocalDate day = made.entry().occurred().day();
            boolean counts =
                    !day.isAfter(until) && since.map(first -> !day.isBefore(first)).orElse(true);
            made.changes()
                    .forEach(
                            (field, value) -> {
                                if (counts && isFilling(value)) {
                                    fields.putIfAbsent(field, value);
                                }
                            });
        }
        return holding(fields);
    }

    private static boolean isFilling(@Nullable Value value) {
        return value != null && !value.isUnknown();
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

    /// The record as first entered, and after each correction.
    public List<WorkRecord> states() {
        List<WorkRecord> states = new ArrayList<>();
        for (int made = 0; made <= corrections.size(); made++) {
            states.add(overlay(corrections.subList(0, made)));
        }
        return states;
    }

    void correct(Correction correction) {
        if (corrections.isEmpty()) {
            corrections = List.of(correction);
            current = current.changed(correction.changes());
            return;
        }
        boolean last = corrections.getLast().entry().number() < correction.entry().number();
        List<Correction> more = new ArrayList<>(corrections.size() + 1);
        more.addAll(corrections);
        more.add(correction);
        more.sort(Comparator.comparingLong(made -> made.entry().number()));
        corrections = List.copyOf(more);
        current = last ? current.changed(correction.changes()) : overlay(corrections);
    }

    void dropCorrection(long entryNumber) {
        corrections =
                corrections.stream()
                        .filter(correction -> correction.entry().number() != entryNumber)
                        .toList();
        current = overlay(corrections);
    }

    void withdraw(long entryNumber) {
        withdrawnBy = entryNumber;
    }

    void restore() {
        withdrawnBy = 0;
    }

    private WorkRecord overlay(List<Correction> made) {
        WorkRecord overlaid = original;
        for (Correction correction : made) {
            overlaid = overlaid.changed(correction.changes());
        }
        return overlaid;
    }

    private WorkRecord holding(Map<String, Value> fields) {
        return new WorkRecord(
                original.number(),
                original.type(),
                original.occurred(),
                original.recordedAt(),
                original.recorder(),
                original.mode(),
                fields);
    }
}
