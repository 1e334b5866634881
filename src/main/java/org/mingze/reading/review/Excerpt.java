package org.mingze.reading.review;

import java.util.Optional;

/// 摘句 — words of a document as a person copied them, and where they stand in it.
public record Excerpt(int from, int to) {
    /// The place of the words nearest to an index; blanks and line ends do not count.
    public static Optional<Excerpt> find(String text, String said, int near) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] origin = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            if (!isBlank(text.charAt(at))) {
                origin[plain.length()] = at;
                plain.append(text.charAt(at));
            }
        }
        String words =
                said.codePoints()
                        .filter(point -> !isBlank((char) point))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<Excerpt> best = Optional.empty();
        for (int at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) {
            int from = origin[at];
            if (best.isEmpty() || Math.abs(from - near) < Math.abs(best.get().from() - near)) {
                best = Optional.of(new Excerpt(from, origin[at + words.length() - 1] + 1));
            }
        }
        return best;
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00a0' || letter == '\u3000';
    }
}
