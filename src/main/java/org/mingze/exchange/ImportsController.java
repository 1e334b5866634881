package org.mingze.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.organization.Post;
import org.mingze.sheet.OpeningSheets;
import org.mingze.sheet.SheetFault;
import org.mingze.sheet.TableDownload;
import org.mingze.sheet.TableForm;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 导入 — a file is handed in, its columns are told, it is tried, and then it enters.
@Controller
class ImportsController {
    private static final String ONE = "/imports/{id:[0-9a-f-]{36}}";
    private static final int NAME_MAX = 120;
    private static final int MEND_BATCH = 5_000;

    private final CountyLedgers ledgers;
    private final Imports imports;
    private final ImportFiles files;
    private final Problems problems;
    private final RunningImports running;

    ImportsController(
            CountyLedgers ledgers,
            Imports imports,
            ImportFiles files,
            Problems problems,
            RunningImports running) {
        this.ledgers = ledgers;
        this.imports = imports;
        this.files = files;
        this.problems = problems;
        this.running = running;
    }

    @GetMapping("/imports")
    ModelAndView list(
            Officer officer, @RequestParam(name = "page", defaultValue = "1") String page) {
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        return list(officer, number, "", Optional.empty());
    }

    @PostMapping("/imports")
    ModelAndView handIn(
            Officer officer,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        Instant now = Instant.now();
        String body = ledgers.ask(officer.county(), known -> body(known, officer, now));
        if (body.isEmpty()) {
            throw new NotPermitted("你今天没有岗位，不能导入", "你能看记录和制度。", "要导入，找本单位管岗位的人。");
        }
        String name =
                file.map(sent -> fileName(String.valueOf(sent.getOriginalFilename()))).orElse("");
        if (name.isEmpty()) {
            return list(officer, 1, "选一份表格再读", Optional.empty());
        }
        UUID id = UUID.randomUUID();
        try (InputStream in = file.orElseThrow().getInputStream()) {
            files.keep(officer.county(), id, in);
        }
        Optional<String> refused = look(officer.county(), id, name).refusal();
        if (refused.isPresent()) {
            files.drop(officer.county(), id);
            return list(
                    officer,
                    1,
                    "",
                    Optional.of(
                            new Refusal(
                                    "没有收下这份文件", refused.get() + "。文件的任何内容都没有保存。", "", List.of())));
        }
        imports.keep(
                officer.county(),
                new KeptImport(
                        id,
                        name,
                        body,
                        officer.recorder(),
                        now,
                        ImportState.MAPPING,
                        Map.of(),
                        false,
                        Roster.Alike.UNASKED,
                        Tally.NONE,
                        ""));
        return new ModelAndView("redirect:/imports/" + id + "/mapping");
    }

