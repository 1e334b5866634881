package org.mingze.institution;

import java.util.List;

/// 读入 — what a set of institution files yields, with every error of every file at once.
///
/// @param settings what the 设定 files give, each checked against the institution that it names
public record Loaded(
        Vocabulary vocabulary,
        List<Institution> institutions,
        List<LocalSetting> settings,
        List<Diagnostic> diagnostics) {
    public Loaded {
        institutions = List.copyOf(institutions);
        settings = List.copyOf(settings);
        diagnostics = List.copyOf(diagnostics);
    }
}
