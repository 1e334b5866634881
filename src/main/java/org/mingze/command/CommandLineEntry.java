package org.mingze.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// 命令行 — reads the arguments and runs one command. Answers go to standard output, progress and
/// faults to standard error.
@Command(
        name = "mingze",
        scope = CommandLine.ScopeType.INHERIT,
        synopsisHeading = "用法：",
        commandListHeading = "命令：%n",
        description = "明责：制度照着走，记录只记一次，责任算得清。不写命令就启动网页。",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            CasesCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            CloseCommand.class,
            ReadCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
        })
public final class CommandLineEntry {
    /// The answer of a command that goes on until it is told to stop.
    public static final int STAYS = -1;

    /// Read by picocli alone, for every command.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "打印用法")
    boolean help;

    private CommandLineEntry() {}

    /// The exit code: 0 fine, 1 the input has findings, 2 wrong usage, 3 the machine failed.
    public static int run(String[] arguments) {
        CommandLine line = new CommandLine(new CommandLineEntry());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(WrongUsage::tell);
        line.setExecutionExceptionHandler(
                (failure, command, _) -> {
                    command.getErr().println(Failures.sentence(failure));
                    return ExitCode.FAILED;
                });
        boolean isCommand =
                arguments.length > 0
                        && (!arguments[0].startsWith("-")
                                || arguments[0].equals("--help")
                                || arguments[0].equals("-h"));
        return line.execute(isCommand ? arguments : withServe(arguments));
    }

    private static String[] withServe(String[] arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
