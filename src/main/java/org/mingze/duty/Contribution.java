package org.mingze.duty;

import java.time.LocalDate;
import org.mingze.institution.expression.Rational;

/// 计入 — a record that counts, and what must be shown beside the count.
///
/// @param amount     1, or what 量 yields
/// @param lateDays   迟录: days from 业时 to 录时
/// @param inGrace    宽限内: it happened after the due day
/// @param backfilled 期后补录: it was recorded only after the grace had ended
public record Contribution(
        long record,
        LocalDate day,
        Rational amount,
        long lateDays,
        boolean inGrace,
        boolean backfilled) {}
