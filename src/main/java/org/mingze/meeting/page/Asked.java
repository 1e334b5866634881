package org.mingze.meeting.page;

import java.util.List;
import org.mingze.web.Link;
import org.mingze.web.Mark;

/// 条文要求 — one article that speaks of a topic: how it stands, what it says, where it is written.
///
/// @param read what was found, empty where nothing need be said
/// @param ways where it is mended: the form of what is missing, the record that is at fault
public record Asked(
        Mark mark, String duty, String article, String href, String read, List<Link> ways) {
    public Asked {
        ways = List.copyOf(ways);
    }
}
