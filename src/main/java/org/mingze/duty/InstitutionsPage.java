package org.mingze.duty;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 制度列表 — the institutions in force, by who issued them.
public record InstitutionsPage(
        Heading heading, Listing listing, List<Issuer> issuers, Optional<Blank> blank) {
    /// 制定机关.
    public record Issuer(String name, List<Line> institutions) {
        public Issuer {
            institutions = List.copyOf(institutions);
        }
    }

    /// 一部制度.
    ///
    /// @param about how many duties it holds and since when it is in force
    public record Line(Link title, Prose about, List<Tag> tags) {
        public Line {
            tags = List.copyOf(tags);
        }
    }

    public InstitutionsPage {
        issuers = List.copyOf(issuers);
    }
}
