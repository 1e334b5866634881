package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 净文 — the document as the finders see it: site, page and note marks and the annex of figures
/// dropped, phrases broken over two lines joined, full-width digits and brackets made one kind.
/// Each character knows its origin.
final class PlainText {
    private static final Pattern SITE_MARK =
            Pattern.compile(
                    "##[A-Za-z]{2,20}##|&nbsp;|<[/a-zA-Z][^<>\\n]{0,60}>|(?<=[0-9])\\[[0-9]{1,4}]");
    /// What the product itself puts behind a report: where its figures come from.
    private static final Pattern ANNEX =
            Pattern.compile("(?m)^[ \\u3000]*附录[ \\u3000]*数字与记录[ \\u3000]*$");
    private static final Pattern PAGE_MARK =
            Pattern.compile(
                    "[ \\t\\u00a0\\u3000\\f]*(?:[-—－–_·~]{1,3} ?[0-9０-９]{1,4} ?[-—－–_·~]{1,3}"
                            + "|[-—=－]{0,3} ?第? ?[0-9０-９]{1,4} ?页.{0,12}"
                            + "|共 ?[0-9]{1,4} ?页|[0-9]{1,4} ?/ ?[0-9]{1,4}|[0-9]{1,3}"
                            + "|(?i:page) ?[0-9]{1,4}.{0,12}|[-—=－_]{3,60})[ \\t\\u00a0\\u3000\\f]*");
    private static final int WRAPPED_LINES_MIN = 4;
    private static final int WRAP_WIDTH_MIN = 36;
    private static final int WIDTH_MAX = 160;
    private static final Pattern LABEL = Pattern.compile("[\\p{IsHan}]{2,8}[:：].*");

    private final String source;
    private final String text;
    private final int[] origin;

    private PlainText(String source, String text, int[] origin) {
        this.source = source;
        this.text = text;
        this.origin = origin;
    }

    static PlainText of(String source) {
        Matcher annex = ANNEX.matcher(source);
        List<Line> lines = lines(annex.find() ? source.substring(0, annex.start()) : source);
        int width = wrapWidth(lines);
        StringBuilder text = new StringBuilder(source.length());
        int[] origin = new int[source.length() + lines.size() + 1];
        boolean pageBroken = false;
        boolean table = source.contains("序号");
        Line last = new Line("", 0);
        for (Line line : lines) {
            if (isPageMark(line.content) && !(table && isNumber(line.content))) {
                pageBroken = true;
                continue;
            }
            if (line.content.isBlank()) {
                continue;
            }
            boolean joined = !text.isEmpty() && continues(last, line, width, pageBroken);
            if (!joined && !text.isEmpty()) {
                origin[text.length()] = line.start > 0 ? line.start - 1 : 0;
                text.append('\n');
            }
            append(line, joined, text, origin);
            last = line;
            pageBroken = false;
        }
        origin[text.length()] = source.length();
        return new PlainText(source, text.toString(), Arrays.copyOf(origin, text.length() + 1));
    }

    String text() {
        return text;
    }

    String source() {
        return source;
    }

    /// Where the character at a place of the plain text stands in the source.
    int origin(int place) {
        return origin[Math.min(place, origin.length - 1)];
    }

    /// The characters as the source writes them, without what was dropped between them.
    String written(int start, int end) {
        StringBuilder written = new StringBuilder(end - start);
        for (int place = start; place < end; place++) {
            int at = origin[place];
            written.append(at < source.length() ? source.charAt(at) : ' ');
        }
        return written.toString();
    }

    private record Line(String content, int start) {}

