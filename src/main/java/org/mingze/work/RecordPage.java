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
        List<Listed> lists,
        List<Link> files,
        List<Change> history,
        List<Counted> counted,
        List<Counted> raised,
        List<Related> related,
        List<Fact> recorded,
        List<Fact> proof,
        String line) {
    /// 变动 — the record itself, a correction or a withdrawal, in order of 录时.
    public record Change(Link number, String word, String when, String who, Prose what) {}

    /// 列表栏 — a field that holds several things of several parts: 议程, 到会.
    ///
    /// @param tally how many, of seats how many of each 到会态
    public record Listed(String name, String tally, List<Item> items) {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /// 列表一项 — what it is called, and its other parts.
    public record Item(Prose title, List<Fact> parts) {
        public Item {
            parts = List.copyOf(parts);
        }
    }

    /// 计入 — a duty that this record counts for, or that arises from it.
    public record Counted(Mark mark, Link duty, Prose why) {}

    /// 前后 — a record that this one follows, or that follows it.
    public record Related(String word, Link record, String when) {}

    public RecordPage {
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
        lists = List.copyOf(lists);
        files = List.copyOf(files);
        history = List.copyOf(history);
        counted = List.copyOf(counted);
        raised = List.copyOf(raised);
        related = List.copyOf(related);
        recorded = List.copyOf(recorded);
        proof = List.copyOf(proof);
    }
}
