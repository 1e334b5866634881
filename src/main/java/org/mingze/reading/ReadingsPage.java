package org.mingze.reading;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Refusal;

/// 审读页 — a document to upload, and those read before.
///
/// @param accept file endings that are read: .docx,.txt
/// @param whose  the bodies whose document it may be; empty where there is only one
public record ReadingsPage(
        Heading heading,
        String send,
        String accept,
        String hint,
        String fault,
        Optional<Field> whose,
        Optional<Refusal> refusal,
        Listing listing,
        List<Line> lines,
        Optional<Blank> blank) {
    /// 已读文件.
    public record Line(Link title, String when, String who, String found, Mark state) {}

    public ReadingsPage {
        lines = List.copyOf(lines);
    }
}
