package org.mingze.office.reorganizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 移交 — who leaves a post hands over what is open on it; who takes it over signs for it.
@Controller
class HandoversController {
    static final String BASE = "/organization/handovers";
    private static final String HANDED = Handed.ACT;
    private static final String TAKEN = Handed.TAKEN;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    HandoversController(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    @GetMapping(BASE)
    ModelAndView show(Officer.Last last) {
        return page(last, "", "", "");
    }

    @PostMapping(BASE)
    ModelAndView hand(
            Officer.Last last,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String signature,
            RedirectAttributes after) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Officer officer = last.officer();
        Optional<String> person =
                ledgers.ask(officer.county(), known -> known.organization().findPerson(to.strip()));
        String toFault = person.isEmpty() ? "没有登记过“" + to.strip() + "”，或同名不止一人；写编号" : "";
        if (person.equals(Optional.of(officer.person()))) {
            toFault = "不能移交给自己，写接手的人";
        }
        List<Content> list = ledgers.ask(officer.county(), known -> list(known, last, today));
        Map<String, Content> content = new LinkedHashMap<>();
        content.put("岗", new Content.Text(officer.post().code()));
        content.put("由", new Content.Text(officer.person()));
        content.put("至", new Content.Text(person.orElse("")));
        content.put("署名", new Content.Text(officer.name()));
        if (!list.isEmpty()) {
            content.put("单", new Content.Series(list));
        }
        if (toFault.isEmpty()) {
            toFault = ledgers.ask(officer.county(), known -> waiting(known, content));
        }
        if (!toFault.isEmpty() || !isSigned(officer, signature)) {
            return page(last, to, toFault, unsigned(officer, signature));
        }
        Entry made = enter(officer, HANDED, today, content);
        after.addFlashAttribute(
                Notice.FLASH,
                Notice.done("已移交" + list.size() + "项", "入账第" + made.number() + "号，等接手的人签收。"));
        return new ModelAndView("redirect:" + BASE);
    }

    @GetMapping(BASE + "/{number:\\d{1,18}}")
    ModelAndView one(Officer.Last last, @PathVariable long number) {
        return one(last, number, "");
    }

    @PostMapping(BASE + "/{number:\\d{1,18}}/receipt")
    ModelAndView take(
            Officer officer,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String signature,
            RedirectAttributes after) {
        Officer.Last last = new Officer.Last(officer, Optional.empty());
        Entry handed = find(last, number);
        if (!handed.content().text("至").equals(Optional.of(officer.person()))) {
            throw new NotPermitted("这份移交不由你签收", "你能看移交了什么。", "由写明接手的那个人登录后签收。");
        }
        if (!isSigned(officer, signature)) {
            return one(last, number, unsigned(officer, signature));
        }
        boolean open =
                ledgers.ask(officer.county(), known -> Handed.receipt(known, number).isEmpty());
        if (open) {
            enter(
                    officer,
                    TAKEN,
                    LocalDate.now(ChinaTime.ZONE),
                    Map.of(
                            HANDED,
                            new Content.Text(Long.toString(number)),
                            "署名",
                            new Content.Text(officer.name())));
        }
        after.addFlashAttribute(Notice.FLASH, Notice.done("已签收第" + number + "号移交", "两边的署名都在账上。"));
        return new ModelAndView("redirect:" + BASE + "/" + number);
    }

    private Entry enter(
            Officer officer, String kind, LocalDate today, Map<String, Content> content) {
        EnteringRecord.Outcome outcome =
                entering.enter(
                        officer.county(),
                        new Draft(
                                kind,
                                Occurred.on(today),
                                officer.recorder(),
                                EntryMode.DONE,
                                new Content.Group(content)),
                        Instant.now());
        return switch (outcome) {
            case EnteringRecord.Outcome.Entered(Entry entry, var _) -> entry;
            case EnteringRecord.Outcome.Faulty faulty ->
                    throw new IllegalStateException(faulty.toString());
            case EnteringRecord.Outcome.Refused refused ->
                    throw new IllegalStateException(refused.toString());
        };
    }

    private static boolean isSigned(Officer officer, String signature) {
        return signature.strip().equals(officer.name());
    }

    private static String unsigned(Officer officer, String signature) {
        return isSigned(officer, signature) ? "" : "写上你的全名“" + officer.name() + "”，作为署名";
    }

    private static List<Content> list(Knowledge known, Officer.Last last, LocalDate today) {
        return Leaving.matters(known, last, today).stream()
                .<Content>map(each -> new Content.Text(each.words()))
                .toList();
    }

    /// Which handover of the same by the same to the same waits; empty text for none.
    private static String waiting(Knowledge known, Map<String, Content> content) {
        Content.Group handing = new Content.Group(content);
        return Handed.waiting(known, handing.text("至").orElse("")).stream()
                .filter(each -> each.content().equals(handing))
                .findFirst()
                .map(each -> "第" + each.number() + "号已把这些移交给他，等他签收；不用再交")
                .orElse("");
    }

