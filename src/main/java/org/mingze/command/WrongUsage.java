package org.mingze.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// 用法不对 — one sentence that names the argument and the remedy, then how the command is used.
final class WrongUsage {
    private WrongUsage() {}

    static int tell(ParameterException wrong, String[] ignored) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(sentence(wrong));
        command.usage(err);
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched ->
                    "不认得“"
                            + String.join(" ", unmatched.getUnmatched())
                            + "”。"
                            + likeness(unmatched.getSuggestions());
            case MissingParameterException missing ->
                    "缺"
                            + String.join(
                                    "、",
                                    missing.getMissing().stream().map(WrongUsage::name).toList())
                            + "。";
            case OverwrittenOptionException twice ->
                    "“" + name(twice.getOverwritten()) + "”写了两次，留一个。";
            case ParameterException other when other.getArgSpec() != null ->
                    "“"
                            + name(other.getArgSpec())
                            + "”写的“"
                            + other.getValue()
                            + "”读不了。"
                            + shape(other.getArgSpec());
            case ParameterException other -> String.valueOf(other.getMessage());
        };
    }

    private static String likeness(List<String> suggestions) {
        return suggestions.isEmpty() ? "删去，或照下面的用法改。" : "是不是“" + suggestions.getFirst() + "”？";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String shape(ArgSpec argument) {
        Class<?> type = argument.typeInfo().getAuxiliaryTypes()[0];
        if (type == LocalDate.class) {
            return "日期写成2026-05-31。";
        }
        return type == int.class || type == long.class ? "写一个整数。" : "照下面的用法改。";
    }
}
