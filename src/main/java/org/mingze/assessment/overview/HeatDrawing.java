package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.assessment.HeatMap;
import org.mingze.calendar.Period;
import org.mingze.duty.Standing;
import org.mingze.duty.running.FallingDue;
import org.mingze.organization.Body;
import org.mingze.web.Link;

/// 画冷热图 — sums as cells: the rate, its warmth if the county says what is warm, and its list.
final class HeatDrawing {
    private static final int BODIES_MAX = 60;

    /// Why a cell has no rate, the commonest reason first where several are as common.
    private static final List<Standing> UNJUDGED =
            List.of(
                    Standing.UNPROVEN,
                    Standing.CONFLICTED,
                    Standing.WAIVED,
                    Standing.STAYED,
                    Standing.INACTIVE,
                    Standing.OPEN,
                    Standing.AHEAD);

    private final Board board;
    private final Period period;
    private final Optional<HeatLines> lines;

    HeatDrawing(Board board, Period period, Optional<HeatLines> lines) {
        this.board = board;
        this.period = period;
        this.lines = lines;
    }

    HeatMap levels(Map<Board.Slot, Monthly.Sum> sums) {
        List<String> groups = Board.groups(sums);
        List<HeatMap.Line> rows = new ArrayList<>();
        for (String level : board.levels()) {
            rows.add(
                    new HeatMap.Line(
                            new Link(
                                    Board.levelName(level),
                                    Addresses.overview(period, level) + "#bodies"),
                            board.bodies(level).size() + "个单位",
                            cells(sums, level, groups, level, "", Board.levelName(level))));
        }
        return new HeatMap("各层级按期履行率", columns(groups), rows, isColored());
    }

    /// The bodies of a level, the coldest first; whoever has nothing judged last.
    HeatMap bodies(String level) {
        Map<Board.Slot, Monthly.Sum> sums = board.byBody(period, level);
        List<String> groups = Board.groups(sums);
        List<HeatMap.Line> rows =
                board.bodies(level).stream()
                        .filter(body -> sums.containsKey(Board.Slot.all(body.code())))
                        .sorted(Comparator.comparingLong((Body body) -> rank(sums, body)))
                        .limit(BODIES_MAX)
                        .map(
                                body ->
                                        new HeatMap.Line(
                                                new Link(
                                                        body.name(),
                                                        Addresses.due(
                                                                period,
                                                                "",
                                                                body.code(),
                                                                "",
                                                                "",
                                                                "")),
                                                "",
                                                cells(
                                                        sums,
                                                        body.code(),
                                                        groups,
                                                        "",
                                                        body.code(),
                                                        body.name())))
                        .toList();
        return new HeatMap(Board.levelName(level) + "各单位按期履行率", columns(groups), rows, isColored());
    }

    private static long rank(Map<Board.Slot, Monthly.Sum> sums, Body body) {
        Monthly.Sum sum = sums.getOrDefault(Board.Slot.all(body.code()), new Monthly.Sum());
        return sum.judged() == 0 ? Long.MAX_VALUE : percent(sum);
    }

    private boolean isColored() {
        return lines.flatMap(HeatLines::lines).isPresent();
    }

    static List<String> columns(List<String> groups) {
        List<String> columns = new ArrayList<>(groups);
        columns.add(Board.Slot.ALL);
        return columns;
    }

    private List<HeatMap.Cell> cells(
            Map<Board.Slot, Monthly.Sum> sums,
            String row,
            List<String> groups,
            String level,
            String body,
            String name) {
        List<HeatMap.Cell> cells = new ArrayList<>();
        for (String group : columns(groups)) {
            Monthly.Sum sum = sums.getOrDefault(new Board.Slot(row, group), new Monthly.Sum());
            String only = group.equals(Board.Slot.ALL) ? "" : group;
            cells.add(cell(sum, name + "，" + group, level, body, only));
        }
        return cells;
    }

    private HeatMap.Cell cell(
            Monthly.Sum sum, String name, String level, String body, String group) {
        return cell(
                sum,
                name,
                lines,
                Addresses.due(period, level, body, group, "", ""),
                Addresses.due(period, level, body, group, "", Addresses.JUDGED));
    }

    /// @param every  where everything that fell due is listed
    /// @param judged where what a rate counts is
    static HeatMap.Cell cell(
            Monthly.Sum sum, String name, Optional<HeatLines> lines, String every, String judged) {
        HeatMap.Counts counts =
                new HeatMap.Counts(
                        sum.of(Standing.FULFILLED),
                        sum.of(Standing.LATE),
                        sum.of(Standing.BREACHED),
                        sum.of(Standing.UNPROVEN),
                        sum.all());
        if (sum.all() == 0) {
            return new HeatMap.Cell("hx is-empty", "—", name + "：没有职责", "", counts);
        }
        if (sum.judged() == 0) {
            String why = unjudged(sum);
            return new HeatMap.Cell(
                    "hx", why, name + "：" + sum.all() + "项，都未判，多为" + why, every, counts);
        }
        long percent = percent(sum);
        return new HeatMap.Cell(
                lines.flatMap(set -> set.step(percent)).map(step -> "h" + step).orElse("h0"),
                String.valueOf(percent),
                "%s：已判%d项，按期%d项，%d%%".formatted(name, sum.judged(), counts.kept(), percent),
                judged,
                counts);
    }

    private static String unjudged(Monthly.Sum sum) {
        Standing most = Standing.UNPROVEN;
        for (Standing each : UNJUDGED) {
            if (sum.of(each) > sum.of(most)) {
                most = each;
            }
        }
        return most.word();
    }

    static long percent(Monthly.Sum sum) {
        return FallingDue.percent(sum.of(Standing.FULFILLED), sum.judged());
    }
}
