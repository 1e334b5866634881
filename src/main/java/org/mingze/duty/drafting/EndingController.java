package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.journal.Draft;
import org.mingze.web.Fact;
import org.mingze.web.Link;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 废止和暂停 — a version stops binding from a day on by one entry of the journal.
@Controller
class EndingController {
    private final CountyLedgers ledgers;
    private final EnactingActs acts;

    EndingController(CountyLedgers ledgers, EnactingActs acts) {
        this.ledgers = ledgers;
        this.acts = acts;
    }

    @GetMapping("/institutions/{id}/repeal")
    ModelAndView repeal(Officer officer, @PathVariable String id) {
        return ending(officer, id, Ending.REPEAL, SentAct.nothing());
    }

    @PostMapping("/institutions/{id}/repeal")
    ModelAndView repealed(
            Officer officer,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return end(officer, id, Ending.REPEAL, SentAct.of(typed), redirect);
    }

    @GetMapping("/institutions/{id}/suspension")
    ModelAndView suspension(Officer officer, @PathVariable String id) {
        return ending(officer, id, Ending.SUSPENSION, SentAct.nothing());
    }

    @PostMapping("/institutions/{id}/suspension")
    ModelAndView suspended(
            Officer officer,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return end(officer, id, Ending.SUSPENSION, SentAct.of(typed), redirect);
    }

    /// How a version stops binding.
    private enum Ending {
        REPEAL("废止", "repeal", "废止之日起不再有人因它承担职责；已经到期的仍照它判，账目都在。"),
        SUSPENSION("暂停", "suspension", "暂停之日起职责不再计；恢复时从草案里施行新的一版。");

        private final String word;
        private final String address;
        private final String meaning;

        Ending(String word, String address, String meaning) {
            this.word = word;
            this.address = address;
            this.meaning = meaning;
        }
    }

    private ModelAndView end(
            Officer officer, String id, Ending ending, SentAct sent, RedirectAttributes redirect) {
        Instant now = Instant.now();
        LocalDate today = ChinaTime.day(now);
        Institution version = acts.version(officer, id, today);
        Draft entry =
                switch (ending) {
                    case REPEAL ->
                            Enacting.repeal(
                                    officer,
                                    id,
                                    sent.text(SentAct.FROM),
                                    sent.text(SentAct.BASIS),
                                    today);
                    case SUSPENSION ->
                            Enacting.suspension(
                                    officer,
                                    version,
                                    sent.text(SentAct.FROM),
                                    sent.text(SentAct.BASIS),
                                    today);
                };
        EnactingActs.Enter done = acts.enter(officer, entry, ending.word, sent, now);
        return done.faults().isEmpty()
                ? acts.entered(redirect, done, ending.word + "了：" + version.title(), id)
                : ending(officer, id, ending, sent.faulty(done.faults()));
    }

    private ModelAndView ending(Officer officer, String id, Ending ending, SentAct sent) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Institution version = acts.version(officer, id, today);
        ledgers.ask(
                officer.county(),
                known -> {
                    Enacting.require(known, officer, ending.word, today);
                    return known.size();
                });
        Link back = new Link(version.title(), DutyLinks.institution(id));
        return acts.show(
                ending.word + "《" + version.title() + "》",
                List.of(DraftView.LIBRARY, back, new Link(ending.word, "")),
                ending.meaning,
                DutyLinks.institution(id) + "/" + ending.address,
                sent,
                List.of(
                        Fact.of("现行", DayWords.full(version.from()) + "起的一版"),
                        Fact.of("职责", version.duties().size() + "项")),
                List.of(sent.day("从哪一天起" + ending.word, today), sent.basis()),
                ending.word,
                true,
                back);
    }
}
