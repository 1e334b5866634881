package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 章节 — a heading with what stands under it, in order: passages of text and inner sections.
final class Section implements Part {
    private final Optional<Marker> marker;
    private final boolean implicit;
    private final int level;
    private final int start;
    private final int titleStart;
    private final List<Part> parts = new ArrayList<>();
    private SectionKind kind = SectionKind.PREFACE;
    private boolean category;
    private Optional<Marker.Style> headOf = Optional.empty();

    Section(Optional<Marker> marker, boolean implicit, int level, int start, int titleStart) {
        this.marker = marker;
        this.implicit = implicit;
        this.level = level;
        this.start = start;
        this.titleStart = titleStart;
    }

    static Section root() {
        return new Section(Optional.empty(), false, 0, 0, 0);
    }

    Optional<Marker> marker() {
        return marker;
    }

    /// Whether it is an item within a paragraph, or one that ends with its paragraph.
    boolean inParagraph() {
        return marker.map(m -> m.style().inParagraph() || !m.leading()).orElse(false);
    }

    /// Whether it is one of a run of sentences: 一是, 首先.
    boolean isClause() {
        return marker.map(m -> m.style().inParagraph()).orElse(false);
    }

    boolean implicit() {
        return implicit;
    }

    /// The style of the marks that count anew under this implicit heading.
    Optional<Marker.Style> headOf() {
        return headOf;
    }

    void setHeadOf(Marker.Style style) {
        headOf = Optional.of(style);
    }

    int level() {
        return level;
    }

    int start() {
        return start;
    }

    int titleStart() {
        return titleStart;
    }

    List<Part> parts() {
        return parts;
    }

    void add(Part part) {
        parts.add(part);
    }

    SectionKind kind() {
        return kind;
    }

    /// Whether the heading only names a sort of content (存在问题), so that it is no item itself.
    boolean category() {
        return category;
    }

    void classify(SectionKind found, boolean isCategory) {
        kind = found;
        category = isCategory;
    }

    List<Section> sections() {
        List<Section> inner = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Section section) {
                inner.add(section);
            }
        }
        return inner;
    }

    boolean holdsSections() {
        return parts.stream().anyMatch(part -> part instanceof Section);
    }

    boolean holds(SectionKind wanted) {
        for (Section inner : sections()) {
            if (inner.kind == wanted || inner.holds(wanted)) {
                return true;
            }
        }
        return false;
    }

    /// The title as the plain text has it: up to the first stop or the end of the line.
    String title(String text) {
        int end = titleStart;
        while (end < text.length() && "。；：\n\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(titleStart, end).strip();
    }

    /// Where everything under this heading ends.
    int end() {
        int end = titleStart;
        for (Part part : parts) {
            end =
                    switch (part) {
                        case Section inner -> Math.max(end, inner.end());
                        case Passage passage -> Math.max(end, passage.end());
                    };
        }
        return end;
    }
}
