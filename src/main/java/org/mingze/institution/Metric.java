package org.mingze.institution;

import java.util.Optional;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.expression.Expression;

/// 指标 — a count over records that a report may print; a list is printed as its exact count and
/// opens its rows.
///
/// @param part     分: what a row is printed under; only where the value is a list of records
/// @param atEnd    时点: 期末 — as things stand at the end of the period
/// @param balanced 平: the parts sum to the whole
public record Metric(
        String number,
        String name,
        Role bearer,
        PeriodUnit every,
        Expression value,
        Optional<Expression> part,
        String unit,
        boolean atEnd,
        boolean balanced) {}
