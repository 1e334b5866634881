package org.mingze.command;

import java.nio.file.Path;
import java.util.Map;
import org.mingze.journal.Journal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/// 家目录选项 — the home folder that a command works on, opened without pages.
final class HomeOption {
    @Option(names = "--home", paramLabel = "文件夹", description = "数据所在的家目录（缺省 .mingze）")
    private Path home = Path.of(".mingze");

    ConfigurableApplicationContext open() {
        return Serving.withoutPages(
                Map.of("mingze.home", home.toAbsolutePath().normalize().toString()));
    }

    /// The one county of a home folder.
    static Journal.County county(ConfigurableApplicationContext context) {
        return context.getBean(Journal.class).counties().stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "这个家目录里还没有账：先运行 ./mingze 或 ./mingze import 文件"));
    }
}
