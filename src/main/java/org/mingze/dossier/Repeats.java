package org.mingze.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 同类再现 — problems of the same aspect in the same body, found more than once.
public record Repeats(Map<Kind, List<Dossier>> groups) {
    /// 同类 — which body, which aspect.
    public record Kind(String body, String aspect) {}

    public Repeats {
        groups = Map.copyOf(groups);
    }

    public static Repeats of(Collection<Dossier> dossiers) {
        Map<Kind, List<Dossier>> groups = new LinkedHashMap<>();
        for (Dossier dossier : dossiers) {
            kind(dossier)
                    .ifPresent(
                            kind ->
                                    groups.computeIfAbsent(kind, _ -> new ArrayList<>())
                                            .add(dossier));
        }
        groups.values().removeIf(group -> group.size() < 2);
        return new Repeats(groups);
    }

    private static Optional<Kind> kind(Dossier dossier) {
        return dossier.body()
                .flatMap(body -> dossier.text("方面").map(aspect -> new Kind(body, aspect)));
    }

    public List<Dossier> of(Kind kind) {
        return groups.getOrDefault(kind, List.of());
    }

    public boolean contains(Dossier dossier) {
        return kind(dossier).filter(groups::containsKey).isPresent();
    }

    /// The kinds that came most often first.
    public List<Kind> most() {
        return groups.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<Kind, List<Dossier>> each) ->
                                                -each.getValue().size())
                                .thenComparing(each -> each.getKey().body())
                                .thenComparing(each -> each.getKey().aspect()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
