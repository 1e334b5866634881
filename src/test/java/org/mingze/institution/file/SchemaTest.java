package org.mingze.institution.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("编辑器用的制度格式")
class SchemaTest {
    private static final Path FOLDER = Path.of("institutions/schema");
    private static final Path SOUND =
            Path.of("institutions/central/party.centre.group/2017-01-30.yaml");

    private static Map<String, String> drawn() {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put("institution.schema.json", SchemaDraft.text(new SchemaDraft().institution()));
        schemas.put("vocabulary.schema.json", SchemaDraft.text(new SchemaDraft().vocabulary()));
        schemas.put("settings.schema.json", SchemaDraft.text(new SchemaDraft().settings()));
        return schemas;
    }

    @Test
    @DisplayName("提交的格式就是读取器的键表生成的格式")
    void theCommittedSchemasAreCurrent() throws IOException {
        for (Map.Entry<String, String> schema : drawn().entrySet()) {
            Path file = FOLDER.resolve(schema.getKey());
            if (Boolean.getBoolean("mingze.draw")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, schema.getValue());
            }
            assertThat(Files.readString(file))
                    .as("格式变了：运行 ./mingze test -Dtest=SchemaTest -Dmingze.draw=true 后提交")
                    .isEqualTo(schema.getValue());
        }
    }

    @Test
    @DisplayName("每个键都有中文说明，没有多余的说明")
    void everyKeyIsExplained() {
        SchemaDraft draft = new SchemaDraft();
        draft.institution();
        draft.vocabulary();
        draft.settings();
        assertThat(draft.meant())
                .containsExactlyInAnyOrderElementsOf(SchemaMeanings.all().keySet());
    }

    @Test
    @DisplayName("制度库的每个文件都合格式")
    void everyFileOfTheLibraryIsValid() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("institutions"))) {
            for (Path file : files.filter(SchemaTest::isInstitution).sorted().toList()) {
                faults(Files.readString(file)).forEach(fault -> faults.add(file + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isInstitution(Path file) {
        return file.toString().endsWith(".yaml") && !file.endsWith("mechanisms.yaml");
    }

    @Test
    @DisplayName("拼错的键、没有的词、缺的键、写错的据和日期，编辑器都会标出")
    void plantedFaultsAreCaught() throws IOException {
        String sound = Files.readString(SOUND);
        assertThat(faults(sound)).isEmpty();
        assertThat(faults(sound.replaceFirst("至少:", "至小:"))).isNotEmpty();
        assertThat(faults(sound.replaceFirst("式: 频次", "式: 频率"))).isNotEmpty();
        assertThat(faults(sound.replaceFirst("编号: .*", ""))).isNotEmpty();
        assertThat(faults(sound.replaceFirst("自: \\d{4}-", "自: 二零一七-"))).isNotEmpty();
        assertThat(faults(sound + "多余: 一\n")).isNotEmpty();
    }

    private static List<String> faults(String yaml) throws IOException {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<?, ?> map = (Map<?, ?>) tree;
        String name =
                map.containsKey("词汇")
                        ? "vocabulary"
                        : map.containsKey("设定") ? "settings" : "institution";
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
        return schema.validate(SchemaDraft.text(tree), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
