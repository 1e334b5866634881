package org.mingze.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.mingze.journal.Archive;
import org.mingze.journal.ImportingArchive;
import org.mingze.journal.Journal;
import org.mingze.work.CountyLedgers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 导入 — a county from an archive, verified before anything is written.
@Command(name = "import", description = "核验一份档案，再导入；别的县已在家目录里也可以。")
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "档案", description = "档案（文件夹或zip）")
    private Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Archive archive = Archive.read(file);
        try (ConfigurableApplicationContext context = home.open()) {
            return switch (context.getBean(ImportingArchive.class)
                    .imported(archive, Instant.now())) {
                case ImportingArchive.Outcome.Imported(Journal.County county) -> {
                    long size =
                            context.getBean(CountyLedgers.class)
                                    .ask(county.id(), known -> known.size());
                    err.println(county.name() + "的账" + size + "笔已导入");
                    yield ExitCode.FINE;
                }
                case ImportingArchive.Outcome.Refused(String sentence) -> {
                    err.println(sentence);
                    yield ExitCode.FINDINGS;
                }
            };
        }
    }
}
