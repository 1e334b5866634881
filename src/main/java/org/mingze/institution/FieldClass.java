package org.mingze.institution;

/// 密类 — who may read a field and how a published twin masks it.
public enum FieldClass {
    PUBLIC("公开"),
    INTERNAL("内部"),
    PERSONAL("个人"),
    CASE("涉案");

    private final String word;

    FieldClass(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// 个人 and 涉案 values are kept apart from the journal so that they can be erased.
    public boolean isClassed() {
        return this == PERSONAL || this == CASE;
    }
}
