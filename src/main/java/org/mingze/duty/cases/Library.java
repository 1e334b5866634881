package org.mingze.duty.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.InstitutionFiles.SourceFile;
import org.mingze.institution.Loaded;

/// 制度库 — the folder that institutions are enacted from: its files, its cases, its named blocks.
public final class Library {
    private final List<SourceFile> files;
    private final List<SourceFile> cases;
    private final Map<String, SourceFile> blocks;
    private final Loaded loaded;

    private Library(
            List<SourceFile> files, List<SourceFile> cases, Map<String, SourceFile> blocks) {
        this.files = files;
        this.cases = cases;
        this.blocks = blocks;
        this.loaded = InstitutionFiles.read(files);
    }

    public static Library read(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        List<SourceFile> cases = new ArrayList<>();
        Map<String, SourceFile> blocks = new HashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(".case")) {
                    cases.add(source(path));
                } else if (name.endsWith(".given")) {
                    blocks.put(name.substring(0, name.length() - 6), source(path));
                } else if (name.endsWith(".yaml") && !name.equals("mechanisms.yaml")) {
                    files.add(source(path));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Library(List.copyOf(files), List.copyOf(cases), Map.copyOf(blocks));
    }

    /// Other files with the cases and blocks of this one.
    Library with(List<SourceFile> others) {
        return new Library(List.copyOf(others), cases, blocks);
    }

    /// The same with these texts in the place of an institution's own.
    Library enacting(String institution, List<String> texts) {
        Set<String> own = new LinkedHashSet<>();
        versions(institution).forEach(version -> own.add(version.text()));
        if (own.equals(Set.copyOf(texts))) {
            return this;
        }
        List<SourceFile> others = new ArrayList<>();
        files.stream().filter(file -> !own.contains(file.text())).forEach(others::add);
        texts.forEach(text -> others.add(new SourceFile(institution, text)));
        return with(others);
    }

    private static SourceFile source(Path path) throws IOException {
        return new SourceFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
    }

    public Loaded loaded() {
        return loaded;
    }

    public List<SourceFile> files() {
        return files;
    }

    public List<SourceFile> cases() {
        return cases;
    }

    /// A named block of given lines that cases share.
    Optional<SourceFile> block(String name) {
        return Optional.ofNullable(blocks.get(name));
    }

    public List<String> vocabularies() {
        return files.stream()
                .map(SourceFile::text)
                .filter(text -> text.stripLeading().startsWith("词汇:"))
                .toList();
    }

    /// The versions of an institution, or the one named `id@date`.
    List<Institution> versions(String institution) {
        String[] parts = institution.split("@", 2);
        return loaded.institutions().stream()
                .filter(known -> known.id().equals(parts[0]))
                .filter(known -> parts.length == 1 || known.from().toString().equals(parts[1]))
                .toList();
    }

    Optional<SourceFile> source(String version) {
        return versions(version).stream()
                .findFirst()
                .map(known -> new SourceFile(version, known.text()));
    }
}
