package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.InstitutionFiles.SourceFile;

@DisplayName("改坏的制度文件")
class MutatedFilesTest {
    private static final long SEED = 20251001;
    private static final int ROUNDS = 30;
    private static final List<String> PIECES =
            List.of(
                    ": ",
                    "- ",
                    "[",
                    "]",
                    "{",
                    "}",
                    "'",
                    "\"",
                    "&a ",
                    "*a",
                    "!!int ",
                    "<<: ",
                    "|\n",
                    ">\n",
                    "\t",
                    "\n",
                    "\u0000",
                    "\ufeff",
                    "：",
                    "，",
                    "不详",
                    "",
                    "2025-02-30",
                    "# ",
                    "---\n",
                    "...\n",
                    "%YAML 1.3\n",
                    "? ",
                    "->",
                    "((((",
                    "𠀀",
                    "\ud800",
                    "号: ",
                    "1/0",
                    "0/0");

    @Test
    @DisplayName("不论怎样改坏，只有诊断，没有异常")
    void neverThrows() throws IOException {
        Random random = new Random(SEED);
        List<SourceFile> library = library();
        SourceFile vocabulary = vocabulary(library);
        for (int round = 0; round < ROUNDS; round++) {
            for (SourceFile original : library) {
                List<SourceFile> files = new ArrayList<>();
                if (!original.equals(vocabulary)) {
                    files.add(vocabulary);
                }
                files.add(new SourceFile(original.name(), mutated(original.text(), random)));
                assertThat(InstitutionFiles.read(files).diagnostics())
                        .allSatisfy(
                                each -> {
                                    assertThat(each.line()).isPositive();
                                    assertThat(each.column()).isPositive();
                                    assertThat(each.message()).isNotBlank();
                                });
            }
        }
    }

    private static SourceFile vocabulary(List<SourceFile> library) {
        return library.stream()
                .filter(file -> file.text().startsWith("词汇:"))
                .findFirst()
                .orElseThrow();
    }

    private static List<SourceFile> library() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("institutions"))) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                files.add(new SourceFile(path.toString(), Files.readString(path)));
            }
        }
        return files;
    }

    private static String mutated(String text, Random random) {
        String mutated = text;
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int from = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), from + random.nextInt(12));
            String piece =
                    switch (random.nextInt(4)) {
                        case 0 -> "";
                        case 1 -> String.valueOf((char) random.nextInt(0x10000));
                        case 2 -> slice(text, random);
                        default -> PIECES.get(random.nextInt(PIECES.size()));
                    };
            mutated = mutated.substring(0, from) + piece + mutated.substring(to);
        }
        return mutated;
    }

    private static String slice(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + random.nextInt(60)));
    }
}