    @GetMapping(ONE)
    ModelAndView show(
            Officer officer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "after", defaultValue = "0") String after) {
        Optional<Tally> now = running.progress(id);
        KeptImport kept = find(officer, id);
        if (kept.state() == ImportState.MAPPING) {
            return new ModelAndView("redirect:" + kept.path() + "/mapping");
        }
        int from = after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
        List<Problems.Found> found =
                problems.after(officer.county(), id, from, ImportDrawing.PROBLEMS);
        int count = problems.count(officer.county(), id);
        ImportPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new ImportDrawing(known, ChinaTime.day(Instant.now()))
                                        .page(kept, now, found, from, count));
        return new ModelAndView("exchange/import", "page", page);
    }

    /// What htmx asks for; when the import has ended the page is asked for anew.
    @GetMapping(ONE + "/progress")
    ModelAndView progress(
            Officer officer, @PathVariable("id") UUID id, HttpServletResponse response) {
        KeptImport kept = find(officer, id);
        Optional<Tally> tally = running.progress(id);
        if (tally.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView(
                "exchange/progress",
                "progress",
                ImportDrawing.progress(kept, tally.orElse(kept.tally())));
    }

    @GetMapping(ONE + "/mapping")
    ModelAndView mapping(Officer officer, @PathVariable("id") UUID id) {
        KeptImport kept = find(officer, id);
        FileLook look = look(officer.county(), id, kept.name());
        Map<String, Mapping> before = kept.mappings();
        return ledgers.ask(
                officer.county(),
                known -> {
                    MappingForm form = MappingForm.of(look, known);
                    Map<String, Mapping> mappings =
                            before.isEmpty()
                                    ? form.suggested(
                                            heads -> imports.remembered(officer.county(), heads))
                                    : before;
                    return mapping(form, kept, mappings, "");
                });
    }

    private static ModelAndView mapping(
            MappingForm form, KeptImport kept, Map<String, Mapping> mappings, String fault) {
        return new ModelAndView("exchange/mapping", "page", form.page(kept, mappings, fault));
    }

    @PostMapping(ONE + "/mapping")
    ModelAndView map(Officer officer, @PathVariable("id") UUID id, HttpServletRequest request) {
        KeptImport kept = find(officer, id);
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        FileLook look = look(officer.county(), id, kept.name());
        MappingForm form = ledgers.ask(officer.county(), known -> MappingForm.of(look, known));
        Map<String, Mapping> mappings = form.sent(sent);
        if (form.isChanged(sent)) {
            return mapping(form, kept, mappings, "");
        }
        if (mappings.values().stream().allMatch(mapping -> mapping.recordType().isEmpty())) {
            return mapping(form, kept, mappings, "选一行是一笔什么");
        }
        if (running.progress(id).isEmpty()) {
            imports.mapped(officer.county(), id, mappings, Instant.now());
            running.start(officer.county(), id, false, InstantSource.system());
        }
        return new ModelAndView("redirect:" + kept.path());
    }

    @PostMapping(ONE + "/check")
    ModelAndView check(
            Officer officer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "repeats", defaultValue = "") List<String> repeats,
            @RequestParam(name = "alike", defaultValue = "") String alike) {
        find(officer, id);
        if (!repeats.isEmpty() && running.progress(id).isEmpty()) {
            imports.repeats(officer.county(), id, repeats.contains("each"));
        }
        if (!alike.isEmpty() && running.progress(id).isEmpty()) {
            boolean one = alike.equals("one");
            imports.alike(officer.county(), id, one ? Roster.Alike.ONE : Roster.Alike.EACH);
        }
        return start(officer, id, false);
    }

    @PostMapping(ONE + "/entries")
    ModelAndView enter(Officer officer, @PathVariable("id") UUID id) {
        find(officer, id);
        return start(officer, id, true);
    }

    private ModelAndView start(Officer officer, UUID id, boolean enter) {
        running.start(officer.county(), id, enter, InstantSource.system());
        return new ModelAndView("redirect:/imports/" + id);
    }

    @GetMapping(ONE + "/mend.xlsx")
    void mend(Officer officer, @PathVariable("id") UUID id, HttpServletResponse response)
            throws IOException {
        KeptImport kept = find(officer, id);
        if (!(OpeningSheets.open(files.file(officer.county(), id), kept.name())
                instanceof OpeningSheets.Opened.Sheets(var sheets))) {
            throw new NotFound("这份表格已经读不出", "重新交来一份。");
        }
        response.setContentType(TableForm.XLSX.contentType());
        String name = "要改的行-" + kept.name().replaceFirst("\\.[^.]*$", "") + ".xlsx";
        response.setHeader("Content-Disposition", TableDownload.attached(name));
        try (sheets) {
            new MendFile(sheets, after -> problems.after(officer.county(), id, after, MEND_BATCH))
                    .write(response.getOutputStream());
        }
    }

    private FileLook look(int county, UUID id, String name) {
        return switch (OpeningSheets.open(files.file(county, id), name)) {
            case OpeningSheets.Opened.Refused(String sentence) ->
                    new FileLook(List.of(), Optional.of(sentence));
            case OpeningSheets.Opened.Sheets(var sheets) -> {
                try (sheets) {
                    yield FileLook.at(sheets);
                } catch (SheetFault fault) {
                    yield new FileLook(List.of(), Optional.of(fault.sentence()));
                } catch (IOException unreadable) {
                    yield new FileLook(List.of(), Optional.of("文件读不出，另存一份再传"));
                }
            }
        };
    }

    /// A table that is not entered yet may tell of anybody: it is its body's alone.
    private KeptImport find(Officer officer, UUID id) {
        KeptImport kept =
                imports.find(officer.county(), id)
                        .orElseThrow(() -> new NotFound("没有这份表格", "地址可能写错。从导入过的表格里找。"));
        Instant now = Instant.now();
        String own = ledgers.ask(officer.county(), known -> body(known, officer, now));
        if (!kept.body().equals(own)) {
            throw new NotPermitted(
                    "这份表格不归" + officer.post().name() + "看",
                    "你能看到本单位交来的；入了账的，在记录里看。",
                    "要看这一份，找交来它的单位。");
        }
        return kept;
    }

    private ModelAndView list(
            Officer officer, int number, String fault, Optional<Refusal> refusal) {
        LocalDate today = ChinaTime.day(Instant.now());
        String own = ledgers.ask(officer.county(), known -> body(known, officer, Instant.now()));
        List<KeptImport> shown =
                own.isEmpty()
                        ? List.of()
                        : imports.of(
                                officer.county(),
                                own,
                                (number - 1) * ImportDrawing.PAGE,
                                ImportDrawing.PAGE + 1);
        ImportsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new ImportDrawing(known, today)
                                        .list(shown, number, fault, refusal));
        ModelAndView view = new ModelAndView("exchange/imports", "page", page);
        boolean wrong = !fault.isEmpty() || refusal.isPresent();
        view.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static String body(Knowledge known, Officer officer, Instant now) {
        return known.organization()
                .post(officer.post().code(), ChinaTime.day(now))
                .map(Post::body)
                .orElse("");
    }

    /// The last part of what a browser calls a file, of bounded length.
    private static String fileName(String given) {
        String name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1).strip();
        return name.length() > NAME_MAX ? name.substring(name.length() - NAME_MAX) : name;
    }
}
