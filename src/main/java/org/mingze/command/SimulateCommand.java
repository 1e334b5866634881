package org.mingze.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.calendar.WorkCalendar;
import org.mingze.command.printing.SimulationJson;
import org.mingze.command.printing.SimulationLines;
import org.mingze.duty.simulation.DraftRules;
import org.mingze.duty.simulation.SimulatingDraft;
import org.mingze.duty.simulation.Simulation;
import org.mingze.institution.InstitutionFiles;
import org.mingze.journal.Archive;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 试行 — replays a draft over a past range of a journal archive, without writing anything.
@Command(name = "simulate", description = "拿草案把过去一段重判一遍，看变了什么；不写账。")
final class SimulateCommand implements Callable<Integer> {
    private static final int TOLD_EVERY = 500;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "草案", description = "制度文件，其编号与现行制度相同时替换现行各版")
    private Path draft = Path.of("");

    @Option(names = "--journal", required = true, paramLabel = "档案", description = "账簿档案（文件夹或zip）")
    private Path journal = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "起", description = "从哪一天，如2026-01-01")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "止", description = "到哪一天，如2026-06-30")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--at", paramLabel = "日期", description = "判到哪一天（缺省是账上最后一天）")
    private Optional<LocalDate> at = Optional.empty();

    @Option(names = "--vary", paramLabel = "参数", split = ",", description = "这个参数减一、加一各再推一遍")
    private List<String> varied = List.of();

    @Option(names = "--json", description = "打印一份JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (to.isBefore(from)) {
            throw usage("止" + to + "在起" + from + "之前。把 --to 改到 --from 的当日或以后。");
        }
        PrintWriter out = spec.commandLine().getOut();
        Knowledge known = Knowledge.of(Archive.read(journal).entries(), WorkCalendar.published());
        InstitutionFiles.SourceFile file =
                new InstitutionFiles.SourceFile(draft.toString(), Files.readString(draft));
        return switch (DraftRules.read(known, file)) {
            case DraftRules.Read.Faulty(var diagnostics) -> {
                diagnostics.forEach(found -> out.println(found.render()));
                out.println("草案有错误" + diagnostics.size() + "处，没有推演。");
                yield ExitCode.FINDINGS;
            }
            case DraftRules.Read.Sound(DraftRules sound) -> {
                Simulation simulation = simulate(known, sound);
                if (json) {
                    out.println(SimulationJson.of(simulation));
                } else {
                    SimulationLines.of(simulation, known.organization()).forEach(out::println);
                }
                yield ExitCode.FINE;
            }
        };
    }

    private Simulation simulate(Knowledge known, DraftRules draft) {
        LocalDate last = ChinaTime.day(known.knownAt());
        LocalDate asked = at.orElse(Simulation.Asked.day(to, last, LocalDate.now(ChinaTime.ZONE)));
        try {
            return new SimulatingDraft(known, from, to, asked, progress()).simulate(draft, varied);
        } catch (IllegalArgumentException unknownNumber) {
            throw usage(String.valueOf(unknownNumber.getMessage()));
        }
    }

    /// On a terminal a line that counts; nothing in a pipe.
    private SimulatingDraft.Progress progress() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return _ -> {};
        }
        PrintWriter err = spec.commandLine().getErr();
        return judged -> {
            if (judged % TOLD_EVERY == 0) {
                err.print("\r已判" + judged + "项");
                err.flush();
            }
        };
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
