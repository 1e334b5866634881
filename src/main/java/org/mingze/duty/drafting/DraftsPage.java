package org.mingze.duty.drafting;

import java.util.List;
import org.mingze.web.Heading;
import org.mingze.web.Link;

/// 草案列表 — the drafts of the county, and what a new one can be begun from.
public record DraftsPage(Heading heading, List<Line> drafts, List<Link> models, String fault) {
    /// 一份草案.
    public record Line(Link title, String about) {}

    public DraftsPage {
        drafts = List.copyOf(drafts);
        models = List.copyOf(models);
    }
}
