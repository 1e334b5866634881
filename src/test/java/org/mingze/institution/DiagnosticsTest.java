package org.mingze.institution;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingze.institution.InstitutionFiles.SourceFile;

@DisplayName("制度文件的诊断")
class DiagnosticsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/institution");
    private static final String HEADING =
            """
            制度: 甲
            编号: jia
            施行: {自: 2025-01-01}
            用: [公共]
            出处: {本: {名: 本制度, 条文: {1: 一}}}""";
    private static final String WORDS =
            """
            词汇: 增补
            编号: extra
            施行: {自: 2020-01-01}""";

    /// Kinds that depend on bytes and sizes, each with its own test below.
    private static final Set<DiagnosticKind> ON_DISK =
            Set.of(
                    DiagnosticKind.FILE_UNREADABLE,
                    DiagnosticKind.FILE_NOT_UTF8,
                    DiagnosticKind.FILE_TOO_LARGE,
                    DiagnosticKind.NESTED_TOO_DEEP,
                    DiagnosticKind.ALIASES_TOO_LARGE);

    record Reproducer(String code, String name, List<String> files, List<String> places) {
        @Override
        public String toString() {
            return code + " " + name;
        }
    }

    static List<Reproducer> reproducers() throws IOException {
        String all = Files.readString(RESOURCES.resolve("faults.txt"));
        return Pattern.compile("(?m)^== ")
                .splitAsStream(all)
                .skip(1)
                .map(DiagnosticsTest::section)
                .toList();
    }

    private static Reproducer section(String section) {
        int end = section.indexOf('\n');
        int space = section.indexOf(' ');
        List<String> files = new ArrayList<>();
        List<String> places = new ArrayList<>();
        String text =
                section.substring(end + 1).strip().replace("%头", HEADING).replace("%词", WORDS);
        for (String file : Pattern.compile("(?m)^%文\n").split(text, -1)) {
            StringBuilder clean = new StringBuilder();
            int line = 1;
            for (String marked : file.split("\n", -1)) {
                String rest = marked;
                for (int mark = rest.indexOf('⟦'); mark >= 0; mark = rest.indexOf('⟦')) {
                    places.add(line + ":" + (rest.codePointCount(0, mark) + 1));
                    rest = rest.substring(0, mark) + rest.substring(mark + 1);
                }
                clean.append(rest).append('\n');
                line++;
            }
            files.add(clean.toString());
        }
        return new Reproducer(
                section.substring(0, space), section.substring(space + 1, end), files, places);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducers")
    @DisplayName("每类差错报在它的位置上，并且只报它")
    void isReportedAtItsPlace(Reproducer reproducer) throws IOException {
        assertThat(load(reproducer).stream().map(each -> each.code() + " " + place(each)))
                .as(() -> String.join("\n", reproducer.files()))
                .containsExactlyElementsOf(
                        reproducer.places().stream()
                                .map(place -> reproducer.code() + " " + place)
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducers")
    @DisplayName("每条诊断有摘录、一句话和改法，不说客套话")
    void saysWhatIsWrongAndHowToMendIt(Reproducer reproducer) throws IOException {
        assertThat(load(reproducer))
                .allSatisfy(
                        each -> {
                            assertThat(each.excerpt()).isNotBlank();
                            assertThat(each.message()).endsWith("。");
                            assertThat(each.message() + each.remedy())
                                    .doesNotContain("请", "您", "抱歉", "！");
                        });
    }

    private static List<Diagnostic> load(Reproducer reproducer) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        files.add(vocabulary());
        int number = 1;
        for (String text : reproducer.files()) {
            files.add(new SourceFile("文件" + number++, text));
        }
        return InstitutionFiles.read(files).diagnostics();
    }

    private static SourceFile vocabulary() throws IOException {
        return new SourceFile("词汇", Files.readString(RESOURCES.resolve("vocabulary.yaml")));
    }

    private static String place(Diagnostic diagnostic) {
        return diagnostic.line() + ":" + diagnostic.column();
    }

    @Test
    @DisplayName("每一类差错都有例子")
    void everyKindIsReproduced() throws IOException {
        Set<String> reproduced =
                reproducers().stream().map(Reproducer::code).collect(toCollection(TreeSet::new));
        Set<String> expected =
                Arrays.stream(DiagnosticKind.values())
                        .filter(kind -> !ON_DISK.contains(kind))
                        .map(DiagnosticKind::code)
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
                HEADING
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
                HEADING
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
