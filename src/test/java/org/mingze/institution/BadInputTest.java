package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.InstitutionFiles.SourceFile;

/// Whatever a file holds, reading it ends soon, takes little memory, throws nothing, and gives out
/// no institution, so that nothing is ever judged by it.
@DisplayName("坏的制度文件")
class BadInputTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(10);
    private static final long BYTES_MAX = 400_000_000;
    private static final String DUTY = "  - {号: 甲, 谁: 党委, 据: 本 1 A, 式: 频次, 做: 会议, 每: 月, 至少: 1}";

    private static String file(String rest) {
        return """
        制度: 甲
        编号: jia
        施行: {自: 2025-01-01}
        用: [公共]
        出处: {本: {名: 本制度, 条文: {1: 一}}}
        %s
        """
                .formatted(rest);
    }

    private static Loaded read(String... texts) {
        return assertTimeoutPreemptively(
                TIME_MAX,
                () -> {
                    List<SourceFile> files = new ArrayList<>();
                    files.add(new SourceFile("词汇", vocabulary()));
                    for (String text : texts) {
                        files.add(new SourceFile("文件" + files.size(), text));
                    }
                    long before = allocated();
                    Loaded loaded = InstitutionFiles.read(files);
                    assertThat(allocated() - before).as("用去的内存").isLessThan(BYTES_MAX);
                    return loaded;
                });
    }

    private static String vocabulary() throws IOException {
        return Files.readString(Path.of("src/test/resources/institution/vocabulary.yaml"));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    /// Positioned, with a remedy, and nothing to judge by.
    private static void isRefused(Loaded loaded, String code, int line, String remedy) {
        assertThat(loaded.institutions()).isEmpty();
        assertThat(loaded.diagnostics())
                .isNotEmpty()
                .allSatisfy(
                        found -> {
                            assertThat(found.line()).isPositive();
                            assertThat(found.column()).isPositive();
                            assertThat(found.remedy()).isNotBlank();
                        })
                .anySatisfy(
                        found -> {
                            assertThat(found.code()).isEqualTo(code);
                            assertThat(found.line()).isEqualTo(line);
                            assertThat(found.remedy()).contains(remedy);
                        });
    }

    @Test
    @DisplayName("拼错的键：问是不是那一个")
    void refusesTypos() {
        isRefused(read(file("职责:\n" + DUTY.replace("至少", "至小"))), "I201", 7, "是不是“至少”");
    }

    @Test
    @DisplayName("单位不合：限以小时计、参数的值换了单位、钱写成次数，都不收")
    void refusesWrongUnits() {
        isRefused(
                read(
                        file(
                                """
                                职责:
                                  - {号: 甲, 谁: 起.责任单位, 据: 本 1 A, 式: 时限, 起: 问题, 止: 销号, 限: 24小时, 末日遇休: 顺延}""")),
                "I513",
                7,
                "工作日");
        isRefused(
                read(file("参数: {限期: {型: 时长, 单位: 工作日, 值: 5日, 据: 本 1 A}}\n职责: []")), "I513", 6, "单位");
        isRefused(
                read(file("职责:\n" + DUTY.replace("做: 会议", "做: {录: 问题, 量: 费用}"))), "I213", 7, "整数");
    }

    @Test
    @DisplayName("没有的日子：二月三十日不是日期")
    void refusesImpossibleDays() {
        isRefused(
                read(file("职责:\n" + DUTY).replace("2025-01-01", "2025-02-30")),
                "I210",
                3,
                "2026-02-28");
    }

    @Test
    @DisplayName("引了没有的条：指到那一条")
    void refusesMissingArticles() {
        isRefused(read(file("职责:\n" + DUTY.replace("本 1 A", "本 9 A"))), "I405", 7, "未明");
    }

    @Test
    @DisplayName("表达式套一千层：当即停下")
    void refusesDeepExpressions() {
        for (String deep :
                List.of(
                        "(".repeat(1000) + "真" + ")".repeat(1000),
                        "非 ".repeat(1000) + "真",
                        "[".repeat(1000) + "1" + "]".repeat(1000),
                        "计(筛(".repeat(500) + "议程" + "))".repeat(500),
                        "真" + " ⇒ 真".repeat(1000))) {
            Loaded loaded =
                    read(file("职责:\n" + DUTY.replace("做: 会议", "做: {录: 会议, 且: '" + deep + "'}")));
            assertThat(loaded.institutions()).as(deep.substring(0, 20)).isEmpty();
            assertThat(loaded.diagnostics())
                    .as(deep.substring(0, 20))
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.line()).isEqualTo(7));
        }
    }

    @Test
    @DisplayName("定义一个套一个、每个用两遍：算出代价过大，不收")
    void refusesDefinitionsThatDouble() {
        StringBuilder doubling = new StringBuilder("定义:\n  甲0: {于: 会议, 为: 应到 + 应到}\n");
        for (int level = 1; level < 40; level++) {
            doubling.append(
                    "  甲%d: {于: 会议, 为: 甲%d + 甲%d}\n".formatted(level, level - 1, level - 1));
        }
        Loaded loaded = read(file(doubling + "职责: []"));
        assertThat(loaded.institutions()).isEmpty();
        assertThat(loaded.diagnostics().getFirst().code()).isEqualTo("expression.too-costly");
        assertThat(loaded.diagnostics().getFirst().line()).isGreaterThan(7);
    }

    @Test
    @DisplayName("阶段的条件又问阶段、定义又问阶段：不收，不会绕个没完")
    void refusesStagesThatAskForStages() {
        isRefused(
                read(
                        file(
                                "案卷: {甲: {起: 问题, 阶段: [{名: 完, 当: '阶段(此) = \"完\"'}, {名: 未完}]}}\n"
                                        + "职责: []")),
                "expression.function",
                6,
                "");
        isRefused(
                read(
                        file(
                                """
                                定义: {停着: {于: 问题, 为: '阶段(此) = "完"'}}
                                案卷: {甲: {起: 问题, 阶段: [{名: 完, 当: 停着}, {名: 未完}]}}
                                职责: []""")),
                "expression.function",
                6,
                "");
    }

    @Test
    @DisplayName("十兆的文件：不读")
    void refusesLargeFiles() {
        String long_ = file("职责:\n" + DUTY) + "# 注\n".repeat(2_000_000);
        isRefused(read(long_), "I103", 1, "一个文件");
    }

    @Test
    @DisplayName("别名层层展开：不展开")
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("参数:\n  a0: &a0 [一, 二, 三, 四, 五, 六, 七, 八, 九, 十]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append("  a%d: &a%d [%s]\n".formatted(level, level, aliases(level - 1)));
        }
        isRefused(read(file(bomb + "职责: []")), "I106", 11, "别名");
    }

    private static String aliases(int level) {
        return String.join(", ", java.util.Collections.nCopies(10, "*a" + level));
    }

    @Test
    @DisplayName("全角与形近的字：键、数、运算符都指出来或认得")
    void refusesLookAlikes() {
        isRefused(read(file("职责:\n" + DUTY.replace("每", "毎"))), "I201", 7, "是不是“每”");
        isRefused(read(file("职责:\n" + DUTY.replace("至少: 1", "至少: １"))), "I211", 7, "整数");
        isRefused(read(file("职责:\n" + DUTY.replace("{号", "{Ａ号"))), "I201", 7, "改");
        isRefused(read(file("职责：\n" + DUTY)), "I104", 6, "半角");
    }

    @Test
    @DisplayName("升级绕成一圈：两处都指出来")
    void refusesEscalationRings() {
        String ring =
                """
                职责:
                  - {号: 甲, 谁: 党委, 据: 本 1 A, 式: 升级, 因: 违(丙), 级: [{满: 3日, 做: 党委会}]}
                  - {号: 乙, 谁: 党委, 据: 本 1 A, 式: 升级, 因: 违(甲), 级: [{满: 3日, 做: 党委会}]}
                  - {号: 丙, 谁: 党委, 据: 本 1 A, 式: 升级, 因: 违(乙), 级: [{满: 3日, 做: 党委会}]}""";
        Loaded loaded = read(file(ring));
        isRefused(loaded, "I522", 7, "因");
        isRefused(loaded, "I522", 8, "因");
        isRefused(loaded, "I522", 9, "因");
    }

    @Test
    @DisplayName("同一天施行两个版本：两个都不收")
    void refusesTwoVersionsOnOneDay() {
        Loaded loaded = read(file("职责: []"), file("职责:\n" + DUTY));
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsOnly("I408");
        assertThat(loaded.diagnostics().getFirst().message()).contains("文件1");
        assertThat(loaded.institutions()).hasSizeLessThan(2);
    }

    @Test
    @DisplayName("与没有的制度抵触：整库一起读时指出来，并问是不是那一个")
    void refusesUnknownExclusions(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("词汇.yaml"), vocabulary());
        Files.writeString(folder.resolve("甲.yaml"), file("抵触: [yii]\n职责: []"));
        Files.writeString(folder.resolve("乙.yaml"), file("职责: []").replace("编号: jia", "编号: yi"));
        Loaded loaded = InstitutionFiles.read(List.of(folder));
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly("I415");
        assertThat(loaded.diagnostics().getFirst().remedy()).contains("是不是“yi”");
    }
}
