package org.mingze.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.institution.Metric;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Count;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.ReportTemplate.Tally;
import org.mingze.organization.Organization;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.OfficeTemplate;

/// 按本单位模板写 — what stands in the places of an office's own Word template: {{期}} {{人}}
/// {{岗}} {{日}}, {{指标:号}}, {{事项:违}}, {{板块:题}}, {{自写:提示}}. Each number is a figure
/// with its row in the annex.
public final class OfficeReport {
    private static final Pattern CITED = Pattern.compile("(?:([a-z0-9.]+)/)?([^/]+)");
    private static final String PLACES = "期、人、岗、日、指标:号、事项:应、板块:题、自写:提示";

    private final ReportTemplates.Declared template;
    private final ReportDraft draft;
    private final OwnWords own;
    private final LocalDate day;
    private final Set<String> faults = new LinkedHashSet<>();
    private String where = "";

    private OfficeReport(
            ReportTemplates.Declared template, ReportDraft draft, OwnWords own, LocalDate day) {
        this.template = template;
        this.draft = draft;
        this.own = own;
        this.day = day;
    }

    /// 填好 — a report with one paragraph for each place, and a sentence for each place that is not
    /// known; with such sentences nothing is to be written.
    public record Filled(DutyReport report, List<String> faults) {
        public Filled {
            faults = List.copyOf(faults);
        }
    }

    public static Filled fill(
            List<OfficeTemplate.Place> places,
            ReportTemplates.Declared template,
            String post,
            LocalDate from,
            LocalDate to,
            AsOf asOf,
            Sealing sealing,
            OwnWords own) {
        ReportSubject subject = new ReportSubject(post, from, to, asOf);
        ReportDraft draft = new ReportDraft(template, subject, OwnWords.NONE);
        OfficeReport office = new OfficeReport(template, draft, own, asOf.day());
        List<DutyReport.Paragraph> paragraphs = new ArrayList<>();
        for (OfficeTemplate.Place place : places) {
            office.where = place.where();
            paragraphs.add(new DutyReport.Paragraph(Optional.empty(), office.runs(place.text())));
        }
        DutyReport report =
                draft.finished(
                        template.template(),
                        List.of(new DutyReport.Section("", paragraphs)),
                        sealing);
        return new Filled(report, List.copyOf(office.faults));
    }

    /// The office's document with its places filled, and the annex behind it.
    public static void write(Filled filled, OfficeTemplate file, OutputStream out)
            throws IOException {
        file.fill(words(filled.report()), ReportAnnex.of(filled.report(), List.of()), out);
    }

    /// The masked twin in the office's document, whose own words are masked as well.
    ///
    /// @throws OfficeTemplate.Unusable where the document holds words that cannot be masked
    public static void writeMasked(
            Filled filled, Organization organization, OfficeTemplate file, OutputStream out)
            throws IOException, OfficeTemplate.Unusable {
        MaskedTwin twin = MaskedTwin.of(filled.report(), organization);
        file.fillMasked(
                words(twin.report()),
                ReportAnnex.of(twin.report(), twin.statement()),
                MaskedTwin.wordsAndDays(filled.report(), organization),
                MaskedTwin.words(filled.report(), organization),
                out);
    }

    private static List<List<Manuscript.Run>> words(DutyReport report) {
        List<List<Manuscript.Run>> words = new ArrayList<>();
        for (DutyReport.Paragraph paragraph : report.sections().getFirst().paragraphs()) {
            words.add(
                    paragraph.runs().stream()
                            .flatMap(run -> ReportDocument.runs(run).stream())
                            .toList());
        }
        return words;
    }

