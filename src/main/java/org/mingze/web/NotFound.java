package org.mingze.web;

/// 没有 — what was asked for does not exist; says what, and where to look.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public NotFound(String title, String remedy) {
        super(title);
        this.remedy = remedy;
    }

    public static NotFound page() {
        return new NotFound("没有这一页", "地址可能写错，或这一件已经改号。从今日或台账里找。");
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
