package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.reading.printing.ReadingJson;
import org.mingze.reading.text.ReportReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("有标注的材料")
class LabelledReportsTest {
    private static final Path SAMPLES = Path.of("samples", "reports");
    private static final Path OUTSIDE = Path.of("..", "shared");
    private static final Path SEED_LABELS = Path.of("src", "test", "resources", "reading", "seeds");
    private static final Map<String, Double> FLOORS =
            Map.of(
                    "outline", 0.97,
                    "figures", 0.95,
                    "problems", 0.95,
                    "causes", 0.95,
                    "measures", 0.95,
                    "links", 0.85,
                    "duties", 0.95,
                    "mechanisms", 0.6);
    private static final Map<String, Double> OUTSIDE_FLOORS =
            Map.of(
                    "outline", 0.95,
                    "figures", 0.92,
                    "problems", 0.88,
                    "causes", 0.75,
                    "measures", 0.85,
                    "links", 0.6);

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    @DisplayName("自拟的各类材料，各项得分不低于底线")
    void readsSamplesWell() throws IOException {
        List<Path> labels = labels(SAMPLES);
        assertThat(labels).hasSizeGreaterThanOrEqualTo(6);
        ReadingScore score = score(labels, SAMPLES);
        FLOORS.forEach(
                (field, floor) ->
                        assertThat(score.f1(field))
                                .as("%s: %s", field, score)
                                .isGreaterThanOrEqualTo(floor));
    }

    @TestFactory
    @DisplayName("旁边放着的标注范例，各项得分不低于底线")
    Stream<DynamicTest> readsLabelledTextsBesideTheRepository() throws IOException {
        Path labels = OUTSIDE.resolve("reading");
        if (!Files.isDirectory(labels) || !Files.isDirectory(OUTSIDE.resolve("seeds"))) {
            return Stream.empty();
        }
        ReadingScore score = score(labels(labels), OUTSIDE.resolve("seeds"));
        return OUTSIDE_FLOORS.entrySet().stream()
                .map(
                        floor ->
                                DynamicTest.dynamicTest(
                                        floor.getKey(),
                                        () ->
                                                assertThat(score.f1(floor.getKey()))
                                                        .as("%s", score)
                                                        .isGreaterThanOrEqualTo(floor.getValue())));
    }

    @TestFactory
    @DisplayName("旁边放着的原始材料，按自行标注计，各项得分不低于底线")
    Stream<DynamicTest> readsTheSeedsThatWereLabelledHere() throws IOException {
        Path texts = OUTSIDE.resolve("seeds");
        if (!Files.isDirectory(texts)) {
            return Stream.empty();
        }
        ReadingScore score = new ReadingScore();
        try (Stream<Path> files = Files.list(SEED_LABELS)) {
            for (Path label : files.sorted().toList()) {
                String name = label.getFileName().toString().replace(".labels", ".txt");
                Path text = texts.resolve(name);
                score.add(LabelFile.read(label, Files.readString(text)), read(text));
            }
        }
        return OUTSIDE_FLOORS.entrySet().stream()
                .map(
                        floor ->
                                DynamicTest.dynamicTest(
                                        floor.getKey(),
                                        () ->
                                                assertThat(score.f1(floor.getKey()))
                                                        .as("%s", score)
                                                        .isGreaterThanOrEqualTo(floor.getValue())));
    }

    private static List<Path> labels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private ReadingScore score(List<Path> labels, Path texts) throws IOException {
        ReadingScore score = new ReadingScore();
        for (Path label : labels) {
            JsonNode gold = json.readTree(Files.readString(label));
            score.add(gold, read(texts.resolve(gold.path("source").asString())));
        }
        return score;
    }

    private JsonNode read(Path file) {
        return switch (DocumentText.read(file)) {
            case Read.Document document -> {
                StringWriter out = new StringWriter();
                ReadingJson.write(
                        List.of(ReportReader.read(document.name(), document.text())), out);
                yield json.readTree(out.toString()).path(0);
            }
            case Read.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }
}
