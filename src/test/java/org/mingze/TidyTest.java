package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("整洁：每个文件读一遍，一次说出全部毛病")
class TidyTest {
    private static final int WIDTH_MAX = 120;
    private static final int LINES_MAX = 350;
    private static final int FILES_MAX = 26;

    private static final Pattern EMPTY_NAME =
            Pattern.compile(
                    "(Manager|Util|Utils|Helper|Impl|Dto|DTO|Vo|Base[A-Z]\\w*|Abstract\\w*|Common\\w*)\\.java$");
    private static final Pattern CLOCK =
            Pattern.compile("(LocalDate|LocalDateTime|Instant)\\.now\\(");
    private static final Pattern CLOCK_HOLDER =
            Pattern.compile(
                    "(Controller|Command|FirstStart|SampleCast|Officers|SecurityRules|Accounts|PlaceCounts)\\.java$");

    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("源文件合乎写法")
    void everySourceFileIsTidy() throws IOException {
        Map<Path, Integer> filesInPackage = new TreeMap<>();
        for (Path file : javaFiles("src/main/java")) {
            filesInPackage.merge(file.getParent(), 1, Integer::sum);
            check(file, Files.readString(file), true);
        }
        for (Path file : javaFiles("src/test/java")) {
            check(file, Files.readString(file), false);
        }
        filesInPackage.forEach(
                (folder, count) -> {
                    if (count > FILES_MAX) {
                        findings.add(folder + ": " + count + " files, part the package");
                    }
                });
        assertThat(findings).isEmpty();
    }

    private void check(Path file, String text, boolean main) {
        if (EMPTY_NAME.matcher(file.toString()).find()) {
            findings.add(file + ": the name says nothing, name the concept");
        }
        String[] lines = text.split("\n", -1);
        if (main && lines.length > LINES_MAX) {
            findings.add(file + ": " + lines.length + " lines, is it one concept?");
        }
        for (int index = 0; index < lines.length; index++) {
            line(file, index + 1, lines[index], main);
        }
        if (main && isDomainType(file, text) && !hasDefinition(text)) {
            findings.add(file + ": start the /// comment with the Chinese term");
        }
    }

    private void line(Path file, int number, String line, boolean main) {
        String place = file + ":" + number + ": ";
        if (main
                && width(line) > WIDTH_MAX
                && !line.contains("\"")
                && !line.startsWith("import ")) {
            findings.add(place + width(line) + " columns, at most " + WIDTH_MAX);
        }
        if (line.strip().startsWith("/**")) {
            findings.add(place + "write /// instead of /**");
        }
        if (main && line.matches("\\s*(final )?var \\w+ =.*")) {
            findings.add(place + "write the type instead of var");
        }
        if (line.contains("@auth" + "or")
                || line.contains("FIX" + "ME")
                || line.contains("TO" + "DO")) {
            findings.add(place + "no authors and no unfinished marks");
        }
        if (line.matches("\\s*@(Disabled|Ignore)\\b.*")
                || (!main && line.contains("Thread" + ".sleep("))) {
            findings.add(place + "no skipped test, no sleep");
        }
        if (main && CLOCK.matcher(line).find() && !CLOCK_HOLDER.matcher(file.toString()).find()) {
            findings.add(place + "take the time as a parameter");
        }
    }

    private static boolean isDomainType(Path file, String text) {
        return !file.endsWith("package-info.java") && text.contains("\npublic ");
    }

    private static boolean hasDefinition(String text) {
        int type = text.indexOf("\npublic ");
        return Pattern.compile("^/// .*\\p{IsHan}", Pattern.MULTILINE)
                .matcher(text.substring(0, type))
                .find();
    }

    /// Chinese counts double.
    private static int width(String line) {
        return line.codePoints().map(point -> point > 0x2e7f ? 2 : 1).sum();
    }

    private static List<Path> javaFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
