package org.mingze.institution;

import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.expression.Expression;

/// 指标 — a count over records that a report may print; a list is printed as its exact count and
/// opens its rows.
public record Metric(
        String number, String name, Role bearer, PeriodUnit every, Expression value, String unit) {}
