package org.mingze.reading.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 审定 — the finds of the reader and the decisions of people made one list, in which what a person
/// decided wins over whatever the reader finds, now or in a later version.
public final class Review {
    private Review() {}

    /// In the order of the document, those of one place in the order of their kinds.
    ///
    /// @param decisions oldest first
    public static List<Reviewed> of(List<Find> found, List<Decision> decisions) {
        List<Decision> standing = standing(decisions);
        List<Reviewed> reviewed = new ArrayList<>();
        for (Decision decision : standing) {
            reviewed.add(
                    new Reviewed(decision.subject(), decision.result(), Optional.of(decision)));
        }
        List<Decision> moved =
                standing.stream()
                        .filter(decision -> found.stream().noneMatch(decision.subject()::isAt))
                        .toList();
        for (Find find : found) {
            if (standing.stream().noneMatch(decision -> decides(decision, find))
                    && moved.stream().noneMatch(decision -> decision.subject().overlaps(find))) {
                reviewed.add(new Reviewed(find, find, Optional.empty()));
            }
        }
        reviewed.sort(
                Comparator.comparingInt((Reviewed each) -> each.find().from())
                        .thenComparing(each -> each.find().kind())
                        .thenComparingInt(each -> each.find().to()));
        return reviewed;
    }

    /// The same place, or one that a person redrew so that it takes this one in.
    private static boolean decides(Decision decision, Find find) {
        return decision.subject().isAt(find)
                || switch (decision.act()) {
                    case CORRECTED, ADDED -> decision.result().overlaps(find);
                    case ACCEPTED, REJECTED, UNDONE -> false;
                };
    }

    /// The decision that holds for each find that was decided and not taken back.
    private static List<Decision> standing(List<Decision> decisions) {
        Map<String, Deque<Decision>> made = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            Deque<Decision> before =
                    made.computeIfAbsent(decision.subject().key(), _ -> new ArrayDeque<>());
            switch (decision.act()) {
                case UNDONE -> before.pollLast();
                case ACCEPTED, CORRECTED, REJECTED, ADDED -> before.addLast(decision);
            }
        }
        return latest(made.values());
    }

    private static List<Decision> latest(Collection<Deque<Decision>> made) {
        return made.stream()
                .flatMap(each -> Optional.ofNullable(each.peekLast()).stream())
                .toList();
    }
}
