package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("述职模板的读入")
class ReportTemplateTest {
    private static final String HEAD =
            """
            制度: 述职办法
            编号: test.report
            施行: {自: 2025-01-01}
            用: [公共]
            出处: {本: {名: 述职办法, 条文: {}}}
            职责: []
            指标:
              - {号: 学习数, 谁: 党委党组, 每: 季, 值: 期内(学习), 单位: 次}
            述职:
              号: 述职.书记
              谁: 党委书记
              板块:
                - 题: 履职情况
                  句:
            """;

    @Test
    @DisplayName("句分成文字和位")
    void aSentenceIsPartedIntoWordsAndPlaces() throws IOException {
        Loaded loaded = load("'{人}学习{学习数}，违{违:x.y/研讨.季}。'");
        assertThat(loaded.diagnostics()).isEmpty();
        ReportTemplate template = loaded.institutions().getFirst().reports().getFirst();
        ReportTemplate.Sentence sentence = template.clauses().getFirst().sentences().getFirst();
        assertThat(sentence)
                .isInstanceOfSatisfying(
                        ReportTemplate.Sentence.Said.class,
                        said -> assertThat(said.pieces()).hasSize(6));
    }

    @ParameterizedTest(name = "{0} → {1}，第{2}列")
    @DisplayName("写错的位和直接写的数，指出在哪一列")
    @CsvSource({
        "'学习{学习次}。', I412, 15",
        "'违{违:研讨}。', I413, 14",
        "'学习{学 习}。', I514, 15",
        "'学习{学习数。', I514, 14",
        "'学习十余次，共12次。', I515, 19",
    })
    void whatIsWrongIsSaidWithItsPlace(String sentence, String code, int column)
            throws IOException {
        List<Diagnostic> found = load("'" + sentence + "'").diagnostics();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().code()).isEqualTo(code);
        assertThat(found.getFirst().line()).isEqualTo(15);
        assertThat(found.getFirst().column()).isEqualTo(column);
    }

    @Test
    @DisplayName("引别的制度没有的号，一并读时指出")
    void whatAnotherInstitutionLacksIsSaid() throws IOException {
        List<Diagnostic> found = load("'{test.report/研讨数}'").diagnostics();
        assertThat(found).extracting(Diagnostic::code).containsExactly("I412");
    }

    private static Loaded load(String sentence) throws IOException {
        String vocabulary =
                Files.readString(Path.of("institutions/vocabulary/common/2020-01-01.yaml"));
        return InstitutionFiles.read(
                List.of(
                        new InstitutionFiles.SourceFile("common", vocabulary),
                        new InstitutionFiles.SourceFile(
                                "report.yaml", HEAD + "        - " + sentence + "\n")));
    }
}
