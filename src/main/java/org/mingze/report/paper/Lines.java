package org.mingze.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 断行 — parts words into lines by the rules of Chinese setting: no line begins with a closing sign
/// or the mark of a figure, none ends with an opening sign, no number is torn apart.
final class Lines {
    private static final String NOT_FIRST = "，。、；：？！％‰℃)）]］}｝〕〉》」』】”’…—·,.;:?!%";
    private static final String NOT_LAST = "≥≤(（[［{｛〔〈《「『【“‘";

    /// A longer word, such as a digest, is torn where the line ends.
    private static final int WORD_MAX = 20;

    private final Typefaces typefaces;

    Lines(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// 一字 — a character with its face, size and place above the line.
    record Letter(
            Typefaces.Glyph glyph,
            double points,
            double rise,
            double advance,
            Optional<Integer> mark,
            boolean begins) {}

    /// 一行.
    ///
    /// @param last the last of its paragraph, which is never spread
    record Line(List<Letter> letters, boolean last) {
        double width() {
            return letters.stream().mapToDouble(Letter::advance).sum();
        }
    }

    /// @param indent how much narrower the first line is
    List<Line> of(
            List<Manuscript.Run> runs,
            double points,
            double tracking,
            double indent,
            double width) {
        List<Line> lines = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (Manuscript.Run run : runs) {
            boolean begins = true;
            for (int point : run.text().codePoints().toArray()) {
                if (point == '\n') {
                    fill(letters, lines.isEmpty() ? indent : 0, width, lines);
                    letters.clear();
                } else {
                    letters.add(letter(run, point, points, tracking, begins));
                }
                begins = false;
            }
        }
        fill(letters, lines.isEmpty() ? indent : 0, width, lines);
        return lines;
    }

    private Letter letter(
            Manuscript.Run run, int point, double points, double tracking, boolean begins) {
        Typefaces.Glyph glyph = typefaces.glyph(run.face(), point);
        boolean raised = run.mark().isPresent();
        double size = raised ? points * Style.MARK_SCALE : points;
        return new Letter(
                glyph,
                size,
                raised ? points * 0.35 : 0,
                glyph.width() * size + tracking,
                run.mark(),
                begins);
    }

    private static void fill(List<Letter> letters, double indent, double width, List<Line> lines) {
        int start = 0;
        double room = width - indent;
        while (start < letters.size()) {
            int end = fitting(letters, start, room);
            if (end < letters.size()) {
                end = breakBefore(letters, start, end);
            }
            lines.add(new Line(List.copyOf(letters.subList(start, end)), end == letters.size()));
            start = end;
            room = width;
        }
        if (letters.isEmpty()) {
            lines.add(new Line(List.of(), true));
        }
    }

    /// The first letter that does not fit, at least one after the start.
    private static int fitting(List<Letter> letters, int start, double room) {
        double used = 0;
        int end = start;
        while (end < letters.size() && used + letters.get(end).advance() <= room + 0.01) {
            used += letters.get(end).advance();
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static int breakBefore(List<Letter> letters, int start, int end) {
        int at = end;
        while (at > start && !mayBreak(letters, at)) {
            at--;
        }
        return at > start && end - at <= WORD_MAX ? at : end;
    }

    private static boolean mayBreak(List<Letter> letters, int at) {
        Letter before = letters.get(at - 1);
        Letter after = letters.get(at);
        if (after.mark().isPresent()) {
            return false;
        }
        int first = after.glyph().codePoint();
        int last = before.glyph().codePoint();
        boolean word = isOfWord(last) && isOfWord(first);
        return !word && NOT_FIRST.indexOf(first) < 0 && NOT_LAST.indexOf(last) < 0;
    }

    private static boolean isOfWord(int point) {
        return point < 0x80 && (Character.isLetterOrDigit(point) || "._-/".indexOf(point) >= 0);
    }
}
