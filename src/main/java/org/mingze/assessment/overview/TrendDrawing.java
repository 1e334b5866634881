package org.mingze.assessment.overview;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Link;

/// 画走势 — for each level a line over twelve months: of what fell due in a month, how much was
/// done in time, as known today.
final class TrendDrawing {
    private static final int MONTHS = 12;
    private static final int LEFT = 36;
    private static final int RIGHT = 456;
    private static final int TOP = 10;
    private static final int BOTTOM = 170;
    private static final int NAMES_APART = 20;
    private static final String NONE = "—";

    private final Board board;
    private final List<Period> months = new ArrayList<>();

    /// Up to the month in which a period ends, or this one if that is still to come.
    TrendDrawing(Board board, Period period) {
        this.board = board;
        YearMonth now = YearMonth.from(board.counted().day());
        YearMonth end = YearMonth.from(period.end());
        YearMonth last = end.isAfter(now) ? now : end;
        YearMonth first = YearMonth.from(Counted.span(board.counted().day()).start());
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            if (!month.isBefore(first)) {
                months.add(Periods.containing(month.atDay(1), PeriodUnit.MONTH));
            }
        }
    }

    OverviewPage.Trend trend() {
        List<Map<Board.Slot, Monthly.Sum>> sums = months.stream().map(board::byLevel).toList();
        List<Drawn> drawn = new ArrayList<>();
        for (String level : board.levels()) {
            List<Monthly.Sum> line =
                    sums.stream()
                            .map(
                                    month ->
                                            month.getOrDefault(
                                                    Board.Slot.all(level), new Monthly.Sum()))
                            .toList();
            if (line.stream().anyMatch(sum -> sum.judged() > 0)) {
                drawn.add(new Drawn(level, line));
            }
        }
        Map<String, Integer> names = names(drawn);
        List<OverviewPage.Series> series =
                drawn.stream()
                        .map(each -> series(each, names.getOrDefault(each.level(), TOP)))
                        .toList();
        return new OverviewPage.Trend(label(drawn), words(), series);
    }

    /// 一线所画 — a level and its sums by month.
    private record Drawn(String level, List<Monthly.Sum> sums) {
        int last() {
            for (int at = sums.size() - 1; at >= 0; at--) {
                if (sums.get(at).judged() > 0) {
                    return at;
                }
            }
            return 0;
        }

        int first() {
            for (int at = 0; at < sums.size(); at++) {
                if (sums.get(at).judged() > 0) {
                    return at;
                }
            }
            return 0;
        }

        long percent(int at) {
            return HeatDrawing.percent(sums.get(at));
        }
    }

    private OverviewPage.Series series(Drawn drawn, int nameAt) {
        List<Link> values = new ArrayList<>();
        for (int at = 0; at < months.size(); at++) {
            values.add(
                    drawn.sums().get(at).judged() == 0
                            ? new Link(NONE, "")
                            : new Link(
                                    String.valueOf(drawn.percent(at)),
                                    Addresses.due(
                                            months.get(at),
                                            drawn.level(),
                                            "",
                                            "",
                                            "",
                                            Addresses.JUDGED)));
        }
        int last = drawn.last();
        return new OverviewPage.Series(
                Board.levelName(drawn.level()) + drawn.percent(last),
                values,
                path(drawn),
                number(across(last)),
                number(down(drawn.percent(last))),
                String.valueOf(nameAt + 4));
    }

    /// A month in which nothing was judged breaks the line.
    private String path(Drawn drawn) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int at = 0; at < months.size(); at++) {
            if (drawn.sums().get(at).judged() == 0) {
                drawing = false;
            } else {
                path.append(drawing ? 'L' : 'M')
                        .append(number(across(at)))
                        .append(' ')
                        .append(number(down(drawn.percent(at))))
                        .append(' ');
                drawing = true;
            }
        }
        return path.toString().strip();
    }

    /// Names stand where their lines end, but never one over the other.
    private static Map<String, Integer> names(List<Drawn> drawn) {
        Map<String, Integer> places = new HashMap<>();
        int free = 0;
        for (Drawn each :
                drawn.stream()
                        .sorted(Comparator.comparingDouble(one -> down(one.percent(one.last()))))
                        .toList()) {
            int place = Math.max(free, (int) Math.round(down(each.percent(each.last()))));
            places.put(each.level(), place);
            free = place + NAMES_APART;
        }
        return places;
    }

    private double across(int month) {
        return months.size() == 1
                ? RIGHT
                : LEFT + (double) (RIGHT - LEFT) * month / (months.size() - 1);
    }

    private static double down(long percent) {
        return BOTTOM - (BOTTOM - TOP) * percent / 100.0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private List<String> words() {
        return months.stream().map(month -> month.start().getMonthValue() + "月").toList();
    }

    private static String label(List<Drawn> drawn) {
        return drawn.isEmpty()
                ? "近几个月没有判出的职责"
                : drawn.stream()
                        .map(
                                each ->
                                        Board.levelName(each.level())
                                                + "由"
                                                + each.percent(each.first())
                                                + "到"
                                                + each.percent(each.last()))
                        .reduce("按月按期履行率：", (all, one) -> all + one + "，")
                        .replaceFirst("，$", "");
    }
}
