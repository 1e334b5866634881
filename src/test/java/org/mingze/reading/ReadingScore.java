package org.mingze.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/// Micro F1 of each field over labelled documents: items match by offset within three characters,
/// figures also by value, headings also by level, links by the pair of problem and measure.
final class ReadingScore {
    private static final int OFFSET_SLACK = 3;

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    void add(JsonNode gold, JsonNode found) {
        match(
                "outline",
                gold,
                found,
                (one, other) -> near(one, other) && same("level", one, other));
        match(
                "figures",
                gold,
                found,
                (one, other) ->
                        near(one, other)
                                && same("value", one, other)
                                && same("unit", one, other)
                                && same("kind", one, other));
        Map<Integer, Integer> problems = match("problems", gold, found, ReadingScore::near);
        match("causes", gold, found, ReadingScore::near);
        Map<Integer, Integer> measures = match("measures", gold, found, ReadingScore::near);
        Map<Integer, Integer> duties = match("duties", gold, found, ReadingScore::near);
        addParticulars(gold.path("measures"), found.path("measures"), measures);
        addParticulars(gold.path("duties"), found.path("duties"), duties);
        addLinks(gold, found, problems, measures);
        addMechanisms(gold, found);
    }

    double f1(String field) {
        int[] count = counts.getOrDefault(field, new int[3]);
        int total = 2 * count[0] + count[1] + count[2];
        return total == 0 ? 1 : (2.0 * count[0]) / total;
    }

    /// What was missed or wrongly found so far, a line each.
    List<String> missed() {
        return missed;
    }

    /// A line of the table of scores: hits, wrongly found, not found, F1.
    List<String> table() {
        return counts.entrySet().stream()
                .map(
                        row ->
                                "%-12s %5d %5d %5d  %.3f"
                                        .formatted(
                                                row.getKey(),
                                                row.getValue()[0],
                                                row.getValue()[1],
                                                row.getValue()[2],
                                                f1(row.getKey())))
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        counts.forEach((field, _) -> out.append("%s %.3f  ".formatted(field, f1(field))));
        return out.toString().strip();
    }

    private static boolean near(JsonNode one, JsonNode other) {
        return Math.abs(one.path("offset").asInt() - other.path("offset").asInt()) <= OFFSET_SLACK;
    }

    private static boolean same(String name, JsonNode one, JsonNode other) {
        JsonNode first = one.path(name);
        JsonNode second = other.path(name);
        boolean numbers = first.isNumber() && second.isNumber();
        return numbers
                ? Math.abs(first.asDouble() - second.asDouble()) < 0.001
                : first.equals(second);
    }

    private Map<Integer, Integer> match(
            String field, JsonNode gold, JsonNode found, BiPredicate<JsonNode, JsonNode> fits) {
        Map<Integer, Integer> pairs = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        int index = 0;
        for (JsonNode wanted : gold.path(field)) {
            int other = 0;
            for (JsonNode given : found.path(field)) {
                if (!used.contains(other) && fits.test(wanted, given)) {
                    used.add(other);
                    pairs.put(index, other);
                    break;
                }
                other++;
            }
            if (!pairs.containsKey(index)) {
                missed.add("%s not found: %s".formatted(field, wanted));
            }
            index++;
        }
        int other = 0;
        for (JsonNode given : found.path(field)) {
            if (!used.contains(other)) {
                missed.add("%s wrongly found: %s".formatted(field, given));
            }
            other++;
        }
        count(field, pairs.size(), found.path(field).size(), gold.path(field).size());
        return pairs;
    }

    /// Deadlines, owners and frequencies of the items that were found; one that holds the other
    /// fits.
    private void addParticulars(JsonNode gold, JsonNode found, Map<Integer, Integer> pairs) {
        pairs.forEach(
                (wanted, given) -> {
                    for (String name : List.of("deadline", "owner", "frequency")) {
                        String one = gold.path(wanted).path(name).asString("");
                        String other = found.path(given).path(name).asString("");
                        boolean fits =
                                !one.isEmpty()
                                        && !other.isEmpty()
                                        && (one.contains(other) || other.contains(one));
                        if (!fits && !(one.isEmpty() && other.isEmpty())) {
                            missed.add("%s %s / %s".formatted(name, one, other));
                        }
                        count(
                                "particulars",
                                fits ? 1 : 0,
                                other.isEmpty() ? 0 : 1,
                                one.isEmpty() ? 0 : 1);
                    }
                });
    }

    private void count(String field, int hits, int given, int wanted) {
        int[] count = counts.computeIfAbsent(field, any -> new int[3]);
        count[0] += hits;
        count[1] += given - hits;
        count[2] += wanted - hits;
    }

    /// A problem's row is a hit if its measure is one of those labelled for the problem.
    private void addLinks(
            JsonNode gold,
            JsonNode found,
            Map<Integer, Integer> problems,
            Map<Integer, Integer> measures) {
        Map<Integer, List<Integer>> wanted = rows(gold);
        Map<Integer, List<Integer>> given = rows(found);
        int hits = 0;
        for (Map.Entry<Integer, List<Integer>> row : wanted.entrySet()) {
            List<Integer> fitting = new ArrayList<>();
            row.getValue().forEach(m -> fitting.add(m < 0 ? -1 : measures.getOrDefault(m, -2)));
            List<Integer> answered =
                    given.getOrDefault(problems.getOrDefault(row.getKey(), -1), List.of());
            boolean hit = answered.stream().anyMatch(fitting::contains);
            hits += hit ? 1 : 0;
            if (!hit) {
                missed.add(
                        "links %s: %s, found %s (as found: %s)"
                                .formatted(row.getKey(), row.getValue(), answered, fitting));
            }
        }
        count("links", hits, given.size(), wanted.size());
    }

    private static Map<Integer, List<Integer>> rows(JsonNode document) {
        Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
        for (JsonNode link : document.path("links")) {
            rows.computeIfAbsent(link.path("problem").asInt(), any -> new ArrayList<>())
                    .add(link.path("measure").asInt(-1));
        }
        return rows;
    }

    private void addMechanisms(JsonNode gold, JsonNode found) {
        Set<String> wanted = names(gold);
        Set<String> given = names(found);
        int hits = (int) wanted.stream().filter(given::contains).count();
        given.stream()
                .filter(n -> !wanted.contains(n))
                .forEach(n -> missed.add("mechanisms + " + n));
        wanted.stream()
                .filter(n -> !given.contains(n))
                .forEach(n -> missed.add("mechanisms - " + n));
        count("mechanisms", hits, given.size(), wanted.size());
    }

    private static Set<String> names(JsonNode document) {
        Set<String> names = new HashSet<>();
        document.path("mechanisms").forEach(name -> names.add(name.asString()));
        return names;
    }
}
