package org.mingze.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("check 命令")
class CheckCommandTest {
    private static final Duration TIME_MAX = Duration.ofSeconds(10);

    @TempDir private Path folder = Path.of("");

    private record Ran(int code, String out, String complaints) {}

    @Test
    @DisplayName("整库没有错误，退出码0；同一个文件写两遍也只读一遍")
    void theLibraryIsSound() {
        assertThat(check().code()).isEqualTo(ExitCode.FINE);
        assertThat(check("institutions").out()).contains("没有错误");
        String words = "institutions/vocabulary/common/2020-01-01.yaml";
        assertThat(check(words, "./" + words).out()).contains("没有错误");
    }

    @Test
    @DisplayName("写错的文件：第几行第几列、摘录、改法，退出码1")
    void showsThePlaceTheExcerptAndTheRemedy() throws IOException {
        Path library = Path.of("institutions/central/party.centre.group");
        Path sound;
        try (java.util.stream.Stream<Path> files = Files.list(library)) {
            sound =
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .findFirst()
                            .orElseThrow();
        }
        Path file = folder.resolve("错.yaml");
        Files.writeString(file, Files.readString(sound).replaceFirst("至少:", "至小:"));
        Ran ran = check(file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out())
                .containsPattern(
                        "错\\.yaml:\\d+:\\d+ \\[I201\\] .*没有键“至小”。\n    \\S.*\n    怎么改：是不是“至少”");
        assertThat(ran.out()).containsPattern("错误\\d+处。");
    }

    @Test
    @DisplayName("乱字节、不是UTF-8、空的、没有的、空文件夹：各说一句，没有异常")
    void saysWhatItCannotRead() throws IOException {
        byte[] junk = new byte[100_000];
        new Random(7).nextBytes(junk);
        refuses(Files.write(folder.resolve("乱.yaml"), junk), "I102");
        refuses(
                Files.write(folder.resolve("国标.yaml"), "制度: 甲".getBytes(Charset.forName("GBK"))),
                "I102");
        refuses(Files.write(folder.resolve("空.yaml"), new byte[0]), "I111");
        refuses(Files.write(folder.resolve("零.yaml"), new byte[1000]), "I104");
        refuses(Files.writeString(folder.resolve("大.yaml"), "#".repeat(10_000_000)), "I103");
        refuses(folder.resolve("没有.yaml"), "I101");
        refuses(Files.writeString(folder.resolve("旁.case"), "制度: party.study\n例: 好 甲\n"), "I");
        assertThat(check(Files.createDirectory(folder.resolve("夹")).toString()).out())
                .contains("制度0件");
    }

    private static void refuses(Path file, String code) {
        Ran ran = check(file.toString());
        assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains(file + ":").contains("[" + code).contains("怎么改：");
        assertThat(ran.out() + ran.complaints())
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private static Ran check(String... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "check";
        System.arraycopy(files, 0, arguments, 1, files.length);
        return assertTimeoutPreemptively(TIME_MAX, () -> run(arguments));
    }

    private static Ran run(String... arguments) {
        PrintStream before = System.out;
        PrintStream complaining = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            int code = CommandLineEntry.run(arguments);
            return new Ran(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    complaints.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(complaining);
        }
    }
}
