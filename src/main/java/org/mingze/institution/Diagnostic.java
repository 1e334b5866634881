package org.mingze.institution;

/// 诊断 — one error of an institution file: its place, the excerpt, what is wrong, how to mend it.
///
/// @param code    stable name of the kind of error, from the catalogue
/// @param line    counted from 1
/// @param column  counted from 1, in characters
public record Diagnostic(
        String code,
        String file,
        int line,
        int column,
        String excerpt,
        String message,
        String remedy) {
    /// The three lines that a person reads.
    public String render() {
        return file
                + ":"
                + line
                + ":"
                + column
                + " ["
                + code
                + "] "
                + message
                + "\n    "
                + excerpt
                + "\n    怎么改："
                + remedy;
    }
}
