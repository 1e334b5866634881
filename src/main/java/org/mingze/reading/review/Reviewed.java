package org.mingze.reading.review;

import java.util.Optional;

/// 已审 — a find as it stands after review.
///
/// @param subject  the find that was decided, or is to be decided
/// @param find     what it is now
/// @param decision the one that holds; empty while nobody has decided
public record Reviewed(Find subject, Find find, Optional<Decision> decision) {
    public String key() {
        return subject.key();
    }

    public boolean isOpen() {
        return decision.isEmpty();
    }

    public boolean isRejected() {
        return decision.filter(made -> made.act() == Decision.Act.REJECTED).isPresent();
    }

    /// Decided, and not rejected.
    public boolean isTaken() {
        return decision.isPresent() && !isRejected();
    }
}
