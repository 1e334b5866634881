package org.mingze.sheet;

/// Keeps a text that begins like a formula from being computed by the program that opens it.
final class Formulas {
    private static final String BEGINNINGS = "=+-@\t\r＝＋－＠";
    private static final char MARK = '\'';

    private Formulas() {}

    static String harmless(String text) {
        return isFormula(text) || wasMarked(text) ? MARK + text : text;
    }

    /// What was meant before it was made harmless.
    static String original(String text) {
        return wasMarked(text) ? text.substring(1) : text;
    }

    private static boolean wasMarked(String text) {
        String rest = text;
        while (!rest.isEmpty() && rest.charAt(0) == MARK) {
            rest = rest.substring(1);
        }
        return rest.length() < text.length() && isFormula(rest);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
