package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.command.Mingze;

@DisplayName("入账的当中断电")
class KilledImportTest {
    private static final int ROWS = 40_000;

    @TempDir Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    @DisplayName("程序被杀掉，再启动自己接着办：每行恰好入账一次，再交来全算未变")
    void goesOnOfItself() throws IOException, InterruptedException {
        int port = freePort();
        Process first = serving(port);
        String page;
        try {
            Visitor secretary = visitor(port, first);
            page = handedIn(secretary);
            await(() -> secretary.get(page), shown -> seen(shown) >= 2_000);
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = serving(port);
        try {
            Visitor secretary = visitor(port, second);
            Page done =
                    await(
                            () -> secretary.get(page),
                            shown -> shown.document().select("#progress").isEmpty());
            assertThat(done.title()).startsWith("已入账");
            long fresh = counted(done, "新入账");
            long before = counted(done, "未变");
            assertThat(fresh + before).isEqualTo(ROWS);
            assertThat(before).as("杀掉以前入账的").isGreaterThanOrEqualTo(1_000);
            String again = checked(secretary);
            Page nothing =
                    await(
                            () -> secretary.get(again),
                            shown -> shown.document().select("#progress").isEmpty());
            assertThat(nothing.title()).isEqualTo("都入过账了");
            assertThat(counted(nothing, "未变")).isEqualTo(ROWS);
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private static long seen(Page page) {
        String title = page.text("#progress h2");
        return title.matches("正在入账：已到第\\d+行") ? Long.parseLong(title.replaceAll("\\D", "")) : 0;
    }

    private static long counted(Page page, String name) {
        String value =
                page.document().select("dt").stream()
                        .filter(each -> each.text().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .nextElementSiblings()
                        .getFirst()
                        .text();
        return Long.parseLong(value.replace("行", ""));
    }

    private static String handedIn(Visitor secretary) {
        String path = checked(secretary);
        Page ready =
                await(
                        () -> secretary.get(path),
                        shown -> shown.document().select("#progress").isEmpty());
        assertThat(ready.title()).isEqualTo(ROWS + "行可以入账");
        return secretary.send(ready, "form[action$=entries]", new Answers()).path();
    }

    private static String checked(Visitor secretary) {
        StringBuilder rows = new StringBuilder("单位,学习类型,日期,题目\n");
        for (int row = 1; row <= ROWS; row++) {
            rows.append("青石街道党工委,研讨,2026-02-03,第").append(row).append("次\n");
        }
        Page mapping =
                secretary.send(
                        secretary.get("/imports"),
                        "form.upload",
                        new Answers().file("file", "学习.csv", rows.toString()));
        return secretary
                .send(
                        mapping,
                        "form[action$=mapping]",
                        new Answers()
                                .put("c0.0", "机构")
                                .put("c0.1", "类")
                                .put("c0.2", "@日")
                                .put("c0.3", "题"))
                .path();
    }

    private interface Asking {
        Page ask();
    }

    private static Page await(Asking asking, Predicate<Page> enough) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        Page page = asking.ask();
        while (!enough.test(page)) {
            assertThat(System.nanoTime()).as(page.title()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            page = asking.ask();
        }
        return page;
    }

    private Visitor visitor(int port, Process serving) throws IOException {
        Path ready = folder.resolve("said-" + serving.pid());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!Files.readString(ready).contains("已就绪")) {
            assertThat(serving.isAlive()).as(Files.readString(ready)).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        String passphrase = Files.readString(home().resolve("sample-passphrase")).strip();
        return Visitor.signedIn("http://127.0.0.1:" + port, "周砚田", passphrase);
    }

    private Process serving(int port) throws IOException {
        Path said = Files.createTempFile(folder, "said", "");
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                withoutTests(classes),
                                Mingze.class.getName(),
                                "serve",
                                "--home",
                                home().toString(),
                                "--port",
                                String.valueOf(port))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        Files.createSymbolicLink(folder.resolve("said-" + process.pid()), said);
        return process;
    }

    /// Controllers that tests declare for themselves stay out.
    private static String withoutTests(String classes) {
        StringBuilder kept = new StringBuilder();
        for (String part : List.of(classes.split(":", -1))) {
            if (!part.contains("test-classes")) {
                kept.append(kept.isEmpty() ? "" : ":").append(part);
            }
        }
        return kept.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
