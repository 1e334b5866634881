package org.mingze.report.office;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Heading;

/// 模板页 — the office's own document for a kind of report: the one that is kept, another to
/// hand in, and the places that it may hold.
///
/// @param faults why the document handed in was not kept or not filled, a sentence each
public record OfficePage(
        Heading heading,
        String send,
        String fault,
        List<String> faults,
        Optional<Kept> kept,
        List<Place> places) {
    public OfficePage {
        faults = List.copyOf(faults);
        places = List.copyOf(places);
    }

    /// 留下的 — what it is called, since when, and what can be done with it.
    public record Kept(String name, String since, List<Act> acts) {
        public Kept {
            acts = List.copyOf(acts);
        }
    }

    /// 一个位 — what is written between the braces and what it becomes.
    public record Place(String written, String becomes) {}
}
