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
import org.junit.jupiter.api.Test;
import org.mingze.reading.printing.ReadingJson;
import org.mingze.reading.text.ReportReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("自拟并标注的各类材料")
class ReadingQualityTest {
    private static final Path TEXTS = Path.of("src", "test", "resources", "reading");
    private static final Map<String, Double> AIMS =
            Map.of(
                    "outline", 0.95,
                    "figures", 0.92,
                    "problems", 0.88,
                    "causes", 0.75,
                    "measures", 0.85,
                    "links", 0.60,
                    "duties", 0.85);
    private static final Map<String, Double> ASIDE_FLOORS =
            Map.of(
                    "outline", 0.75,
                    "figures", 0.92,
                    "problems", 0.84,
                    "causes", 0.75,
                    "measures", 0.83,
                    "links", 0.60,
                    "duties", 0.85);

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    @DisplayName("调试时看得到的材料，各项得分达到目标")
    void readsTextsThatWereLookedAt() throws IOException {
        assertFloors(AIMS, score("learn"));
    }

    @Test
    @DisplayName("从不用来调试的材料，各项得分不低于底线")
    void readsTextsKeptAside() throws IOException {
        assertFloors(ASIDE_FLOORS, score("aside"));
    }

    private static void assertFloors(Map<String, Double> floors, ReadingScore score) {
        floors.forEach(
                (field, aim) ->
                        assertThat(score.f1(field))
                                .as("%s: %s", field, score)
                                .isGreaterThanOrEqualTo(aim));
    }

    private ReadingScore score(String folder) throws IOException {
        ReadingScore all = new ReadingScore();
        boolean shown = System.getProperty("mingze.reading.missed", "").equals(folder);
        for (Path labels : labels(TEXTS.resolve(folder))) {
            ReadingScore score = new ReadingScore();
            String name = labels.getFileName().toString().replace(".labels", ".txt");
            String text = Files.readString(labels.resolveSibling(name));
            JsonNode gold = LabelFile.read(labels, text);
            JsonNode found = read(name, text);
            score.add(gold, found);
            all.add(gold, found);
            System.out.println(folder + " " + name + ": " + score);
            if (shown) {
                score.missed().forEach(line -> System.out.println("    " + line));
            }
        }
        System.out.println(folder + "         found wrong missed F1");
        all.table().forEach(System.out::println);
        return all;
    }

    private static List<Path> labels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".labels")).sorted().toList();
        }
    }

    private JsonNode read(String name, String text) {
        StringWriter out = new StringWriter();
        ReadingJson.write(List.of(ReportReader.read(name, text)), out);
        return json.readTree(out.toString()).path(0);
    }
}
