package org.mingze.meeting.page;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;

/// 散会页 — the record that a meeting comes to, what it counts for and breaks, what follows from it.
///
/// @param counts the duties that it counts for
/// @param broken the articles that it does not keep though it may enter
/// @param unshown the articles on the order of speech that what is recorded does not show
/// @param confirming whether that is to be confirmed
/// @param tasks  what was assigned, leading to where it is followed once the meeting has entered
public record ClosingPage(
        Heading heading,
        String path,
        boolean closed,
        List<Fact> facts,
        List<Resolved> resolved,
        Optional<Refusal> refusal,
        List<Prose> counts,
        List<Asked> broken,
        List<Asked> unshown,
        boolean confirming,
        List<Link> tasks) {
    /// 议定一项.
    public record Resolved(
            int number, String name, String decision, String votes, String dissent) {}

    public ClosingPage {
        facts = List.copyOf(facts);
        resolved = List.copyOf(resolved);
        counts = List.copyOf(counts);
        broken = List.copyOf(broken);
        unshown = List.copyOf(unshown);
        tasks = List.copyOf(tasks);
    }
}
