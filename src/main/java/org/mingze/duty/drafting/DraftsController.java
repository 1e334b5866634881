package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 起草 — drafts of the county: begun from nothing or from a version, written, checked, discarded.
@Controller
class DraftsController {
    private static final String ONE = "/drafts/{id:[0-9a-f-]{36}}";

    private final CountyLedgers ledgers;
    private final KeptDrafts drafts;
    private final DraftModel model;

    DraftsController(CountyLedgers ledgers, KeptDrafts drafts, DraftModel model) {
        this.ledgers = ledgers;
        this.drafts = drafts;
        this.model = model;
    }

    @GetMapping("/drafts")
    ModelAndView list(Officer officer) {
        return list(officer, "");
    }

    private ModelAndView list(Officer officer, String fault) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<KeptDraft> all = drafts.all(officer.county());
        DraftsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new DraftsPage(
                                        new Heading(
                                                List.of(DraftView.LIBRARY, new Link("草案", "")),
                                                all.isEmpty()
                                                        ? "没有在写的草案"
                                                        : "在写的草案" + all.size() + "份",
                                                Prose.of("从现行的一版改起，或写一部新的；在往年的账上试过再施行。"),
                                                List.of()),
                                        lines(known, all, today),
                                        models(known, today),
                                        fault));
        ModelAndView shown = new ModelAndView("duty/drafts", "page", page);
        shown.setStatus(fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static List<DraftsPage.Line> lines(
            Knowledge known, List<KeptDraft> all, LocalDate today) {
        return all.stream()
                .map(
                        draft ->
                                new DraftsPage.Line(
                                        new Link(draft.title(), DraftView.address(draft)),
                                        DraftView.saved(known, draft, today)))
                .toList();
    }

    private static List<Link> models(Knowledge known, LocalDate today) {
        return known.rules().institutions().stream()
                .flatMap(id -> inForce(known, id, today).stream())
                .map(version -> new Link(version.institution().title(), version.institution().id()))
                .toList();
    }

    private static List<Enactment> inForce(Knowledge known, String id, LocalDate today) {
        List<Enactment> versions = known.rules().versions(id);
        return known.rules()
                .inForce(id, today)
                .map(List::of)
                .orElseGet(() -> versions.isEmpty() ? List.of() : List.of(versions.getLast()));
    }

    /// Begins a draft: from a text sent, from the version in force of the institution named, else
    /// from the model.
    @PostMapping("/drafts")
    ModelAndView begin(
            Officer officer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "text", defaultValue = "") String sent) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<Enactment> found = ledgers.ask(officer.county(), known -> inForce(known, from, today));
        if (!from.isEmpty() && found.isEmpty()) {
            return list(officer, "没有施行过编号为“" + from + "”的制度，从列表里选");
        }
        String begun = found.isEmpty() ? model.text(today) : found.getFirst().institution().text();
        String text = sent.isBlank() ? begun : sent.replace("\r\n", "\n");
        KeptDraft draft = new KeptDraft(UUID.randomUUID(), text, officer.person(), Instant.now());
        drafts.keep(officer.county(), draft);
        return new ModelAndView("redirect:" + DraftView.address(draft));
    }

    @GetMapping(ONE)
    ModelAndView show(Officer officer, @PathVariable UUID id) {
        KeptDraft draft = find(officer, id);
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return new ModelAndView(
                "duty/draft",
                "page",
                ledgers.ask(
                        officer.county(),
                        known ->
                                DraftView.of(
                                        known,
                                        draft,
                                        Enacting.mayWrite(known, officer, draft, today),
                                        today)));
    }

    @PostMapping(ONE)
    ModelAndView save(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(name = "text") Optional<String> text,
            RedirectAttributes redirect) {
        keep(officer, id, text);
        redirect.addFlashAttribute(Notice.FLASH, Notice.done("草案存下了", ""));
        return new ModelAndView("redirect:" + DraftView.PLACE + "/" + id);
    }

    /// Keeps what is written so far and answers with what the check says of it.
    @PostMapping(ONE + "/check")
    ModelAndView check(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(name = "text") Optional<String> text) {
        KeptDraft draft = keep(officer, id, text);
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return new ModelAndView(
                "duty/draft-checks",
                "checks",
                ledgers.ask(officer.county(), known -> DraftView.checks(known, draft, today)));
    }

    @PostMapping(ONE + "/discard")
    ModelAndView discard(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        KeptDraft draft = own(officer, id);
        drafts.discard(officer.county(), id);
        redirect.addFlashAttribute(
                Notice.FLASH, Notice.done("草案丢弃了：" + draft.title(), "施行过的版本不受影响。"));
        return new ModelAndView("redirect:" + DraftView.PLACE);
    }

    /// Keeps what was sent; without a text it stays as it is.
    private KeptDraft keep(Officer officer, UUID id, Optional<String> sent) {
        KeptDraft before = own(officer, id);
        String text = sent.orElse(before.text()).replace("\r\n", "\n");
        KeptDraft draft = new KeptDraft(id, text, before.person(), Instant.now());
        drafts.keep(officer.county(), draft);
        return draft;
    }

    /// @throws NotPermitted unless the officer may write it
    private KeptDraft own(Officer officer, UUID id) {
        KeptDraft draft = find(officer, id);
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return ledgers.ask(
                officer.county(), known -> Enacting.requireWriting(known, officer, draft, today));
    }

    private KeptDraft find(Officer officer, UUID id) {
        return drafts.find(officer.county(), id)
                .orElseThrow(() -> new NotFound("没有这份草案", "它可能已被丢弃。从草案列表里找。"));
    }
}
