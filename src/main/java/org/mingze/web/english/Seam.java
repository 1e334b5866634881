package org.mingze.web.english;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 缝 — where two texts meet with nothing but inline tags between. Chinese needs no space there,
/// English does: `记了<b>6</b>笔` is `Recorded <b>6</b> records`.
///
/// The space stands outside the elements that end or begin at the seam.
final class Seam {
    private static final Set<String> INLINE =
            Set.of(
                    "a", "b", "strong", "em", "span", "small", "i", "code", "kbd", "mark", "sup",
                    "sub", "abbr", "time", "del", "ins", "s");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENDS = Pattern.compile("[\\p{L}\\p{Nd},;:.)%”?!]$");
    private static final Pattern BEGINS = Pattern.compile("^[\\p{L}\\p{Nd}(“]");
    private static final Pattern NUMBER_LAST = Pattern.compile("(?<!\\S)\\d[\\d,.]*\\s*$");

    private final StringBuilder english;
    private String left = "";
    private boolean leftTranslated;
    private int place;
    private int depth;

    Seam(StringBuilder english) {
        this.english = english;
    }

    void opens(String element) {
        if (!INLINE.contains(element)) {
            left = "";
        }
    }

    /// The end of an element, behind which so many are open.
    void passes(String element, int open) {
        opens(element);
        if (open < depth) {
            depth = open;
            place = english.length();
        }
    }

    /// The number that the text before ends with, if it is nothing but one.
    String numberBefore() {
        Matcher number = NUMBER_LAST.matcher(left);
        return number.find() ? number.group().strip() : "";
    }

    /// Writes what a text became, with a space before it where the seam needs one.
    void joins(String spoken, boolean translated, int open) {
        String seen = TAG.matcher(spoken).replaceAll("");
        if (seen.isEmpty()) {
            return;
        }
        if ((translated || leftTranslated)
                && ENDS.matcher(left).find()
                && BEGINS.matcher(seen).find()) {
            english.insert(place, ' ');
        }
        english.append(spoken);
        if (seen.isBlank()) {
            left += seen;
        } else {
            left = seen;
            leftTranslated = translated;
        }
        place = english.length();
        depth = open;
    }
}
