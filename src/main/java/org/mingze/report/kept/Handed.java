package org.mingze.report.kept;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
        /// What the parameters of an address ask for; empty where they tell no days in their order.
        public static Optional<Asked> parse(Map<String, String> typed) {
            try {
                LocalDate from = LocalDate.parse(typed.getOrDefault("from", ""));
                LocalDate to = LocalDate.parse(typed.getOrDefault("to", ""));
                Optional<String> template =
                        Optional.of(typed.getOrDefault("template", "").strip())
                                .filter(number -> !number.isEmpty());
                return to.isBefore(from)
                        ? Optional.empty()
                        : Optional.of(
                                new Asked(typed.getOrDefault("post", ""), from, to, template));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        /// As the parameters of an address.
        public String query() {
            String number =
                    template.map(
                                    each ->
                                            "&template="
                                                    + URLEncoder.encode(
                                                            each, StandardCharsets.UTF_8))
                            .orElse("");
            return "post="
                    + URLEncoder.encode(post, StandardCharsets.UTF_8)
                    + "&from="
                    + from
                    + "&to="
                    + to
                    + number;
        }

        /// As a row keeps it; empty is the template that the post reports by.
        String templateText() {
            return template.orElse("");
        }
    }
}
