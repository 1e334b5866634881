package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.duty.simulation.DraftRules;
import org.mingze.institution.InstitutionFiles;
import org.mingze.journal.Draft;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 施行草案 — a draft becomes a version in force by one entry of the journal.
@Controller
class EnactingController {
    private static final String DRAFT = "/drafts/{id:[0-9a-f-]{36}}/enactment";

    private final CountyLedgers ledgers;
    private final KeptDrafts drafts;
    private final EnactingActs acts;

    EnactingController(CountyLedgers ledgers, KeptDrafts drafts, EnactingActs acts) {
        this.ledgers = ledgers;
        this.drafts = drafts;
        this.acts = acts;
    }

    @GetMapping(DRAFT)
    ModelAndView enactment(Officer officer, @PathVariable UUID id) {
        return enactment(officer, draft(officer, id), SentAct.nothing());
    }

    @PostMapping(DRAFT)
    ModelAndView enact(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        KeptDraft kept = draft(officer, id);
        SentAct sent = SentAct.of(typed);
        Instant now = Instant.now();
        Draft entry =
                Enacting.enactment(officer, kept, sent.text(SentAct.BASIS), ChinaTime.day(now));
        EnactingActs.Enter done =
                acts.enter(
                        officer,
                        entry,
                        "施行",
                        sent,
                        superior(officer, kept, ChinaTime.day(now)),
                        now);
        if (done.faults().isEmpty()) {
            drafts.discard(officer.county(), id);
            return acts.entered(redirect, done, "施行了：" + kept.title(), kept.institution());
        }
        return enactment(officer, kept, sent.faulty(done.faults()));
    }

    private ModelAndView enactment(Officer officer, KeptDraft kept, SentAct sent) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<Field> fields = new ArrayList<>(List.of(sent.basis()));
        superior(officer, kept, today).ifPresent(issuer -> fields.add(sent.sure(issuer, "施行")));
        List<Fact> facts =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Enacting.require(known, officer, "施行", today);
                            return facts(known, kept, today);
                        });
        Link back = new Link(kept.title(), DraftView.address(kept));
        return acts.show(
                "施行《" + kept.title() + "》",
                List.of(DraftView.LIBRARY, DraftView.LIST, back, new Link("施行", "")),
                "施行作为一笔新账：“自”这一天或以后开始的期、发生的事，按新的一版；此前开始的期，照原来的一版判到期末；入账以前到期的不变。",
                DraftView.address(kept) + "/enactment",
                sent,
                facts,
                fields,
                "施行",
                false,
                back);
    }

    /// Who made what the draft would replace, if that is no body of the county.
    private Optional<String> superior(Officer officer, KeptDraft kept, LocalDate today) {
        InstitutionFiles.SourceFile file =
                new InstitutionFiles.SourceFile(DraftCheck.FILE, kept.text());
        return ledgers.ask(
                officer.county(),
                known ->
                        DraftRules.read(known, file)
                                        instanceof DraftRules.Read.Sound(DraftRules sound)
                                ? Enacting.superior(known, sound.draft(), today)
                                : Optional.<String>empty());
    }

    private static List<Fact> facts(Knowledge known, KeptDraft kept, LocalDate today) {
        Optional<Enactment> now = known.rules().inForce(kept.institution(), today);
        DraftCheck check = DraftCheck.of(known, kept.text(), today);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("编号", kept.institution()));
        facts.add(Fact.of("自", kept.from()));
        facts.add(
                Fact.of(
                        "替代",
                        now.map(version -> "自" + version.institution().from() + "起的一版")
                                .orElse("没有，是新的制度")));
        facts.add(
                Fact.of(
                        "检查",
                        check.isSound()
                                ? "没有错，职责" + check.rules().size() + "项"
                                : "有" + check.diagnostics().size() + "处要改，改好才能施行"));
        check.set().forEach(said -> facts.add(new Fact("另有设定", said)));
        return facts;
    }

    private KeptDraft draft(Officer officer, UUID id) {
        return drafts.find(officer.county(), id)
                .orElseThrow(() -> new NotFound("没有这份草案", "它可能已施行或丢弃。从草案列表里找。"));
    }
}
