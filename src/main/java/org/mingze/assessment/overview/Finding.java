package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.web.Prose;

/// 一望 — what the map shows, in a sentence: 上热中温下冷 where the county says what is warm, else the
/// rates alone.
final class Finding {
    private static final int GAPS_MAX = 2;

    private final Map<Board.Slot, Monthly.Sum> sums;
    private final Optional<HeatLines> lines;
    private final List<String> levels;

    /// @param levels of which a body owes anything, from the top down
    Finding(Map<Board.Slot, Monthly.Sum> sums, Optional<HeatLines> lines, List<String> levels) {
        this.sums = sums;
        this.lines = lines;
        this.levels = levels.stream().filter(level -> judged(level, Board.Slot.ALL) > 0).toList();
    }

    String sentence() {
        if (levels.isEmpty()) {
            return "这一期还没有判出的职责";
        }
        if (levels.size() == 1) {
            return Board.levelName(levels.getFirst()) + "按期履行" + rate(levels.getFirst()) + "%";
        }
        String rates =
                Board.levelName(levels.getFirst())
                        + rate(levels.getFirst())
                        + "%，"
                        + Board.levelName(levels.getLast())
                        + rate(levels.getLast())
                        + "%";
        return called().orElse("按期履行") + "：" + rates;
    }

    /// 上热中温下冷; the levels between the first and the last are 中 together, and neighbours that
    /// are called alike share a word: 上中热下温.
    private Optional<String> called() {
        List<Long> rates = new ArrayList<>();
        rates.add(rate(levels.getFirst()));
        if (levels.size() > 2) {
            rates.add(between());
        }
        rates.add(rate(levels.getLast()));
        List<String> words =
                rates.stream()
                        .flatMap(rate -> lines.flatMap(set -> set.warmth(rate)).stream())
                        .map(HeatLines.Warmth::word)
                        .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.stream().distinct().count() == 1) {
            return Optional.of((words.size() == 2 ? "上下" : "上中下") + "都" + words.getFirst());
        }
        List<String> places = words.size() == 2 ? List.of("上", "下") : List.of("上", "中", "下");
        StringBuilder said = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            said.append(places.get(at));
            boolean last = at == words.size() - 1;
            if (last || !words.get(at).equals(words.get(at + 1))) {
                said.append(words.get(at));
            }
        }
        return Optional.of(said.toString());
    }

    private long between() {
        long rates = 0;
        for (String level : levels.subList(1, levels.size() - 1)) {
            rates += rate(level);
        }
        return rates / (levels.size() - 2);
    }

    private long rate(String level) {
        return HeatDrawing.percent(sum(level, Board.Slot.ALL));
    }

    private long judged(String level, String group) {
        return sum(level, group).judged();
    }

    private Monthly.Sum sum(String level, String group) {
        return sums.getOrDefault(new Board.Slot(level, group), new Monthly.Sum());
    }

    private record Gap(String group, long points) {}

    /// Where the first level and the last are furthest apart; empty where they are not.
    Prose gap(List<String> groups) {
        if (levels.size() < 2) {
            return Prose.EMPTY;
        }
        String top = levels.getFirst();
        String low = levels.getLast();
        List<Gap> gaps =
                groups.stream()
                        .filter(group -> !group.equals(Board.Slot.ALL))
                        .filter(group -> judged(top, group) > 0 && judged(low, group) > 0)
                        .map(
                                group ->
                                        new Gap(
                                                group,
                                                HeatDrawing.percent(sum(top, group))
                                                        - HeatDrawing.percent(sum(low, group))))
                        .filter(gap -> gap.points() > 0)
                        .sorted(Comparator.comparingLong(Gap::points).reversed())
                        .limit(GAPS_MAX)
                        .toList();
        String said =
                gaps.stream()
                        .map(gap -> gap.group() + "（" + gap.points() + "个百分点）")
                        .collect(Collectors.joining("和"));
        return gaps.isEmpty() ? Prose.EMPTY : Prose.of("上下落差最大的是" + said + "。");
    }
}
