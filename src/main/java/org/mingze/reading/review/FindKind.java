package org.mingze.reading.review;

import java.util.Optional;
import java.util.stream.Stream;

/// 读出种类 — what a find of a document is.
public enum FindKind {
    PROBLEM("问题"),
    CAUSE("原因"),
    MEASURE("措施"),
    DUTY("职责"),
    MECHANISM("机制"),
    FIGURE("数字");

    private final String title;

    FindKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<FindKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
