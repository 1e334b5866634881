package org.mingze.office.reorganizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.dossier.Saying;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.office.SectionedPage;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
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
    ModelAndView show(Officer.Last acting, @RequestParam(defaultValue = "") String post) {
        return page(leaving(acting, post), "", "", "");
    }

    @PostMapping(BASE)
    ModelAndView hand(
            Officer.Last acting,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String signature,
            RedirectAttributes after) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Officer.Last last = leaving(acting, post);
        Officer officer = last.officer();
        Optional<String> person =
                ledgers.ask(officer.county(), known -> known.organization().findPerson(to.strip()));
        String toFault = person.isEmpty() ? "没有登记过“" + to.strip() + "”，或同名不止一人；写编号" : "";
        if (toFault.isEmpty()) {
            toFault =
                    ledgers.ask(
                            officer.county(),
                            known ->
                                    new Receiving(known.organization(), today)
                                            .refused(officer, person.orElseThrow()));
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
            toFault = ledgers.ask(officer.county(), known -> already(known, content));
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

    /// The post that is held or was lost last, or one that was left of late.
    private Officer.Last leaving(Officer.Last acting, String post) {
        Officer officer = acting.officer();
        return post.isEmpty() || post.equals(officer.post().code())
                ? acting
                : ledgers.ask(
                        officer.county(),
                        known ->
                                LeftPosts.of(
                                                known.organization(),
                                                officer.person(),
                                                LocalDate.now(ChinaTime.ZONE))
                                        .stream()
                                        .filter(left -> left.post().code().equals(post))
                                        .findFirst()
                                        .map(left -> left.by(officer))
                                        .orElseThrow(
                                                () ->
                                                        new NotPermitted(
                                                                "这个岗位不由你移交",
                                                                "你能移交现任的岗位和三个月内离开的岗位。",
                                                                "从移交页里选岗位。")));
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

    /// Which handover of the same by the same there is, whoever it went to; empty text for none.
    private static String already(Knowledge known, Map<String, Content> content) {
        Saying saying = Saying.of(known, LocalDate.now(ChinaTime.ZONE));
        Content.Group handing = new Content.Group(content);
        return known.acts(HANDED).stream()
                .filter(each -> isOfSame(each.content(), handing))
                .filter(
                        each ->
                                Handed.receipt(known, each.number()).isEmpty()
                                        || isSettled(known, each, handing))
                .reduce((_, later) -> later)
                .map(
                        each ->
                                "第"
                                        + each.number()
                                        + "号已把这些移交给"
                                        + saying.name(each.content().text("至").orElse(""))
                                        + (Handed.receipt(known, each.number()).isPresent()
                                                ? "，他已签收；有了新的再交"
                                                : "，等他签收；不用再交"))
                .orElse("");
    }

    /// What was signed for goes on to nobody but who holds the post by now,
    /// or again after a new tenure.
    private static boolean isSettled(Knowledge known, Entry handed, Content.Group handing) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String post = handing.text("岗").orElse("");
        boolean toHolder = known.organization().holder(post, today).equals(handing.text("至"));
        boolean sameTenure =
                known.organization().tenuresOf(post).stream()
                        .filter(tenure -> handing.text("由").equals(Optional.of(tenure.person())))
                        .noneMatch(tenure -> tenure.from().isAfter(handed.occurred().day()));
        return sameTenure && !toHolder;
    }

    private static boolean isOfSame(Content.Group handed, Content.Group handing) {
        return Stream.of("岗", "由", "单")
                .allMatch(
                        field ->
                                Objects.equals(
                                        handed.fields().get(field), handing.fields().get(field)));
    }

    private Entry find(Officer.Last last, long number) {
        return ledgers.ask(
                last.officer().county(),
                known ->
                        known.acts(HANDED).stream()
                                .filter(entry -> entry.number() == number)
                                .filter(entry -> Handed.concerns(entry, last))
                                .findFirst()
                                .orElseThrow(
                                        () -> new NotFound("没有第" + number + "号移交", "从移交页里找。")));
    }

    private ModelAndView page(Officer.Last last, String to, String toFault, String signFault) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        SectionedPage page =
                ledgers.ask(
                        last.officer().county(),
                        known ->
                                HandingDrawing.of(
                                        known,
                                        last,
                                        today,
                                        new HandingDrawing.Typed(to, toFault, signFault)));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
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
