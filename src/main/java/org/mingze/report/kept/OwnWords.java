package org.mingze.report.kept;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 本人所写 — what a person wrote, by its place in the report: 下步打算/下一步的打算和措施. Figures that are
/// counted again leave it as it is.
public record OwnWords(Map<String, String> byPlace) {
    public static final OwnWords NONE = new OwnWords(Map.of());

    private static final String HEAD = "##";

    public OwnWords {
        byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
    }

    public static String place(String section, String hint) {
        return section + "/" + hint;
    }

    /// What was written for a place, under its full name or under the hint alone.
    public Optional<String> at(String section, String hint) {
        return Optional.ofNullable(byPlace.get(place(section, hint)))
                .or(() -> Optional.ofNullable(byPlace.get(hint)))
                .map(String::strip)
                .filter(words -> !words.isEmpty());
    }

    /// The places that a report has not asked for.
    public Set<String> unused(Set<String> asked) {
        Set<String> unused = new java.util.TreeSet<>(byPlace.keySet());
        unused.removeIf(
                place ->
                        byPlace.getOrDefault(place, "").isBlank()
                                || asked.stream()
                                        .anyMatch(
                                                each ->
                                                        each.equals(place)
                                                                || each.endsWith("/" + place)));
        return unused;
    }

    /// Reads `## 板块/提示` with the paragraphs below it; what stands before the first is left out.
    public static OwnWords parse(String text) {
        Map<String, String> byPlace = new LinkedHashMap<>();
        String place = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(HEAD)) {
                place = line.substring(HEAD.length()).strip();
                byPlace.put(place, "");
            } else if (!place.isEmpty() && !line.isBlank()) {
                byPlace.merge(
                        place,
                        line.strip(),
                        (before, more) -> before.isEmpty() ? more : before + "\n" + more);
            }
        }
        return new OwnWords(byPlace);
    }
}
