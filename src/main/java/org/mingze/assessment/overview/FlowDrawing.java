package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingze.assessment.OverviewPage;
import org.mingze.duty.situation.Stages;
import org.mingze.web.Link;

/// 画问题流向 — how many findings stand at which stage, and where they came from. Each number is the
/// ledger filtered for it.
final class FlowDrawing {
    private static final String RELAPSED = "复发过";
    private static final int NUMBERS_MAX = 500;

    private final List<Counted.Problem> seen;
    private final List<String> stages;

    FlowDrawing(Board board) {
        this.seen =
                board.counted().problems().stream()
                        .filter(problem -> problem.isSeenBy(board.sight()))
                        .toList();
        Set<String> all =
                new LinkedHashSet<>(
                        Stages.named(board.known().rules(), Counting.FINDING, board.counted().day())
                                .reversed());
        seen.forEach(problem -> all.add(problem.stage()));
        this.stages = List.copyOf(all);
    }

    OverviewPage.Flow flow() {
        List<OverviewPage.Bar> bars = new ArrayList<>();
        List<Counted.Problem> relapsed = seen.stream().filter(Counted.Problem::relapsed).toList();
        boolean apart = !relapsed.isEmpty();
        for (String stage : stages) {
            List<Counted.Problem> here = at(stage, seen);
            if (!here.isEmpty()) {
                boolean same = here.equals(relapsed);
                apart &= !same;
                bars.add(bar(new Link(stage, Addresses.findings(stage, "")), here.size(), same));
            }
        }
        if (apart) {
            bars.add(bar(new Link(RELAPSED, numbers(relapsed)), relapsed.size(), true));
        }
        List<String> held = stages.stream().filter(stage -> !at(stage, seen).isEmpty()).toList();
        return new OverviewPage.Flow("账上" + seen.size() + "件", bars, held, sources(held));
    }

    /// The findings themselves, where no filter of the ledger lists just these.
    private static String numbers(List<Counted.Problem> problems) {
        return "/records/numbers?n="
                + problems.stream()
                        .limit(NUMBERS_MAX)
                        .map(problem -> String.valueOf(problem.root().number()))
                        .collect(Collectors.joining(","));
    }

    private OverviewPage.Bar bar(Link link, long count, boolean alarming) {
        String width =
                String.format(Locale.ROOT, "%.1f%%", 100.0 * count / Math.max(1, seen.size()));
        return new OverviewPage.Bar(link, String.valueOf(count), width, alarming);
    }

    private List<OverviewPage.Source> sources(List<String> held) {
        TreeMap<String, List<Counted.Problem>> bySource = new TreeMap<>();
        seen.forEach(
                problem ->
                        bySource.computeIfAbsent(problem.source(), _ -> new ArrayList<>())
                                .add(problem));
        List<OverviewPage.Source> sources = new ArrayList<>();
        bySource.forEach((source, problems) -> sources.add(source(source, problems, held)));
        return sources;
    }

    private static OverviewPage.Source source(
            String source, List<Counted.Problem> problems, List<String> held) {
        String all = source.isEmpty() ? numbers(problems) : Addresses.findings("", source);
        List<Link> counts = new ArrayList<>();
        counts.add(new Link(String.valueOf(problems.size()), all));
        for (String stage : held) {
            List<Counted.Problem> here = at(stage, problems);
            String address = source.isEmpty() ? numbers(here) : Addresses.findings(stage, source);
            counts.add(
                    here.isEmpty()
                            ? new Link("—", "")
                            : new Link(String.valueOf(here.size()), address));
        }
        return new OverviewPage.Source(new Link(source.isEmpty() ? "未写明" : source, all), counts);
    }

    private static List<Counted.Problem> at(String stage, List<Counted.Problem> problems) {
        return problems.stream().filter(problem -> problem.stage().equals(stage)).toList();
    }
}
