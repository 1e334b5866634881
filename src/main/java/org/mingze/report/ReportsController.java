package org.mingze.report;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
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
    private final ComposingReport composing;

    ReportsController(CountyLedgers ledgers, ComposingReport composing) {
        this.ledgers = ledgers;
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
        return new ModelAndView("redirect:/reports/duty?" + query(post, span.get()));
    }

    @GetMapping("/reports/duty")
    ModelAndView duty(
            @RequestParam("post") String post,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam(name = "masked", defaultValue = "false") boolean masked,
            Officer officer) {
        ReportSpan span = span(from, to);
        ComposingReport.Composed composed =
                composing.compose(officer, post, span, masked, Instant.now());
        ReportPage page = ReportPage.of(composed.shown(), acts(query(post, span), masked));
        if (!composed.enacted()) {
            page = withNotes(page, "模板", List.of("模板还没有在本县施行，取自制度库，供试写。"));
        }
        List<String> statement = composed.masked().map(MaskedTwin::statement).orElse(List.of());
        return new ModelAndView(
                "report/report",
                "page",
                statement.isEmpty() ? page : withNotes(page, "遮盖", statement));
    }

    private static List<Act> acts(String query, boolean masked) {
        String asked = masked ? query + "&masked=true" : query;
        List<Act> acts = new ArrayList<>();
        for (PaperForm form : PaperForm.values()) {
            String href = "/reports/duty" + form.ending() + "?" + asked;
            String word = "下载" + form.ending();
            Act act = form == PaperForm.DOCX ? Act.main(word, href) : Act.of(word, href);
            acts.add(act.with(Icon.DOWNLOAD));
        }
        acts.add(
                masked
                        ? Act.of("看原件", "/reports/duty?" + query)
                        : Act.of("看遮盖件", "/reports/duty?" + query + "&masked=true"));
        return acts;
    }

    @GetMapping("/reports/duty.{ending:docx|pdf|ofd}")
    ResponseEntity<byte[]> document(
            @PathVariable("ending") String ending,
            @RequestParam("post") String post,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam(name = "masked", defaultValue = "false") boolean masked,
            Officer officer)
            throws IOException {
        PaperForm form = PaperForm.of("." + ending).orElseThrow();
        ComposingReport.Composed composed =
                composing.compose(officer, post, span(from, to), masked, Instant.now());
        ContentDisposition attachment =
                ContentDisposition.attachment()
                        .filename(composed.shown().title() + form.ending(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .body(form.bytes(composed.manuscript()));
    }

    private static ReportSpan span(String from, String to) {
        return ReportSpan.of(from, to)
                .orElseThrow(() -> new NotFound("没有这个报告期", "起止写成2026-01-01这样的日期，起日不晚于止日。"));
    }

    private static String query(String post, ReportSpan span) {
        return "post="
                + URLEncoder.encode(post, StandardCharsets.UTF_8)
                + "&from="
                + span.from()
                + "&to="
                + span.to();
    }

    private static ReportPage withNotes(ReportPage page, String heading, List<String> lines) {
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
        ReportsPage page =
                new ReportsPage(
                        new Heading(
                                List.of(), "述职报告", Prose.of("从账上写一份报告：每一处数字都能打开它数的记录。"), List.of()),
                        "/reports",
                        List.of(
                                field("post", "岗位", true, "", new Control.Menu(posts)),
                                field(
                                        "period",
                                        "报告期",
                                        true,
                                        "",
                                        new Control.Menu(periods(typed, today))),
                                day("from", "从", typed, faults),
                                day("to", "到", typed, faults)),
                        "写这份报告",
                        Optional.empty(),
                        List.of(),
                        Optional.of(
                                new Blank(
                                        "报告不另存",
                                        "随时从账上写出；写的是截至那时所知，末尾有账页的根可核。要留一份，下载.docx、.pdf或.ofd。",
                                        Optional.empty())));
        ModelAndView view = new ModelAndView("report/reports", "page", page);
        view.setStatus(status);
        return view;
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
