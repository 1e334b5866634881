package org.mingze.duty.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.mingze.institution.InstitutionFiles.SourceFile;

/// Changes one number, period, unit, condition, comparison, deadline or rung of a duty, and runs
/// what is written beside it: a case must fail.
///
/// `-Dmingze.mutants=1` tries every mutant instead of each twentieth;
/// `-Dmingze.mutated=party.` only of such institutions.
@DisplayName("改一处制度，必有一例不合")
class LibraryMutationTest {
    private static final int EACH = Integer.getInteger("mingze.mutants", 20);

    /// Comments may stand before the title.
    private static final Pattern INSTITUTION = Pattern.compile("(?m)^制度:");

    private static final Pattern VOCABULARY = Pattern.compile("(?m)^词汇:");

    private static final String ONLY = System.getProperty("mingze.mutated", "");

    private final Library library = Library.read(Path.of("institutions"));
    private final Map<Path, List<Example>> examples = new HashMap<>();
    private final Map<Path, List<SourceFile>> needed = new HashMap<>();
    private int killed;
    private int unreadable;

    @Test
    @DisplayName("活下来的都列在册，各有缘由；册上的也都还活着")
    void isNoticedBySomeCase(TestReporter reporter) throws IOException {
        Map<String, String> listed = listed();
        Set<String> keys = new TreeSet<>();
        Set<String> alive = new TreeSet<>();
        Set<String> tried = new TreeSet<>();
        for (SourceFile file : institutions()) {
            for (Mutant mutant : Mutants.of(file)) {
                keys.add(mutant.key());
                if (Math.floorMod(mutant.key().hashCode(), EACH) == 0) {
                    tried.add(mutant.key());
                    if (survives(mutant)) {
                        alive.add(mutant.key());
                    }
                }
            }
        }
        reporter.publishEntry(
                "变异",
                "%d 处，试 %d：%d 被发觉，%d 读不通，%d 活着：\n%s"
                        .formatted(
                                keys.size(),
                                tried.size(),
                                killed,
                                unreadable,
                                alive.size(),
                                String.join("\n", alive)));
        assertThat(alive).as("活着而未列").isSubsetOf(listed.keySet());
        assertThat(tried.stream().filter(listed::containsKey))
                .as("已列而被发觉")
                .allMatch(alive::contains);
        if (EACH == 1 && ONLY.isEmpty()) {
            assertThat(keys).as("册上所列已不存在").containsAll(listed.keySet());
        }
        assertThat(listed.values()).as("缘由").noneMatch(String::isBlank);
    }

    private List<SourceFile> institutions() {
        return library.files().stream()
                .filter(file -> INSTITUTION.matcher(file.text()).find())
                .filter(file -> file.name().contains(ONLY))
                .toList();
    }

    private boolean survives(Mutant mutant) {
        List<SourceFile> files = new ArrayList<>(needed(mutant));
        files.add(mutant.changed());
        Library changed = library.with(files);
        if (!changed.loaded().diagnostics().isEmpty()) {
            unreadable++;
            return false;
        }
        for (Example example : examples(mutant.folder())) {
            if (!passes(changed, example)) {
                killed++;
                return false;
            }
        }
        return true;
    }

    private static boolean passes(Library changed, Example example) {
        return CaseRun.run(changed, example).passed();
    }

    private List<Example> examples(Path folder) {
        return examples.computeIfAbsent(
                folder,
                _ ->
                        library.cases().stream()
                                .filter(file -> Path.of(file.name()).startsWith(folder))
                                .flatMap(file -> Examples.read(file.name(), file.text()).stream())
                                .toList());
    }

    /// The vocabularies, and every other institution that the cases or the file name.
    private List<SourceFile> needed(Mutant mutant) {
        return needed.computeIfAbsent(
                Path.of(mutant.original().name()),
                _ -> {
                    String told =
                            mutant.original().text()
                                    + library.cases().stream()
                                            .filter(
                                                    file ->
                                                            Path.of(file.name())
                                                                    .startsWith(mutant.folder()))
                                            .map(SourceFile::text)
                                            .collect(Collectors.joining());
                    return library.files().stream()
                            .filter(file -> !file.name().equals(mutant.original().name()))
                            .filter(file -> isNeeded(file, told))
                            .toList();
                });
    }

    private static boolean isNeeded(SourceFile file, String told) {
        boolean vocabulary = VOCABULARY.matcher(file.text()).find();
        return vocabulary || told.contains(Mutants.id(file.text()));
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        try (InputStream resource =
                Objects.requireNonNull(
                        LibraryMutationTest.class.getResourceAsStream("/mutants/survivors.txt"))) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> line.contains("\t"))
                    .forEach(
                            line ->
                                    listed.put(
                                            line.substring(0, line.indexOf('\t')),
                                            line.substring(line.indexOf('\t') + 1)));
        }
        return listed;
    }
}
