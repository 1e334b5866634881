package org.mingze.report.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// 分页 — sets a manuscript on pages of 156 × 225 mm, 22 lines of 28 characters.
final class Paging {
    private static final double BASELINE = 0.88;
    /// Rows of a code overlap by this much, or some viewers show lines between them.
    private static final double SEAM = 0.05;

    private static final int LAST_LINES_MAX = 4;
    private static final double NUMBER_POINTS = 14;
    /// The dashes of the number stand 7 mm below the type area.
    private static final double NUMBER_BASELINE =
            Sheets.TOP
                    + Sheets.AREA_HEIGHT
                    + 7 * Sheets.POINTS_PER_MILLIMETRE
                    + 0.34 * NUMBER_POINTS;

    private final Lines lines;
    private final List<List<Sheets.Mark>> sheets = new ArrayList<>();
    private final List<Sheets.Bookmark> bookmarks = new ArrayList<>();
    private final Map<Integer, Sheets.Place> places = new HashMap<>();
    private double used;

    private Paging(Typefaces typefaces) {
        this.lines = new Lines(typefaces);
    }

    static Sheets of(Manuscript manuscript, Typefaces typefaces) {
        Paging paging = new Paging(typefaces);
        paging.turn();
        List<Manuscript.Block> blocks = manuscript.blocks();
        for (int index = 0; index < blocks.size(); index++) {
            switch (blocks.get(index)) {
                case Manuscript.Paragraph paragraph -> {
                    paging.keepHeading(paragraph, blocks, index + 1);
                    paging.paragraph(paragraph);
                }
                case Manuscript.Table table -> new TableSetting(paging, paging.lines).set(table);
                case Manuscript.Code code -> paging.code(code);
            }
        }
        paging.numbers();
        return new Sheets(
                paging.sheets.stream().map(Sheets.Sheet::new).toList(),
                paging.bookmarks,
                paging.places);
    }

    /// Begins a new page.
    void turn() {
        sheets.add(new ArrayList<>());
        used = 0;
    }

    /// What is left of the page.
    double room() {
        return Sheets.AREA_HEIGHT - used;
    }

    double top() {
        return Sheets.TOP + used;
    }

    void advance(double height) {
        used += height;
    }

    void add(Sheets.Mark mark) {
        sheets.getLast().add(mark);
    }

    void place(int figure) {
        places.put(figure, new Sheets.Place(sheets.size() - 1, top()));
    }

    /// A heading goes with a last paragraph that goes with the signature.
    private void keepHeading(
            Manuscript.Paragraph paragraph, List<Manuscript.Block> blocks, int next) {
        if (paragraph.style() != Style.HEADING
                || next >= blocks.size()
                || !(blocks.get(next) instanceof Manuscript.Paragraph(Style style, var runs))
                || style != Style.LAST) {
            return;
        }
        int count =
                lines.of(
                                runs,
                                style.points(),
                                style.tracking(),
                                style.firstIndent(),
                                Sheets.AREA_WIDTH)
                        .size();
        double needed = (count + 1) * style.line() + style.behind();
        if (count <= LAST_LINES_MAX && used > 0 && room() < needed) {
            turn();
        }
    }

    private void paragraph(Manuscript.Paragraph paragraph) {
        Style style = paragraph.style();
        if (style.onNewPage() && used > 0) {
            turn();
        }
        if (used > 0) {
            advance(Math.min(style.before(), room()));
        }
        double width = Sheets.AREA_WIDTH - style.rightIndent();
        double indent = style.firstIndent();
        List<Lines.Line> set =
                lines.of(paragraph.runs(), style.points(), style.tracking(), indent, width);
        int together = style == Style.LAST ? Math.min(set.size(), LAST_LINES_MAX) : 1;
        double needed = together * style.line() + (style.staysWithNext() ? style.behind() : 0);
        if (room() < needed && used > 0 && (style != Style.LAST || set.size() <= LAST_LINES_MAX)) {
            turn();
        }
        style.outline()
                .ifPresent(
                        level ->
                                bookmarks.add(
                                        new Sheets.Bookmark(
                                                paragraph.text().replace("\n", ""),
                                                level,
                                                new Sheets.Place(sheets.size() - 1, top()))));
        for (Lines.Line line : set) {
            if (room() < style.line()) {
                turn();
            }
            line(line, style, indent, width - indent);
            advance(style.line());
            indent = 0;
        }
        advance(Math.min(style.after(), room()));
    }

