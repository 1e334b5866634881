package org.mingze.duty.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.InstitutionFiles.SourceFile;
import org.mingze.institution.Loaded;

/// 制度库 — the folder that institutions are enacted from: its files, its cases, its named blocks.
public final class Library {
    private static final Pattern DAY = Pattern.compile("^(?:[于知] )?(\\d{4}-\\d{2}-\\d{2})");

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

    /// The same with these texts in the place of an institution's own. The cases prove the rules
    /// and play before the day on which a county made them its own: a text that says what a version
    /// of the library says is in force from that version's day, and the first of all from the
    /// library's first day at the latest.
    Library enacting(String institution, List<String> enactedTexts) {
        List<Institution> versions = versions(institution);
        List<String> texts =
                enactedTexts.stream().map(text -> asPublished(versions, text)).toList();
        Set<String> own = new LinkedHashSet<>();
        versions.forEach(version -> own.add(version.text()));
        if (own.equals(Set.copyOf(texts))) {
            return this;
        }
        List<SourceFile> others = new ArrayList<>();
        files.stream().filter(file -> !own.contains(file.text())).forEach(others::add);
        Optional<LocalDate> first = first(versions);
        Library enacted = with(others, institution, texts);
        Optional<LocalDate> later = first(enacted.versions(institution));
        if (first.isEmpty() || later.isEmpty() || !later.get().isAfter(first.get())) {
            return enacted;
        }
        return with(
                others,
                institution,
                texts.stream().map(text -> moved(text, later.get(), first.get())).toList());
    }

    private static String asPublished(List<Institution> versions, String text) {
        return versions.stream()
                .map(Institution::text)
                .filter(published -> Institution.words(published).equals(Institution.words(text)))
                .findFirst()
                .orElse(text);
    }

    /// Whether a case plays under a version that is none of these texts, where each of them is one
    /// of the library's versions.
    boolean playsUnderAnother(Example example, List<String> texts) {
        List<Institution> versions = versions(example.institution().split("@", 2)[0]);
        Set<String> enacted = texts.stream().map(Institution::words).collect(Collectors.toSet());
        Set<String> own =
                versions.stream()
                        .map(each -> Institution.words(each.text()))
                        .collect(Collectors.toSet());
        return own.containsAll(enacted)
                && Stream.concat(example.when().stream(), example.then().stream())
                        .flatMap(line -> DAY.matcher(line.text()).results())
                        .map(found -> LocalDate.parse(found.group(1)))
                        .flatMap(day -> on(versions, day).stream())
                        .anyMatch(version -> !enacted.contains(Institution.words(version.text())));
    }

    private static Optional<Institution> on(List<Institution> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !day.isBefore(version.from()))
                .max(Comparator.comparing(Institution::from));
    }

    private Library with(List<SourceFile> others, String institution, List<String> texts) {
        List<SourceFile> all = new ArrayList<>(others);
        texts.forEach(text -> all.add(new SourceFile(institution, text)));
        return with(all);
    }

    private static Optional<LocalDate> first(List<Institution> versions) {
        return versions.stream().map(Institution::from).min(Comparator.naturalOrder());
    }

    /// The text with another day of its 施行; one that is in force from a later day stays.
    private static String moved(String text, LocalDate from, LocalDate day) {
        return Pattern.compile("(?ms)(^施行:.*?自: *)" + from).matcher(text).replaceFirst("$1" + day);
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
