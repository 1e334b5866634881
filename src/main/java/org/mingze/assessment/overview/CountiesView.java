package org.mingze.assessment.overview;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.assessment.CountiesPage;
import org.mingze.assessment.HeatMap;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.duty.Standing;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;

/// 各县驾驶舱的内容 — the sums that counties show, arranged. Counties stand by name, number or day of
/// their count and never by their rates: this is no ranking.
final class CountiesView {
    static final String BY_NAME = "name";
    private static final Map<String, String> ORDERS =
            Map.of(BY_NAME, "按名称", "code", "按编号", "counted", "按数的日子");
    private static final List<String> ORDER_CODES = List.of(BY_NAME, "code", "counted");

    private final Asked asked;
    private final Superior superior;
    private final List<Named> counties;
    private final CountiesBoard board;
    private final List<String> levels;

    /// 所问.
    ///
    /// @param level whose bodies count for the counties; empty for all
    record Asked(Period period, String level, String order, LocalDate today) {}

    /// 上级 — what the superior's own rules say to the page.
    record Superior(Optional<HeatLines> lines, List<String> levels) {}

    /// 有名之县.
    record Named(ShownSums.Shown shown, String name) {
        int county() {
            return shown.county();
        }

        boolean isCounted() {
            return shown.head().isPresent();
        }
    }

    private CountiesView(
            Asked asked,
            Superior superior,
            List<Named> counties,
            Map<Integer, List<CountySum>> sums) {
        this.asked = asked;
        this.superior = superior;
        this.counties = counties.stream().sorted(order(asked.order())).toList();
        this.board = new CountiesBoard(sums, asked.level());
        this.levels = board.levels(superior.levels());
    }

    static CountiesPage of(
            Asked asked,
            Superior superior,
            List<Named> counties,
            Map<Integer, List<CountySum>> sums) {
        return new CountiesView(asked, superior, counties, sums).page();
    }

    private static Comparator<Named> order(String order) {
        Collator words = Collator.getInstance(Locale.CHINA);
        return switch (order) {
            case "code" -> Comparator.comparingInt(Named::county);
            case "counted" ->
                    Comparator.comparing(
                            named ->
                                    named.shown()
                                            .head()
                                            .map(ShownSums.Head::at)
                                            .orElse(Instant.MIN));
            default -> Comparator.comparing(Named::name, words);
        };
    }

