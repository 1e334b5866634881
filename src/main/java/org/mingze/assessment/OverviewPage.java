package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;

/// 驾驶舱 — how the duties of a county stand, for those who lead it.
///
/// @param counting true while everything is being counted for the first time
/// @param bodies   the bodies of one level, which a reader unfolds
/// @param heatNote whose lines colour the map, or that nobody set any
public record OverviewPage(
        Heading heading,
        boolean counting,
        List<Field.Option> periods,
        List<Figure> figures,
        HeatMap levels,
        Prose heatNote,
        Optional<HeatMap> bodies,
        List<Link> unfold,
        Trend trend,
        Flow flow,
        List<Table> tables,
        Optional<Blank> blank) {
    /// 数字 — one number of the strip, a link to what it counts.
    public record Figure(String name, String value, String unit, String href) {}

    /// 走势 — a line for each level over months; the same numbers stand in a table.
    public record Trend(String label, List<String> months, List<Series> series) {
        public Trend {
            months = List.copyOf(months);
            series = List.copyOf(series);
        }
    }

    /// 一线 — rates by month; — where nothing was judged.
    ///
    /// @param path      of the line, in the units of the plot
    /// @param nameAt    how far down its name stands
    /// @param endAt     how far down its last point stands
    public record Series(
            String name, List<Link> values, String path, String endX, String endAt, String nameAt) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /// 流向 — findings by source and stage, and how many relapsed.
    public record Flow(String tally, List<Bar> bars, List<String> stages, List<Source> sources) {
        public Flow {
            bars = List.copyOf(bars);
            stages = List.copyOf(stages);
            sources = List.copyOf(sources);
        }
    }

    /// 条 — a stage and how many are at it.
    public record Bar(Link stage, String count, String width, boolean alarming) {}

    /// 来源 — how many findings of a source are at each stage.
    public record Source(Link name, List<Link> counts) {
        public Source {
            counts = List.copyOf(counts);
        }
    }

    /// 表 — a small table of the overview; the first cell of a row names it.
    ///
    /// @param columns the heads; all but the first stand right
    public record Table(
            String id,
            String heading,
            String tally,
            String about,
            List<String> columns,
            List<List<Link>> rows,
            Rest rest,
            Optional<Blank> blank) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        public Table(
                String id,
                String heading,
                String tally,
                String about,
                List<String> columns,
                List<List<Link>> rows,
                Optional<Blank> blank) {
            this(id, heading, tally, about, columns, rows, Rest.NONE, blank);
        }
    }

    /// 其余 — the rows of a table that are folded away, and how much they hold.
    public record Rest(String words, List<List<Link>> rows) {
        static final Rest NONE = new Rest("", List.of());

        public Rest {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public OverviewPage {
        periods = List.copyOf(periods);
        figures = List.copyOf(figures);
        unfold = List.copyOf(unfold);
        tables = List.copyOf(tables);
    }

    /// The title in pieces that stay on one line each.
    public List<String> titlePieces() {
        return List.of(heading.title().split("(?<=[：，])", -1));
    }
}
