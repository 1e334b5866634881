package org.mingze.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.mingze.journal.ExportingArchive;
import org.mingze.journal.Journal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 导出 — the whole journal of the county as one archive.
@Command(name = "export", description = "把全县账簿导出成一份档案（账目、凭据、检查点）。")
final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "文件", description = "写到哪个zip")
    private Path file;

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context = home.open()) {
            Journal.County county = HomeOption.county(context);
            context.getBean(ExportingArchive.class).export(county.id(), file, Instant.now());
            long size = context.getBean(Journal.class).head(county.id()).size();
            spec.commandLine().getErr().println(county.name() + "的账" + size + "笔已导出到" + file);
            return ExitCode.FINE;
        }
    }
}
