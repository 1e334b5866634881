package org.mingze.exchange.conversion;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How alike two names are, from 0 to 1: equal, contained, or sharing pairs of characters.
final class Likeness {
    static final double ENOUGH = 0.5;
    private static final double CONTAINED = 0.6;

    private Likeness() {}

    /// Full-width letters made narrow, blanks and what stands in brackets taken out.
    static String plain(String name) {
        return narrow(name).replaceAll("[(（\\[【][^)）\\]】]*[)）\\]】]", "").replaceAll("\\s+", "");
    }

    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    static double of(String left, String right) {
        String a = plain(left).toLowerCase(Locale.ROOT);
        String b = plain(right).toLowerCase(Locale.ROOT);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.contains(shorter)) {
            return CONTAINED + (1 - CONTAINED) * 0.9 * shorter.length() / longer.length();
        }
        return pairsShared(a, b);
    }

    /// The one most like a text, if one is like it at all.
    static Optional<String> nearest(String text, Collection<String> names) {
        return names.stream()
                .filter(name -> of(text, name) >= ENOUGH || isMistyped(text, name))
                .max(Comparator.comparingDouble(name -> of(text, name)));
    }

    /// Of the same length and one character apart.
    private static boolean isMistyped(String text, String name) {
        if (text.length() != name.length() || text.length() < 2) {
            return false;
        }
        int apart = 0;
        for (int at = 0; at < text.length(); at++) {
            apart += text.charAt(at) == name.charAt(at) ? 0 : 1;
        }
        return apart == 1;
    }

    private static double pairsShared(String a, String b) {
        Set<String> left = pairs(a);
        Set<String> right = pairs(b);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return 2.0 * both.size() / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            pairs.add(text.substring(at, at + 2));
        }
        return pairs;
    }
}
