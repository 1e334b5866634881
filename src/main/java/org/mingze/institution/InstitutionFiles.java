package org.mingze.institution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.institution.file.ReadingFiles;

/// 制度文件 — reads institution and vocabulary files; all errors are collected, none is thrown.
public final class InstitutionFiles {
    private static final int DEPTH_MAX = 8;
    private static final long BYTES_MAX = 1_000_000;

    private InstitutionFiles() {}

    /// A file by its name in messages and its text.
    public record SourceFile(String name, String text) {}

    /// Reads every `*.yaml` below the folders and files given, but not the list of mechanisms.
    public static Loaded read(List<Path> paths) {
        Set<Path> below = new LinkedHashSet<>();
        List<Diagnostic> unreadable = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> walked = Files.walk(path, DEPTH_MAX)) {
                walked.filter(file -> file.equals(path) || isInstitution(file))
                        .filter(file -> !Files.isDirectory(file))
                        .sorted()
                        .map(Path::normalize)
                        .forEach(below::add);
            } catch (IOException | java.io.UncheckedIOException fault) {
                unreadable.add(
                        ReadingFiles.unreadable(path.toString(), DiagnosticKind.FILE_UNREADABLE));
            }
        }
        List<SourceFile> files = new ArrayList<>();
        below.forEach(file -> take(file, files, unreadable));
        boolean whole = paths.stream().anyMatch(Files::isDirectory);
        Loaded loaded = whole ? ReadingFiles.readLibrary(files) : ReadingFiles.read(files);
        unreadable.addAll(loaded.diagnostics());
        return new Loaded(
                loaded.vocabulary(), loaded.institutions(), loaded.settings(), unreadable);
    }

    /// Reads texts; the vocabularies among them are read first, whatever their order.
    public static Loaded read(Iterable<SourceFile> files) {
        return ReadingFiles.read(files);
    }

    private static boolean isInstitution(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.equals("mechanisms.yaml");
    }

    private static void take(Path file, List<SourceFile> files, List<Diagnostic> unreadable) {
        try {
            if (!Files.isRegularFile(file)) {
                unreadable.add(
                        ReadingFiles.unreadable(file.toString(), DiagnosticKind.FILE_UNREADABLE));
                return;
            }
            if (Files.size(file) > BYTES_MAX) {
                unreadable.add(
                        ReadingFiles.unreadable(file.toString(), DiagnosticKind.FILE_TOO_LARGE));
                return;
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            files.add(new SourceFile(file.toString(), text));
        } catch (CharacterCodingException notUtf8) {
            unreadable.add(ReadingFiles.unreadable(file.toString(), DiagnosticKind.FILE_NOT_UTF8));
        } catch (IOException fault) {
            unreadable.add(
                    ReadingFiles.unreadable(file.toString(), DiagnosticKind.FILE_UNREADABLE));
        }
    }
}
