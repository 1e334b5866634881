package org.mingze.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligations;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 说理由 — the verdict of one duty of one bearer, with the records and the reason.
@Command(name = "explain", description = "说明一项职责为什么是这个结果。")
final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private JournalOptions journal;

    @Option(names = "--duty", required = true, paramLabel = "职责号", description = "如 中心组.季")
    private String duty;

    @Option(names = "--bearer", required = true, paramLabel = "主体", description = "机构或岗位的代码或名称")
    private String bearer;

    @Option(names = "--occasion", paramLabel = "期或件", description = "如 2026二季、件412（缺省是到这一天为止的各期）")
    private Optional<String> occasion = Optional.empty();

    @Option(names = "--json", description = "打印一份JSON")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AsOf asOf = journal.asOf();
        List<Verdict> verdicts =
                new Obligations(asOf.known(), asOf.day())
                        .verdicts(EvaluateCommand.firstDay(asOf), asOf.day()).stream()
                                .filter(
                                        verdict ->
                                                verdict.obligation().duty().number().equals(duty))
                                .filter(verdict -> isBorne(verdict, asOf))
                                .filter(
                                        verdict ->
                                                occasion.map(
                                                                verdict.obligation()
                                                                                .occasion()
                                                                                .code()
                                                                        ::equals)
                                                        .orElse(true))
                                .toList();
        if (json) {
            out.println(VerdictJson.list(verdicts, asOf));
        } else {
            verdicts.forEach(verdict -> print(out, verdict, asOf));
        }
        if (verdicts.isEmpty()) {
            spec.commandLine().getErr().println("没有这项应尽事项：核对职责号“" + duty + "”和主体“" + bearer + "”");
        }
        return verdicts.isEmpty() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private boolean isBorne(Verdict verdict, AsOf asOf) {
        String code = verdict.obligation().key().bearer();
        return code.equals(bearer)
                || Naming.of(asOf.known().organization(), code, asOf.day()).equals(bearer);
    }

    private static void print(PrintWriter out, Verdict verdict, AsOf asOf) {
        out.println(
                verdict.standing().word()
                        + "  "
                        + Sentences.of(verdict, asOf.known().organization()));
        out.println(
                "    依据 "
                        + verdict.obligation().duty().basis().citation()
                        + "，"
                        + verdict.obligation().enactment().institution().from()
                        + "施行版；到期 "
                        + verdict.due().map(Object::toString).orElse("无")
                        + "，宽限至 "
                        + verdict.graceEnd().map(Object::toString).orElse("无")
                        + "；所知"
                        + verdict.known()
                        + "笔");
    }
}
