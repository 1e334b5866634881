package org.mingze.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// 账目 — one entry of a county's journal, as read: classed values stand in place unless erased.
///
/// @param number     第n号, counted from 1 without gaps
/// @param recordedAt 录时, cut to microseconds, later than that of the entry before it
/// @param content    open and classed values together; an erased value is absent
public record Entry(
        long number,
        String kind,
        Occurred occurred,
        Instant recordedAt,
        Recorder recorder,
        EntryMode mode,
        Content.Group content) {

    /// An entry made from a draft, for a journal that is not stored (cases, simulation).
    public static Entry of(long number, Draft draft, Instant recordedAt) {
        Map<String, Content> all = new LinkedHashMap<>(draft.content().fields());
        all.putAll(draft.classed());
        return new Entry(
                number,
                draft.kind(),
                draft.occurred(),
                recordedAt,
                draft.recorder(),
                draft.mode(),
                new Content.Group(all));
    }

    /// The same without its content, for who has read what it says.
    public Entry head() {
        return new Entry(number, kind, occurred, recordedAt, recorder, mode, Content.Group.EMPTY);
    }
}