    private Entry find(Officer.Last last, long number) {
        return ledgers.ask(
                last.officer().county(),
                known ->
                        known.acts(HANDED).stream()
                                .filter(entry -> entry.number() == number)
                                .filter(entry -> concerns(entry, last))
                                .findFirst()
                                .orElseThrow(
                                        () -> new NotFound("没有第" + number + "号移交", "从移交页里找。")));
    }

    /// Given or taken over by the person, or of the post that is held.
    private static boolean concerns(Entry entry, Officer.Last last) {
        Officer officer = last.officer();
        boolean held = last.ended().isEmpty();
        return entry.content().text("由").filter(officer.person()::equals).isPresent()
                || entry.content().text("至").filter(officer.person()::equals).isPresent()
                || (held && entry.content().text("岗").equals(Optional.of(officer.post().code())));
    }

    private ModelAndView page(Officer.Last last, String to, String toFault, String signFault) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        SectionedPage page =
                ledgers.ask(
                        last.officer().county(),
                        known -> page(known, last, today, to, toFault, signFault));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    private static SectionedPage page(
            Knowledge known,
            Officer.Last last,
            LocalDate today,
            String to,
            String toFault,
            String signFault) {
        List<Leaving.Matter> open = Leaving.matters(known, last, today);
        boolean held = last.ended().isEmpty();
        List<SectionedPage.Line> duties =
                open.stream()
                        .map(
                                matter ->
                                        SectionedPage.Line.of(
                                                List.of(
                                                        named(matter, held),
                                                        Prose.of(
                                                                matter.due()
                                                                        .map(
                                                                                due ->
                                                                                        DayWords
                                                                                                .day(
                                                                                                        due,
                                                                                                        today))
                                                                        .orElse("没有期限")))))
                        .toList();
        List<SectionedPage.Line> handed = new ArrayList<>();
        known.acts(HANDED).stream()
                .filter(entry -> concerns(entry, last))
                .forEach(entry -> handed.add(line(known, entry, today)));
        return SectionedPage.of(
                Place.ORGANIZATION,
                new Heading(
                        List.of(new Link("机构", "/organization"), new Link("移交", "")),
                        open.isEmpty() ? "手上没有没办完的" : "手上没办完的" + open.size() + "项",
                        Prose.of(
                                (held ? "离开“" : "已离开“")
                                        + last.officer().post().name()
                                        + (held ? "”之前，把没办完的" : "”，没办完的")
                                        + "交给接手的人，两边都署名。责任随岗位，不随人走。"),
                        List.of()),
                List.of(
                        new SectionedPage.Table(
                                "open",
                                "没办完的",
                                String.valueOf(open.size()),
                                List.of("职责", "到期"),
                                duties,
                                Optional.of(new Blank("没有没办完的", "也可以移交，说明交得干净。", Optional.empty())),
                                Optional.empty()),
                        new SectionedPage.Form(
                                "hand",
                                "移交",
                                Prose.EMPTY,
                                BASE,
                                List.of(),
                                List.of(
                                        SectionedPage.line("to", "交给谁", "姓名或编号", to, toFault),
                                        SectionedPage.line(
                                                "signature", "署名", "写你的全名", "", signFault)),
                                "移交",
                                false),
                        new SectionedPage.Table(
                                "handed",
                                "移交和接收过的",
                                String.valueOf(handed.size()),
                                List.of("号", "岗位", "由谁", "交给谁", "哪天", "签收"),
                                handed,
                                Optional.of(new Blank("还没有", "移交了，列在这里等签收。", Optional.empty())),
                                Optional.empty())));
    }

    /// Who has left the post cannot look at its duties any more.
    private static Prose named(Leaving.Matter matter, boolean held) {
        return held
                ? Prose.EMPTY.reference(matter.words(), matter.href())
                : Prose.of(matter.words());
    }

    private static SectionedPage.Line line(Knowledge known, Entry entry, LocalDate today) {
        Optional<Entry> receipt = Handed.receipt(known, entry.number());
        return SectionedPage.Line.of(
                List.of(
                        Prose.EMPTY.reference(
                                "第" + entry.number() + "号", BASE + "/" + entry.number()),
                        Prose.of(name(known, entry, "岗", today)),
                        Prose.of(name(known, entry, "由", today)),
                        Prose.of(name(known, entry, "至", today)),
                        Prose.of(DayWords.day(entry.occurred().day(), today)),
                        receipt.map(
                                        taken ->
                                                Prose.of(
                                                        DayWords.day(taken.occurred().day(), today)
                                                                + "签收"))
                                .orElse(Prose.EMPTY.failing("还没有签收"))));
    }

    private static String name(Knowledge known, Entry entry, String field, LocalDate today) {
        return Naming.of(known.organization(), entry.content().text(field).orElse(""), today);
    }

    private ModelAndView one(Officer.Last last, long number, String fault) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Entry handed = find(last, number);
        SectionedPage page =
                ledgers.ask(
                        last.officer().county(),
                        known ->
                                HandoverDrawing.of(
                                        known,
                                        last,
                                        handed,
                                        Handed.receipt(known, number),
                                        today,
                                        fault));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }
}
