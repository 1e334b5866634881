package org.mingze.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.journal.Archive;
import org.mingze.report.DutyReport;
import org.mingze.report.ReportDocument;
import org.mingze.report.ReportDraft;
import org.mingze.report.ReportTemplates;
import org.mingze.report.Sealing;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.PaperForm;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// 写述职报告 — a duty report of a post from a journal archive.
@Command(name = "report", description = "从账簿档案写一份述职报告，每个数都列出它数的记录。")
final class ReportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--journal", required = true, paramLabel = "档案", description = "账簿档案：文件夹或.zip")
    private Path journal = Path.of("");

    @Option(names = "--post", required = true, paramLabel = "岗", description = "岗位的号或名称")
    private String post = "";

    @Option(names = "--from", required = true, paramLabel = "日", description = "起，例如 2026-01-01")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "日", description = "止，当日计入")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--template", paramLabel = "号", description = "模板的号（缺省：此岗适用的第一个）")
    private Optional<String> template = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "文件",
            description = "写到哪里：.docx、.pdf 或 .ofd")
    private Path out = Path.of("");

    @Option(names = "--masked", description = "写遮盖件：同样的数字，个人和内部的内容遮盖")
    private boolean masked;

    @Option(
            names = "--library",
            paramLabel = "文件夹",
            description = "制度库，档案里没有施行模板时用（缺省 institutions）")
    private Path library = Path.of("institutions");

    @Override
    public Integer call() throws IOException {
        if (to.isBefore(from)) {
            throw usage("止" + to + "在起" + from + "之前。把 --to 改到 --from 的当日或以后。");
        }
        PaperForm form =
                PaperForm.of(out.toString())
                        .orElseThrow(
                                () -> usage("写不了“" + out + "”。把 --out 的结尾改成 .docx、.pdf 或 .ofd。"));
        Archive archive = Archive.read(journal);
        Knowledge known = Knowledge.of(archive.entries(), WorkCalendar.published());
        AsOf asOf = new AsOf(known, ChinaTime.day(known.knownAt()));
        LocalDate last = asOf.day().isBefore(to) ? asOf.day() : to;
        String code =
                known.organization()
                        .findPost(post, last)
                        .orElseThrow(() -> usage(last + "没有岗位“" + post + "”，或不止一个同名。改用岗位的号。"));
        ReportTemplates.Declared declared = declared(asOf, code);
        Sealing sealing = Sealing.of(archive.checkpoint(), known.knownAt());
        DutyReport report = ReportDraft.compose(declared, code, from, to, asOf, sealing);
        write(report, form, known);
        return tell(report);
    }

    /// An enacted template, else one of the library that is not enacted yet.
    private ReportTemplates.Declared declared(AsOf asOf, String code) {
        Optional<ReportTemplates.Declared> enacted =
                ReportTemplates.choose(ReportTemplates.enacted(asOf, to), template, code, asOf);
        if (enacted.isPresent()) {
            return enacted.get();
        }
        List<ReportTemplates.Declared> shelved = new ArrayList<>();
        for (Institution institution : InstitutionFiles.read(List.of(library)).institutions()) {
            if (!institution.from().isAfter(to)) {
                shelved.addAll(ReportTemplates.of(institution));
            }
        }
        ReportTemplates.Declared found =
                ReportTemplates.choose(shelved.reversed(), template, code, asOf)
                        .orElseThrow(() -> usage(missing()));
        spec.commandLine()
                .getErr()
                .println("模板“" + found.template().number() + "”没有施行，取自制度库" + library + "。");
        return found;
    }

    private String missing() {
        return template.map(number -> "没有模板“" + number + "”。改用 --template 写明已有的号。")
                .orElse("没有此岗适用的模板。施行一个，或用 --template 写明号。");
    }

    private void write(DutyReport report, PaperForm form, Knowledge known) throws IOException {
        try (OutputStream stream = Files.newOutputStream(out)) {
            if (masked) {
                MaskedTwin twin = MaskedTwin.of(report, known.organization());
                ReportDocument.write(twin, form, stream);
                twin.statement().forEach(line -> spec.commandLine().getOut().println(line));
            } else {
                ReportDocument.write(report, form, stream);
            }
        }
    }

    private int tell(DutyReport report) {
        PrintWriter lines = spec.commandLine().getOut();
        lines.println(report.title() + "，" + report.annex().size() + "处数字，写在" + out);
        report.findings().forEach(finding -> lines.println("待定：" + finding.text()));
        return report.findings().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
