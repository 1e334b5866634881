package org.mingze.sample;

/// 引用 — an entry of the sample before it has a number.
record Ref(int index) {
    private static final String MARK = "\u0001";

    /// What stands in a field until the numbers are known.
    String placeholder() {
        return MARK + index;
    }

    static boolean isPlaceholder(String text) {
        return text.startsWith(MARK);
    }

    static Ref parse(String placeholder) {
        return new Ref(Integer.parseInt(placeholder.substring(MARK.length())));
    }
}
