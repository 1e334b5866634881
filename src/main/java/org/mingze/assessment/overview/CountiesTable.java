package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.duty.Standing;
import org.mingze.web.Link;

/// 画各县的数 — a line for each county: when it was counted and on which entries, and its sums.
record CountiesTable(Period period, List<CountiesView.Named> counties, CountiesBoard board) {
    private static final String NONE = "—";
    private static final int ROOT = 8;

    OverviewPage.Table table() {
        return new OverviewPage.Table(
                "numbers",
                "各县的数",
                "",
                "每个数点开是那个县的驾驶舱；账首是数的时候那个县账上最后一笔和树根，可以拿去核对",
                List.of(
                        "县", "数的日子", "账首", "到期", "按期率", "迟", "违", "信访到期", "信访按期率", "问题未办结", "已办结",
                        "复发", "迟录", "一项算几笔"),
                counties.stream().map(this::row).toList(),
                Optional.empty());
    }

    private List<Link> row(CountiesView.Named named) {
        String here = Addresses.overviewOf(named.county(), period, "");
        List<Link> row = new ArrayList<>();
        row.add(new Link(named.name(), here));
        row.add(new Link(countedOn(named), ""));
        row.add(new Link(named.shown().head().map(CountiesTable::head).orElse(NONE), ""));
        if (!named.isCounted()) {
            for (int at = 0; at < 11; at++) {
                row.add(new Link(NONE, ""));
            }
            return row;
        }
        Monthly.Sum sum = board.of(named.county());
        row.add(number(sum.all(), here + "#levels"));
        row.add(rate(sum, here + "#levels"));
        row.add(number(sum.of(Standing.LATE), here + "#levels"));
        row.add(number(sum.of(Standing.BREACHED), here + "#levels"));
        Monthly.Sum petitions = board.petitions(named.county());
        row.add(number(petitions.all(), here + "#petitions"));
        row.add(rate(petitions, here + "#petitions"));
        ShownSums.Problems problems = named.shown().head().orElseThrow().problems();
        row.add(number(problems.open(), here + "#flow"));
        row.add(number(problems.closed(), here + "#flow"));
        row.add(number(problems.relapsed(), here + "#flow"));
        long[] entered = board.entered(named.county());
        row.add(
                entered[0] == 0
                        ? new Link(NONE, "")
                        : new Link(
                                TableDrawing.percent(entered[1], entered[0]) + "%",
                                here + "#late"));
        row.add(
                sum.all() == 0
                        ? new Link(NONE, "")
                        : new Link(
                                String.format(
                                        Locale.ROOT, "%.1f", (double) sum.records() / sum.all()),
                                here + "#burden"));
        return row;
    }

    private static Link number(long count, String href) {
        return count == 0 ? new Link("0", "") : new Link(TableDrawing.words(count), href);
    }

    private static Link rate(Monthly.Sum sum, String href) {
        return sum.judged() == 0
                ? new Link(NONE, "")
                : new Link(HeatDrawing.percent(sum) + "%", href);
    }

    static String countedOn(CountiesView.Named named) {
        return named.shown()
                .head()
                .map(head -> CountiesView.words(head.at()) + "数")
                .orElse("还没有数过");
    }

    private static String head(ShownSums.Head head) {
        String entries =
                head.first() == head.last()
                        ? "第" + head.last() + "笔"
                        : "第" + head.first() + "至" + head.last() + "笔";
        return entries + (head.root().length() < ROOT ? "" : "，" + head.root().substring(0, ROOT));
    }
}
