package org.mingze.institution;

import java.util.List;

/// 读入 — what a set of institution files yields, with every error of every file at once.
public record Loaded(
        Vocabulary vocabulary, List<Institution> institutions, List<Diagnostic> diagnostics) {
    public Loaded {
        institutions = List.copyOf(institutions);
        diagnostics = List.copyOf(diagnostics);
    }
}
