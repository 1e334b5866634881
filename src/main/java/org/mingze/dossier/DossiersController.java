package org.mingze.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Draft;
import org.mingze.journal.Evidence;
import org.mingze.web.Again;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
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

/// 看案卷、办案卷 — a dossier, and each act on it as the creation of a record.
@Controller
class DossiersController {
    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Evidence evidence;

    DossiersController(CountyLedgers ledgers, EnteringRecord entering, Evidence evidence) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.evidence = evidence;
    }

    @GetMapping("/dossiers/new")
    String register(@RequestParam(name = "ledger", defaultValue = "rectification") String address) {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        return "redirect:/records/new/" + kind.english();
    }

    @GetMapping("/dossiers/{number:\\d{1,18}}")
    ModelAndView show(@PathVariable("number") long number, Officer officer) {
        return page(number, officer, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/dossiers/{number:\\d{1,18}}/{act}")
    ModelAndView act(
            @PathVariable("number") long number,
            @PathVariable("act") String address,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "附.file", required = false) Optional<List<MultipartFile>> files,
            Officer officer,
            RedirectAttributes flash)
            throws IOException {
        DossierAct act = DossierAct.at(address).orElseThrow(NotFound::page);
        Attempt attempt = attempt(act, typed, files.orElse(List.of()));
        boolean again = typed.getFirst(Again.PARAMETER) != null;
        if (again || !attempt.faults().isEmpty()) {
            HttpStatus status = again ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return page(number, officer, Optional.of(attempt), status);
        }
        Instant now = Instant.now();
        Decided decided =
                ledgers.ask(
                        officer.county(),
                        known ->
                                Decided.of(
                                        DossierView.of(known, ChinaTime.day(now), officer, number),
                                        attempt,
                                        officer,
                                        now));
        return switch (decided) {
            case Decided.Not(Attempt why, boolean stale) ->
                    page(
                            number,
                            officer,
                            Optional.of(why),
                            stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            case Decided.Drafted(Draft draft) -> enter(number, officer, attempt, draft, now, flash);
        };
    }

    /// What entered, and what is still wanting for it to count.
    private static Notice told(Attempt attempt, long entered) {
        String title = "已记下：第" + entered + "号";
        if (attempt.act() == DossierAct.ACCEPTANCE && !attempt.text("告知").equals("是")) {
            return Notice.warn(title, "受理已入账；还没有告知来件人，这一步没有办完：告知以后，把这一笔的“告知”更正为是。")
                    .leadingTo(
                            new Link("更正第" + entered + "号", "/records/" + entered + "/correction"));
        }
        return Notice.done(
                title,
                attempt.act().heading()
                        + "已入账；"
                        + (attempt.text("书面").equals("否") ? "不是书面的不算答复，这一件还在办理中；" : "")
                        + attempt.act().undoing());
    }

    private ModelAndView enter(
            long number,
            Officer officer,
            Attempt attempt,
            Draft draft,
            Instant now,
            RedirectAttributes flash) {
        return switch (entering.enter(officer.county(), draft, now)) {
            case EnteringRecord.Outcome.Entered entered -> {
                flash.addFlashAttribute(Notice.FLASH, told(attempt, entered.entry().number()));
                yield new ModelAndView("redirect:/dossiers/" + number);
            }
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    page(
                            number,
                            officer,
                            Optional.of(attempt.faulty(faults)),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case EnteringRecord.Outcome.Refused refused -> {
                Attempt why =
                        ledgers.ask(
                                officer.county(),
                                known ->
                                        attempt.refused(
                                                DossierView.of(
                                                                known,
                                                                ChinaTime.day(now),
                                                                officer,
                                                                number)
                                                        .refusals()
                                                        .of(attempt.act(), refused.opinions())));
                yield page(number, officer, Optional.of(why), HttpStatus.CONFLICT);
            }
        };
    }

    private ModelAndView page(
            long number, Officer officer, Optional<Attempt> attempt, HttpStatus status) {
        Instant now = Instant.now();
        LocalDate today = ChinaTime.day(now);
        Optional<DossierPage> plain =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            DossierView view = DossierView.of(known, today, officer, number);
                            return attempt.isEmpty() && Foreseeing.isUseful(view)
                                    ? Optional.empty()
                                    : Optional.of(view.page(Map.of(), attempt));
                        });
        DossierPage page = plain.orElseGet(() -> foreseen(number, officer, now));
        ModelAndView view = new ModelAndView("dossier/dossier", Map.of("page", page));
        view.setStatus(status);
        return view;
    }

    private DossierPage foreseen(long number, Officer officer, Instant now) {
        return ledgers.trying(
                officer.county(),
                known -> {
                    DossierView view = DossierView.of(known, ChinaTime.day(now), officer, number);
                    return view.page(
                            new Foreseeing(view, officer, now).refused(), Optional.empty());
                });
    }

    /// Keeps the files first, so that they need not be chosen again when the rest is refused.
    private Attempt attempt(
            DossierAct act, MultiValueMap<String, String> typed, List<MultipartFile> files)
            throws IOException {
        List<String> kept = new ArrayList<>(typed.getOrDefault(Desks.FILES, List.of()));
        List<EntryCheck.Fault> faults = new ArrayList<>();
        kept.removeIf(citation -> !isKept(citation));
        Optional.ofNullable(typed.getFirst(Again.PARAMETER))
                .flatMap(Again::parse)
                .filter(again -> again.change() == Again.Change.REMOVE)
                .ifPresent(again -> kept.remove(again.value()));
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null && !name.isBlank()) {
                try (InputStream bytes = file.getInputStream()) {
                    switch (evidence.keep(name, bytes)) {
                        case Evidence.Taking.Kept(Evidence.Citation citation) ->
                                kept.add(citation.toString());
                        case Evidence.Taking.Refused(String sentence) ->
                                faults.add(new EntryCheck.Fault(Desks.FILES, sentence));
                    }
                }
            }
        }
        return new Attempt(act, typed, kept, faults, Optional.empty());
    }

    private boolean isKept(String citation) {
        return Evidence.Citation.parse(citation)
                .filter(cited -> evidence.holds(cited.digest()))
                .isPresent();
    }

    /// 可否拟办 — whether a sent form means an entry that may be tried, as the dossier stands now.
    private sealed interface Decided {
        /// 可试 — an entry to try.
        record Drafted(Draft draft) implements Decided {}

        /// 不能 — what stands against it.
        ///
        /// @param stale the page that was sent no longer shows how the dossier stands
        record Not(Attempt why, boolean stale) implements Decided {}

        static Decided of(DossierView view, Attempt attempt, Officer officer, Instant now) {
            if (attempt.text(Desks.SEEN).isEmpty()) {
                return new Not(
                        attempt.refused(RefusalBox.notWhole(view.dossier(), attempt.act())), true);
            }
            boolean fresh = attempt.text(Desks.SEEN).equals(String.valueOf(view.seen()));
            if (!fresh || !view.open().contains(attempt.act())) {
                return new Not(
                        attempt.refused(RefusalBox.stale(view.dossier(), attempt.act())), true);
            }
            Optional<Refusal> foreign = view.notOurs(attempt.act());
            if (foreign.isPresent()) {
                return new Not(attempt.refused(foreign.get()), true);
            }
            DraftingAct drafting = view.drafting(officer, ChinaTime.moment(now));
            List<EntryCheck.Fault> faults = drafting.faults(attempt);
            return faults.isEmpty()
                    ? new Drafted(drafting.draft(attempt))
                    : new Not(attempt.faulty(faults), false);
        }
    }
}
