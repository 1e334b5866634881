package org.mingze.institution.file.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.expression.Expression;

/// 所见 — the errors of one file, as they are found.
public final class Findings {
    private static final int EXCERPT_MAX = 120;

    /// After so many errors of a file the others are not told.
    private static final int ERRORS_MAX = 500;

    /// After so many, no near words are sought.
    private static final int HINTS_MAX = 200;

    private final String file;
    private final List<String> lines;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Findings(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    public void add(DiagnosticKind kind, Position place, String message) {
        add(kind, place, message, "");
    }

    /// Notes a fault.
    ///
    /// @param hint said before the remedy of the kind
    public void add(DiagnosticKind kind, Position place, String message, String hint) {
        add(kind.code(), place, message, hint + kind.remedy());
    }

    /// Says 「是不是“…”」 when one of the known words is near the one written.
    public void addUnknown(
            DiagnosticKind kind, Tree.Scalar written, String message, Collection<String> known) {
        addUnknown(kind, written.place(), written.text(), message, known);
    }

    public void addUnknown(
            DiagnosticKind kind,
            Position place,
            String written,
            String message,
            Collection<String> known) {
        Optional<String> near =
                diagnostics.size() < HINTS_MAX
                        ? Spelling.nearest(written, known)
                        : Optional.empty();
        add(kind, place, message, near.map(word -> "是不是“" + word + "”？").orElse(""));
    }

    public void add(Expression.Fault fault, Tree.Scalar expression) {
        add(fault.code(), expression.at(fault.offset()), fault.message(), fault.remedy());
    }

    private void add(String code, Position place, String message, String remedy) {
        if (diagnostics.size() < ERRORS_MAX) {
            note(code, place, message, remedy);
        } else if (diagnostics.size() == ERRORS_MAX) {
            DiagnosticKind more = DiagnosticKind.TOO_MANY_ERRORS;
            note(more.code(), place, "错误超过" + ERRORS_MAX + "处，其余没有列出。", more.remedy());
        }
    }

    private void note(String code, Position place, String message, String remedy) {
        diagnostics.add(
                new Diagnostic(
                        code,
                        file,
                        place.line(),
                        place.column(),
                        excerpt(place.line()),
                        message,
                        remedy));
    }

    private String excerpt(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        String text = lines.get(line - 1).strip();
        return text.length() <= EXCERPT_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT_MAX / 2)) + "…";
    }

    public boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    public List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }
}
