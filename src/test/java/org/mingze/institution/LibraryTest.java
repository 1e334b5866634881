package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        Path common = LIBRARY.resolve("vocabulary");
        Vocabulary vocabulary = InstitutionFiles.read(List.of(common)).vocabulary();
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

    @Test
    @DisplayName("每项职责有守住的例，也有没守住的例")
    void everyDutyHasAGoodAndABadCase() throws IOException {
        String cases = cases();
        for (Institution institution : InstitutionFiles.read(List.of(LIBRARY)).institutions()) {
            for (Duty duty : institution.duties()) {
                String line = "(?m)^  于 .* ?%s .*= (%s)( .*)?$";
                String number = Pattern.quote(duty.number());
                assertThat(cases).containsPattern(line.formatted(number, "已履|收"));
                assertThat(cases).containsPattern(line.formatted(number, "违|警|拒|记|迟履"));
            }
        }
    }

    @Test
    @DisplayName("每项职责有中文名和依据，没有来源的数是待定的参数")
    void everyDutyIsNamedAndFounded() {
        Loaded loaded = InstitutionFiles.read(List.of(LIBRARY));
        assertThat(loaded.institutions()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(loaded.institutions())
                .flatExtracting(Institution::duties)
                .allSatisfy(
                        duty -> {
                            assertThat(duty.name()).isNotEqualTo(duty.number());
                            assertThat(duty.basis().citation()).isNotBlank();
                        });
        assertThat(loaded.institutions())
                .flatExtracting(institution -> institution.parameters().values())
                .filteredOn(parameter -> parameter.on(LocalDate.of(2026, 1, 1)).isEmpty())
                .allSatisfy(open -> assertThat(open.settableBy()).containsAnyOf("县", "乡镇", "本级"))
                .extracting(Parameter::name)
                .contains("受理期", "学习天数", "传达期", "大额", "回头看期");
    }

    private static String cases() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".case")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
