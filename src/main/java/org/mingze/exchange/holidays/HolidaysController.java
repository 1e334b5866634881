package org.mingze.exchange.holidays;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Evidence;
import org.mingze.journal.Occurred;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Sight;
import org.mingze.work.index.CountyCalendar;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 放假通知 — a notice is handed in or pasted, its days are looked through, and the year is
/// entered.
@Controller
class HolidaysController {
    private static final String VIEW = "exchange/holidays";

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Evidence evidence;

    HolidaysController(CountyLedgers ledgers, EnteringRecord entering, Evidence evidence) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.evidence = evidence;
    }

    @GetMapping("/holidays")
    ModelAndView show(Officer officer) {
        return list(officer, "", "", Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/holidays")
    ModelAndView read(
            Officer officer,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            @RequestParam(name = "text", defaultValue = "") String text)
            throws IOException {
        mustEnter(officer);
        boolean sent = file.filter(each -> !each.isEmpty()).isPresent();
        if (!sent && text.isBlank()) {
            return wrong(officer, "选一份通知，或把通知的文字贴进来", "");
        }
        byte[] bytes = sent ? file.orElseThrow().getBytes() : text.getBytes(StandardCharsets.UTF_8);
        String given = sent ? String.valueOf(file.orElseThrow().getOriginalFilename()) : "";
        String name = sent ? given.replaceFirst(".*[/\\\\]", "") : "放假通知.txt";
        switch (DocumentText.read(name, bytes)) {
            case Read.Refused(String sentence) -> {
                return refused(officer, sentence + "文件的任何内容都没有保存。", text);
            }
            case Read.Document(String _, String document, String _) -> {
                Optional<HolidayText.Notice> notice = HolidayText.read(document);
                if (notice.isEmpty()) {
                    return refused(
                            officer,
                            "没有读出哪一年放哪几天假：要有“关于2027年部分节假日安排的通知”这样的题，和“元旦：1月1日放假”这样的句。文件的任何内容都没有保存。",
                            text);
                }
                return switch (evidence.keep(name, new ByteArrayInputStream(bytes))) {
                    case Evidence.Taking.Refused(String sentence) ->
                            refused(officer, sentence, text);
                    case Evidence.Taking.Kept(Evidence.Citation citation) ->
                            trial(officer, notice.get(), citation);
                };
            }
        }
    }

    private ModelAndView trial(
            Officer officer, HolidayText.Notice notice, Evidence.Citation citation) {
        HolidaysPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new HolidaysDrawing(known, true)
                                        .trial(notice, citation.toString()));
        return new ModelAndView(VIEW, "page", page);
    }

    @PostMapping("/holidays/years")
    ModelAndView enter(
            Officer officer, @RequestParam Map<String, String> sent, RedirectAttributes redirect)
            throws IOException {
        mustEnter(officer);
        HolidayText.Notice notice = kept(sent);
        String lines = new HolidayDays(notice).lines(at -> sent.containsKey("d" + at));
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("年", new Content.Text(String.valueOf(notice.year())));
        fields.put("文", new Content.Text(lines));
        fields.put("附", new Content.Text(sent.getOrDefault("evidence", "")));
        Instant now = Instant.now();
        Draft draft =
                new Draft(
                        CountyCalendar.KIND,
                        Occurred.on(ChinaTime.day(now)),
                        officer.recorder(),
                        EntryMode.DONE,
                        new Content.Group(fields));
        return switch (entering.enter(officer.county(), draft, now)) {
            case EnteringRecord.Outcome.Entered(Entry entry, var _) -> {
                redirect.addFlashAttribute(
                        Notice.FLASH,
                        Notice.done(
                                "已记下" + notice.year() + "年的日子，第" + entry.number() + "号",
                                "从现在起，这一年的工作日按它算。"));
                yield new ModelAndView("redirect:/holidays");
            }
            case EnteringRecord.Outcome.Faulty(var faults) ->
                    refused(officer, faults.getFirst().sentence() + "。", "");
            case EnteringRecord.Outcome.Refused(var _) -> refused(officer, "现在不能记下。", "");
        };
    }

    /// The notice that was read before, from the file that was kept then.
    private HolidayText.Notice kept(Map<String, String> sent) throws IOException {
        Evidence.Citation citation =
                Evidence.Citation.parse(sent.getOrDefault("evidence", ""))
                        .filter(each -> evidence.holds(each.digest()))
                        .orElseThrow(() -> new NotFound("这份通知已经不在", "重新交来一份。"));
        try (InputStream file = evidence.open(citation.digest())) {
            return switch (DocumentText.read(citation.name(), file.readAllBytes())) {
                case Read.Refused(String _) -> throw new NotFound("这份通知已经读不出", "重新交来一份。");
                case Read.Document(String _, String text, String _) ->
                        HolidayText.read(text)
                                .orElseThrow(() -> new NotFound("这份通知已经读不出", "重新交来一份。"));
            };
        }
    }

    @GetMapping("/holidays/{year:20\\d{2}}.txt")
    ResponseEntity<String> year(Officer officer, @PathVariable("year") int year) {
        String lines = told(officer, year).content().text("文").orElse("");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(year + ".txt"))
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(lines);
    }

    @GetMapping("/holidays/{year:20\\d{2}}/notice")
    ResponseEntity<InputStreamResource> notice(Officer officer, @PathVariable("year") int year)
            throws IOException {
        Evidence.Citation citation =
                Evidence.citations(told(officer, year).content()).stream()
                        .filter(each -> evidence.holds(each.digest()))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("通知的原件不在这台机器上", "从备份里补回。"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(citation.name()))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(evidence.open(citation.digest())));
    }

    private Entry told(Officer officer, int year) {
        return ledgers.ask(
                officer.county(),
                known -> HolidaysDrawing.entry(known, year).orElseThrow(NotFound::page));
    }

    private static String attached(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private void mustEnter(Officer officer) {
        if (!enters(officer)) {
            throw new NotPermitted("放假的日子由县里记", "你能看已知的年。", "要记下，把通知交给县委办或督查室。");
        }
    }

    private boolean enters(Officer officer) {
        return ledgers.ask(
                officer.county(),
                known ->
                        Sight.of(
                                        known.organization(),
                                        officer.post().code(),
                                        ChinaTime.day(Instant.now()))
                                .everything());
    }

    private ModelAndView wrong(Officer officer, String fault, String typed) {
        return list(officer, fault, typed, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView refused(Officer officer, String sentence, String typed) {
        return list(
                officer,
                "",
                typed,
                Optional.of(new Refusal("没有收下这份通知", sentence, "", List.of())),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView list(
            Officer officer,
            String fault,
            String typed,
            Optional<Refusal> refusal,
            HttpStatus status) {
        boolean enters = enters(officer);
        HolidaysPage page =
                ledgers.ask(
                        officer.county(),
                        known -> new HolidaysDrawing(known, enters).page(fault, typed, refusal));
        ModelAndView view = new ModelAndView(VIEW, "page", page);
        view.setStatus(status);
        return view;
    }
}
