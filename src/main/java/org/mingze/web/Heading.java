package org.mingze.web;

import java.util.List;

/// 页头 — where one is, the finding, a sentence below it, the acts of the page.
///
/// @param crumbs the way here; a crumb without an address is plain text
public record Heading(List<Link> crumbs, String title, Prose lede, List<Act> acts) {
    public Heading {
        crumbs = List.copyOf(crumbs);
        acts = List.copyOf(acts);
    }

    /// The same for whoever only looks.
    public Heading looking() {
        return new Heading(crumbs, title, Prose.EMPTY, List.of());
    }
}
