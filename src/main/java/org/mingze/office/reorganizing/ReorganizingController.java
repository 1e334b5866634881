package org.mingze.office.reorganizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.situation.Delegations;
import org.mingze.journal.Entry;
import org.mingze.office.CountyRights;
import org.mingze.office.SectionedPage;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 机构变动 — each deed is told, read over, and entered as one: all of its entries or none.
@Controller
class ReorganizingController {
    static final String BASE = "/organization/acts";
    private static final List<Link> WAY = List.of(new Link("机构", "/organization"));
    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    ReorganizingController(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    @GetMapping(BASE)
    ModelAndView list(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        boolean county =
                ledgers.ask(
                        officer.county(), known -> CountyRights.appoints(known, officer, today));
        List<SectionedPage.Line> lines =
                Arrays.stream(Deed.values())
                        .filter(deed -> county || deed.isOwn())
                        .map(
                                deed ->
                                        SectionedPage.Line.of(
                                                List.of(
                                                        Prose.EMPTY.reference(
                                                                deed.word(),
                                                                BASE + "/" + deed.address()),
                                                        Prose.of(deed.about()))))
                        .toList();
        SectionedPage.Table past =
                ledgers.ask(officer.county(), known -> new PastDeeds(known, today).table());
        SectionedPage page =
                SectionedPage.of(
                        Place.ORGANIZATION,
                        new Heading(
                                WAY,
                                "机构和任职的变动",
                                Prose.of("先写、再看一遍、然后入账。一件事的几笔一起入账，或者一笔都不入。")
                                        .words(
                                                county
                                                        ? ""
                                                        : "机构和任职由县委、县政府或县委组织部的岗位办；自己的岗位可以委托、收回。"),
                                List.of()),
                        List.of(
                                new SectionedPage.Table(
                                        "deeds",
                                        "办什么",
                                        "",
                                        List.of("事", "做什么"),
                                        lines,
                                        Optional.empty(),
                                        Optional.of(new Link("移交手上的事", "/organization/handovers"))),
                                past));
        return new ModelAndView("office/page", "page", page);
    }

    @GetMapping(BASE + "/{number:\\d{1,18}}")
    ModelAndView one(Officer officer, @PathVariable long number) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        SectionedPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new PastDeeds(known, today)
                                        .page(number)
                                        .orElseThrow(
                                                () ->
                                                        new NotFound(
                                                                "没有第" + number + "号机构变动",
                                                                "从机构页的“机构和任职的变动”里找。")));
        return new ModelAndView("office/page", "page", page);
    }

    @GetMapping(BASE + "/{deed:[a-z]+}")
    ModelAndView ask(
            Officer officer, @PathVariable String deed, @RequestParam Map<String, String> typed) {
        Deed asked = deed(deed);
        require(officer, asked, typed);
        Map<String, String> told = new LinkedHashMap<>(typed);
        if (asked == Deed.DELEGATE) {
            told.putIfAbsent("post", officer.post().name());
        }
        return form(officer, asked, told, List.of());
    }

    @PostMapping(BASE + "/{deed:[a-z]+}")
    ModelAndView enter(
            Officer officer,
            @PathVariable String deed,
            @RequestParam Map<String, String> typed,
            RedirectAttributes after) {
        Deed asked = deed(deed);
        require(officer, asked, typed);
        Instant now = Instant.now();
        Planning.Plan plan =
                ledgers.ask(
                        officer.county(),
                        known -> Planning.plan(known, officer, asked, typed, now));
        if (!plan.faults().isEmpty() || typed.containsKey("again")) {
            return form(officer, asked, typed, plan.faults());
        }
        if (!typed.getOrDefault("read", "").equals("yes")) {
            return review(asked, typed, plan);
        }
        List<Long> numbers = new ArrayList<>();
        List<EntryCheck.Fault> faults = enter(officer, asked, typed, now, numbers);
        if (!faults.isEmpty()) {
            return form(officer, asked, typed, faults);
        }
        after.addFlashAttribute(
                Notice.FLASH,
                Notice.done(asked.word() + "入账" + plan.steps().size() + "笔", "办错了，再办一次改回来，原来的都在。")
                        .leadingTo(
                                new Link(
                                        "看第" + numbers.getLast() + "号",
                                        PastDeeds.address(numbers.getLast()))));
        return new ModelAndView("redirect:/organization?day=" + plan.day());
    }

    /// All of the entries in one transaction, planned again on what is known inside it.
    private List<EntryCheck.Fault> enter(
            Officer officer,
            Deed deed,
            Map<String, String> typed,
            Instant now,
            List<Long> numbers) {
        return entering.together(
                officer.county(),
                now,
                together -> {
                    Planning.Plan plan = Planning.plan(together.known(), officer, deed, typed, now);
                    List<EntryCheck.Fault> faults = new ArrayList<>(plan.faults());
                    for (Steps.Step step :
                            faults.isEmpty() ? plan.steps() : List.<Steps.Step>of()) {
                        switch (together.enter(step.draft())) {
                            case EnteringRecord.Outcome.Entered(Entry entry, var _) ->
                                    numbers.add(entry.number());
                            case EnteringRecord.Outcome.Faulty faulty ->
                                    throw new IllegalStateException(step.sentence() + faulty);
                            case EnteringRecord.Outcome.Refused refused ->
                                    throw new IllegalStateException(step.sentence() + refused);
                        }
                    }
                    return faults;
                });
    }

    /// A post may delegate what is its own; everything else is the county's.
    private void require(Officer officer, Deed deed, Map<String, String> typed) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        ledgers.ask(
                officer.county(),
                known -> {
                    String asked = "办“" + deed.word() + "”";
                    if (!deed.isOwn()) {
                        CountyRights.requireAppointing(known, officer, asked, today);
                    } else if (!isOwn(known, officer, typed, today)) {
                        CountyRights.requireOrOwn(known, officer, asked, today);
                    }
                    return known.size();
                });
    }

    private static boolean isOwn(
            Knowledge known, Officer officer, Map<String, String> typed, LocalDate today) {
        String post = typed.getOrDefault("post", "").strip();
        String delegation = typed.getOrDefault("delegation", "");
        boolean others =
                known.acts(Delegations.GIVEN).stream()
                        .filter(act -> Long.toString(act.number()).equals(delegation))
                        .anyMatch(act -> !Offered.isOf(act, officer));
        if (others) {
            return false;
        }
        return post.isEmpty()
                || known.organization()
                        .findPost(post, today)
                        .filter(officer.post().code()::equals)
                        .isPresent();
    }

    private static Deed deed(String address) {
        return Deed.at(address).orElseThrow(() -> new NotFound("没有这样一件机构的事", "从机构页的“机构和任职的变动”里选。"));
    }

    private static Heading heading(Deed deed, String title, String lede, Act... acts) {
        List<Link> crumbs = new ArrayList<>(WAY);
        crumbs.add(new Link("变动", BASE));
        crumbs.add(new Link(deed.word(), ""));
        return new Heading(crumbs, title, Prose.of(lede), List.of(acts));
    }

    private ModelAndView form(
            Officer officer, Deed deed, Map<String, String> typed, List<EntryCheck.Fault> faults) {
        LocalDate now = LocalDate.now(ChinaTime.ZONE);
        SectionedPage.Section section =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new DeedForm(deed, typed, faults, now)
                                        .section(new Offered(known, officer, now)));
        SectionedPage page =
                new SectionedPage(
                        Place.ORGANIZATION,
                        heading(deed, deed.word(), deed.about()),
                        faults.stream()
                                .filter(fault -> fault.field().isEmpty())
                                .map(EntryCheck.Fault::sentence)
                                .toList(),
                        List.of(section));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    private static String begins(LocalDate day) {
        boolean ahead = day.isAfter(LocalDate.now(ChinaTime.ZONE));
        return DayWords.full(day) + (ahead ? "，入账后到那天自己生效" : "");
    }

    /// What will be entered, to be read over before it is.
    private ModelAndView review(Deed deed, Map<String, String> typed, Planning.Plan plan) {
        List<SectionedPage.Hidden> hidden = new ArrayList<>();
        for (Deed.Ask ask : deed.asks()) {
            hidden.add(new SectionedPage.Hidden(ask.field(), typed.getOrDefault(ask.field(), "")));
        }
        hidden.add(new SectionedPage.Hidden("day", plan.day().toString()));
        Deed.Ask why = deed.why();
        String reason = typed.getOrDefault(why.field(), "");
        hidden.add(new SectionedPage.Hidden(why.field(), reason));
        List<String> typedSo =
                hidden.stream()
                        .map(each -> each.name() + "=" + DutyLinks.encoded(each.value()))
                        .toList();
        String again = BASE + "/" + deed.address() + "?" + String.join("&", typedSo);
        hidden.add(new SectionedPage.Hidden("read", "yes"));
        List<SectionedPage.Line> lines =
                plan.steps().stream()
                        .map(
                                step ->
                                        SectionedPage.Line.of(
                                                List.of(
                                                        Prose.of(step.sentence()),
                                                        Prose.of(step.draft().kind()))))
                        .toList();
        SectionedPage page =
                SectionedPage.of(
                        Place.ORGANIZATION,
                        heading(deed, "看一遍再入账", "还没有入账。", Act.of("改", again)),
                        List.of(
                                new SectionedPage.Facts(
                                        "what",
                                        deed.word(),
                                        List.of(
                                                Fact.of(deed.day(), begins(plan.day())),
                                                Fact.of(why.label(), reason)),
                                        List.of(),
                                        0),
                                new SectionedPage.Table(
                                        "steps",
                                        "会入账的",
                                        lines.size() + "笔",
                                        List.of("变动", "类"),
                                        lines,
                                        Optional.empty(),
                                        Optional.empty()),
                                new SectionedPage.Form(
                                        "enter",
                                        "入账",
                                        Prose.of("几笔一起入账；有一笔不成，一笔都不入。"),
                                        BASE + "/" + deed.address(),
                                        hidden,
                                        List.of(),
                                        deed.word() + "入账",
                                        deed.isGrave())));
        return new ModelAndView("office/page", "page", page);
    }
}
