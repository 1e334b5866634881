package org.mingze.duty.cases;

/// 例文差错 — a case that cannot be read: file, line, what is wrong and how to mend it.
public final class ExampleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExampleFault(String file, int line, String sentence) {
        super(file + ":" + line + " " + sentence);
    }
}
