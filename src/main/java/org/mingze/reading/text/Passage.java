package org.mingze.reading.text;

/// 文段 — a run of text without a numbering mark, within one paragraph.
record Passage(int start, int end, boolean opensParagraph) implements Part {
    String text(String plain) {
        return plain.substring(start, end);
    }
}
