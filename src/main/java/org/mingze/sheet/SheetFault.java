package org.mingze.sheet;

/// 表格读不出 — a file breaks off or holds what no sheet holds; the sentence says what to do.
public final class SheetFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SheetFault(String sentence) {
        super(sentence);
    }

    public SheetFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
