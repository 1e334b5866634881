package org.mingze.institution.file.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// 近词 — the known word that a misspelt one was probably meant to be.
public final class Spelling {
    private static final int LENGTH_MAX = 40;

    private Spelling() {}

    /// The nearest known word, if it is near enough: at most half of it differs.
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> word.length() <= LENGTH_MAX && !word.equals(written))
                .filter(word -> isNear(written, word))
                .min(
                        Comparator.comparingInt((String word) -> distance(written, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String written, String word) {
        if (word.length() >= 2 && written.length() >= 2) {
            if (word.contains(written) || written.contains(word)) {
                return true;
            }
        }
        return distance(written, word) * 2 <= Math.max(written.length(), word.length());
    }

    /// Levenshtein's distance, a swap of two neighbours counting 1.
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] =
                        Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(left, right, cost, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int[][] cost, int i, int j) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
