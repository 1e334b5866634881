package org.mingze.dossier.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.LedgerFilter;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.dossier.supervision.SupervisionPage.Count;
import org.mingze.dossier.supervision.SupervisionPage.Line;
import org.mingze.web.Link;

/// 交叉 — problems counted by stage and by where they come from, or who answers for them.
record Crossings(List<Dossier> seen, Saying saying, List<String> stages) {
    private static final LedgerKind KIND = LedgerKind.RECTIFICATION;
    private static final String NONE = "";

    SupervisionPage.Crossing bySource() {
        return crossing(
                "by-source",
                "按来源",
                "来源",
                dossier -> dossier.text(KIND.source()).orElse(NONE),
                source -> source,
                source -> filter -> filter.from(source));
    }

    SupervisionPage.Crossing byBody() {
        return crossing(
                "by-body",
                "按责任单位",
                KIND.body(),
                dossier -> dossier.body().orElse(NONE),
                saying::name,
                body -> filter -> filter.answeredBy(body));
    }

    private SupervisionPage.Crossing crossing(
            String id,
            String heading,
            String down,
            Function<Dossier, String> by,
            UnaryOperator<String> name,
            Function<String, UnaryOperator<LedgerFilter>> narrow) {
        Map<String, List<Dossier>> groups = new LinkedHashMap<>();
        seen.forEach(
                each -> groups.computeIfAbsent(by.apply(each), _ -> new ArrayList<>()).add(each));
        List<Line> lines =
                groups.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, List<Dossier>> each) ->
                                                        -open(each.getValue()))
                                        .thenComparingInt(each -> -each.getValue().size())
                                        .thenComparing(Map.Entry::getKey))
                        .map(
                                each ->
                                        line(
                                                each.getKey().isEmpty()
                                                        ? "未定"
                                                        : name.apply(each.getKey()),
                                                each.getValue(),
                                                narrow.apply(each.getKey()),
                                                !each.getKey().isEmpty()))
                        .toList();
        List<String> across = new ArrayList<>(List.of("合计", "逾期"));
        across.addAll(stages);
        return new SupervisionPage.Crossing(
                id,
                heading,
                heading + "和阶段的问题数，点开每个数看这些件",
                down,
                across,
                lines,
                line("合计", seen, UnaryOperator.identity(), true));
    }

    private static int open(List<Dossier> group) {
        return (int) group.stream().filter(each -> !each.isSettled()).count();
    }

    /// @param opens false where no filter says exactly these
    private Line line(
            String head, List<Dossier> group, UnaryOperator<LedgerFilter> narrow, boolean opens) {
        List<Count> counts = new ArrayList<>();
        LedgerFilter all = narrow.apply(LedgerFilter.ALL);
        counts.add(count(group.size(), all, opens, false));
        counts.add(count(over(group), all.dueIn(LedgerFilter.OVER), opens, true));
        for (String stage : stages) {
            int number = (int) group.stream().filter(each -> each.stage().equals(stage)).count();
            counts.add(count(number, all.atStage(stage), opens, false));
        }
        return new Line(new Link(head, opens ? KIND.path() + all.query() : ""), counts);
    }

    private int over(List<Dossier> group) {
        return (int)
                group.stream()
                        .filter(each -> each.due().filter(saying::isOver).isPresent())
                        .count();
    }

    private static Count count(int number, LedgerFilter filter, boolean opens, boolean alarming) {
        return new Count(
                number,
                opens && number > 0 ? KIND.path() + filter.query() : "",
                alarming && number > 0);
    }
}
