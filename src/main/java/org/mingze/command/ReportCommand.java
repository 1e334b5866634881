package org.mingze.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
import org.mingze.journal.Digest;
import org.mingze.journal.Entry;
import org.mingze.journal.MerkleTree;
import org.mingze.report.DutyReport;
import org.mingze.report.OfficeReport;
import org.mingze.report.ReportDocument;
import org.mingze.report.ReportDraft;
import org.mingze.report.ReportTemplates;
import org.mingze.report.Sealing;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.kept.ReportChanges;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.OfficeTemplate;
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

    @Option(names = "--known", paramLabel = "日期或号", description = "按哪一天、或到第几号为止所知写（缺省是全部所知）")
    private Optional<String> known = Optional.empty();

    @Option(names = "--since", paramLabel = "日期或号", description = "说出和那时所知写的相比，哪些变了")
    private Optional<String> since = Optional.empty();

    @Option(names = "--own", paramLabel = "文件", description = "本人写的段落：“## 板块/提示”下面写正文")
    private Optional<Path> own = Optional.empty();

    @Option(names = "--word", paramLabel = "文件", description = "本单位的.docx模板，位写成{{指标:号}}")
    private Optional<Path> word = Optional.empty();

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
        List<Entry> entries = archive.entries();
        Asking asking = asking(archive, entries, known);
        ReportTemplates.Declared declared = declared(asking.asOf(), asking.post());
        OwnWords words = own();
        if (word.isPresent()) {
            return office(word.get(), form, declared, asking, words);
        }
        DutyReport report = compose(declared, asking, words);
        write(report, form, asking.asOf().known());
        if (since.isPresent()) {
            Asking before = asking(archive, entries, since);
            List<String> changes = ReportChanges.between(compose(declared, before, words), report);
            (changes.isEmpty() ? List.of("没有变化。") : changes)
                    .forEach(change -> spec.commandLine().getOut().println("变化：" + change));
        }
        return tell(report);
    }

    /// 所问 — of whom, as known until which entry.
    private record Asking(String post, AsOf asOf, Sealing sealing) {}

    private Asking asking(Archive archive, List<Entry> entries, Optional<String> until) {
        List<Entry> seen =
                entries.stream().filter(JournalOptions.until(until, this::usage)).toList();
        Knowledge then = Knowledge.of(seen, WorkCalendar.published());
        AsOf asOf = new AsOf(then, ChinaTime.day(then.knownAt()));
        LocalDate last = asOf.day().isBefore(to) ? asOf.day() : to;
        String code =
                then.organization()
                        .findPost(post, last)
                        .orElseThrow(() -> usage(last + "没有岗位“" + post + "”，或不止一个同名。改用岗位的号。"));
        List<Digest> leaves =
                archive.lines().subList(0, seen.size()).stream()
                        .map(line -> MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)))
                        .toList();
        Sealing sealing = new Sealing(seen.size(), new MerkleTree(leaves).root(), then.knownAt());
        return new Asking(code, asOf, sealing);
    }

    private DutyReport compose(ReportTemplates.Declared declared, Asking asking, OwnWords words) {
        return ReportDraft.compose(
                declared, asking.post(), from, to, asking.asOf(), asking.sealing(), words);
    }

    private OwnWords own() throws IOException {
        return own.isPresent() ? OwnWords.parse(Files.readString(own.get())) : OwnWords.NONE;
    }

    private int office(
            Path file,
            PaperForm form,
            ReportTemplates.Declared declared,
            Asking asking,
            OwnWords words)
            throws IOException {
        if (form != PaperForm.DOCX) {
            throw usage("本单位模板只写.docx。PDF和OFD去掉 --word，用内置的版面写。");
        }
        try {
            OfficeTemplate template = OfficeTemplate.read(Files.readAllBytes(file));
            OfficeReport.Filled filled =
                    OfficeReport.fill(
                            template.places(),
                            declared,
                            asking.post(),
                            from,
                            to,
                            asking.asOf(),
                            asking.sealing(),
                            words);
            if (!filled.faults().isEmpty()) {
                filled.faults().forEach(spec.commandLine().getErr()::println);
                return ExitCode.FINDINGS;
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            if (masked) {
                OfficeReport.writeMasked(
                        filled, asking.asOf().known().organization(), template, written);
            } else {
                OfficeReport.write(filled, template, written);
            }
            Files.write(out, written.toByteArray());
            return tell(filled.report());
        } catch (OfficeTemplate.Unusable unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.FINDINGS;
        }
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
