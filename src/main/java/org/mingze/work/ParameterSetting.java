package org.mingze.work;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.expression.Value;

/// 设定 — a value that a county, township or body gave to a parameter, from a day on.
///
/// @param body the body whose subtree it binds; empty means the whole county
public record ParameterSetting(
        long entryNumber,
        String institution,
        String parameter,
        Value value,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<String> body,
        String basis) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
