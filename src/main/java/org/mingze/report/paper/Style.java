package org.mingze.report.paper;

import java.util.Optional;

/// 段式 — size, line, place and level of a paragraph.
public enum Style {
    TITLE(22, 33, Side.CENTRE, 0, 0, 0),
    BYLINE(16, 28.9, Side.CENTRE, 0, 0, -1),
    HEADING(16, 28.9, Side.LEFT, 2, 0, 1),
    BODY(16, 28.9, Side.BOTH, 2, 0, -1),
    /// The last paragraph before the signature; a short one stands on the page of the signature.
    LAST(16, 28.9, Side.BOTH, 2, 0, -1),
    SIGNATURE(16, 28.9, Side.RIGHT, 0, 4, -1),
    DATE(16, 28.9, Side.RIGHT, 0, 2, -1),
    ANNEX(16, 28.9, Side.LEFT, 0, 0, 1),
    PART(16, 28.9, Side.LEFT, 0, 0, 1),
    NOTE(10.5, 16, Side.LEFT, 0, 0, -1);

    /// 28 characters of 16 points are wider than 156 mm: each stands a quarter of a point closer.
    public static final double TRACKING = -0.25;

    /// Words behind a mark of a figure are this much smaller.
    static final double MARK_SCALE = 0.6;

    enum Side {
        LEFT,
        CENTRE,
        RIGHT,
        BOTH
    }

    private final double points;
    private final double line;
    private final Side side;
    private final int firstCharacters;
    private final int rightCharacters;
    private final int outline;

    Style(
            double points,
            double line,
            Side side,
            int firstCharacters,
            int rightCharacters,
            int outline) {
        this.points = points;
        this.line = line;
        this.side = side;
        this.firstCharacters = firstCharacters;
        this.rightCharacters = rightCharacters;
        this.outline = outline;
    }

    double points() {
        return points;
    }

    /// The height of a line, exact: 22 lines of 28.9 points fill 225 mm, of 29 points only 21.
    double line() {
        return line;
    }

    Side side() {
        return side;
    }

    int firstCharacters() {
        return firstCharacters;
    }

    int rightCharacters() {
        return rightCharacters;
    }

    /// The level in the outline; 0 is the title.
    public Optional<Integer> outline() {
        return outline < 0 ? Optional.empty() : Optional.of(outline);
    }

    double tracking() {
        return this == NOTE || this == TITLE ? 0 : TRACKING;
    }

    double firstIndent() {
        return firstCharacters * (points + TRACKING);
    }

    double rightIndent() {
        return rightCharacters * (points + TRACKING);
    }

    double before() {
        return this == SIGNATURE ? BODY.line : 0;
    }

    double after() {
        return this == BYLINE ? BODY.line : 0;
    }

    /// What must follow on the same page: a line, or the signature with its date.
    double behind() {
        return this == LAST ? 3 * BODY.line : BODY.line;
    }

    boolean onNewPage() {
        return this == ANNEX;
    }

    /// Whether it may not be the last of its page.
    boolean staysWithNext() {
        return this == HEADING || this == PART || this == LAST || this == SIGNATURE;
    }
}
