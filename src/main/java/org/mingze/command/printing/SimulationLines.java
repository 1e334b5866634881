package org.mingze.command.printing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.Naming;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.simulation.Simulation;
import org.mingze.institution.expression.Rational;
import org.mingze.organization.Organization;

/// 试行的各行 — a simulation for reading at a terminal.
public final class SimulationLines {
    private static final int SHOWN_MAX = 30;

    private final Simulation simulation;
    private final Organization organization;
    private final List<String> lines = new ArrayList<>();

    private SimulationLines(Simulation simulation, Organization organization) {
        this.simulation = simulation;
        this.organization = organization;
    }

    public static List<String> of(Simulation simulation, Organization organization) {
        SimulationLines all = new SimulationLines(simulation, organization);
        all.head();
        all.matrix();
        all.newBreaches();
        all.extra();
        all.impossible();
        all.variations();
        return all.lines;
    }

    private void head() {
        Simulation.Asked asked = simulation.asked();
        lines.add(
                "试行《"
                        + simulation.draft().title()
                        + "》 "
                        + asked.from()
                        + " 至 "
                        + asked.to()
                        + "，截至 "
                        + asked.at()
                        + "，所知"
                        + asked.known()
                        + "笔");
        lines.add(Simulation.CAUTION);
        lines.add(
                simulation.duties().isEmpty()
                        ? "草案与现行各版没有差别。"
                        : "改动所及：" + String.join("、", simulation.duties()) + "；只判这些。");
    }

    private void matrix() {
        if (simulation.matrix().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("现行 → 草案：");
        for (Simulation.Transition each : simulation.matrix()) {
            boolean same = each.before().equals(each.after());
            lines.add(
                    "    "
                            + word(each.before())
                            + " → "
                            + word(each.after())
                            + "  "
                            + each.count()
                            + (same ? "" : "  *"));
        }
        lines.add("缺据：现行 " + share(simulation.before()) + "，草案 " + share(simulation.after()));
    }

    private static String share(Simulation.Share share) {
        return share.unproven() + "/" + share.all();
    }

    private static String word(Optional<Standing> standing) {
        return standing.map(Standing::word).orElse("无此事项");
    }

    private void newBreaches() {
        List<Simulation.Change> found = simulation.newBreaches();
        if (found.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("照草案才算违或迟的" + found.size() + "件：");
        found.stream()
                .limit(SHOWN_MAX)
                .forEach(
                        change ->
                                lines.add("    " + who(change.key()) + "  " + change.saidAfter()));
        more(found.size());
    }

    private void extra() {
        if (simulation.extra().isEmpty()) {
            return;
        }
        Map<String, List<Simulation.Extra>> byBearer =
                simulation.extra().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Simulation.Extra::bearer,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        lines.add("");
        lines.add("各主体各月多出（少去）的件数：");
        byBearer.entrySet().stream()
                .sorted(Comparator.comparing(entry -> total(entry.getValue()).negated()))
                .limit(SHOWN_MAX)
                .forEach(
                        entry ->
                                lines.add(
                                        "    "
                                                + name(entry.getKey())
                                                + "  共"
                                                + total(entry.getValue())
                                                + "："
                                                + entry.getValue().stream()
                                                        .map(SimulationLines::month)
                                                        .collect(Collectors.joining("，"))));
        more(byBearer.size());
    }

    private static Rational total(List<Simulation.Extra> extra) {
        return extra.stream().map(Simulation.Extra::acts).reduce(Rational.ZERO, Rational::plus);
    }

    private static String month(Simulation.Extra extra) {
        return extra.month() + " " + extra.acts();
    }

    private void impossible() {
        if (simulation.impossible().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("做不到的" + simulation.impossible().size() + "件（工作日少于件数）：");
        simulation.impossible().stream()
                .limit(SHOWN_MAX)
                .forEach(
                        each ->
                                lines.add(
                                        "    "
                                                + who(each.key())
                                                + "  须"
                                                + each.acts()
                                                + "件，只有"
                                                + each.workingDays()
                                                + "个工作日"));
        more(simulation.impossible().size());
    }

    private void variations() {
        if (simulation.variations().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(
                "改一个数（草案本身：违或迟"
                        + simulation.breaches()
                        + "件，新增"
                        + simulation.newBreaches().size()
                        + "件）：");
        for (Simulation.Variation each : simulation.variations()) {
            lines.add(
                    "    "
                            + each.parameter()
                            + (each.by() > 0 ? " 加" : " 减")
                            + Math.abs(each.by())
                            + "，成"
                            + each.value()
                            + "：违或迟"
                            + each.breaches()
                            + "件，新增"
                            + each.newBreaches()
                            + "件，做不到"
                            + each.impossible()
                            + "件");
        }
    }

    private void more(int all) {
        if (all > SHOWN_MAX) {
            lines.add("    …共" + all + "项，全部见 --json");
        }
    }

    private String who(ObligationKey key) {
        String covered =
                key.counterpart()
                        .map(
                                codes ->
                                        "（"
                                                + Naming.each(
                                                        organization,
                                                        codes,
                                                        simulation.asked().to())
                                                + "）")
                        .orElse("");
        return name(key.bearer()) + " " + key.duty() + covered + " " + key.occasion();
    }

    private String name(String code) {
        LocalDate day = simulation.asked().to();
        return code.isEmpty() ? "主体未填" : Naming.of(organization, code, day);
    }
}
