package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

@DisplayName("术语：一个中文词对一个英文标识")
class GlossaryTest {
    private static final Pattern TERM =
            Pattern.compile("^/// ([\\p{IsHan}\\w]+) — ", Pattern.MULTILINE);
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "^public (?:abstract |final |sealed |non-sealed )*"
                            + "(?:class|record|interface|enum) (\\w+)",
                    Pattern.MULTILINE);

    private record Term(String term, String identifier, String meaning, String module) {}

    @Test
    @DisplayName("每个公开类型的定义词都在术语表里，术语表里的词都在用")
    void bindsTheTypes() throws IOException {
        Map<String, String> written = new TreeMap<>();
        glossary().forEach(term -> written.put(term.identifier(), term.term()));
        assertThat(written).isEqualTo(inUse());
    }

    @Test
    @DisplayName("没有一个词指两样东西，没有一样东西有两个词")
    void isOneToOne() throws IOException {
        List<Term> terms = glossary();
        assertThat(terms).extracting(Term::term).doesNotHaveDuplicates();
        assertThat(terms).extracting(Term::identifier).doesNotHaveDuplicates();
        assertThat(terms).noneMatch(term -> term.meaning().isBlank());
    }

    @Test
    @DisplayName("GLOSSARY.md 由术语表写出")
    void theTableIsGenerated() throws IOException {
        StringBuilder table =
                new StringBuilder(
                        """
                        # Glossary

                        Generated from glossary.yaml.

                        | 术语 | identifier | meaning | module |
                        |---|---|---|---|
                        """);
        for (Term term : glossary()) {
            table.append(
                    "| %s | `%s` | %s | %s |%n"
                            .formatted(
                                    term.term(), term.identifier(), term.meaning(), term.module()));
        }
        Path committed = Path.of("GLOSSARY.md");
        if (Boolean.getBoolean("mingze.draw")) {
            Files.writeString(committed, table);
        }
        assertThat(Files.readString(committed))
                .as("术语表变了：运行 ./mingze test -Dtest=GlossaryTest -Dmingze.draw=true 后提交")
                .isEqualTo(table.toString());
    }

    private static Map<String, String> inUse() throws IOException {
        Map<String, String> terms = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Matcher type = PUBLIC_TYPE.matcher(text);
                Matcher term = TERM.matcher(text);
                if (type.find() && term.find() && term.start() < type.start()) {
                    terms.put(type.group(1), term.group(1));
                }
            }
        }
        return terms;
    }

    @SuppressWarnings("unchecked")
    private static List<Term> glossary() throws IOException {
        Object read =
                new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
                        .loadFromString(Files.readString(Path.of("glossary.yaml")));
        List<Term> terms = new ArrayList<>();
        for (Map<String, String> item : (List<Map<String, String>>) read) {
            terms.add(
                    new Term(
                            String.valueOf(item.get("术语")),
                            String.valueOf(item.get("identifier")),
                            String.valueOf(item.get("meaning")),
                            String.valueOf(item.get("module"))));
        }
        return terms;
    }
}
