package org.mingze.reading.text;

/// 陈述 — one itemised problem, cause or measure in the plain text: the section that heads it, how
/// far what belongs to it reaches, and the words of the heading around it.
record Statement(SectionKind kind, int start, int end, Section section, int reach, String context) {
    String text(String plain) {
        return plain.substring(start, end);
    }
}
