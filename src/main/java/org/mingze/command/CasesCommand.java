package org.mingze.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingze.duty.cases.CaseRun;
import org.mingze.duty.cases.Library;
import org.mingze.duty.cases.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 跑例 — runs the cases of the library.
@Command(name = "cases", description = "跑制度的例，逐条说明不符之处。")
final class CasesCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "筛选", arity = "0..1", description = "只跑文件、制度或例名含这些字的例")
    private String filter = "";

    @Option(names = "--library", paramLabel = "文件夹", description = "制度库（缺省 institutions）")
    private Path library = Path.of("institutions");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Library read = Library.read(library);
        if (!read.loaded().diagnostics().isEmpty()) {
            read.loaded().diagnostics().forEach(found -> out.println(found.render()));
        }
        List<Outcome> outcomes = CaseRun.all(read, filter);
        for (Outcome outcome : outcomes) {
            for (Outcome.Miss miss : outcome.misses()) {
                out.println(
                        outcome.example().file()
                                + ":"
                                + miss.line()
                                + " "
                                + outcome.example().name());
                out.println("    期望：" + miss.expected());
                out.println("    实得：" + miss.found());
            }
        }
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        out.println((outcomes.size() - failed) + " passed, " + failed + " failed");
        return failed == 0 && !outcomes.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
