import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.institution.InstitutionFiles;
import org.mingze.journal.Digest;
import org.mingze.journal.Entry;
import org.mingze.report.DutyReport;
import org.mingze.report.ReportDocument;
import org.mingze.report.ReportDraft;
import org.mingze.report.ReportTemplates;
import org.mingze.report.Sealing;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.PaperForm;
import org.mingze.work.Knowledge;

/// A duty report with a year of a county known: composed, then written as .docx, PDF and OFD, each
/// with its annex of sources. The first report counts what a post did in 40 figures; the second
// also
/// counts every record of the county. Arguments: records known, rounds.
void main(String[] arguments) throws IOException {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Workload workload = new Workload(5_000, 40, 1, records, 0);
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    while (workload.hasNext()) {
        List<Entry> next = workload.next(25_000);
        next.forEach(known::apply);
    }
    LocalDate last = workload.last();
    AsOf asOf = new AsOf(known, last);
    Sealing sealing = new Sealing(known.size(), Digest.of(new byte[] {1}), known.knownAt());
    for (boolean county : new boolean[] {false, true}) {
        ReportTemplates.Declared template = template(workload, county);
        String name = county ? "with all records of the county" : "of one post";
        for (int round = 1; round <= rounds; round++) {
            Timed<DutyReport> report =
                    timed(
                            () ->
                                    ReportDraft.compose(
                                            template, "p7", Workload.FIRST, last, asOf, sealing));
            StringBuilder line =
                    new StringBuilder(
                            "ComposingReports %s, %,d records known, round %d: %d figures over %,d records; composed %s"
                                    .formatted(
                                            name,
                                            records,
                                            round,
                                            report.value().annex().size(),
                                            report.value().annex().stream()
                                                    .mapToLong(figure -> figure.records().size())
                                                    .sum(),
                                            report.said()));
            for (PaperForm form : PaperForm.values()) {
                Timed<Integer> file = timed(() -> size(report.value(), form));
                line.append(
                        "; %s %s, together processor %d ms, %,d bytes"
                                .formatted(
                                        form.ending(),
                                        file.said(),
                                        report.processor() + file.processor(),
                                        file.value()));
            }
            Timed<MaskedTwin> masked =
                    timed(() -> MaskedTwin.of(report.value(), known.organization()));
            IO.println(line.append("; masked %s".formatted(masked.said())));
        }
    }
    IO.println(Meter.machine());
}

/// @param wall and processor in milliseconds; the processor time is that of this thread
record Timed<T>(T value, long wall, long processor) {
    String said() {
        return "%d ms (processor %d)".formatted(wall, processor);
    }
}

static <T> Timed<T> timed(Supplier<T> act) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long wallFrom = System.nanoTime();
    long processorFrom = thread.getCurrentThreadCpuTime();
    T value = act.get();
    return new Timed<>(
            value,
            (System.nanoTime() - wallFrom) / 1_000_000,
            (thread.getCurrentThreadCpuTime() - processorFrom) / 1_000_000);
}

static int size(DutyReport report, PaperForm form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
        ReportDocument.write(report, form, out);
    } catch (IOException fault) {
        throw new java.io.UncheckedIOException(fault);
    }
    return out.size();
}

static ReportTemplates.Declared template(Workload workload, boolean county) {
    StringBuilder text =
            new StringBuilder(
                    """
                    制度: 基准述职
                    编号: bench.report
                    施行: {自: 2020-01-01}
                    用: [基准]
                    出处: {本: {名: 基准述职, 条文: {}}}
                    职责: []
                    指标:
                      - {号: 总, 名: 全部, 谁: 书记, 每: 年, 值: 期内(做事), 单位: 次}
                    """);
    StringBuilder sentences = new StringBuilder("共{总}。");
    for (int kind = 0; kind < workload.duties / 2; kind++) {
        text.append("  - {号: 次").append(kind).append(", 名: 类").append(kind);
        text.append(", 谁: 书记, 每: 年, 值: '筛(期内(做事), r -> r.类 = \"类").append(kind);
        text.append("\")', 单位: 次}\n");
        sentences.append("某类{次").append(kind).append("}。");
    }
    if (county) {
        text.append("  - {号: 全县, 名: 全县, 谁: 书记, 每: 年, 值: '筛(往(做事), r -> 在期(r.日, 期))', 单位: 次}\n");
        sentences.append("全县{全县}。");
    }
    text.append("述职:\n  号: 述职.基准\n  名: 述职报告\n  谁: 书记\n  板块:\n");
    text.append("    - {题: 履职情况, 必: 是, 句: ['").append(sentences).append("']}\n");
    text.append("    - {题: 应尽事项, 句: ['应{应}，履{履}，违{违}，迟{迟}。', {列: [违, 迟]}]}\n");
    var loaded =
            InstitutionFiles.read(
                    List.of(
                            new InstitutionFiles.SourceFile("words.yaml", workload.vocabulary()),
                            new InstitutionFiles.SourceFile("report.yaml", text.toString())));
    Optional<ReportTemplates.Declared> declared =
            loaded.institutions().stream()
                    .flatMap(institution -> ReportTemplates.of(institution).stream())
                    .findFirst();
    return declared.orElseThrow(() -> new IllegalStateException(loaded.diagnostics().toString()));
}
