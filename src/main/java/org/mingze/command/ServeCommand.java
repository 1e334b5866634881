package org.mingze.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mingze.database.DatabaseFault;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 启动 — the database and the pages; it stays until it is told to stop.
@Command(name = "serve", description = "启动网页（不写命令时就是它）。")
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--port", paramLabel = "端口", description = "网页端口（缺省 8080）")
    private int port = 8080;

    @Option(names = "--home", paramLabel = "文件夹", description = "数据所在的家目录（缺省 .mingze）")
    private Path home = Path.of(".mingze");

    @Option(names = "--empty", description = "首次启动不载入样例县")
    private boolean empty;

    @Override
    public Integer call() {
        long started = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        err.println("明责正在启动，家目录 " + home.toAbsolutePath().normalize());
        try {
            keepSessionsPrivate();
            ConfigurableApplicationContext context = Serving.start(settings());
            FirstStart.Greeting greeting = context.getBean(FirstStart.class).greet(!empty);
            err.println(greeting.text());
            err.printf(
                    "已就绪，用时%.1f秒：http://localhost:%d （按 Ctrl-C 停止）%n",
                    (System.nanoTime() - started) / 1e9, port);
            return CommandLineEntry.STAYS;
        } catch (RuntimeException failed) {
            err.println(sentence(failed));
            return ExitCode.FAILED;
        }
    }

    /// Where sessions wait for a restart: whoever reads them could act as those signed in.
    private void keepSessionsPrivate() {
        try {
            Path folder = home.resolve("sessions");
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("mingze.sample", !empty);
        settings.put("mingze.home", home.toAbsolutePath().normalize().toString());
        return settings;
    }

    private String sentence(Throwable failed) {
        Throwable at = failed;
        while (at != null) {
            if (at instanceof DatabaseFault fault) {
                return String.valueOf(fault.getMessage());
            }
            if (at instanceof PortInUseException) {
                return port + "端口已被占用：换一个端口，如 ./mingze --port " + (port + 1);
            }
            at = at.getCause();
        }
        return Failures.sentence(failed);
    }
}
