package org.mingze.reading.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// PDF 版面 — the letters of one page put into lines, the lines into columns and paragraphs.
final class PdfPage {
    private static final int COLUMN_LINES_MIN = 6;
    private static final int EDGE_LINES = 2;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(
                    "[-—–－·_ ]{0,4}第? ?[0-9]{1,4} ?页?(?: ?[/共] ?[0-9]{1,4} ?页?)?[-—–－·_ ]{0,4}");
    private static final Pattern MARK =
            Pattern.compile(
                    "(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．](?![0-9])"
                            + "|第[一二三四五六七八九十]{1,3}[章条，、部]|[①-⑳]).*");

    private final double height;
    private final List<Letter> letters = new ArrayList<>();

    PdfPage(double height) {
        this.height = height;
    }

    /// 字位 — one letter where it stands.
    private record Letter(String said, double x, double y, double width, double size) {
        double end() {
            return x + width;
        }
    }

    /// 行 — one line of a column.
    private record Line(String said, double left, double right, double y, double size) {}

    void add(String said, double x, double y, double width, double size) {
        letters.add(new Letter(said, x, y, width, Math.max(4, Math.min(40, size))));
    }

    int characters() {
        return (int) letters.stream().filter(letter -> !letter.said().isBlank()).count();
    }

    static String text(List<PdfPage> pages) {
        List<List<Line>> all = new ArrayList<>();
        for (PdfPage page : pages) {
            all.add(page.lines());
        }
        Set<String> running = running(all);
        StringBuilder text = new StringBuilder();
        boolean open = false;
        double right = 0;
        for (List<Line> lines : all) {
            double left = lines.stream().mapToDouble(Line::left).min().orElse(0);
            right = lines.stream().mapToDouble(Line::right).max().orElse(right);
            for (int index = 0; index < lines.size(); index++) {
                Line line = lines.get(index);
                boolean edge = index < EDGE_LINES || index >= lines.size() - EDGE_LINES;
                boolean number = PAGE_NUMBER.matcher(line.said().strip()).matches();
                if (edge && (number || running.contains(line.said().strip()))) {
                    continue;
                }
                double[] column = column(lines, line, left, right);
                boolean indented = line.left() > column[0] + line.size() * 1.2;
                boolean starts = indented || MARK.matcher(line.said().strip()).matches();
                if (!text.isEmpty() && (!open || starts)) {
                    text.append('\n');
                }
                text.append(open && !starts ? line.said().strip() : line.said());
                boolean full = line.right() > column[1] - line.size() * 1.6;
                open = full && line.said().indexOf('\t') < 0;
            }
        }
        return text.append('\n').toString();
    }

    /// The left and right edge of the lines that share the place of a line.
    private static double[] column(List<Line> lines, Line line, double left, double right) {
        double from = right;
        double to = left;
        for (Line other : lines) {
            boolean beside = other.left() < line.right() && other.right() > line.left();
            from = beside ? Math.min(from, other.left()) : from;
            to = beside ? Math.max(to, other.right()) : to;
        }
        return new double[] {from, to};
    }

    /// Lines that head or foot most of the pages.
    private static Set<String> running(List<List<Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Line> lines : pages) {
            Set<String> edges = new HashSet<>();
            for (int index = 0; index < lines.size(); index++) {
                if (index == 0 || index == lines.size() - 1) {
                    edges.add(lines.get(index).said().strip());
                }
            }
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        Set<String> running = new HashSet<>();
        counts.forEach(
                (edge, count) -> {
                    if (count >= 3 && count * 2 > pages.size()) {
                        running.add(edge);
                    }
                });
        return running;
    }

    private List<Line> lines() {
        List<List<Letter>> rows = rows();
        double gutter = gutter(rows);
        List<Line> first = new ArrayList<>();
        List<Line> second = new ArrayList<>();
        for (List<Letter> row : rows) {
            if (gutter <= 0 || crosses(row, gutter)) {
                first.addAll(second);
                second.clear();
                first.add(line(row));
                continue;
            }
            List<Letter> left = row.stream().filter(l -> l.x() < gutter).toList();
            List<Letter> right = row.stream().filter(l -> l.x() >= gutter).toList();
            if (!left.isEmpty()) {
                first.add(line(left));
            }
            if (!right.isEmpty()) {
                second.add(line(right));
            }
        }
        first.addAll(second);
        first.removeIf(line -> line.said().isBlank());
        return first;
    }

    /// Letters of one height, from left to right; the rows from top to bottom.
    private List<List<Letter>> rows() {
        List<Letter> sorted = new ArrayList<>(letters);
        sorted.removeIf(letter -> letter.y() < 0 || letter.y() > height * 2);
        sorted.sort(Comparator.comparingDouble(Letter::y));
        List<List<Letter>> rows = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Letter letter : sorted) {
            if (letter.y() - last > letter.size() * 0.5 || rows.isEmpty()) {
                rows.add(new ArrayList<>());
                last = letter.y();
            }
            rows.getLast().add(letter);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Letter::x)));
        return rows;
    }

    /// The middle of the page, if a gap stands there in most rows that reach both sides of it.
    private static double gutter(List<List<Letter>> rows) {
        double left = Double.MAX_VALUE;
        double right = 0;
        for (List<Letter> row : rows) {
            left = Math.min(left, row.getFirst().x());
            right = Math.max(right, row.getLast().end());
        }
        double middle = (left + right) / 2;
        int parted = 0;
        int crossed = 0;
        for (List<Letter> row : rows) {
            if (crosses(row, middle)) {
                crossed++;
                continue;
            }
            double before = left;
            double after = right;
            for (Letter letter : row) {
                before = letter.end() <= middle ? Math.max(before, letter.end()) : before;
                after = letter.x() >= middle ? Math.min(after, letter.x()) : after;
            }
            double size = row.getFirst().size();
            boolean both = before > left && after < right;
            parted += both && after - before < size * 6 && after - before > size * 0.5 ? 1 : 0;
        }
        return parted >= COLUMN_LINES_MIN && parted > crossed * 2 ? middle : 0;
    }

    private static boolean crosses(List<Letter> row, double middle) {
        for (int index = 0; index < row.size(); index++) {
            Letter letter = row.get(index);
            boolean over = letter.x() < middle && letter.end() > middle;
            boolean tight =
                    index > 0
                            && row.get(index - 1).end() <= middle
                            && letter.x() >= middle
                            && letter.x() - row.get(index - 1).end() < letter.size() * 0.3;
            if (over || tight) {
                return true;
            }
        }
        return false;
    }

    private static Line line(List<Letter> row) {
        StringBuilder said = new StringBuilder();
        double end = Double.NaN;
        for (Letter letter : row) {
            double gap = letter.x() - end;
            if (gap > letter.size() * 2) {
                said.append('\t');
            } else if (gap > letter.size() * 0.3 && narrow(said) && narrow(letter.said())) {
                said.append(' ');
            }
            said.append(letter.said());
            end = letter.end();
        }
        return new Line(
                said.toString(),
                row.getFirst().x(),
                row.getLast().end(),
                row.getFirst().y(),
                row.getFirst().size());
    }

    private static boolean narrow(CharSequence said) {
        return !said.isEmpty() && said.charAt(said.length() - 1) < 0x2E80;
    }
}
