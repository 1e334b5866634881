package org.mingze.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// 命令行 — reads the arguments and runs one command. Answers go to standard output, progress and
/// faults to standard error.
@Command(
        name = "mingze",
        description = "明责：制度照着走，记录只记一次，责任算得清。不写命令就启动网页。",
        subcommands = {
            CheckCommand.class,
            CasesCommand.class,
        })
public final class CommandLineEntry implements Runnable {
    @Spec private CommandSpec spec;

    /// The exit code: 0 fine, 1 the input has findings, 2 wrong usage, 3 the machine failed.
    public static int run(String[] arguments) {
        CommandLine line = new CommandLine(new CommandLineEntry());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(
                (failure, command, _) -> {
                    command.getErr().println(Failures.sentence(failure));
                    return ExitCode.FAILED;
                });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
