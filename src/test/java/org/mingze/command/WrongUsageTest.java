package org.mingze.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("命令写错了")
class WrongUsageTest {
    private record Ran(int code, String out, String err) {}

    @Test
    @DisplayName("选项写错，说出是哪个，问是不是另一个，退出码2")
    void namesTheUnknownOption() {
        Ran ran = run("check", "--librery", "x");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--librery").contains("是不是“--library");
    }

    @Test
    @DisplayName("缺了要写的，说出缺什么")
    void namesWhatIsMissing() {
        Ran ran = run("close");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("缺期").doesNotContain("Missing");
    }

    @Test
    @DisplayName("日期读不了，说出写的是什么、该怎么写")
    void namesTheDateThatCannotBeRead() {
        Ran ran = run("evaluate", "--journal", "samples/mingchuan", "--at", "2025-02-30");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("“--at”写的“2025-02-30”读不了").contains("2026-05-31");
    }

    @Test
    @DisplayName("核验解开了的检查包，说给原来的.zip文件")
    void namesTheUnpackedPacket(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("proofs.jsonl"), "{}\n");
        Ran ran = run("verify", folder.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains("解开了的检查包", ".zip").doesNotContain("十六进制");
    }

    @Test
    @DisplayName("每个命令都有 --help")
    void everyCommandHasHelp() {
        Ran ran = run("check", "--help");
        assertThat(ran.code()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("制度");
    }

    private static Ran run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = CommandLineEntry.run(arguments);
            return new Ran(
                    code,
                    written.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
