package org.mingze.work;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 记录页 — one record as known now, how it came to be so, what it counts for, and its proof.
///
/// @param withdrawn says by which entry and why the record no longer stands
/// @param line      the entry's bytes as they were hashed
public record RecordPage(
        Heading heading,
        List<Tag> tags,
        Optional<Notice> withdrawn,
        List<Fact> fields,
        List<Link> files,
        List<Change> history,
        List<Counted> counted,
        List<Related> related,
        List<Fact> recorded,
        List<Fact> proof,
        String line) {
    /// 变动 — the record itself, a correction or a withdrawal, in order of 录时.
    public record Change(Link number, String word, String when, String who, Prose what) {}

    /// 计入 — a duty that this record counts for, or nearly.
    public record Counted(Mark mark, Link duty, Prose why) {}

    /// 前后 — a record that this one follows, or that follows it.
    public record Related(String word, Link record, String when) {}

    public RecordPage {
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
        files = List.copyOf(files);
        history = List.copyOf(history);
        counted = List.copyOf(counted);
        related = List.copyOf(related);
        recorded = List.copyOf(recorded);
        proof = List.copyOf(proof);
    }
}
