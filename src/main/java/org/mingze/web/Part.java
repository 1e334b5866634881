package org.mingze.web;

import java.util.List;
import java.util.Optional;

/// 段 — a ruled part of a page: heading, count, rows, or the sentence why there are none.
///
/// @param tally the count beside the heading, empty for none
public record Part(
        String id,
        String heading,
        String tally,
        boolean alarming,
        Optional<Link> more,
        List<Row> rows,
        Optional<Blank> blank) {
    public Part {
        rows = List.copyOf(rows);
    }

    public static Part of(String id, String heading, List<Row> rows) {
        return new Part(
                id,
                heading,
                String.valueOf(rows.size()),
                false,
                Optional.empty(),
                rows,
                Optional.empty());
    }

    public Part alarmed() {
        return new Part(id, heading, tally, true, more, rows, blank);
    }

    public Part leadingTo(Link link) {
        return new Part(id, heading, tally, alarming, Optional.of(link), rows, blank);
    }
}
