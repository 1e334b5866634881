package org.mingze.exchange.dutylist;

import java.util.List;

/// A line of a document: a paragraph is one cell, a row of a table several.
record SourceLine(String place, List<String> cells) {
    SourceLine {
        cells = List.copyOf(cells);
    }

    boolean isRow() {
        return cells.size() > 1;
    }

    String text() {
        return String.join(" ", cells).strip();
    }
}
