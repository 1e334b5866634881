package org.mingze.institution;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingze.institution.InstitutionFiles.SourceFile;
import org.mingze.institution.expression.syntax.Faults;

@DisplayName("制度文件的诊断")
class DiagnosticsTest {
    @TempDir private Path folder = Path.of("");

    static List<Reproducer> reproducers() {
        return Reproducer.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducers")
    @DisplayName("每类差错报在它的位置上，并且只报它")
    void isReportedAtItsPlace(Reproducer reproducer) {
        boolean last = reproducer.code().equals(DiagnosticKind.TOO_MANY_ERRORS.code());
        List<Diagnostic> found = load(reproducer);
        assertThat(reproducer.places()).isNotEmpty();
        assertThat(
                        (last ? found.subList(found.size() - 1, found.size()) : found)
                                .stream().map(each -> each.code() + " " + place(each)))
                .as(() -> String.join("\n", reproducer.files()))
                .containsExactlyElementsOf(
                        reproducer.places().stream()
                                .map(place -> reproducer.code() + " " + place)
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducers")
    @DisplayName("每条诊断有摘录、一句话和改法，不说客套话")
    void saysWhatIsWrongAndHowToMendIt(Reproducer reproducer) {
        assertThat(load(reproducer))
                .allSatisfy(
                        each -> {
                            assertThat(each.remedy()).isNotBlank();
                            assertThat(each.message()).isNotBlank();
                            assertThat(each.message() + each.remedy())
                                    .doesNotContain("请", "您", "抱歉", "！");
                        });
    }

    private List<Diagnostic> load(Reproducer reproducer) {
        return reproducer.read(folder);
    }

    private static SourceFile vocabulary() throws IOException {
        return new SourceFile(
                "词汇", Files.readString(Reproducer.RESOURCES.resolve("vocabulary.yaml")));
    }

    private static String place(Diagnostic diagnostic) {
        return diagnostic.line() + ":" + diagnostic.column();
    }

    @Test
    @DisplayName("每一类差错都有例子")
    void everyKindIsReproduced() {
        Set<String> reproduced =
                reproducers().stream().map(Reproducer::code).collect(toCollection(TreeSet::new));
        Set<String> expected =
                Stream.concat(
                                Arrays.stream(DiagnosticKind.values()).map(DiagnosticKind::code),
                                Arrays.stream(Faults.Kind.values()).map(Faults.Kind::code))
                        .collect(toCollection(TreeSet::new));
        assertThat(reproduced).isEqualTo(expected);
    }

    @Test
    @DisplayName("诊断的代码不重复")
    void codesAreUnique() {
        assertThat(
                        Arrays.stream(DiagnosticKind.values())
                                .map(DiagnosticKind::code)
                                .collect(toSet()))
                .hasSameSizeAs(DiagnosticKind.values());
    }

    @Test
    @DisplayName("拼错的键、词、角色、字段、条文、出处、参数、类型都问是不是")
    void suggestsTheNearestWord() throws IOException {
        String text =
                Reproducer.HEADING
                        + """

                        参数: {月次数: {型: 整, 值: 2}}
                        职责:
                          - {号: 甲, 谁: 党委会, 据: 本书 1 A, 式: 频次, 做: 谈活, 每: 月度, 至少: 月次, 宽限期: 3日}
                        """;
        Loaded loaded = InstitutionFiles.read(List.of(vocabulary(), new SourceFile("甲", text)));
        assertThat(loaded.diagnostics().stream().map(Diagnostic::remedy))
                .extracting(remedy -> remedy.substring(0, remedy.indexOf('？') + 1))
                .containsExactlyInAnyOrder(
                        "是不是“党委”？", "是不是“本”？", "是不是“谈话”？", "是不是“月”？", "是不是“月次数”？", "是不是“宽限”？");
        assertThat(loaded.institutions()).isEmpty();
    }

    @Test
    @DisplayName("表达式里的差错报在表达式里的位置")
    void placesFaultsInsideExpressions() throws IOException {
        String text =
                Reproducer.HEADING
                        + """

                        职责:
                          - {号: 甲, 谁: 党委, 据: 本 1 A, 式: 频次, 做: {录: 会议, 且: '应到 > 0 且 应道 > 1'}, 每: 月, 至少: 1}
                        """;
        Diagnostic found =
                InstitutionFiles.read(List.of(vocabulary(), new SourceFile("甲", text)))
                        .diagnostics()
                        .getFirst();
        assertThat(place(found)).isEqualTo("7:" + (text.lines().toList().get(6).indexOf("应道") + 1));
        assertThat(found.remedy()).contains("应到");
    }

    @Test
    @DisplayName("读不到、不是UTF-8、过大的文件各有诊断")
    void reportsFilesThatCannotBeRead(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("乱码.yaml"), new byte[] {(byte) 0xB2, (byte) 0xE2});
        Files.writeString(folder.resolve("过大.yaml"), "#".repeat(1_000_001));
        List<Diagnostic> found =
                InstitutionFiles.read(List.of(folder, folder.resolve("没有"))).diagnostics();
        assertThat(found.stream().map(Diagnostic::code))
                .containsExactlyInAnyOrder("I102", "I103", "I101");
    }

    @Test
    @DisplayName("过大的文本、过深的嵌套、层层别名不会耗尽机器")
    void boundsWhatItReads() {
        String wide = "制度: " + "长".repeat(400_000);
        String deep = "制度: " + "[".repeat(100_000);
        StringBuilder laughs = new StringBuilder("甲0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]\n");
        for (int level = 1; level < 10; level++) {
            String below = "*a" + (level - 1);
            laughs.append(
                    "甲%d: &a%d [%s]\n"
                            .formatted(
                                    level,
                                    level,
                                    Stream.generate(() -> below)
                                            .limit(10)
                                            .reduce((a, b) -> a + ", " + b)
                                            .orElse("")));
        }
        assertThat(Stream.of(wide, deep, laughs.toString()).map(DiagnosticsTest::onlyCode))
                .containsExactly("I103", "I105", "I106");
        assertThat(wide.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(1_000_000);
    }

    private static String onlyCode(String text) {
        List<Diagnostic> found =
                InstitutionFiles.read(List.of(new SourceFile("大", text))).diagnostics();
        assertThat(found).hasSize(1);
        return found.getFirst().code();
    }
}
