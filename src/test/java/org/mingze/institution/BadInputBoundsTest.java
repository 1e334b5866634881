package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingze.institution.InstitutionFiles.SourceFile;

/// Files just below the limit of size, each made to cost as much as it can.
@DisplayName("撑到一兆的制度文件")
class BadInputBoundsTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(15);
    private static final String HEADING =
            """
            制度: 甲
            编号: jia
            施行: {自: 2025-01-01}
            用: [公共]
            """;
    private static final String SOURCE = "出处: {本: {名: 本制度, 条文: {1: 一}}}\n";
    private static final String DUTY = "  - {号: 甲%d, 谁: 党委, 据: 本 %s A, 式: 频次, 做: %s, 每: 月, 至少: %s}";

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("一千条不认识的键", SOURCE + "职责: []\n" + lines(990, "键%d: 一"::formatted)),
                Arguments.of(
                        "一千条不在的条，一千条条文",
                        "出处:\n  本:\n    名: 本制度\n    条文:\n"
                                + lines(990, "      第%d条: 一"::formatted)
                                + "\n职责:\n"
                                + duties(990, "条%d", "会议", "1")),
                Arguments.of(
                        "一千个参数，一千项职责",
                        SOURCE
                                + "参数:\n"
                                + lines(990, "  参%d: {型: 整, 值: 1}"::formatted)
                                + "\n职责:\n"
                                + duties(990, "1", "{录: 会议, 且: 应到 > 参1}", "参%d")),
                Arguments.of(
                        "一千级台阶",
                        SOURCE
                                + "职责:\n"
                                + duties(1, "1", "会议", "1")
                                + "\n  - 号: 升\n    谁: 党委\n    据: 本 1 A\n    式: 升级\n    因: 违(甲0)\n    级:\n"
                                + lines(2990, "    - {满: %d日, 做: 党委会}"::formatted)),
                Arguments.of(
                        "一千个定义，一个套一个",
                        SOURCE
                                + "定义:\n"
                                + lines(
                                        990,
                                        at ->
                                                "  定%d: {于: 会议, 为: '%s'}"
                                                        .formatted(
                                                                at,
                                                                at == 0
                                                                        ? "应到"
                                                                        : "定%d + 定%d"
                                                                                .formatted(
                                                                                        at - 1,
                                                                                        at - 1)))
                                + "\n职责: []"),
                Arguments.of(
                        "一千个词的选项表，一千个字段都引它",
                        SOURCE
                                + "选项:\n  词表: ["
                                + IntStream.range(0, 990)
                                        .mapToObj("词%d"::formatted)
                                        .collect(Collectors.joining(", "))
                                + "]\n记录:\n  新:\n    英: New\n    归: 任\n    字段:\n"
                                + lines(990, "      字%d: 词(词表)"::formatted)
                                + "\n职责: []"),
                Arguments.of(
                        "一千个记录类型，一个承一个",
                        SOURCE
                                + "记录:\n"
                                + lines(
                                        990,
                                        at ->
                                                "  类%d: {英: T%s, 归: 任, 字段: {承: 录(类%d) 承}}"
                                                        .formatted(at, letters(at), (at + 1) % 990))
                                + "\n职责: []"),
                Arguments.of(
                        "一格里四千字的表达式，两百格",
                        SOURCE
                                + "职责:\n"
                                + lines(
                                        80,
                                        at ->
                                                DUTY.formatted(
                                                        at,
                                                        "1",
                                                        "{录: 会议, 且: '"
                                                                + "应到 > 1 或 ".repeat(440)
                                                                + "真'}",
                                                        "1"))),
                Arguments.of("两万条不认识的键", SOURCE + "职责: []\n" + lines(20_000, "键%d: 一"::formatted)),
                Arguments.of(
                        "别名铺开的十万个不认识的词",
                        SOURCE
                                + "职责:\n"
                                + DUTY.formatted(0, "1", "&a [" + "会,".repeat(900) + " 会]", "1")
                                + "\n"
                                + lines(190, at -> DUTY.formatted(at + 1, "1", "*a", "1"))),
                Arguments.of(
                        "一层套一层的列表，六十层",
                        SOURCE
                                + "职责:\n"
                                + Stream.of(
                                                "(".repeat(60) + "真" + ")".repeat(60),
                                                "非 ".repeat(60) + "真",
                                                "计("
                                                        + "筛(".repeat(50)
                                                        + "议程"
                                                        + ", x -> 真)".repeat(50)
                                                        + ") > 1",
                                                IntStream.range(0, 50)
                                                                .mapToObj(
                                                                        "凡(议程, 甲%d -> "::formatted)
                                                                .collect(Collectors.joining())
                                                        + "真"
                                                        + ")".repeat(50),
                                                "1" + " + 1".repeat(60) + " > 应到",
                                                "真" + " ⇒ 真".repeat(60))
                                        .map(
                                                deep ->
                                                        DUTY.formatted(
                                                                deep.hashCode() & 0xffff,
                                                                "1",
                                                                "{录: 会议, 且: '" + deep + "'}",
                                                                "1"))
                                        .collect(Collectors.joining("\n"))),
                Arguments.of(
                        "乘到天边的数",
                        SOURCE
                                + "职责:\n"
                                + lines(
                                        100,
                                        at ->
                                                DUTY.formatted(
                                                        at,
                                                        "1",
                                                        "{录: 会议, 且: '"
                                                                + "999999999999999999 * ".repeat(60)
                                                                + "1 > 应到'}",
                                                        "1"))));
    }

    private static String duties(int count, String article, String act, String least) {
        return lines(
                count,
                at ->
                        DUTY.formatted(
                                at,
                                article.replace("%d", "" + at),
                                act,
                                least.replace("%d", "" + at)));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static String letters(int number) {
        return Integer.toString(number + 50_000, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit((char) digit, 26))))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("按时读完，不出异常")
    void endsInTime(String name, String rest) throws IOException {
        String words = Files.readString(Path.of("src/test/resources/institution/vocabulary.yaml"));
        SourceFile file = new SourceFile(name, HEADING + rest);
        Loaded loaded =
                assertTimeoutPreemptively(
                        TIME_MAX,
                        () -> InstitutionFiles.read(List.of(new SourceFile("词汇", words), file)));
        assertThat(loaded.diagnostics()).allSatisfy(found -> assertThat(found.line()).isPositive());
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).doesNotContain("I103");
    }
}
