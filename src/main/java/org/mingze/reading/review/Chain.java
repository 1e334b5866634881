package org.mingze.reading.review;

import java.util.List;

/// 问题链 — a problem that counts with the causes and the measures that belong to it.
public record Chain(Reviewed problem, List<Reviewed> causes, List<Reviewed> measures) {
    public Chain {
        causes = List.copyOf(causes);
        measures = List.copyOf(measures);
    }

    /// One for each problem that is not rejected, in the order of the document.
    public static List<Chain> of(List<Reviewed> finds) {
        return Finds.counted(FindKind.PROBLEM, finds).stream()
                .map(
                        problem ->
                                new Chain(
                                        problem,
                                        of(problem, FindKind.CAUSE, finds),
                                        of(problem, FindKind.MEASURE, finds)))
                .toList();
    }

    private static List<Reviewed> of(Reviewed problem, FindKind kind, List<Reviewed> finds) {
        return Finds.counted(kind, finds).stream()
                .filter(each -> Finds.against(each.find(), finds).contains(problem))
                .toList();
    }
}
