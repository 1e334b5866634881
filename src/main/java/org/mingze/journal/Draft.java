package org.mingze.journal;

import java.util.Map;

/// 待录 — an entry before the journal gives it number and 录时.
///
/// @param kind    a record type (学习) or an act (更正)
/// @param content open values, which are hashed as they stand
/// @param classed values of class 个人 or 涉案, which are hashed with a salt and may be erased
public record Draft(
        String kind,
        Occurred occurred,
        Recorder recorder,
        EntryMode mode,
        Content.Group content,
        Map<String, Content> classed) {
    public Draft {
        classed = Map.copyOf(classed);
    }

    public Draft(
            String kind,
            Occurred occurred,
            Recorder recorder,
            EntryMode mode,
            Content.Group content) {
        this(kind, occurred, recorder, mode, content, Map.of());
    }

    /// The same in another mode.
    public Draft as(EntryMode other) {
        return new Draft(kind, occurred, recorder, other, content, classed);
    }
}
