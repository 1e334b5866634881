package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 编号 — the mark that opens a numbered item: 一、 （一） 1. （1） ① 一是 第一， 首先.
record Marker(Style style, int ordinal, int start, int end, boolean leading) {

    /// 编号样式 — styles in their usual order of nesting.
    enum Style {
        PART,
        CHINESE,
        BRACKETED_CHINESE,
        ARABIC,
        DOTTED,
        BRACKETED_ARABIC,
        HALF_BRACKETED,
        CIRCLED,
        ARTICLE,
        ROW,
        FIRST,
        FIRSTLY,
        IS,
        MUST;

        /// Whether items of this style end with their paragraph.
        boolean inParagraph() {
            return this == IS || this == MUST || this == FIRSTLY || this == CIRCLED;
        }
    }

    private static final int RANK_STEP = 16;
    private static final String HAN = "[一二三四五六七八九十]{1,3}";
    private static final Pattern PATTERN =
            Pattern.compile(
                    "(?<part>第"
                            + HAN
                            + "(?:部分|章|篇)[、：， ]?)|(?<article>第"
                            + HAN
                            + "条(?![的第之至和及规、])[：， ]?)|(?<first>第"
                            + HAN
                            + "[，、：])|(?<brhan>（ ?"
                            + HAN
                            + " ?）[、.]?|[㈠-㈩])|(?<brnum>（ ?[0-9]{1,2} ?）[、.]?|[⑴-⒇])"
                            + "|(?<circled>[①-⑳])|(?<is>"
                            + HAN
                            + "是(?!否)[，：]?)|(?<must>"
                            + HAN
                            + "要(?![求素点])[，：]?)|(?<han>"
                            + HAN
                            + "(?:、|[.](?![0-9]))(?!"
                            + HAN
                            + "(?:、|[产是])))|(?<dotted>[0-9]{1,2}[.][0-9]{1,2}(?:[.][0-9]{1,2})?"
                            + "(?=[ 、\\p{IsHan}])(?![万亿个元%倍亩吨米公名]))"
                            + "|(?<half>[0-9]{1,2}）)|(?<num>[0-9]{1,2}(?:、|[.](?![0-9])|[.](?=20[0-9]{2}年)))"
                            + "|(?<firstly>首先|其次|再次|最后|再者|其[一二三四五六])(?=[，、：])[，、：]"
                            + "|(?<row>[0-9]{1,2}[ \\t]+(?=[\\p{IsHan}“《]))");
    private static final String[] GROUPS = {
        "part", "han", "brhan", "num", "dotted", "brnum", "half", "circled", "article", "row",
        "first", "firstly", "is", "must"
    };

    /// Whether a line opens with a numbering mark.
    static boolean atStart(String line) {
        String plain = line.strip().replace('(', '（').replace(')', '）').replace('．', '.');
        Matcher matcher = PATTERN.matcher(plain);
        return matcher.lookingAt() && matcher.group("row") == null;
    }

    /// Whether a mark stands at a place.
    static boolean follows(String text, int at) {
        return PATTERN.matcher(text).region(at, text.length()).lookingAt();
    }

    /// Every place in a paragraph where a mark may stand, in order.
    static List<Marker> candidates(String text, int from, int to) {
        List<Marker> found = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(text).region(from, to);
        matcher.useTransparentBounds(true);
        boolean opening = true;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            boolean space = c == ' ' || c == '\t';
            if (space) {
                at++;
                continue;
            }
            boolean place = opening || afterStop(text, at, from);
            if (place && mayOpen(c) && matcher.region(at, to).lookingAt()) {
                Optional<Marker> marker = marker(matcher, opening);
                if (marker.isPresent()) {
                    found.add(marker.get());
                    at = matcher.end();
                    opening = false;
                    continue;
                }
            }
            opening = false;
            at++;
        }
        return found;
    }

    private static boolean mayOpen(char c) {
        return "第（首其再最㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩一二三四五六七八九十".indexOf(c) >= 0
                || (c >= '0' && c <= '9')
                || (c >= '①' && c <= '⒇');
    }

    private static boolean afterStop(String text, int at, int from) {
        int before = at - 1;
        while (before >= from && text.charAt(before) == ' ') {
            before--;
        }
        return before < from || "。；：，！？”）".indexOf(text.charAt(before)) >= 0;
    }

    private static Optional<Marker> marker(Matcher matcher, boolean leading) {
        for (int index = 0; index < GROUPS.length; index++) {
            String found = matcher.group(GROUPS[index]);
            if (found != null) {
                Style style = Style.values()[index];
                if (!leading && (style == Style.ROW || style == Style.DOTTED)) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Marker(style, ordinal(found), matcher.start(), matcher.end(), leading));
            }
        }
        return Optional.empty();
    }

    private static int ordinal(String mark) {
        char first = mark.charAt(0);
        if (first >= '①' && first <= '⑳') {
            return first - '①' + 1;
        }
        if (first >= '⑴' && first <= '⒇') {
            return first - '⑴' + 1;
        }
        if (first >= '㈠' && first <= '㈩') {
            return first - '㈠' + 1;
        }
        return switch (first) {
            case '首' -> 1;
            case '再' -> 3;
            case '最' -> 4;
            default -> mark.startsWith("其次") ? 2 : number(mark);
        };
    }

    private static int number(String mark) {
        StringBuilder digits = new StringBuilder();
        StringBuilder han = new StringBuilder();
        for (int at = 0; at < mark.length(); at++) {
            char c = mark.charAt(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("一二三四五六七八九十".indexOf(c) >= 0) {
                han.append(c);
            } else if (c == '.' && at < mark.length() - 1) {
                digits.setLength(0);
            }
        }
        return digits.isEmpty()
                ? (int) Numeral.chinese(han.toString()).orElse(0)
                : Integer.parseInt(digits.toString());
    }

    /// Styles nest as the document nests them: one that starts anew between two marks of another
    /// is the inner one, whatever is usual.
    static Map<Style, Integer> ranks(List<Marker> leading) {
        Map<Style, Integer> rank = new EnumMap<>(Style.class);
        int usual = 0;
        for (Style style : Style.values()) {
            rank.put(style, usual);
            usual += RANK_STEP;
        }
        for (Style outer : Style.values()) {
            for (Style inner : Style.values()) {
                boolean turned = outer.compareTo(inner) > 0 && outer != Style.ROW;
                if (turned && restarts(leading, outer, inner) > restarts(leading, inner, outer)) {
                    int before = rank.getOrDefault(inner, 0) - 1;
                    rank.merge(outer, before, Math::min);
                }
            }
        }
        return rank;
    }

    /// How often the inner style starts between two marks of the outer one that count on.
    private static int restarts(List<Marker> leading, Style outer, Style inner) {
        int found = 0;
        int last = 0;
        boolean started = false;
        for (Marker marker : leading) {
            if (marker.style() == outer) {
                found += started && marker.ordinal() == last + 1 ? 1 : 0;
                last = marker.ordinal();
                started = false;
            } else if (marker.style() == inner && last > 0) {
                started |= marker.ordinal() == 1;
            }
        }
        return found;
    }
}
