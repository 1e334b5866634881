package org.mingze.journal.secrecy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 密级标志 — 秘密 机密 绝密 where a document carries its mark: with ★, or alone on an early line.
public final class SecrecyMark {
    private static final int LINES_MAX = 12;
    private static final Pattern STARRED =
            Pattern.compile("(?<![\\p{IsHan}“])(?:秘 ?密|机 ?密|绝 ?密) ?[★☆✱]");
    private static final Pattern INSIDE = Pattern.compile("(?<!“)(?:秘 ?密|机 ?密|绝 ?密) ?[★☆✱]");
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:密级[:：] ?)?[【\\[（(]?(?:秘[ \\u3000]?密|机[ \\u3000]?密|绝[ \\u3000]?密)[】\\]）)]?"
                            + "[ \\u3000]*(?:[0-9一二三四五六七八九十]{1,3} ?(?:年|个月)|长期)?");

    private SecrecyMark() {}

    /// Whether a text bears a mark with a star anywhere, within a sentence too.
    public static boolean isStarred(String text) {
        return INSIDE.matcher(text).find();
    }

    /// Whether the text of a document bears a mark.
    public static boolean in(String text) {
        int from = 0;
        int lines = 0;
        boolean first = true;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            String line = text.substring(from, Math.min(end, from + 80)).strip();
            first = lines < LINES_MAX;
            Matcher starred = STARRED.matcher(line);
            if (line.length() <= 40 && starred.find()) {
                return true;
            }
            if (first && ALONE.matcher(line.replaceFirst("[\\t ]{2,}.*", "")).matches()) {
                return true;
            }
            lines += line.isEmpty() ? 0 : 1;
            from = end + 1;
        }
        return false;
    }
}