    private static List<Line> lines(String source) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= source.length()) {
            int end = source.indexOf('\n', from);
            end = end < 0 ? source.length() : end;
            lines.add(new Line(source.substring(from, end), from));
            from = end + 1;
        }
        return lines;
    }

    private static boolean isPageMark(String line) {
        return line.length() <= 60 && PAGE_MARK.matcher(line.strip()).matches();
    }

    /// A line of digits is a row number where the document has a column for them.
    private static boolean isNumber(String line) {
        String stripped = line.strip();
        return stripped.length() <= 3 && stripped.chars().allMatch(Character::isDigit);
    }

    /// The width at which a converter broke the lines; none (very large) if lines are paragraphs.
    private static int wrapWidth(List<Line> lines) {
        int[] counts = new int[WIDTH_MAX + 2];
        int wider = 0;
        for (Line line : lines) {
            String stripped = line.content.strip();
            int width = width(stripped);
            if (width > WIDTH_MAX) {
                wider++;
            } else if (width >= WRAP_WIDTH_MIN && open(stripped)) {
                counts[width]++;
            }
        }
        int beyond = wider;
        for (int width = WIDTH_MAX; width >= WRAP_WIDTH_MIN; width--) {
            int near = counts[width] + counts[width - 1] + counts[width - 2] + counts[width - 3];
            if (near >= WRAPPED_LINES_MIN && near > 2 * beyond) {
                return width - 9;
            }
            beyond += counts[width];
        }
        return Integer.MAX_VALUE;
    }

    /// How wide a line is set, in halves of a Chinese character.
    private static int width(String line) {
        int width = 0;
        for (int at = 0; at < line.length(); at++) {
            width += line.charAt(at) < 128 ? 1 : 2;
        }
        return width;
    }

    private static boolean continues(Line last, Line next, int width, boolean pageBroken) {
        String before = last.content.strip();
        String after = next.content.strip();
        boolean labelled = LABEL.matcher(after).matches() && !after.contains("，");
        boolean apart = before.indexOf('\t') >= 0 || after.indexOf('\t') >= 0;
        if (!open(before) || apart || labelled || Marker.atStart(after)) {
            return false;
        }
        char end = before.charAt(before.length() - 1);
        boolean cut = end == '，' || end == '、';
        boolean indented = next.content.startsWith("\u3000\u3000") || next.content.startsWith("  ");
        boolean wide = width(before) >= (pageBroken ? WRAP_WIDTH_MIN : width);
        return !indented && (cut || wide);
    }

    /// Whether a line stops before its sentence does.
    private static boolean open(String line) {
        return !line.isEmpty() && "。！？；：…”」》）)!?;:.".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private static void append(Line line, boolean joined, StringBuilder text, int[] origin) {
        String content = line.content;
        int from = 0;
        if (joined) {
            while (from < content.length() && isSpace(content.charAt(from))) {
                from++;
            }
            int last = text.length();
            while (last > 0 && text.charAt(last - 1) == ' ') {
                last--;
            }
            text.setLength(last);
        }
        Matcher mark = SITE_MARK.matcher(content);
        boolean found = mark.find();
        for (int at = from; at < content.length(); at++) {
            if (found && mark.start() == at) {
                at = mark.end() - 1;
                found = mark.find();
                continue;
            }
            char plain = plain(stop(content, at));
            if (plain != 0) {
                origin[text.length()] = line.start + at;
                text.append(plain);
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000' || c == '\u00a0' || c == '\t' || c == '\f';
    }

    /// A half-width comma or full stop after a Chinese word is a Chinese one.
    private static char stop(String line, int at) {
        char c = line.charAt(at);
        if ((c != ',' && c != '.') || at == 0) {
            return c;
        }
        char before = line.charAt(at - 1);
        boolean word = before >= '\u2e80' || before == ')' || before == '%' || before == '"';
        if (c == ',') {
            boolean grouped =
                    Character.isDigit(before)
                            && at + 1 < line.length()
                            && Character.isDigit(line.charAt(at + 1));
            return grouped ? c : '，';
        }
        boolean number = at <= 3 && "一二三四五六七八九十".indexOf(before) >= 0;
        return word && !number ? '。' : c;
    }

    /// One character in its plain form; 0 for one that is dropped.
    private static char plain(char c) {
        if (c >= '！' && c <= '～') {
            char narrow = (char) (c - 0xFEE0);
            boolean kept = "，；：（）！？".indexOf(c) >= 0;
            return kept ? c : narrow;
        }
        return switch (c) {
            case '(' -> '（';
            case ')' -> '）';
            case ':' -> '：';
            case ';' -> '；';
            case '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009' -> ' ';
            case '\r', '\f', '\u200b', '\ufeff', '\u200c', '\u200d' -> 0;
            default -> c;
        };
    }
}
