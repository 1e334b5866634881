package org.mingze.duty.entering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Sentences;
import org.mingze.duty.running.Effects;
import org.mingze.duty.showing.Acting;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Occurred;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordTitles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 撤销 — a record taken back by a later entry that gives its reason.
@Controller
class WithdrawalController {
    private static final String PATH = "/records/{number:[1-9]\\d{0,17}}/withdrawal";
    private static final String REASON = "因";

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    WithdrawalController(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    @GetMapping(PATH)
    ModelAndView form(Officer officer, @PathVariable long number) {
        return show(
                officer, number, UUID.randomUUID().toString(), "", LocalDate.now(ChinaTime.ZONE));
    }

    @PostMapping(PATH)
    ModelAndView create(
            Officer officer,
            @PathVariable long number,
            @RequestParam(name = REASON, defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes redirect) {
        Instant now = Instant.now();
        LocalDate today = ChinaTime.day(now);
        if (reason.isBlank()) {
            return show(officer, number, key, "写明撤销的理由", today);
        }
        Draft draft =
                Changes.withdrawal(number, reason.strip(), Occurred.on(today), officer.recorder());
        Optional<Refusal> changed =
                entering.changedAfterSending(
                        officer.county(),
                        draft,
                        key,
                        "撤销的理由照第一次写的；撤错了的，重新记一笔。",
                        _ -> "/records/" + number);
        if (changed.isPresent()) {
            return changed(officer, number, reason, changed.get(), today);
        }
        boolean withdrawn =
                ledgers.ask(
                        officer.county(),
                        known -> RecordController.history(known, number).isWithdrawn());
        if (withdrawn) {
            return new ModelAndView("redirect:/records/" + number);
        }
        ledgers.ask(officer.county(), known -> standing(officer, known, number, today));
        return switch (entering.enter(
                officer.county(), draft, now, Filling.key(Map.of("key", List.of(key))))) {
            case EnteringRecord.Outcome.Entered(Entry entry, var _) -> {
                redirect.addFlashAttribute(
                        Notice.FLASH,
                        Notice.done(
                                "已撤销：第" + number + "号",
                                "撤销是第" + entry.number() + "号。原来的内容和理由都保留，不再计入任何职责。"));
                yield new ModelAndView("redirect:/records/" + number);
            }
            case EnteringRecord.Outcome.Faulty(var faults) ->
                    show(officer, number, key, faults.getFirst().sentence(), today);
            case EnteringRecord.Outcome.Refused _ ->
                    throw new IllegalStateException("no institution refuses a withdrawal");
        };
    }

    /// A record is withdrawn once: the form says so and is not offered again.
    private ModelAndView changed(
            Officer officer, long number, String reason, Refusal why, LocalDate today) {
        WithdrawalPage page =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            RecordHistory history = permitted(officer, known, number, today);
                            Field field = reason(reason, "");
                            return page(known, history, "", field, Optional.of(why), today);
                        });
        ModelAndView shown = new ModelAndView("duty/withdrawal", "page", page);
        shown.setStatus(HttpStatus.CONFLICT);
        return shown;
    }

    private static Field reason(String typed, String fault) {
        return new Field(REASON, "为什么撤销", "", true, fault, new Field.Control.Area(typed));
    }

    private ModelAndView show(
            Officer officer, long number, String key, String fault, LocalDate today) {
        WithdrawalPage page =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            RecordHistory history = standing(officer, known, number, today);
                            Field field = reason("", fault);
                            return page(known, history, key, field, Optional.empty(), today);
                        });
        ModelAndView shown = new ModelAndView("duty/withdrawal", "page", page);
        shown.setStatus(fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static WithdrawalPage page(
            Knowledge known,
            RecordHistory history,
            String key,
            Field reason,
            Optional<Refusal> refusal,
            LocalDate today) {
        long number = history.current().number();
        List<String> counted = EnteredNotice.counted(known, number, today);
        Link record = new Link("第" + number + "号", "/records/" + number);
        return new WithdrawalPage(
                new Heading(
                        List.of(new Link("记录", "/records"), record, new Link("撤销", "")),
                        "撤销：" + RecordTitles.of(history.current()),
                        Prose.of("撤销作为一笔新账，原来的内容和理由都保留。写错几栏的，用更正。"),
                        List.of()),
                record,
                "/records/" + number + "/withdrawal",
                key,
                reason,
                counted,
                Effects.raised(known, number, today).stream()
                        .map(verdict -> Sentences.head(verdict, known.organization()))
                        .toList(),
                refusal);
    }

    /// The record, if it still stands and the acting post may take it back.
    private static RecordHistory standing(
            Officer officer, Knowledge known, long number, LocalDate today) {
        RecordHistory history = permitted(officer, known, number, today);
        if (history.isWithdrawn()) {
            throw new NotPermitted("第" + number + "号已经撤销", "你能看它原来的内容和撤销的理由。", "撤错了的，重新记一笔。");
        }
        return history;
    }

    private static RecordHistory permitted(
            Officer officer, Knowledge known, long number, LocalDate today) {
        RecordHistory history = RecordController.history(known, number);
        Acting acting = Acting.of(known.organization(), officer.post().code(), today);
        RecordAccess.of(known, history.current(), acting, today).requireTakingBack();
        return history;
    }
}
