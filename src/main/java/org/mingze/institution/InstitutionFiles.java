package org.mingze.institution;

import java.nio.file.Path;
import java.util.List;

/// 制度文件 — reads institution and vocabulary files; all errors are collected, none is thrown.
public final class InstitutionFiles {
    private InstitutionFiles() {}

    /// A file by its name in messages and its text.
    public record SourceFile(String name, String text) {}

    /// Reads every `*.yaml` below the folders and files given.
    public static Loaded read(List<Path> paths) {
        throw new UnsupportedOperationException("language module");
    }

    /// Reads texts; the vocabularies among them are read first.
    public static Loaded read(Iterable<SourceFile> files) {
        throw new UnsupportedOperationException("language module");
    }
}
