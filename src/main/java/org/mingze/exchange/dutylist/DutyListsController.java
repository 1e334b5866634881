package org.mingze.exchange.dutylist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Vocabulary;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 责任清单 — a list is handed in, its draft is shown, completed, checked again and taken away.
@Controller
class DutyListsController {
    private static final String VIEW = "exchange/duty-lists";
    private static final int TEXT_MAX = 1_000_000;
    private static final int SHOWN_MAX = 300;

    private final CountyLedgers ledgers;

    DutyListsController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/duty-lists")
    ModelAndView show(Officer officer) {
        return view(plain("", Optional.empty()), HttpStatus.OK);
    }

    @PostMapping("/duty-lists")
    ModelAndView read(
            Officer officer,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        if (file.filter(each -> !each.isEmpty()).isEmpty()) {
            return view(plain("选一份责任清单再读", Optional.empty()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String name =
                String.valueOf(file.get().getOriginalFilename()).replaceFirst(".*[/\\\\]", "");
        return switch (ReadingDutyList.read(name, file.get().getBytes())) {
            case ReadingDutyList.Lines.Refused(String sentence) -> refused(sentence);
            case ReadingDutyList.Lines.Sound(var lines) -> {
                FindingDutyLines.Found found = FindingDutyLines.in(lines);
                yield found.lines().isEmpty()
                        ? refused("没有找到清单的条目：表要有写“责任内容”和“责任主体”这样的表头，文字要写谁多久做什么。")
                        : view(draft(officer, name, found), HttpStatus.OK);
            }
        };
    }

    private static ModelAndView refused(String sentence) {
        return view(
                plain(
                        "",
                        Optional.of(
                                new Refusal("没有读成", sentence + "文件的任何内容都没有保存。", "", List.of()))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private DutyListPage draft(Officer officer, String name, FindingDutyLines.Found found) {
        Words words = ledgers.ask(officer.county(), DutyListsController::words);
        List<ReadDuty> duties =
                found.lines().stream().map(line -> ReadDuty.of(line, words.vocabulary())).toList();
        DraftInstitution.Written written =
                DraftInstitution.of(
                        name, found.title(), ChinaTime.day(Instant.now()), duties, words.files());
        List<DutyListPage.Line> lines =
                duties.stream().limit(SHOWN_MAX).map(duty -> line(duty, written.unfit())).toList();
        long open = duties.stream().filter(duty -> !duty.open().isEmpty()).count();
        int rules = duties.size() - written.unfit().size();
        String title =
                "读出"
                        + duties.size()
                        + "条，"
                        + rules
                        + "条写成了规则"
                        + (open == 0 ? "" : "，" + open + "条有待定");
        return new DutyListPage(
                heading(title, "草案什么都没有替人定：没有读出的数写成待定，写不成规则的留成注释。补齐、核对，再下载。"),
                "",
                Optional.empty(),
                Optional.of(shown(written.text(), written.diagnostics(), lines)));
    }

    /// A text that a person has changed is checked again.
    @PostMapping("/duty-lists/check")
    ModelAndView check(
            Officer officer, @RequestParam(name = "text", defaultValue = "") String text) {
        String draft = normal(text);
        List<Diagnostic> found =
                DraftInstitution.check(
                        draft, ledgers.ask(officer.county(), DutyListsController::words).files());
        String title = found.isEmpty() ? "草案没有错误" : "草案有" + found.size() + "处错误";
        DutyListPage page =
                new DutyListPage(
                        heading(title, "改好再核对；没有错误就下载，交给制度处试行。"),
                        "",
                        Optional.empty(),
                        Optional.of(shown(draft, found, List.of())));
        return view(page, HttpStatus.OK);
    }

    @PostMapping("/duty-lists/draft.yaml")
    ResponseEntity<byte[]> take(
            Officer officer, @RequestParam(name = "text", defaultValue = "") String text) {
        String attached =
                ContentDisposition.attachment()
                        .filename("责任清单草案.yaml", StandardCharsets.UTF_8)
                        .build()
                        .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attached)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .body(normal(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String normal(String text) {
        return text.substring(0, Math.min(TEXT_MAX, text.length())).replace("\r\n", "\n");
    }

    /// The vocabulary of the county and the files that it was read from.
    private record Words(Vocabulary vocabulary, List<InstitutionFiles.SourceFile> files) {}

    private static Words words(Knowledge known) {
        return new Words(
                known.rules().vocabulary(),
                known.enactedTexts().stream()
                        .filter(
                                file ->
                                        file.text()
                                                .lines()
                                                .anyMatch(line -> line.startsWith("词汇:")))
                        .toList());
    }

    private static DutyListPage.Draft shown(
            String text, List<Diagnostic> diagnostics, List<DutyListPage.Line> lines) {
        List<DutyListPage.Fault> faults = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.stream().limit(SHOWN_MAX).toList()) {
            faults.add(
                    new DutyListPage.Fault(
                            "第" + diagnostic.line() + "行第" + diagnostic.column() + "列",
                            diagnostic.message(),
                            diagnostic.remedy()));
        }
        long rows = Math.min(40, text.lines().count() + 1);
        return new DutyListPage.Draft(
                "责任清单草案.yaml",
                text,
                String.valueOf(rows),
                faults.isEmpty() ? "查过了，没有错误" : "查过了，有" + diagnostics.size() + "处错误",
                faults.isEmpty(),
                faults,
                lines);
    }

    private static DutyListPage.Line line(ReadDuty duty, Set<Integer> unfit) {
        DutyLine line = duty.line();
        List<String> open = new ArrayList<>(duty.open());
        if (duty.isRule() && unfit.contains(line.number())) {
            open.add("写成规则后查出错误，留成了注释");
        }
        return new DutyListPage.Line(
                "第" + line.number() + "条",
                line.place(),
                line.who(),
                line.what(),
                line.often(),
                open);
    }

    private static DutyListPage plain(String fault, Optional<Refusal> refusal) {
        return new DutyListPage(
                heading("读责任清单", "清单上的条目写成制度的草案：谁、做什么、多久一次，读出多少写多少；没有写明的数留成待定。"),
                fault,
                refusal,
                Optional.empty());
    }

    private static Heading heading(String title, String lede) {
        return new Heading(
                List.of(new Link("导入", "/imports"), new Link("责任清单", "/duty-lists")),
                title,
                Prose.of(lede),
                List.of());
    }

    private static ModelAndView view(DutyListPage page, HttpStatus status) {
        ModelAndView view = new ModelAndView(VIEW, "page", page);
        view.setStatus(status);
        return view;
    }
}
