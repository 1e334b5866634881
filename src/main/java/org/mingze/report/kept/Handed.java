package org.mingze.report.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// 封存件 — a report as it was handed in: what was known then, and the digest of its figures.
///
/// @param day  until when what happened is seen
/// @param size of the journal
public record Handed(
        long id,
        Asked asked,
        String title,
        LocalDate day,
        long size,
        String root,
        Instant knownAt,
        String digest,
        String person,
        Instant at) {
    /// 所写 — which report: of whom, for which days, by which template.
    public record Asked(String post, LocalDate from, LocalDate to, Optional<String> template) {
        /// As a row keeps it; empty is the template that the post reports by.
        String templateText() {
            return template.orElse("");
        }
    }
}
