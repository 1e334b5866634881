package org.mingze.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// 制度库之所在 — which files a check reads: those named, with the vocabulary they rest on.
final class LibraryPaths {
    private LibraryPaths() {}

    static List<Path> withVocabulary(List<Path> files, Path library) {
        if (files.isEmpty()) {
            return List.of(library);
        }
        List<Path> read = new ArrayList<>();
        read.add(library.resolve("vocabulary"));
        read.addAll(files);
        return read;
    }
}
