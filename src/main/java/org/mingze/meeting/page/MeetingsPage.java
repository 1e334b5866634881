package org.mingze.meeting.page;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;

/// 议事列表页 — a meeting to begin, and those kept.
public record MeetingsPage(
        Heading heading,
        List<Field> fields,
        List<Line> lines,
        Optional<Blank> blank,
        Listing listing,
        Optional<Held> held) {
    /// 一次会议.
    public record Line(Link name, String when, String body, String topics, Mark state) {}

    /// 记过的会议 — the latest meetings among the records that were entered as they are.
    public record Held(List<Entered> lines, Link all) {
        public Held {
            lines = List.copyOf(lines);
        }
    }

    /// 一次记过的会议.
    public record Entered(Link name, String when, String body) {}

    public MeetingsPage {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }
}
