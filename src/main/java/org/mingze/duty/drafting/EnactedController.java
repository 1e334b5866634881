package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// 立制的一笔 — the entry by which an institution came into force, rests or ended: what, from when, on
/// which basis, by whom.
@Controller
class EnactedController {
    private final CountyLedgers ledgers;

    EnactedController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/institutions/{id}/acts/{number:\\d{1,18}}")
    ModelAndView show(Officer officer, @PathVariable String id, @PathVariable long number) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return ledgers.ask(
                officer.county(), known -> page(known, officer, find(known, id, number), today));
    }

    private static Entry find(Knowledge known, String id, long number) {
        return Stream.of("施行", "废止")
                .flatMap(kind -> known.acts(kind).stream())
                .filter(act -> act.number() == number && text(act, "编号").equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("这部制度没有第" + number + "号施行或废止", "从制度页的版本里找。"));
    }

    private static ModelAndView page(Knowledge known, Officer officer, Entry act, LocalDate today) {
        String id = text(act, "编号");
        Optional<Enactment> version =
                known.rules().versions(id).stream()
                        .filter(each -> each.entryNumber() == act.number())
                        .findFirst();
        String title = known.rules().versions(id).getLast().institution().title();
        String deed = version.map(each -> known.rules().deed(each)).orElse(act.kind());
        Heading heading =
                new Heading(
                        List.of(
                                DraftView.LIBRARY,
                                new Link(title, DutyLinks.institution(id)),
                                new Link(deed, "")),
                        deed + "《" + title + "》",
                        Prose.of("第" + act.number() + "号。"),
                        takingBack(known, officer, act, today));
        return new ModelAndView(
                "duty/enacted",
                Map.of(
                        "heading",
                        heading,
                        "facts",
                        facts(known, act, deed, version.map(Enactment::institution), today)));
    }

    /// What has not come into force yet can be taken back by whoever may enact.
    private static List<Act> takingBack(
            Knowledge known, Officer officer, Entry act, LocalDate today) {
        String id = text(act, "编号");
        return TakingBackController.Planned.all(known, id, today).stream()
                .filter(planned -> planned.number() == act.number())
                .filter(_ -> Enacting.mayEnact(known, officer, today))
                .map(_ -> Act.of("收回", DutyLinks.act(id, act.number()) + "/withdrawal"))
                .toList();
    }

    private static List<Fact> facts(
            Knowledge known,
            Entry act,
            String deed,
            Optional<Institution> version,
            LocalDate today) {
        String id = text(act, "编号");
        LocalDate from =
                version.map(Institution::from)
                        .or(() -> act.content().text("自").map(LocalDate::parse))
                        .orElse(act.occurred().day());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("类", deed));
        facts.add(
                new Fact(
                        "制度",
                        Prose.EMPTY.reference(
                                known.rules().versions(id).getLast().institution().title(),
                                DutyLinks.institution(id)
                                        + version.map(each -> "?version=" + each.from())
                                                .orElse(""))));
        facts.add(Fact.of("从哪天起", DayWords.full(from)));
        facts.add(Fact.of("依据", basis(act, version)));
        facts.add(Fact.of("由谁入账", by(known, act) + "，" + DayWords.moment(act.recordedAt(), today)));
        return facts;
    }

    /// What the act itself names, else the text that it put in force.
    private static String basis(Entry act, Optional<Institution> version) {
        return text(act, "据").isEmpty()
                ? version.flatMap(Institution::act).orElse("没有写")
                : text(act, "据");
    }

    private static String by(Knowledge known, Entry act) {
        LocalDate day = ChinaTime.day(act.recordedAt());
        return act.recorder().person().isEmpty()
                ? "建账时"
                : Naming.of(known.organization(), act.recorder().post(), day)
                        + Naming.of(known.organization(), act.recorder().person(), day);
    }

    private static String text(Entry act, String field) {
        return act.content().text(field).orElse("");
    }
}
