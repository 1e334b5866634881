package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.assessment.HeatMap;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecords;

/// 驾驶舱的内容 — what was counted, arranged for one post and one period.
final class OverviewView {
    private final Board board;
    private final Period period;
    private final String level;
    private final Optional<HeatLines> lines;
    private final Map<Board.Slot, Monthly.Sum> sums;

    private OverviewView(Board board, Period period, String level) {
        this.board = board;
        this.period = period;
        this.level = level;
        this.lines = HeatLines.of(board.known(), board.counted().day());
        this.sums = board.byLevel(period);
    }

    /// @param level whose bodies are unfolded; empty for the one in the middle
    static OverviewPage of(
            Counted counted, Knowledge known, Sight sight, Period period, String level) {
        return new OverviewView(new Board(counted, known, sight), period, level).page();
    }

    /// While a county is counted for the first time.
    static OverviewPage counting() {
        return new OverviewPage(
                new Heading(List.of(), "正在数全县的职责", Prose.EMPTY, List.of()),
                true,
                List.of(),
                List.of(),
                new HeatMap("", List.of(), List.of(), false),
                Prose.EMPTY,
                Optional.empty(),
                List.of(),
                new OverviewPage.Trend("", List.of(), List.of()),
                new OverviewPage.Flow("", List.of(), List.of(), List.of()),
                List.of(),
                Optional.empty());
    }

    private OverviewPage page() {
        HeatDrawing heat = new HeatDrawing(board, period, lines);
        List<String> levels = board.levels();
        String chosen =
                levels.contains(level) || levels.isEmpty() ? level : levels.get(levels.size() / 2);
        List<Link> unfold = new ArrayList<>();
        for (String each : levels) {
            if (!each.equals(chosen)) {
                unfold.add(
                        new Link(
                                "展开" + Board.levelName(each),
                                Addresses.overview(period, each) + "#bodies"));
            }
        }
        HeatMap map = heat.levels(sums);
        return new OverviewPage(
                heading(map),
                false,
                periods(board.counted().day(), period),
                figures(),
                map,
                note(lines),
                levels.isEmpty() ? Optional.empty() : Optional.of(heat.bodies(chosen)),
                unfold,
                new TrendDrawing(board, period).trend(),
                new FlowDrawing(board).flow(),
                new TableDrawing(board, period).tables(),
                map.lines().isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    private Heading heading(HeatMap map) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(new Link(words(period), ""));
        crumbs.add(new Link("截至" + known(), ""));
        Finding finding = new Finding(sums, lines, board.levels());
        return new Heading(
                crumbs,
                finding.sentence(),
                finding.gap(map.columns()).words("每一格点开就是它数的职责。"),
                List.of());
    }

    private String known() {
        Counted counted = board.counted();
        String day = counted.day().getMonthValue() + "月" + counted.day().getDayOfMonth() + "日";
        String span =
                counted.first() == counted.last()
                        ? "第" + counted.first() + "笔"
                        : "第" + counted.first() + "至" + counted.last() + "笔";
        return day + "，账上" + span;
    }

    static String words(Period period) {
        int year = period.start().getYear();
        return switch (period.unit()) {
            case YEAR -> year + "年";
            case MONTH -> year + "年" + period.start().getMonthValue() + "月";
            case HALF_YEAR, QUARTER, WEEK, DAY -> year + "年" + Periods.name(period, period.start());
        };
    }

    /// Years, half-years, quarters and months that are counted and have begun, the latest first.
    static List<Field.Option> periods(LocalDate today, Period chosen) {
        LocalDate first = Counted.span(today).start();
        List<Field.Option> options = new ArrayList<>();
        for (PeriodUnit unit :
                List.of(
                        PeriodUnit.HALF_YEAR,
                        PeriodUnit.YEAR,
                        PeriodUnit.QUARTER,
                        PeriodUnit.MONTH)) {
            Period each = Periods.containing(today, unit);
            while (!each.start().isBefore(first)) {
                options.add(new Field.Option(Periods.code(each), words(each), each.equals(chosen)));
                each = Periods.previous(each);
            }
        }
        return options;
    }

    private List<OverviewPage.Figure> figures() {
        Monthly.Sum all = new Monthly.Sum();
        board.counted().standings().entrySet().stream()
                .filter(each -> board.sight().sees(each.getKey().body()))
                .forEach(each -> each.getValue().addTo(all, period));
        long entered = 0;
        long late = 0;
        for (WorkRecords.Lag lag : new TableDrawing(board, period).lags()) {
            entered += lag.all();
            late += lag.late();
        }
        String judged = Addresses.due(period, "", "", "", "", Addresses.JUDGED);
        return List.of(
                new OverviewPage.Figure(
                        "这一期的职责",
                        TableDrawing.words(all.all()),
                        "项",
                        Addresses.due(period, "", "", "", "", "")),
                new OverviewPage.Figure(
                        "按期履行",
                        all.judged() == 0 ? "—" : String.valueOf(HeatDrawing.percent(all)),
                        all.judged() == 0 ? "" : "%，已判" + TableDrawing.words(all.judged()),
                        judged),
                new OverviewPage.Figure(
                        Standing.BREACHED.word(),
                        TableDrawing.words(all.of(Standing.BREACHED)),
                        "项",
                        Addresses.due(period, "", "", "", "", Standing.BREACHED.word())),
                new OverviewPage.Figure(
                        "迟录",
                        entered == 0 ? "—" : String.valueOf(TableDrawing.percent(late, entered)),
                        entered == 0 ? "" : "%，共" + TableDrawing.words(entered) + "笔",
                        Addresses.lateSeen(period)));
    }

    /// What the colours mean, and whose they are.
    static Prose note(Optional<HeatLines> lines) {
        if (lines.isEmpty()) {
            return Prose.of("没有施行定冷热线的制度，只列数，不着色。");
        }
        HeatLines set = lines.get();
        String where = "/institutions/" + Addresses.encoded(set.institution());
        return set.lines()
                .map(
                        line ->
                                Prose.of("不足" + line.cold() + "最冷，" + line.hot() + "及以上最热，见")
                                        .reference("《" + set.title() + "》", where)
                                        .words("。"))
                .orElseGet(
                        () ->
                                Prose.of("还没有设冷线和热线，只列数，不着色；在")
                                        .reference("《" + set.title() + "》", where)
                                        .words("里设。"));
    }

    private static Blank blank() {
        return new Blank(
                "这一期没有职责",
                "施行的制度里，没有一项落在这个岗位看得到的单位；换一期，或看施行了哪些制度。",
                Optional.of(Act.of("看制度", "/institutions")));
    }
}
