package org.mingze.office.finding;

import java.util.Locale;
import org.mingze.web.Prose;

/// 上下文 — the words found, with a little before and behind.
final class Around {
    private static final int BEFORE = 18;
    private static final int BEHIND = 42;

    private Around() {}

    /// @param word in lower case
    static Prose of(String field, String text, String word) {
        String line = text.replace('\n', ' ');
        int at = line.toLowerCase(Locale.ROOT).indexOf(word);
        if (at < 0) {
            return Prose.of(field);
        }
        int from = Math.max(0, at - BEFORE);
        int end = Math.min(line.length(), at + word.length() + BEHIND);
        return Prose.of(field.isEmpty() ? "" : field + "：")
                .words((from > 0 ? "…" : "") + line.substring(from, at))
                .strong(line.substring(at, at + word.length()))
                .words(line.substring(at + word.length(), end) + (end < line.length() ? "…" : ""));
    }
}
