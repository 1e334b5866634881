package org.mingze.duty.cases;

import java.nio.file.Path;
import org.mingze.institution.InstitutionFiles.SourceFile;

/// 变异 — an institution with one word of one duty or parameter changed.
///
/// @param key where and what, stable while the duty itself is
record Mutant(SourceFile original, String key, String text) {
    Path folder() {
        return Path.of(original.name()).resolveSibling("");
    }

    SourceFile changed() {
        return new SourceFile(original.name(), text);
    }
}
