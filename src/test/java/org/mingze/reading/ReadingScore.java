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
                        near(one, other) && same("value", one, other) && same("kind", one, other));
        Map<Integer, Integer> problems = match("problems", gold, found, ReadingScore::near);
        match("causes", gold, found, ReadingScore::near);
        Map<Integer, Integer> measures = match("measures", gold, found, ReadingScore::near);
        match("duties", gold, found, ReadingScore::near);
        addLinks(gold, found, problems, measures);
        addMechanisms(gold, found);
    }

    double f1(String field) {
        int[] count = counts.getOrDefault(field, new int[3]);
        int total = 2 * count[0] + count[1] + count[2];
        return total == 0 ? 1 : (2.0 * count[0]) / total;
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
        return numbers ? first.asDouble() == second.asDouble() : first.equals(second);
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
            index++;
        }
        count(field, pairs.size(), found.path(field).size(), gold.path(field).size());
        return pairs;
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
            hits += answered.stream().anyMatch(fitting::contains) ? 1 : 0;
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
        count("mechanisms", hits, given.size(), wanted.size());
    }

    private static Set<String> names(JsonNode document) {
        Set<String> names = new HashSet<>();
        document.path("mechanisms").forEach(name -> names.add(name.asString()));
        return names;
    }
}
