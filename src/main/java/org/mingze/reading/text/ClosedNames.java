package org.mingze.reading.text;

/// 专名 — the stretches of a text inside which a numeral is part of a name: quotation marks, book
/// title marks, fixed expressions.
final class ClosedNames {
    private static final WordList FIXED = WordList.load("fixed-numerals.txt");
    private static final int QUOTE_MAX = 60;
    private static final int TITLE_MAX = 80;

    private ClosedNames() {}

    static boolean[] in(String text) {
        boolean[] closed = new boolean[text.length() + 1];
        mark(text, closed, '“', '”', QUOTE_MAX);
        mark(text, closed, '《', '》', TITLE_MAX);
        mark(text, closed, '〔', '〕', QUOTE_MAX);
        mark(text, closed, '「', '」', QUOTE_MAX);
        markStraight(text, closed);
        for (WordList.Place place : FIXED.find(text)) {
            fill(closed, place.start(), place.end());
        }
        return closed;
    }

    private static void mark(String text, boolean[] closed, char open, char close, int most) {
        int at = text.indexOf(open);
        while (at >= 0) {
            int end = text.indexOf(close, at);
            boolean near = end >= 0 && end - at <= most && !text.substring(at, end).contains("\n");
            if (near) {
                fill(closed, at, end);
            }
            at = text.indexOf(open, near ? end : at + 1);
        }
    }

    private static void markStraight(String text, boolean[] closed) {
        int at = text.indexOf('"');
        while (at >= 0) {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                return;
            }
            if (end - at <= 30 && text.indexOf('\n', at) > end) {
                fill(closed, at, end);
            }
            at = text.indexOf('"', end + 1);
        }
    }

    private static void fill(boolean[] closed, int start, int end) {
        for (int at = start; at < end && at < closed.length; at++) {
            closed[at] = true;
        }
    }
}
