package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.entering.Changes;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.journal.Occurred;
import org.mingze.web.Fact;
import org.mingze.web.Link;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 收回立制的一笔 — an enactment, suspension or repeal whose day has not come is withdrawn: nothing was
/// judged by it yet. What holds already is changed by another act.
@Controller
class TakingBackController {
    private static final String ONE = "/institutions/{id}/acts/{number:\\d{1,18}}/withdrawal";

    private static final String REPEAL = "废止";

    /// 没到日子的立制之笔 — an entry that changes an institution from a day on that has not come.
    ///
    /// @param deed 施行, 暂停, 恢复 or 废止
    record Planned(long number, String deed, String title, LocalDate from) {
        /// Those of one institution, the next first.
        static List<Planned> all(Knowledge known, String id, LocalDate today) {
            Rules rules = known.rules();
            List<Enactment> versions = rules.versions(id);
            if (versions.isEmpty()) {
                return List.of();
            }
            String title = versions.getLast().institution().title();
            Stream<Planned> made =
                    versions.stream()
                            .map(
                                    each ->
                                            new Planned(
                                                    each.entryNumber(),
                                                    rules.deed(each),
                                                    title,
                                                    each.institution().from()));
            Stream<Planned> ended =
                    known.acts(REPEAL).stream()
                            .filter(act -> act.content().text("编号").filter(id::equals).isPresent())
                            .map(
                                    act ->
                                            new Planned(
                                                    act.number(),
                                                    REPEAL,
                                                    title,
                                                    act.content()
                                                            .text("自")
                                                            .map(LocalDate::parse)
                                                            .orElse(act.occurred().day())));
            return Stream.concat(made, ended).filter(each -> each.from().isAfter(today)).toList();
        }

        /// `11月24日起的暂停`.
        String said() {
            return DayWords.full(from) + "起的" + deed;
        }
    }

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final EnactingActs acts;

    TakingBackController(CountyLedgers ledgers, EnteringRecord entering, EnactingActs acts) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.acts = acts;
    }

    @GetMapping(ONE)
    ModelAndView ask(Officer officer, @PathVariable String id, @PathVariable long number) {
        return show(officer, id, number, SentAct.nothing());
    }

    @PostMapping(ONE)
    ModelAndView takeBack(
            Officer officer,
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        SentAct sent = SentAct.of(typed);
        Planned planned = planned(officer, id, number);
        if (!sent.missing().isEmpty()) {
            return show(officer, id, number, sent.faulty(sent.missing()));
        }
        Instant now = Instant.now();
        EnteringRecord.Outcome outcome =
                entering.enter(
                        officer.county(),
                        Changes.withdrawal(
                                number,
                                sent.text(SentAct.BASIS),
                                Occurred.on(ChinaTime.day(now)),
                                officer.recorder()),
                        now,
                        sent.key());
        if (!(outcome instanceof EnteringRecord.Outcome.Entered entered)) {
            throw new IllegalStateException("no institution refuses a withdrawal: " + outcome);
        }
        redirect.addFlashAttribute(
                Notice.FLASH,
                Notice.done(
                        "已收回：" + planned.said(),
                        "收回是第" + entered.entry().number() + "号；原来的一笔和依据都留在账上。"));
        boolean left =
                ledgers.ask(officer.county(), known -> !known.rules().versions(id).isEmpty());
        return new ModelAndView(
                "redirect:" + (left ? DutyLinks.institution(id) : DraftView.LIBRARY.href()));
    }

    private ModelAndView show(Officer officer, String id, long number, SentAct sent) {
        Planned planned = planned(officer, id, number);
        Link back = new Link("第" + number + "号", DutyLinks.act(id, number));
        return acts.show(
                "收回" + planned.said(),
                List.of(
                        DraftView.LIBRARY,
                        new Link(planned.title(), DutyLinks.institution(id)),
                        back),
                "它要到那一天才生效，还没有照它判过；收回以后，照没有这一笔算。",
                DutyLinks.act(id, number) + "/withdrawal",
                sent,
                List.of(Fact.of("从哪天起", DayWords.full(planned.from()))),
                List.of(sent.basis()),
                "收回",
                true,
                back);
    }

    /// @throws NotPermitted unless the officer may enact, and the day of the act has not come
    private Planned planned(Officer officer, String id, long number) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return ledgers.ask(officer.county(), known -> planned(known, officer, id, number, today));
    }

    private static Planned planned(
            Knowledge known, Officer officer, String id, long number, LocalDate today) {
        Enacting.require(known, officer, "收回", today);
        return Planned.all(known, id, today).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotPermitted(
                                        "第" + number + "号不能收回",
                                        "还没有到生效那天的施行、暂停、恢复和废止才能收回；已经生效的，照它判过。",
                                        "要改已经生效的，在制度页另办一笔。"));
    }
}
