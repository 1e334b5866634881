package org.mingze.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 查制度 — loads institution files and prints every error with its place, excerpt and remedy.
@Command(name = "check", description = "读制度文件，列出每一处错误和改法。不写文件就查整个制度库。")
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "文件", arity = "0..*", description = "制度文件或文件夹")
    private List<Path> files = List.of();

    @Option(names = "--library", paramLabel = "文件夹", description = "制度库（缺省 institutions）")
    private Path library = Path.of("institutions");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> read = LibraryPaths.withVocabulary(files, library);
        Loaded loaded = InstitutionFiles.read(read);
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            out.println(diagnostic.render());
        }
        out.println(
                loaded.diagnostics().isEmpty()
                        ? "没有错误：制度" + loaded.institutions().size() + "件。"
                        : "错误" + loaded.diagnostics().size() + "处。");
        return loaded.diagnostics().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
