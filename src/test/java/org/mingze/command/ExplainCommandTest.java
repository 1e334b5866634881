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

@DisplayName("explain 命令")
class ExplainCommandTest {
    @TempDir private Path folder = Path.of("");

    private record Ran(int code, String out) {}

    @Test
    @DisplayName("出具的判定书自己核得过，改一个日期就核不过，退出码1")
    void whatItIssuesIsChecked() throws IOException {
        Ran issued = explain("--at", "2026-06-30", "--json");
        assertThat(issued.code()).isEqualTo(ExitCode.FINE);
        Path file = folder.resolve("判定书.json");
        Files.writeString(file, issued.out());
        assertThat(check(file).code()).isEqualTo(ExitCode.FINE);
        Files.writeString(file, issued.out().replaceFirst("\"due\":\"2026", "\"due\":\"2027"));
        Ran changed = check(file);
        assertThat(changed.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(changed.out()).contains("不合 due");
    }

    @Test
    @DisplayName("按那天所知和按现在所知是两问，各写明所知到第几号")
    void thenAndNowAreTwoQuestions() {
        Ran now = explain("--at", "2026-06-30");
        Ran then = explain("--at", "2026-06-30", "--known", "2026-06-30");
        Ran byNumber = explain("--at", "2026-06-30", "--known", "1200");
        assertThat(now.out()).contains("依据 ").contains("施行版");
        assertThat(then.out()).isNotEqualTo(now.out());
        assertThat(byNumber.out()).contains("所知1200笔");
    }

    @Test
    @DisplayName("没写职责、没写日期、所知写得不对，都是用法不对，退出码2")
    void wrongUsageIsSaid() {
        assertThat(run("explain", "--journal", "samples/mingchuan", "--at", "2026-06-30").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(explain().code()).isEqualTo(ExitCode.USAGE);
        assertThat(explain("--at", "2026-06-30", "--known", "上月").code()).isEqualTo(ExitCode.USAGE);
    }

    private static Ran check(Path file) {
        return run("explain", "--journal", "samples/mingchuan", "--check", file.toString());
    }

    private static Ran explain(String... more) {
        String[] all = {
            "explain", "--journal", "samples/mingchuan", "--duty", "谈话.覆盖", "--bearer", "青石街道党工委书记"
        };
        String[] arguments = new String[all.length + more.length];
        System.arraycopy(all, 0, arguments, 0, all.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return run(arguments);
    }

    private static Ran run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = CommandLineEntry.run(arguments);
            return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
