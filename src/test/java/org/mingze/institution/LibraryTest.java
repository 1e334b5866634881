package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("制度库")
class LibraryTest {
    private static final Path LIBRARY = Path.of("institutions");

    @Test
    @DisplayName("库中每个文件都读得通")
    void everyFileLoads() {
        Loaded loaded = InstitutionFiles.read(List.of(LIBRARY));
        assertThat(loaded.diagnostics().stream().map(Diagnostic::render)).isEmpty();
    }

    @Test
    @DisplayName("公共词汇有三十六个可录的类型和两个内置类型")
    void theVocabularyHasItsTypes() {
        Vocabulary vocabulary = InstitutionFiles.read(List.of(LIBRARY)).vocabulary();
        assertThat(vocabulary.recordTypes()).hasSize(38);
        assertThat(vocabulary.engineMade()).containsExactlyInAnyOrder("任职", "方案立制");
        assertThat(vocabulary.recordType("会议").orElseThrow().followingPaths())
                .containsExactlyInAnyOrder("议程.事项", "计划", "起因");
        assertThat(
                        vocabulary
                                .recordType("谈话")
                                .flatMap(type -> type.field("对象"))
                                .orElseThrow()
                                .fieldClass())
                .isEqualTo(FieldClass.PERSONAL);
    }
}
