package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;

/// 各县驾驶舱 — the sums that counties show to their superior, for those who lead it.
///
/// @param levels   levels down, groups across, of all counties together
/// @param counties counties down, of one level or of all
/// @param orders   how the counties may stand; the one they stand in has no address
/// @param narrows  the levels for which the counties may be shown
/// @param waiting  counties that agreed and have not been counted yet
public record CountiesPage(
        Heading heading,
        List<Field.Option> periods,
        List<OverviewPage.Figure> figures,
        HeatMap levels,
        Prose heatNote,
        HeatMap counties,
        List<Link> orders,
        List<Link> narrows,
        OverviewPage.Table numbers,
        String waiting,
        Optional<Blank> blank) {
    public CountiesPage {
        periods = List.copyOf(periods);
        figures = List.copyOf(figures);
        orders = List.copyOf(orders);
        narrows = List.copyOf(narrows);
    }

    /// The title in pieces that stay on one line each.
    public List<String> titlePieces() {
        return List.of(heading.title().split("(?<=[：，])", -1));
    }
}
