package org.mingze.duty;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Balance;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Listing;
import org.mingze.web.Part;

/// 职责列表 — every duty of a post or body in a period, grouped by what is urgent.
public record DutiesPage(
        Heading heading,
        Listing listing,
        Optional<Balance> balance,
        List<Part> parts,
        Optional<Blank> blank) {
    public DutiesPage {
        parts = List.copyOf(parts);
    }
}
