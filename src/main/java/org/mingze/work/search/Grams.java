package org.mingze.work.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/// 字组 — what a text is found by: every two neighbouring Chinese characters, every whole word of
/// Latin letters and digits.
final class Grams {
    private Grams() {}

    /// In no order, each once; none for a text too short to be found.
    static int[] of(String text) {
        int[] found = new int[text.length()];
        int[] count = {0};
        each(text, gram -> found[count[0]++] = gram);
        return Arrays.stream(found, 0, count[0]).distinct().toArray();
    }

    static void each(String text, IntConsumer action) {
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (isLetter(here)) {
                int end = at + 1;
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                action.accept(whole(text.substring(at, end)));
                at = end;
            } else {
                if (isHan(here) && at + 1 < text.length() && isHan(text.charAt(at + 1))) {
                    action.accept((here << Character.SIZE) | text.charAt(at + 1));
                }
                at++;
            }
        }
    }

    /// Whether a text is found wherever its one gram is.
    static boolean isPair(String text) {
        return text.length() == 2 && isHan(text.charAt(0)) && isHan(text.charAt(1));
    }

    private static int whole(String word) {
        return word.toLowerCase(Locale.ROOT).hashCode() & 0x1fff_ffff;
    }

    private static boolean isLetter(char letter) {
        return letter < 0x250 && Character.isLetterOrDigit(letter);
    }

    private static boolean isHan(char letter) {
        return letter >= 0x2e80 && Character.isLetter(letter);
    }
}
