package org.mingze.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Rational;

/// 计得 — a number with what stands behind it, before it has a place in the report.
///
/// @param value   empty while it cannot be told
/// @param unknown why it cannot be told
/// @param outside something behind it lies outside the period of the report
record Counted(
        Optional<Rational> value,
        String unknown,
        String unit,
        String what,
        LocalDate from,
        LocalDate to,
        List<DutyReport.Source> sources,
        boolean outside) {
    /// The number stays unknown, and is never 0.
    static Counted unknown(String what, String cause, ReportSubject subject) {
        return new Counted(
                Optional.empty(), cause, "", what, subject.from(), subject.to(), List.of(), false);
    }

    boolean isZero() {
        return value.filter(Rational.ZERO::equals).isPresent();
    }

    /// A number above 0 that no record stands behind.
    boolean isUnsupported() {
        return value.isPresent() && !isZero() && sources.isEmpty();
    }
}
