package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.institution.expression.syntax.Faults;

@DisplayName("诊断目录")
class DiagnosticCatalogueTest {
    private static final Path PAGE = Path.of("docs/manual/reference/diagnostics.md");
    private static final String INTRODUCTION =
            """
            # Diagnostics

            Every error that `./mingze check` can report: its stable code, the smallest file that causes it, what is
            then said, and the remedy. This page is generated from `DiagnosticKind`, the fault kinds of the expression
            language and `src/test/resources/institution/faults.txt`; every message below was printed by the present
            version while the page was made.

            In the files, a line `%头` stands for the heading of a sound institution (制度, 编号, 施行, 用, 出处), `%词` for
            that of a sound vocabulary; `%文` parts two files; `%无` is a file that is not there, `%字节 B2E2` one of these
            bytes; `⟨3×甲⟩` is 甲甲甲.
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    @DisplayName("提交的诊断目录就是现在的诊断：每一种都有例、有话、有改法")
    void theCommittedCatalogueIsCurrent() throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(DiagnosticKind.values()).forEach(of -> titles.put(of.code(), of.title()));
        Arrays.stream(Faults.Kind.values()).forEach(of -> titles.put(of.code(), of.title()));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        titles.forEach((code, title) -> page.append(section(code, title)));
        if (Boolean.getBoolean("mingze.draw")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("诊断变了：运行 ./mingze test -Dtest=DiagnosticCatalogueTest -Dmingze.draw=true 后提交")
                .isEqualTo(page.toString());
    }

    private String section(String code, String title) {
        List<Reproducer> reproducers =
                Reproducer.all().stream().filter(of -> of.code().equals(code)).toList();
        assertThat(reproducers).as(code).isNotEmpty();
        Reproducer smallest = reproducers.getFirst();
        Diagnostic found =
                smallest.read(folder).stream()
                        .filter(of -> of.code().equals(code))
                        .findFirst()
                        .orElseThrow();
        return """

        ## %s %s

        %s:

        ```yaml
        %s
        ```

        %d:%d %s

        怎么改：%s
        """
                .formatted(
                        code,
                        title,
                        smallest.name(),
                        smallest.written(),
                        found.line(),
                        found.column(),
                        found.message().replace(folder + "/", ""),
                        found.remedy());
    }
}
