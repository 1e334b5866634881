package org.mingze.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.report.kept.Handed;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.PaperForm;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.NotFound;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 述职报告 — choose a post and a period, read the report on paper, take it away as .docx.
@Controller
class ReportsController {
    private final CountyLedgers ledgers;
    private final ReportShelf shelf;
    private final ComposingReport composing;

    ReportsController(CountyLedgers ledgers, ReportShelf shelf, ComposingReport composing) {
        this.ledgers = ledgers;
        this.shelf = shelf;
        this.composing = composing;
    }

    @GetMapping("/reports")
    ModelAndView choose(Officer officer) {
        return choose(officer, Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/reports")
    ModelAndView chosen(@RequestParam Map<String, String> typed, Officer officer) {
        Optional<ReportSpan> span =
                ReportSpan.chosen(typed.getOrDefault("period", ""))
                        .or(
                                () ->
                                        ReportSpan.of(
                                                typed.getOrDefault("from", ""),
                                                typed.getOrDefault("to", "")));
        if (span.isEmpty()) {
            return choose(
                    officer,
                    typed,
                    Map.of("from", "写明起止日，起日不晚于止日"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String post = typed.getOrDefault("post", officer.post().code());
        Handed.Asked asked =
                new Handed.Asked(post, span.get().from(), span.get().to(), kind(typed));
        return new ModelAndView("redirect:/reports/duty?" + asked.query());
    }

    @GetMapping("/reports/duty")
    ModelAndView duty(@RequestParam Map<String, String> typed, Officer officer) {
        Handed.Asked asked = asked(typed);
        boolean masked = isMasked(typed);
        ComposingReport.Composed composed =
                composing.compose(officer, asked, masked, Instant.now());
        boolean own = officer.post().code().equals(asked.post());
        ReportPage page = ReportPage.of(composed.shown(), acts(asked.query(), masked, own));
        if (!composed.enacted()) {
            page = withNotes(page, "模板", List.of("模板还没有在本县施行，取自制度库，供试写。"));
        }
        List<String> statement = composed.masked().map(MaskedTwin::statement).orElse(List.of());
        return new ModelAndView(
                "report/report",
                "page",
                statement.isEmpty() ? page : withNotes(page, "遮盖", statement));
    }

    private static List<Act> acts(String query, boolean masked, boolean own) {
        String asked = masked ? query + "&masked=true" : query;
        List<Act> acts = new ArrayList<>();
        for (PaperForm form : PaperForm.values()) {
            String href = "/reports/duty" + form.ending() + "?" + asked;
            String word = "下载" + form.ending();
            Act act = form == PaperForm.DOCX ? Act.main(word, href) : Act.of(word, href);
            acts.add(act.with(Icon.DOWNLOAD));
        }
        if (own && !masked) {
            acts.add(Act.of("本人填写和封存", "/reports/own?" + query));
        }
        acts.add(Act.of("用本单位的模板", "/reports/office?" + query));
        acts.add(
                masked
                        ? Act.of("看原件", "/reports/duty?" + query)
                        : Act.of("看遮盖件", "/reports/duty?" + query + "&masked=true"));
        return acts;
    }

    @GetMapping("/reports/duty.{ending:docx|pdf|ofd}")
    ResponseEntity<byte[]> document(
            @PathVariable("ending") String ending,
            @RequestParam Map<String, String> typed,
            Officer officer)
            throws IOException {
        return file(
                composing.compose(officer, asked(typed), isMasked(typed), Instant.now()), ending);
    }

    /// A composed report as a file to take away.
    static ResponseEntity<byte[]> file(ComposingReport.Composed composed, String ending)
            throws IOException {
        PaperForm form = PaperForm.of("." + ending).orElseThrow();
        ContentDisposition attachment =
                ContentDisposition.attachment()
                        .filename(composed.shown().title() + form.ending(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .body(form.bytes(composed.manuscript()));
    }

    private static boolean isMasked(Map<String, String> typed) {
        return "true".equals(typed.get("masked"));
    }

    /// What an address asks for.
    static Handed.Asked asked(Map<String, String> typed) {
        return Handed.Asked.parse(typed)
                .orElseThrow(() -> new NotFound("没有这个报告期", "起止写成2026-01-01这样的日期，起日不晚于止日。"));
    }

    private static Optional<String> kind(Map<String, String> typed) {
        return Optional.of(typed.getOrDefault("template", "").strip())
                .filter(number -> !number.isEmpty());
    }

    static ReportPage withNotes(ReportPage page, String heading, List<String> lines) {
        List<ReportPage.Notes> side = new ArrayList<>(page.side());
        side.addFirst(
                new ReportPage.Notes(
                        heading,
                        "",
                        lines.stream()
                                .map(line -> new ReportPage.Note("", Prose.of(line), List.of()))
                                .toList()));
        return new ReportPage(
                page.heading(),
                page.title(),
                page.by(),
                page.body(),
                page.sealed(),
                page.annex(),
                side);
    }

    private ModelAndView choose(
            Officer officer,
            Map<String, String> typed,
            Map<String, String> faults,
            HttpStatus status) {
        LocalDate today = ChinaTime.day(Instant.now());
        List<Option> posts =
                ledgers.ask(officer.county(), known -> posts(known, officer, typed, today));
        List<Option> kinds =
                ledgers.ask(officer.county(), known -> kinds(new AsOf(known, today), typed));
        ReportsPage page =
                new ReportsPage(
                        new Heading(
                                List.of(),
                                "述职报告",
                                Prose.of("从账上写一份报告：每一处数字都能打开它数的记录。"),
                                posts.size() > 1
                                        ? List.of(Act.of("看封存情况", "/reports/round"))
                                        : List.of()),
                        "/reports",
                        List.of(
                                field("post", "岗位", true, "", new Control.Menu(posts)),
                                field("template", "写哪一种", true, "", new Control.Menu(kinds)),
                                field(
                                        "period",
                                        "报告期",
                                        true,
                                        "",
                                        new Control.Menu(periods(typed, today))),
                                day("from", "从", typed, faults),
                                day("to", "到", typed, faults)),
                        List.of(ReportsPage.Send.plain("写这份报告")),
                        Optional.empty(),
                        composing.handed(officer, Instant.now()).stream()
                                .map(HandedReportsController::line)
                                .toList(),
                        Optional.of(
                                new Blank(
                                        "还没有封存过",
                                        "报告随时从账上写出，末尾有账页的根可核。封存一份，以后原样打开；要带走，下载.docx、.pdf或.ofd。",
                                        Optional.empty())));
        ModelAndView view = new ModelAndView("report/reports", "page", page);
        view.setStatus(status);
        return view;
    }

    private List<Option> kinds(AsOf asOf, Map<String, String> typed) {
        String chosen = typed.getOrDefault("template", "");
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "本岗位的述职报告", chosen.isEmpty()));
        shelf.kinds(asOf.day(), asOf)
                .forEach(
                        kind ->
                                options.add(
                                        new Option(
                                                kind.number(),
                                                kind.name(),
                                                kind.number().equals(chosen))));
        return options;
    }

    private static List<Option> periods(Map<String, String> typed, LocalDate today) {
        String chosen = typed.get("period");
        return ReportSpan.choices(today).stream()
                .map(
                        each ->
                                chosen == null
                                        ? each
                                        : new Option(
                                                each.value(),
                                                each.label(),
                                                each.value().equals(chosen)))
                .toList();
    }

    private static List<Option> posts(
            Knowledge known, Officer officer, Map<String, String> typed, LocalDate today) {
        String chosen = typed.getOrDefault("post", officer.post().code());
        return ReportReaders.readable(
                        known.organization(), officer.post().code(), officer.person(), today)
                .stream()
                .limit(300)
                .map(post -> new Option(post.code(), post.name(), post.code().equals(chosen)))
                .toList();
    }

    private static Field day(
            String name, String label, Map<String, String> typed, Map<String, String> faults) {
        return new Field(
                name,
                label,
                "报告期选“自己定起止”时填",
                false,
                faults.getOrDefault(name, ""),
                new Control.Line(typed.getOrDefault(name, ""), "date", ""));
    }

    private static Field field(
            String name, String label, boolean required, String fault, Control control) {
        return new Field(name, label, "", required, fault, control);
    }
}
