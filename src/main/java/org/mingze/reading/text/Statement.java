package org.mingze.reading.text;

/// 陈述 — one itemised problem, cause or measure in the plain text, and the section that heads it.
record Statement(SectionKind kind, int start, int end, Section section) {
    String text(String plain) {
        return plain.substring(start, end);
    }
}