    private CountiesPage page() {
        HeatMap map = levels();
        return new CountiesPage(
                heading(map),
                OverviewView.periods(asked.today(), asked.period()),
                counties.isEmpty() ? List.of() : figures(),
                map,
                OverviewView.note(superior.lines()),
                counties(),
                orders(),
                narrows(),
                new CountiesTable(asked.period(), counties, board).table(),
                waiting(),
                counties.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    private Heading heading(HeatMap map) {
        List<Link> crumbs =
                List.of(
                        new Link("驾驶舱", "/overview"),
                        new Link("各县", ""),
                        new Link(OverviewView.words(asked.period()), ""));
        if (counties.isEmpty()) {
            return new Heading(crumbs, "还没有县把汇总报到这里", Prose.EMPTY, List.of());
        }
        Finding finding = new Finding(board.byLevel(), superior.lines(), levels);
        long counted = counties.stream().filter(Named::isCounted).count();
        return new Heading(
                crumbs,
                finding.sentence(),
                finding.gap(map.columns())
                        .words(
                                counted
                                        + "个县合在一起数的，只有各县的合计数，没有一笔记录。"
                                        + "点开一格是那个县自己的驾驶舱，在那个县任职的才进得去。"),
                List.of());
    }

    /// All counties together.
    private HeatMap levels() {
        List<String> columns = HeatDrawing.columns(Board.groups(board.byLevel()));
        List<HeatMap.Line> rows = new ArrayList<>();
        for (String level : levels) {
            String href = Addresses.counties(asked.period(), level, asked.order()) + "#counties";
            rows.add(
                    new HeatMap.Line(
                            new Link(Board.levelName(level), href),
                            "",
                            cells(board.byLevel(), level, columns, Board.levelName(level), href)));
        }
        return new HeatMap("各县合计按期履行率", columns, rows, isColored());
    }

    private HeatMap counties() {
        List<String> columns = HeatDrawing.columns(Board.groups(board.byCounty()));
        List<HeatMap.Line> rows = new ArrayList<>();
        for (Named named : counties) {
            String href = Addresses.overviewOf(named.county(), asked.period(), asked.level());
            rows.add(
                    new HeatMap.Line(
                            new Link(named.name(), href),
                            CountiesTable.countedOn(named),
                            cells(
                                    board.byCounty(),
                                    CountiesBoard.row(named.county()),
                                    columns,
                                    named.name(),
                                    href)));
        }
        String whose = asked.level().isEmpty() ? "" : Board.levelName(asked.level());
        return new HeatMap("各县" + whose + "按期履行率", columns, rows, isColored());
    }

    private boolean isColored() {
        return superior.lines().flatMap(HeatLines::lines).isPresent();
    }

    private List<HeatMap.Cell> cells(
            Map<Board.Slot, Monthly.Sum> sums,
            String row,
            List<String> columns,
            String name,
            String href) {
        return columns.stream()
                .map(
                        group ->
                                HeatDrawing.cell(
                                        sums.getOrDefault(
                                                new Board.Slot(row, group), new Monthly.Sum()),
                                        name + "，" + group,
                                        superior.lines(),
                                        href,
                                        href))
                .toList();
    }

    private List<Link> orders() {
        return ORDER_CODES.stream()
                .map(
                        code ->
                                new Link(
                                        String.valueOf(ORDERS.get(code)),
                                        code.equals(asked.order())
                                                ? ""
                                                : Addresses.counties(
                                                                asked.period(), asked.level(), code)
                                                        + "#counties"))
                .toList();
    }

    private List<Link> narrows() {
        List<Link> narrows = new ArrayList<>();
        narrows.add(narrow("各级", ""));
        levels.forEach(level -> narrows.add(narrow(Board.levelName(level), level)));
        return narrows;
    }

    private Link narrow(String words, String level) {
        return new Link(
                words,
                level.equals(asked.level())
                        ? ""
                        : Addresses.counties(asked.period(), level, asked.order()) + "#counties");
    }

    private List<OverviewPage.Figure> figures() {
        Monthly.Sum all = new Monthly.Sum();
        long open = 0;
        long relapsed = 0;
        for (Named named : counties) {
            open += named.shown().head().map(head -> head.problems().open()).orElse(0L);
            relapsed += named.shown().head().map(head -> head.problems().relapsed()).orElse(0L);
        }
        for (String level : levels) {
            Monthly.Sum sum = board.byLevel().get(Board.Slot.all(level));
            if (sum != null) {
                for (Standing standing : Standing.values()) {
                    all.add(standing, sum.of(standing));
                }
            }
        }
        long counted = counties.stream().filter(Named::isCounted).count();
        return List.of(
                new OverviewPage.Figure(
                        "报来的县",
                        String.valueOf(counties.size()),
                        counted == counties.size() ? "个县" : "个县，" + counted + "个已数",
                        "#numbers"),
                new OverviewPage.Figure(
                        "按期履行",
                        all.judged() == 0 ? "—" : String.valueOf(HeatDrawing.percent(all)),
                        all.judged() == 0 ? "" : "%，已判" + TableDrawing.words(all.judged()),
                        "#counties"),
                new OverviewPage.Figure(
                        Standing.BREACHED.word(),
                        TableDrawing.words(all.of(Standing.BREACHED)),
                        "项",
                        "#numbers"),
                new OverviewPage.Figure(
                        "没有办结的问题",
                        TableDrawing.words(open),
                        relapsed == 0 ? "件" : "件，复发" + TableDrawing.words(relapsed),
                        "#numbers"));
    }

    private String waiting() {
        String names =
                counties.stream()
                        .filter(named -> !named.isCounted())
                        .map(Named::name)
                        .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : "还没有数过：" + names + "。同意上报以后，那个县数完驾驶舱就有数。";
    }

    static String words(Instant at) {
        LocalDate day = ChinaTime.day(at);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static Blank blank() {
        return new Blank(
                "还没有县把汇总报到这里",
                "由县里定：县委或县政府的岗位在驾驶舱打开“上报汇总”，写明本级的名称和依据的文件；报来的只有合计数。",
                Optional.empty());
    }
}
