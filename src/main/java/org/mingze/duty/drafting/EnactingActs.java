package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.EntryCheck;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 办立制之笔 — what every act on an institution does alike: the right to it, entering it, its page.
@Component
class EnactingActs {
    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    EnactingActs(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    /// What came of entering: the number, or the faults.
    record Enter(long number, List<EntryCheck.Fault> faults) {}

    /// @param superior who made the institution, if that is no body of the county
    Enter enter(
            Officer officer,
            Draft entry,
            String deed,
            SentAct sent,
            Optional<String> superior,
            Instant now) {
        ledgers.ask(
                officer.county(),
                known -> {
                    Enacting.require(known, officer, deed, ChinaTime.day(now));
                    return known.size();
                });
        List<EntryCheck.Fault> missing = sent.missing(superior);
        return missing.isEmpty() ? enter(officer, entry, sent, now) : new Enter(0, missing);
    }

    Enter enter(Officer officer, Draft entry, SentAct sent, Instant now) {
        if (!sent.missing().isEmpty()) {
            return new Enter(0, sent.missing());
        }
        return switch (entering.enter(officer.county(), entry, now, sent.key())) {
            case EnteringRecord.Outcome.Entered(Entry made, var _) ->
                    new Enter(made.number(), List.of());
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    new Enter(0, faults);
            case EnteringRecord.Outcome.Refused _ ->
                    throw new IllegalStateException("no institution refuses an enactment");
        };
    }

    /// What is said to a form that entered this act, was gone back to and changed.
    Optional<Refusal> changed(Officer officer, Draft entry, SentAct sent, String id) {
        return entering.changedAfterSending(
                officer.county(),
                entry,
                sent.key(),
                "入账的照旧；还要照现在写的再入一笔，再按一次。",
                _ -> DutyLinks.institution(id));
    }

    ModelAndView entered(RedirectAttributes redirect, Enter done, String title, String id) {
        redirect.addFlashAttribute(
                Notice.FLASH, Notice.done(title, "入账第" + done.number() + "号；办错了，再办一笔改回来，原来的都在。"));
        return new ModelAndView("redirect:" + DutyLinks.institution(id));
    }

    /// The version in force or suspended on a day, else the last.
    Institution version(Officer officer, String id, LocalDate today) {
        return ledgers.ask(
                officer.county(),
                known -> {
                    List<Enactment> versions = known.rules().versions(id);
                    if (versions.isEmpty()) {
                        throw new NotFound("没有编号为“" + id + "”的制度", "从制度列表里找；没有施行的，不在列表里。");
                    }
                    return known.rules()
                            .inForce(id, today)
                            .or(() -> known.rules().suspended(id, today))
                            .orElseGet(versions::getLast)
                            .institution();
                });
    }

    ModelAndView show(
            String title,
            List<Link> crumbs,
            String lede,
            String send,
            SentAct sent,
            List<Fact> facts,
            List<Field> fields,
            String button,
            boolean grave,
            Link back) {
        EnactingPage page =
                new EnactingPage(
                        new Heading(crumbs, title, Prose.of(lede), List.of()),
                        send,
                        sent.key(),
                        facts,
                        fields,
                        sent.others(fields),
                        sent.refusal(),
                        button,
                        grave,
                        back);
        ModelAndView shown = new ModelAndView("duty/enacting", "page", page);
        shown.setStatus(sent.status());
        return shown;
    }
}