    /// The places that a template of this kind may hold, each with what it becomes.
    public static Map<String, String> known(ReportTemplates.Declared declared) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("{{期}}", "报告期");
        known.put("{{人}}", "任者");
        known.put("{{岗}}", "岗位");
        known.put("{{日}}", "截至哪一天");
        declared.template()
                .clauses()
                .forEach(clause -> known.put("{{板块:" + clause.title() + "}}", "整个板块"));
        for (ReportTemplate.Clause clause : declared.template().clauses()) {
            for (ReportTemplate.Sentence sentence : clause.sentences()) {
                if (sentence instanceof ReportTemplate.Sentence.Own(var _, String hint)) {
                    known.put("{{自写:" + hint + "}}", "本人写的");
                }
            }
        }
        declared.institution()
                .metrics()
                .forEach(
                        metric ->
                                known.put(
                                        "{{指标:" + metric.number() + "}}",
                                        metric.name() + "，连单位“" + metric.unit() + "”"));
        for (Tally tally : Tally.values()) {
            known.put("{{事项:" + tally.word() + "}}", counted(tally) + "，连单位“项”");
        }
        return known;
    }

    private static String counted(Tally tally) {
        return switch (tally) {
            case OWED -> "到期的应尽事项，各种都在内";
            case FULFILLED -> "其中按期履行的";
            case LATE -> "其中迟履的，过了期限才做";
            case BREACHED -> "其中违的，到期没有做";
            case WAIVED -> "其中免的，按制度不用做";
            case UNPROVEN -> "其中缺据的，不能判断做没做";
            case OPEN -> "其中在办的，期限还没有到";
        };
    }

    private List<DutyReport.Run> runs(String place) {
        String written = place.replace('：', ':').strip();
        int colon = written.indexOf(':');
        String kind = colon < 0 ? written : written.substring(0, colon).strip();
        String rest = colon < 0 ? "" : written.substring(colon + 1).strip();
        return switch (kind) {
            case "期" -> name(ReportTemplate.Name.PERIOD);
            case "人" -> name(ReportTemplate.Name.PERSON);
            case "岗" -> name(ReportTemplate.Name.POST);
            case "日" -> List.of(new DutyReport.Item(List.of(), ReportWords.day(day)));
            case "指标" -> figure(place, cited(rest).map(Count.OfMetric::new));
            case "事项" -> figure(place, duties(rest));
            case "板块" -> section(place, rest);
            case "自写" -> List.of(new DutyReport.Own(rest, own.at("", rest)));
            default -> unknown(place, "能用的有" + PLACES + "。");
        };
    }

    private List<DutyReport.Run> name(ReportTemplate.Name name) {
        return List.of(new DutyReport.Words(draft.nameOf(name)));
    }

    private List<DutyReport.Run> figure(String place, Optional<? extends Count> count) {
        if (count.isEmpty() || !draft.figures().isKnown(count.get())) {
            String metrics =
                    template.institution().metrics().stream()
                            .map(Metric::number)
                            .limit(12)
                            .collect(Collectors.joining("、"));
            return unknown(place, "模板“" + template.template().number() + "”的指标有" + metrics + "。");
        }
        return List.of(draft.figures().figure(count.get(), "", Horizon.CURRENT));
    }

    private static Optional<Cited> cited(String text) {
        Matcher matcher = CITED.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cited(Optional.ofNullable(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    private static Optional<Count.OfDuties> duties(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon).strip();
        Optional<Cited> duty =
                colon < 0 ? Optional.empty() : cited(text.substring(colon + 1).strip());
        return Arrays.stream(Tally.values())
                .filter(tally -> tally.word().equals(word))
                .map(tally -> new Count.OfDuties(tally, duty))
                .findFirst();
    }

    private List<DutyReport.Run> section(String place, String title) {
        Optional<ReportTemplate.Clause> clause =
                template.template().clauses().stream()
                        .filter(each -> each.title().equals(title))
                        .findFirst();
        if (clause.isEmpty()) {
            String titles =
                    template.template().clauses().stream()
                            .map(ReportTemplate.Clause::title)
                            .collect(Collectors.joining("、"));
            return unknown(place, "板块有" + titles + "。");
        }
        List<DutyReport.Run> runs = new ArrayList<>();
        for (DutyReport.Paragraph paragraph : draft.section(clause.get(), title).paragraphs()) {
            if (!runs.isEmpty()) {
                runs.add(new DutyReport.Words("\n　　"));
            }
            paragraph.heading().map(DutyReport.Words::new).ifPresent(runs::add);
            runs.addAll(paragraph.runs());
        }
        return runs;
    }

    private List<DutyReport.Run> unknown(String place, String remedy) {
        faults.add("模板" + where + "的“{{" + place + "}}”填不了，没有这个位。" + remedy);
        return List.of();
    }
}
