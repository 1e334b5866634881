package org.mingze.report.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 页 — pages with every word in its place; lengths are points, from the top left corner.
record Sheets(List<Sheet> sheets, List<Bookmark> bookmarks, Map<Integer, Place> places) {
    static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    static final double WIDTH = 210 * POINTS_PER_MILLIMETRE;
    static final double HEIGHT = 297 * POINTS_PER_MILLIMETRE;
    static final double LEFT = 28 * POINTS_PER_MILLIMETRE;
    static final double TOP = 37 * POINTS_PER_MILLIMETRE;
    /// The type area, of which the standard says 156 × 225 mm.
    static final double AREA_WIDTH = 156 * POINTS_PER_MILLIMETRE;

    static final double AREA_HEIGHT = 225 * POINTS_PER_MILLIMETRE;

    Sheets {
        sheets = List.copyOf(sheets);
        bookmarks = List.copyOf(bookmarks);
        places = Map.copyOf(places);
    }

    /// 一页.
    record Sheet(List<Mark> marks) {
        Sheet {
            marks = List.copyOf(marks);
        }
    }

    sealed interface Mark {}

    /// 字 — words of one face on one line.
    ///
    /// @param font     the file of the face
    /// @param advances how far each character reaches, tracking included
    /// @param mark     the figure to which they lead
    record Words(
            double left,
            double baseline,
            String font,
            double points,
            String text,
            List<Double> advances,
            double tracking,
            Optional<Integer> mark)
            implements Mark {
        double width() {
            return advances.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// 块 — a filled rectangle: a rule of a table, a module of a code.
    record Bar(double left, double top, double width, double height) implements Mark {}

    /// 书签 — a heading and where it stands.
    record Bookmark(String title, int level, Place place) {}

    /// @param sheet counted from 0
    record Place(int sheet, double top) {}
}
