package org.mingze.duty.showing;

import org.mingze.duty.Standing;
import org.mingze.web.Mark;

/// 情形的标记 — the shape under which a standing is shown.
public final class Marks {
    private Marks() {}

    public static Mark of(Standing standing) {
        return switch (standing) {
            case AHEAD -> Mark.of(Mark.Shape.AHEAD);
            case OPEN -> Mark.of(Mark.Shape.OPEN);
            case FULFILLED -> Mark.of(Mark.Shape.DONE);
            case LATE -> Mark.of(Mark.Shape.LATE);
            case BREACHED -> Mark.of(Mark.Shape.BREACH);
            case WAIVED -> Mark.of(Mark.Shape.WAIVED);
            case STAYED -> Mark.of(Mark.Shape.STAYED);
            case REVOKED -> Mark.of(Mark.Shape.WITHDRAWN);
            case NOT_APPLICABLE -> Mark.notApplicable();
            case UNPROVEN -> Mark.of(Mark.Shape.UNKNOWN);
            case INACTIVE -> Mark.of(Mark.Shape.OFF);
            case CONFLICTED -> Mark.of(Mark.Shape.CLASH);
        };
    }
}
