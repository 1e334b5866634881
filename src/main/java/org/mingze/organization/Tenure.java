package org.mingze.organization;

import java.time.LocalDate;
import java.util.Optional;

/// 任期 — one person in one post, from a day to a last day; open while `until` is empty.
public record Tenure(String person, String post, LocalDate from, Optional<LocalDate> until) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
