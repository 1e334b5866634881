package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.duty.running.DutyGroups;
import org.mingze.duty.running.FallingDue;
import org.mingze.organization.Body;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 所见 — of what was counted, what a post sees, summed as the parts of the page ask for it.
final class Board {
    static final String LEVELS = "级";

    private final Counted counted;
    private final Knowledge known;
    private final Sight sight;
    private final List<Map.Entry<Counted.Owing, Monthly>> seen;

    Board(Counted counted, Knowledge known, Sight sight) {
        this.counted = counted;
        this.known = known;
        this.sight = sight;
        this.seen =
                counted.standings().entrySet().stream()
                        .filter(each -> sight.sees(each.getKey().body()))
                        .toList();
    }

    Counted counted() {
        return counted;
    }

    Knowledge known() {
        return known;
    }

    Sight sight() {
        return sight;
    }

    /// Levels of which a body owes anything, from the top down, as the county's vocabulary orders
    /// them.
    List<String> levels() {
        Set<String> owing = new LinkedHashSet<>();
        seen.forEach(each -> owing.add(each.getKey().level()));
        List<String> ordered = new ArrayList<>();
        for (String level : known.rules().vocabulary().choices().getOrDefault(LEVELS, List.of())) {
            if (owing.remove(level)) {
                ordered.add(level);
            }
        }
        ordered.addAll(owing);
        return ordered;
    }

    static String levelName(String level) {
        return FallingDue.levelName(level);
    }

    /// The bodies of a level that are seen and owe anything.
    List<Body> bodies(String level) {
        Set<String> codes = new LinkedHashSet<>();
        seen.stream()
                .map(Map.Entry::getKey)
                .filter(owing -> owing.level().equals(level))
                .forEach(owing -> codes.add(owing.body()));
        return codes.stream()
                .flatMap(code -> known.organization().body(code, counted.day()).stream())
                .toList();
    }

    /// Sums of what fell due in a period by level and group; the group 全部 holds all of them.
    Map<Slot, Monthly.Sum> byLevel(Period period) {
        return sums(period, owing -> Optional.of(owing.level()));
    }

    /// The same by body, for those of one level.
    Map<Slot, Monthly.Sum> byBody(Period period, String level) {
        return sums(
                period,
                owing ->
                        owing.level().equals(level) ? Optional.of(owing.body()) : Optional.empty());
    }

    /// The same by duty, 编号/号, for those of one group; of all groups where it is empty.
    Map<Slot, Monthly.Sum> byDuty(Period period, String group) {
        return sums(
                period,
                owing ->
                        group.isEmpty() || owing.group().equals(group)
                                ? Optional.of(owing.institution() + "/" + owing.duty())
                                : Optional.empty());
    }

    /// 一格 — a row of some kind and a group of duties.
    record Slot(String row, String group) {
        static final String ALL = "全部";

        static Slot all(String row) {
            return new Slot(row, ALL);
        }
    }

    private interface Rows {
        Optional<String> of(Counted.Owing owing);
    }

    private Map<Slot, Monthly.Sum> sums(Period period, Rows rows) {
        Map<Slot, Monthly.Sum> sums = new HashMap<>();
        for (Map.Entry<Counted.Owing, Monthly> each : seen) {
            Optional<String> row = rows.of(each.getKey());
            if (row.isPresent()) {
                for (String group : List.of(each.getKey().group(), Slot.ALL)) {
                    Slot slot = new Slot(row.get(), group);
                    each.getValue()
                            .addTo(sums.computeIfAbsent(slot, _ -> new Monthly.Sum()), period);
                }
            }
        }
        return sums;
    }

    /// The groups that hold anything, in their order.
    static List<String> groups(Map<Slot, Monthly.Sum> sums) {
        Set<String> held = new LinkedHashSet<>();
        sums.forEach(
                (slot, sum) -> {
                    if (sum.all() > 0) {
                        held.add(slot.group());
                    }
                });
        return DutyGroups.published().names().stream().filter(held::contains).toList();
    }
}
