package org.mingze.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.calendar.WorkCalendar;
import org.mingze.command.printing.CertificateLines;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.certificate.Certificate;
import org.mingze.duty.certificate.CertificateCheck;
import org.mingze.duty.certificate.CertificateText;
import org.mingze.duty.certificate.Certificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// 说理由 — the verdict of one duty of one bearer as a sentence and a certificate; or the check of
/// certificates that somebody holds.
@Command(name = "explain", description = "说明一项职责为什么是这个结果，出具判定书；也可核对一份判定书。")
final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private JournalOptions journal;

    @Option(names = "--duty", paramLabel = "职责号", description = "如 中心组.季")
    private Optional<String> duty = Optional.empty();

    @Option(names = "--bearer", paramLabel = "主体", description = "机构或岗位的代码或名称")
    private Optional<String> bearer = Optional.empty();

    @Option(names = "--occasion", paramLabel = "期或件", description = "如 2026二季、件412（缺省是到这一天为止的各期）")
    private Optional<String> occasion = Optional.empty();

    @Option(names = "--json", description = "打印判定书的JSON")
    private boolean json;

    @Option(names = "--check", paramLabel = "判定书", description = "按账簿核对这份判定书（JSON），不合即退出码1")
    private Optional<Path> check = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return check.isPresent() ? checked(Files.readString(check.get())) : explained();
    }

    private int checked(String text) {
        List<Certificate> certificates;
        try {
            certificates = CertificateText.read(text);
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(spec.commandLine(), unreadable.getMessage(), unreadable);
        }
        PrintWriter out = spec.commandLine().getOut();
        CertificateCheck checker = CertificateCheck.of(journal.entries(), WorkCalendar.published());
        int faulty = 0;
        for (Certificate certificate : certificates) {
            List<CertificateCheck.Misfit> misfits = checker.misfits(certificate);
            faulty += misfits.isEmpty() ? 0 : 1;
            misfits.forEach(
                    misfit ->
                            out.println(
                                    certificate.sentence()
                                            + "\n    不合 "
                                            + misfit.place()
                                            + "："
                                            + misfit.sentence()));
        }
        out.println("核对判定书" + certificates.size() + "份，不合" + faulty + "份。");
        return faulty == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private int explained() {
        AsOf asOf = journal.asOf();
        String number = named(duty, "--duty");
        String who = named(bearer, "--bearer");
        Obligations obligations = new Obligations(asOf.known(), asOf.day());
        Certificates issuing = new Certificates(asOf);
        List<Certificate> certificates =
                obligations.raised(EvaluateCommand.firstDay(asOf), asOf.day()).stream()
                        .filter(owed -> owed.duty().number().equals(number))
                        .filter(owed -> isBorne(owed, who, asOf))
                        .filter(owed -> occasion.map(owed.occasion().code()::equals).orElse(true))
                        .map(obligations::judge)
                        .map(issuing::of)
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CertificateText.write(certificates));
        } else {
            certificates.forEach(certificate -> print(out, certificate));
        }
        if (certificates.isEmpty()) {
            spec.commandLine().getErr().println("没有这项应尽事项：核对职责号“" + number + "”和主体“" + who + "”");
        }
        return certificates.isEmpty() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private String named(Optional<String> option, String name) {
        return option.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "缺 " + name + "：写明哪一项职责、哪个主体"));
    }

    private static boolean isBorne(Obligation owed, String who, AsOf asOf) {
        String code = owed.key().bearer();
        return code.equals(who)
                || Naming.of(asOf.known().organization(), code, asOf.day()).equals(who);
    }

    private static void print(PrintWriter out, Certificate certificate) {
        out.println(certificate.standing().word() + "  " + certificate.sentence());
        CertificateLines.of(certificate).forEach(line -> out.println("    " + line));
    }
}
