package org.mingze.assessment.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 各县之数 — the sums of counties, put together as the parts of the page ask for them.
final class CountiesBoard {
    private final Map<Board.Slot, Monthly.Sum> byLevel = new HashMap<>();
    private final Map<Board.Slot, Monthly.Sum> byCounty = new HashMap<>();
    private final Map<Board.Slot, Monthly.Sum> petitions = new HashMap<>();
    private final Map<Integer, long[]> entered = new HashMap<>();
    private final Set<String> levels = new LinkedHashSet<>();

    /// @param level of the bodies that the counties are shown for; empty for all of them
    CountiesBoard(Map<Integer, List<CountySum>> sums, String level) {
        sums.forEach(
                (county, all) -> {
                    for (CountySum sum : all) {
                        add(county, sum, level);
                    }
                });
    }

    private void add(int county, CountySum sum, String level) {
        if (sum.group().isEmpty()) {
            long[] lags = entered.computeIfAbsent(county, _ -> new long[2]);
            lags[0] += sum.entered();
            lags[1] += sum.enteredLate();
            return;
        }
        levels.add(sum.level());
        add(byLevel, sum.level(), sum);
        if (level.isEmpty() || level.equals(sum.level())) {
            add(byCounty, row(county), sum);
        }
        if (sum.group().equals(TableDrawing.PETITIONS)) {
            add(petitions, row(county), sum);
        }
    }

    private static void add(Map<Board.Slot, Monthly.Sum> sums, String row, CountySum sum) {
        for (String group : List.of(sum.group(), Board.Slot.ALL)) {
            sum.addTo(sums.computeIfAbsent(new Board.Slot(row, group), _ -> new Monthly.Sum()));
        }
    }

    static String row(int county) {
        return String.valueOf(county);
    }

    Map<Board.Slot, Monthly.Sum> byLevel() {
        return byLevel;
    }

    Map<Board.Slot, Monthly.Sum> byCounty() {
        return byCounty;
    }

    /// What fell due of a county; nothing where it has not been counted.
    Monthly.Sum of(int county) {
        return byCounty.getOrDefault(Board.Slot.all(row(county)), new Monthly.Sum());
    }

    Monthly.Sum petitions(int county) {
        return petitions.getOrDefault(Board.Slot.all(row(county)), new Monthly.Sum());
    }

    /// How many records a county entered, and how many of them late.
    long[] entered(int county) {
        return entered.getOrDefault(county, new long[2]);
    }

    /// The levels that owe anything, as a vocabulary orders them.
    List<String> levels(List<String> order) {
        Set<String> owing = new LinkedHashSet<>(levels);
        List<String> ordered = new ArrayList<>();
        for (String level : order) {
            if (owing.remove(level)) {
                ordered.add(level);
            }
        }
        ordered.addAll(owing);
        return ordered;
    }
}
