package org.mingze.office.finding;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 查找页 — the words asked for, and where they stand.
///
/// @param kind  the view that is chosen, sent again with the words
/// @param menus by type and by time
public record FindingPage(
        Heading heading,
        String words,
        String kind,
        List<Listing.View> views,
        List<Listing.Menu> menus,
        List<Group> groups,
        Listing listing,
        Optional<Blank> blank) {
    /// 一组 — what was found of one kind.
    public record Group(
            String id, String heading, String tally, List<Found> found, Optional<Link> more) {
        public Group {
            found = List.copyOf(found);
        }
    }

    /// 一处 — what was found, and the words around.
    public record Found(Link title, List<Tag> tags, Prose where, String about) {
        public Found {
            tags = List.copyOf(tags);
        }
    }

    public FindingPage {
        views = List.copyOf(views);
        menus = List.copyOf(menus);
        groups = List.copyOf(groups);
    }
}
