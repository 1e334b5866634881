package org.mingze.assessment.overview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Counties;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 定上报汇总 — a county agrees that a superior sees its sums, or ends it: two acts of its journal.
@Controller
@RequestMapping("/overview/showing")
class ShowingController {
    private static final int TEXT_MAX = 200;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final KeptOverviews overviews;
    private final Counties served;

    ShowingController(
            CountyLedgers ledgers,
            EnteringRecord entering,
            KeptOverviews overviews,
            Counties served) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.overviews = overviews;
        this.served = served;
    }

    @GetMapping
    ModelAndView show(Officer officer) {
        return page(officer, Map.of(), List.of());
    }

    @PostMapping
    ModelAndView begin(
            Officer officer, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        List<Showing> standing = standing(officer);
        String superior = text(typed, ShowingView.SUPERIOR);
        String document = text(typed, ShowingView.DOCUMENT);
        Optional<LocalDate> day = day(text(typed, ShowingView.DAY));
        Optional<Draft> begun = day.map(on -> begun(officer, on, superior, document));
        Optional<Refusal> changed = begun.flatMap(draft -> changed(officer, typed, draft));
        if (changed.isPresent()) {
            return refused(officer, typed, changed.get());
        }
        List<EntryCheck.Fault> faults = new ArrayList<>();
        superior(officer, superior, standing)
                .ifPresent(words -> faults.add(new EntryCheck.Fault(ShowingView.SUPERIOR, words)));
        if (day.isEmpty()) {
            faults.add(new EntryCheck.Fault(ShowingView.DAY, "写明定的日子，如2026-11-21"));
        }
        document(document)
                .ifPresent(words -> faults.add(new EntryCheck.Fault(ShowingView.DOCUMENT, words)));
        if (!faults.isEmpty()) {
            return page(officer, typed, faults);
        }
        return enter(officer, typed, begun.orElseThrow(), "汇总报给" + superior, redirect);
    }

    @PostMapping("/end")
    ModelAndView end(
            Officer officer, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        List<Showing> standing = standing(officer);
        Optional<Showing> ending =
                standing.stream()
                        .filter(each -> String.valueOf(each.entry()).equals(text(typed, "件")))
                        .findFirst();
        if (ending.isEmpty()) {
            return page(
                    officer, typed, List.of(new EntryCheck.Fault("件", "这一项已经停报，或没有报过；看下面还在报的。")));
        }
        String field = ShowingView.ending(ending.get().entry());
        Optional<String> fault = document(text(typed, field));
        if (fault.isPresent()) {
            return page(officer, typed, List.of(new EntryCheck.Fault(field, fault.get())));
        }
        return enter(
                officer,
                typed,
                draft(
                        officer,
                        Showing.ENDED,
                        ChinaTime.day(Instant.now()),
                        Map.of(
                                "件",
                                String.valueOf(ending.get().entry()),
                                ShowingView.DOCUMENT,
                                text(typed, field))),
                "已停报" + ending.get().superior(),
                redirect);
    }

    private static Draft begun(Officer officer, LocalDate day, String superior, String document) {
        return draft(
                officer,
                Showing.BEGUN,
                day,
                Map.of(ShowingView.SUPERIOR, superior, ShowingView.DOCUMENT, document));
    }

    private Optional<Refusal> changed(Officer officer, Map<String, String> typed, Draft draft) {
        return entering.changedAfterSending(
                officer.county(),
                draft,
                ShowingView.key(typed),
                "入账的照旧；还要照现在写的再入一笔，再按一次。",
                number -> "/overview/showing#s" + number);
    }

    private static Draft draft(
            Officer officer, String kind, LocalDate day, Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        return new Draft(
                kind,
                Occurred.on(day),
                officer.recorder(),
                EntryMode.DONE,
                new Content.Group(content));
    }

    private ModelAndView enter(
            Officer officer,
            Map<String, String> typed,
            Draft draft,
            String done,
            RedirectAttributes redirect) {
        String key = ShowingView.key(typed);
        return switch (entering.enter(officer.county(), draft, Instant.now(), key)) {
            case EnteringRecord.Outcome.Entered(var entry, var _) -> {
                overviews.show(officer.county());
                redirect.addFlashAttribute(
                        Notice.FLASH, Notice.done(done, "入账第" + entry.number() + "号。"));
                yield new ModelAndView("redirect:/overview/showing");
            }
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    page(officer, typed, faults);
            case EnteringRecord.Outcome.Refused _ ->
                    throw new IllegalStateException("no institution refuses to show sums");
        };
    }

    private List<Showing> standing(Officer officer) {
        return ledgers.ask(
                officer.county(),
                known -> {
                    Say.requireDecides(known, officer, LocalDate.now(ChinaTime.ZONE));
                    return Showing.standing(known);
                });
    }

    /// What is wrong with the name of a superior.
    private Optional<String> superior(Officer officer, String name, List<Showing> standing) {
        if (name.isEmpty()) {
            return Optional.of("写明报给哪个上级");
        }
        if (served.of(officer.county()).name().equals(name)) {
            return Optional.of("写的是本县，写明上级的名称");
        }
        if (served.all().stream().noneMatch(each -> each.name().equals(name))) {
            return Optional.of("这台服务器上没有“" + name + "”，核对上级的名称");
        }
        return standing.stream().anyMatch(each -> each.superior().equals(name))
                ? Optional.of("已经报给" + name + "，不用再定")
                : Optional.empty();
    }

    private static Optional<String> document(String text) {
        if (text.isEmpty()) {
            return Optional.of("写明依据的文件，名称和文号");
        }
        return text.length() > TEXT_MAX
                ? Optional.of("文件写了" + text.length() + "个字，最多" + TEXT_MAX + "个")
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private ModelAndView page(
            Officer officer, Map<String, String> typed, List<EntryCheck.Fault> faults) {
        ModelAndView shown =
                new ModelAndView(
                        "assessment/showing",
                        "page",
                        new ShowingView(standing(officer), typed, faults, Optional.empty())
                                .page(LocalDate.now(ChinaTime.ZONE)));
        shown.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private ModelAndView refused(Officer officer, Map<String, String> typed, Refusal why) {
        ModelAndView shown =
                new ModelAndView(
                        "assessment/showing",
                        "page",
                        new ShowingView(standing(officer), typed, List.of(), Optional.of(why))
                                .page(LocalDate.now(ChinaTime.ZONE)));
        shown.setStatus(HttpStatus.CONFLICT);
        return shown;
    }
}
