package org.mingze.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.access.CheckingTrail;
import org.mingze.journal.Archive;
import org.mingze.journal.ArchiveVerification;
import org.mingze.journal.VerifyingJournal;
import org.mingze.journal.proof.PacketVerification;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 核验 — recomputes the tree of an archive or of the home's journal and names what does not fit.
@Command(name = "verify", description = "重算账簿的树，指出第一处对不上的账目。")
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "档案", arity = "0..1", description = "档案或检查包；不写就核验家目录里的账")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return file.isPresent() ? archived(file.get(), out) : stored(out);
    }

    private static int archived(Path path, PrintWriter out) {
        if (Files.isRegularFile(path.resolve(PacketVerification.PROOFS))) {
            out.println("这是解开了的检查包，解开以后不能核验：给原来的.zip文件，./mingze verify 检查包.zip");
            return ExitCode.FINDINGS;
        }
        if (PacketVerification.isPacket(path)) {
            PacketVerification.Outcome outcome = PacketVerification.verify(path);
            out.println(outcome.sentence());
            return outcome.fine() ? ExitCode.FINE : ExitCode.FINDINGS;
        }
        int code = told(ArchiveVerification.verify(path), out);
        return code == ExitCode.FINE
                ? CloseCommand.recheck(Archive.read(path).entries(), out)
                : code;
    }

    private int stored(PrintWriter out) {
        try (ConfigurableApplicationContext context = home.open()) {
            int county = HomeOption.county(context).id();
            int code =
                    told(
                            context.getBean(VerifyingJournal.class).verify(county, Instant.now()),
                            out);
            int trailed = told(context.getBean(CheckingTrail.class).check(county), out);
            return code == ExitCode.FINE && trailed == ExitCode.FINE
                    ? CloseCommand.recheck(HomeOption.entries(context), out)
                    : ExitCode.FINDINGS;
        }
    }

    private static int told(CheckingTrail.Checked checked, PrintWriter out) {
        out.println(checked.sentence());
        return checked.whole() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static int told(Optional<ArchiveVerification.Finding> finding, PrintWriter out) {
        out.println(finding.map(ArchiveVerification.Finding::sentence).orElse("核验无误。"));
        return finding.isPresent() ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
