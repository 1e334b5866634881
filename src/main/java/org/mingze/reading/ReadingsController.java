package org.mingze.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.journal.Evidence;
import org.mingze.organization.Post;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.ReportReader;
import org.mingze.web.Field.Option;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 审读 — documents are handed in, read, and what is accepted goes into the ledger.
@Controller
class ReadingsController {
    private static final int OPTIONS_MAX = 300;
    private static final int COMPARED_MAX = 300;

    private final CountyLedgers ledgers;
    private final Readings readings;
    private final EnteringFindings entering;
    private final Evidence evidence;

    ReadingsController(
            CountyLedgers ledgers,
            Readings readings,
            EnteringFindings entering,
            Evidence evidence) {
        this.ledgers = ledgers;
        this.readings = readings;
        this.entering = entering;
        this.evidence = evidence;
    }

    @GetMapping("/readings")
    ModelAndView list(
            @RequestParam(name = "page", defaultValue = "1") String page, Officer officer) {
        int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        return list(officer, number, "", Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/readings")
    ModelAndView handIn(
            @RequestParam(name = "document", required = false) Optional<MultipartFile> document,
            Officer officer)
            throws IOException {
        if (document.isEmpty() || document.get().getOriginalFilename() == null) {
            return list(officer, 1, "选一份文件再读", Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String name =
                ReadingsDrawing.fileName(String.valueOf(document.get().getOriginalFilename()));
        if (name.isEmpty()) {
            return list(officer, 1, "选一份文件再读", Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        byte[] file = document.get().getBytes();
        return switch (DocumentText.read(name, file)) {
            case Read.Refused(String sentence) ->
                    list(
                            officer,
                            1,
                            "",
                            Optional.of(
                                    new Refusal(
                                            "没有收下这份文件", sentence + "文件的任何内容都没有保存。", "", List.of())),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Read.Document(String read, String text, String sha256) ->
                    keep(officer, read, text, sha256, file);
        };
    }

    private ModelAndView keep(Officer officer, String name, String text, String sha256, byte[] file)
            throws IOException {
        String body =
                ledgers.ask(
                        officer.county(),
                        known -> body(known, officer, ChinaTime.day(Instant.now())));
        Optional<UUID> before = readings.same(officer.county(), body, sha256);
        if (before.isPresent()) {
            return new ModelAndView("redirect:/readings/" + before.get());
        }
        return switch (evidence.keep(name, new ByteArrayInputStream(file))) {
            case Evidence.Taking.Refused(String sentence) ->
                    list(
                            officer,
                            1,
                            "",
                            Optional.of(new Refusal("没有收下这份文件", sentence, "", List.of())),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Evidence.Taking.Kept(Evidence.Citation citation) -> {
                KeptReading kept =
                        new KeptReading(
                                UUID.randomUUID(),
                                citation.name(),
                                citation.digest().toString(),
                                text.replace("\0", ""),
                                body,
                                officer.person(),
                                Instant.now(),
                                Set.of());
                readings.keep(officer.county(), kept);
                yield new ModelAndView("redirect:" + kept.path());
            }
        };
    }

    @GetMapping("/readings/{id:[0-9a-f-]{36}}")
    ModelAndView show(
            @PathVariable("id") UUID id,
            @RequestParam(name = "only", defaultValue = "") String only,
            Officer officer) {
        return page(find(id, officer), officer, only, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/readings/{id:[0-9a-f-]{36}}/findings")
    ModelAndView confirm(
            @PathVariable("id") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Officer officer,
            RedirectAttributes flash) {
        KeptReading kept = find(id, officer);
        Reading reading = ReportReader.read(kept.name(), kept.text());
        List<Problem> problems = Problem.of(reading, kept.text());
        Optional<Problem> rejected = chosen(problems, typed.getFirst("reject"));
        Optional<Problem> back = chosen(problems, typed.getFirst("back"));
        if (rejected.isPresent() || back.isPresent()) {
            rejected.ifPresent(each -> readings.reject(officer.county(), id, each.offset()));
            back.ifPresent(each -> readings.takeBack(officer.county(), id, each.offset()));
            return new ModelAndView("redirect:" + kept.path() + "#finds");
        }
        List<String> numbers = typed.getOrDefault("chain", List.of());
        List<Accepted> accepted =
                problems.stream()
                        .filter(each -> numbers.contains(String.valueOf(each.number())))
                        .map(each -> Accepted.of(each, typed))
                        .toList();
        List<EntryCheck.Fault> faults =
                new ArrayList<>(accepted.stream().flatMap(a -> a.faults().stream()).toList());
        if (!faults.isEmpty()) {
            return page(kept, officer, "", typed, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (accepted.isEmpty()) {
            flash.addFlashAttribute(Notice.FLASH, Notice.warn("没有选问题", "勾上要入台账的问题，再按“所选入台账”。"));
            return new ModelAndView("redirect:" + kept.path() + "#finds");
        }
        EnteringFindings.Result result =
                entering.enter(
                        kept,
                        ReadingDrawing.documentKind(reading),
                        accepted,
                        officer,
                        Instant.now());
        if (!result.faults().isEmpty()) {
            return page(kept, officer, "", typed, result.faults(), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.done(
                        "已入台账" + result.entered() + "件",
                        result.entered() < accepted.size() ? "其余的以前已经入过，没有重复入账。" : "到整改台账里接着办。"));
        return new ModelAndView("redirect:" + kept.path());
    }

    private static Optional<Problem> chosen(
            List<Problem> problems, @org.jspecify.annotations.Nullable String number) {
        return problems.stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst();
    }

    private KeptReading find(UUID id, Officer officer) {
        KeptReading kept =
                readings.find(officer.county(), id)
                        .orElseThrow(() -> new NotFound("没有这份文件", "地址可能写错。从读过的文件里找。"));
        boolean seen =
                ledgers.ask(officer.county(), known -> sight(known, officer).sees(kept.body()));
        if (!seen) {
            throw new NotPermitted(
                    "这份文件不归" + officer.post().name() + "看", "你能看到本单位和下级单位读过的文件。", "要看这一份，找交来它的单位。");
        }
        return kept;
    }

    private static Sight sight(Knowledge known, Officer officer) {
        return Sight.of(known.organization(), officer.post().code(), ChinaTime.day(Instant.now()));
    }

    private static String body(Knowledge known, Officer officer, LocalDate today) {
        return known.organization().post(officer.post().code(), today).map(Post::body).orElse("");
    }

    private ModelAndView page(
            KeptReading kept,
            Officer officer,
            String only,
            Map<String, List<String>> typed,
            List<EntryCheck.Fault> faults,
            HttpStatus status) {
        Reading reading = ReportReader.read(kept.name(), kept.text());
        LocalDate today = ChinaTime.day(Instant.now());
        ReportPeriod period =
                ReportPeriod.of(
                        kept.title() + "\n" + kept.text(), ChinaTime.day(kept.uploadedAt()));
        ReadingPage.Same same = new SamenessDrawing(kept, inSight(officer)).same();
        ReadingPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new ReadingDrawing(
                                                kept,
                                                reading,
                                                Confirmed.of(known, kept),
                                                new Reconciliation(
                                                                known,
                                                                kept.body(),
                                                                period,
                                                                kept.text())
                                                        .conclusions(reading),
                                                period,
                                                same,
                                                bodies(known, officer, today),
                                                owners(known, officer, today),
                                                only,
                                                typed,
                                                faults)
                                        .page());
        ModelAndView view = new ModelAndView("reading/reading", Map.of("page", page));
        view.setStatus(status);
        return view;
    }

    /// The latest documents that the officer may see: what is out of sight is not compared with.
    private List<KeptReading> inSight(Officer officer) {
        Sight sight = ledgers.ask(officer.county(), known -> sight(known, officer));
        if (!sight.everything() && sight.bodies().isEmpty()) {
            return List.of();
        }
        Set<String> bodies = sight.everything() ? Set.of() : sight.bodies();
        return readings.of(officer.county(), bodies, 0, COMPARED_MAX);
    }

    private static List<Option> bodies(Knowledge known, Officer officer, LocalDate today) {
        return sight(known, officer).bodies(known.organization(), today).stream()
                .limit(OPTIONS_MAX)
                .map(body -> new Option(body.code(), body.name(), false))
                .toList();
    }

    private static List<Option> owners(Knowledge known, Officer officer, LocalDate today) {
        return sight(known, officer).bodies(known.organization(), today).stream()
                .flatMap(body -> known.organization().postsIn(body.code(), today).stream())
                .filter(post -> known.organization().holder(post.code(), today).isPresent())
                .limit(OPTIONS_MAX)
                .map(
                        post ->
                                new Option(
                                        post.code(),
                                        post.name()
                                                + "，"
                                                + Naming.of(
                                                        known.organization(),
                                                        known.organization()
                                                                .holder(post.code(), today)
                                                                .orElse(""),
                                                        today),
                                        false))
                .toList();
    }

    private ModelAndView list(
            Officer officer,
            int number,
            String fault,
            Optional<Refusal> refusal,
            HttpStatus status) {
        Sight sight = ledgers.ask(officer.county(), known -> sight(known, officer));
        Set<String> bodies = sight.everything() ? Set.of() : sight.bodies();
        boolean nothing = !sight.everything() && bodies.isEmpty();
        long total = nothing ? 0 : readings.count(officer.county(), bodies);
        int offset = (number - 1) * ReadingsDrawing.PAGE;
        List<KeptReading> shown =
                nothing
                        ? List.of()
                        : readings.of(officer.county(), bodies, offset, ReadingsDrawing.PAGE);
        LocalDate today = ChinaTime.day(Instant.now());
        ReadingsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new ReadingsDrawing(known, today)
                                        .page(shown, total, number, fault, refusal));
        ModelAndView view = new ModelAndView("reading/readings", Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
