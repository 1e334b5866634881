package org.mingze.office.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// 一份订单 — a packet that was ordered, and how far it is.
///
/// @param kind 检查 or 归档
/// @param body the topmost body whose records it holds
record Order(
        UUID id,
        String kind,
        String post,
        String person,
        String body,
        LocalDate from,
        LocalDate to,
        boolean masked,
        String state,
        int done,
        int whole,
        String fault,
        Instant orderedAt) {
    static final String WAITING = "等着做";
    static final String MAKING = "在做";
    static final String MADE = "做好了";
    static final String FAILED = "没做成";

    boolean isOpen() {
        return state.equals(WAITING) || state.equals(MAKING);
    }

    boolean isMade() {
        return state.equals(MADE);
    }

    String fileName() {
        return (kind.equals("归档") ? "archive-" : "inspection-") + from + "-" + to + ".zip";
    }
}
