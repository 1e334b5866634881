package org.mingze.reading;

import java.time.Instant;
import java.util.UUID;

/// 已读文件 — a document that was handed in, with its text as decoded.
///
/// @param body of the post that handed it in
record KeptReading(
        UUID id,
        String name,
        String digest,
        String text,
        String body,
        String uploadedBy,
        Instant uploadedAt) {
    /// How an entry cites the original.
    String citation() {
        return name + "#" + digest;
    }

    String path() {
        return "/readings/" + id;
    }

    /// The name without its ending.
    String title() {
        return name.replaceFirst("\\.(?i:docx?|pdf|rtf|txt|html?)$", "");
    }
}
