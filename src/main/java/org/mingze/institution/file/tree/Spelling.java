package org.mingze.institution.file.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// 近词 — the known word that a misspelt one was probably meant to be.
public final class Spelling {
    private static final int LENGTH_MAX = 40;
    private static final int SLIP = 2;

    private Spelling() {}

    /// The nearest known word, if it is near enough: at most half of it differs, characters that
    /// look alike counting half.
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> word.length() <= LENGTH_MAX && !word.equals(written))
                .filter(word -> isNear(written, word))
                .min(
                        Comparator.comparingInt((String word) -> distance(written, word))
                                .thenComparingInt(
                                        word -> Math.abs(word.length() - written.length()))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String written, String word) {
        if (word.length() >= 2 && written.length() >= 2) {
            if (word.contains(written) || written.contains(word)) {
                return true;
            }
        }
        return distance(written, word) <= Math.max(written.length(), word.length());
    }

    /// Levenshtein's distance in halves: a slip counts 2, a swap of two neighbours too, a
    /// look-alike 1.
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] =
                        Math.min(i, j) == 0
                                ? SLIP * Math.max(i, j)
                                : cheapest(left, right, cost, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int[][] cost, int i, int j) {
        int change = change(left.charAt(i - 1), right.charAt(j - 1));
        int best =
                Math.min(
                        cost[i - 1][j - 1] + change,
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + SLIP);
        boolean swapped =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + SLIP) : best;
    }

    private static int change(char left, char right) {
        if (left == right) {
            return 0;
        }
        return LookAlikes.are(left, right) ? 1 : SLIP;
    }
}