    private void line(Lines.Line line, Style style, double indent, double room) {
        double slack = room - line.width();
        double offset =
                switch (style.side()) {
                    case LEFT, BOTH -> 0;
                    case CENTRE -> slack / 2;
                    case RIGHT -> slack;
                };
        boolean spread =
                style.side() == Style.Side.BOTH && !line.last() && line.letters().size() > 1;
        double more = spread ? slack / (line.letters().size() - 1) : 0;
        double baseline = top() + (style.line() - style.points()) / 2 + BASELINE * style.points();
        words(line, Sheets.LEFT + indent + offset, baseline, style.tracking() + more, more);
    }

    /// Gathers letters of one face, size and aim.
    ///
    /// @param more what each letter gets beyond its advance
    void words(Lines.Line line, double left, double baseline, double tracking, double more) {
        double at = left;
        int from = 0;
        List<Lines.Letter> letters = line.letters();
        for (int index = 1; index <= letters.size(); index++) {
            if (index == letters.size() || !alike(letters.get(from), letters.get(index))) {
                Sheets.Words words =
                        words(letters.subList(from, index), at, baseline, tracking, more);
                add(words);
                at += words.width();
                from = index;
            }
        }
    }

    private static Sheets.Words words(
            List<Lines.Letter> letters,
            double left,
            double baseline,
            double tracking,
            double more) {
        StringBuilder text = new StringBuilder();
        List<Double> advances = new ArrayList<>();
        for (Lines.Letter letter : letters) {
            text.appendCodePoint(letter.glyph().codePoint());
            advances.add(letter.advance() + more);
        }
        Lines.Letter first = letters.getFirst();
        return new Sheets.Words(
                left,
                baseline - first.rise(),
                first.glyph().font(),
                first.points(),
                text.toString(),
                List.copyOf(advances),
                tracking,
                first.mark());
    }

    private static boolean alike(Lines.Letter one, Lines.Letter other) {
        return one.glyph().font().equals(other.glyph().font())
                && one.points() == other.points()
                && one.mark().equals(other.mark());
    }

    private void code(Manuscript.Code code) {
        double side = Manuscript.Code.MILLIMETRES * Sheets.POINTS_PER_MILLIMETRE;
        if (room() < side) {
            turn();
        }
        List<List<Boolean>> modules = SquareCode.of(code.words());
        double module = side / modules.size();
        for (int row = 0; row < modules.size(); row++) {
            int from = 0;
            while (from < modules.size()) {
                int until = from;
                while (until < modules.size() && modules.get(row).get(until)) {
                    until++;
                }
                if (until > from) {
                    add(
                            new Sheets.Bar(
                                    Sheets.LEFT + from * module,
                                    top() + row * module,
                                    (until - from) * module,
                                    module + SEAM));
                }
                from = until + 1;
            }
        }
        advance(side);
    }

    /// `— 1 —`, on odd pages a character from the right, on even ones a character from the left.
    private void numbers() {
        for (int index = 0; index < sheets.size(); index++) {
            Manuscript.Run run = new Manuscript.Run("— " + (index + 1) + " —", Face.PAGE_NUMBER);
            Lines.Line line =
                    lines.of(List.of(run), NUMBER_POINTS, 0, 0, Sheets.AREA_WIDTH).getFirst();
            double left =
                    index % 2 == 0
                            ? Sheets.LEFT + Sheets.AREA_WIDTH - NUMBER_POINTS - line.width()
                            : Sheets.LEFT + NUMBER_POINTS;
            sheets.get(index).add(words(line.letters(), left, NUMBER_BASELINE, 0, 0));
        }
    }
}
