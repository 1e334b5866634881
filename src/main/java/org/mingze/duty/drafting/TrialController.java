package org.mingze.duty.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.simulation.DraftRules;
import org.mingze.duty.simulation.SimulatingDraft;
import org.mingze.duty.simulation.Simulation;
import org.mingze.institution.InstitutionFiles;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 试行草案 — a draft laid over a past range; nothing is written.
@Controller
class TrialController {
    private final CountyLedgers ledgers;
    private final KeptDrafts drafts;

    TrialController(CountyLedgers ledgers, KeptDrafts drafts) {
        this.ledgers = ledgers;
        this.drafts = drafts;
    }

    /// What the form asks for; empty texts stand for the year up to what is known.
    private record Typed(String from, String to, String vary) {
        LocalDate first(LocalDate known) {
            return from.isBlank() ? known.minusYears(1).plusDays(1) : LocalDate.parse(from.strip());
        }

        LocalDate last(LocalDate known) {
            return to.isBlank() ? known : LocalDate.parse(to.strip());
        }
    }

    @GetMapping("/drafts/{id:[0-9a-f-]{36}}/trial")
    ModelAndView show(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String vary,
            @RequestParam(defaultValue = "") String cell,
            @RequestParam(defaultValue = "1") String page) {
        KeptDraft draft =
                drafts.find(officer.county(), id)
                        .orElseThrow(() -> new NotFound("没有这份草案", "它可能已被丢弃。从草案列表里找。"));
        Typed typed = new Typed(from, to, vary);
        String address =
                DraftView.address(draft)
                        + "/trial?from="
                        + DutyLinks.encoded(from)
                        + "&to="
                        + DutyLinks.encoded(to)
                        + "&vary="
                        + DutyLinks.encoded(vary);
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        TrialList.Asked list = new TrialList.Asked(address, cell, number);
        TrialPage tried =
                ledgers.ask(officer.county(), known -> page(known, draft, typed, officer, list));
        ModelAndView shown = new ModelAndView("duty/trial", "page", tried);
        shown.setStatus(tried.fault().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static TrialPage page(
            Knowledge known, KeptDraft draft, Typed typed, Officer officer, TrialList.Asked list) {
        String send = DraftView.address(draft) + "/trial";
        Heading heading =
                new Heading(
                        List.of(
                                DraftView.LIBRARY,
                                DraftView.LIST,
                                new Link(draft.title(), DraftView.address(draft)),
                                new Link("试行", "")),
                        "没有试行成",
                        Prose.EMPTY,
                        List.of());
        LocalDate last = ChinaTime.day(known.knownAt());
        InstitutionFiles.SourceFile file =
                new InstitutionFiles.SourceFile(DraftCheck.FILE, draft.text());
        Optional<DraftRules> rules =
                DraftRules.read(known, file) instanceof DraftRules.Read.Sound(DraftRules sound)
                        ? Optional.of(sound)
                        : Optional.empty();
        List<Field> asked = asked(rules, typed, last);
        if (rules.isEmpty()) {
            return TrialView.faulty(heading, send, asked, "草案有错，改好了再试行");
        }
        try {
            LocalDate from = typed.first(last);
            LocalDate to = typed.last(last);
            if (to.isBefore(from)) {
                return TrialView.faulty(heading, send, asked, "止在起之前，把止改到起的当日或以后");
            }
            LocalDate today = LocalDate.now(ChinaTime.ZONE);
            LocalDate judged = Simulation.Asked.day(to, last, today);
            if (judged.isBefore(from)) {
                String fault = "这一段还没有到，没有记录可试：把起改到" + judged + "或以前";
                return TrialView.faulty(heading, send, asked, fault);
            }
            List<String> varied = typed.vary().isBlank() ? List.of() : List.of(typed.vary());
            Simulation simulation =
                    new SimulatingDraft(known, from, to, judged, _ -> {})
                            .simulate(rules.get(), varied);
            SetOtherwise set = SetOtherwise.on(known, rules.get().draft(), to);
            Sight sight = Sight.of(known.organization(), officer.post().code(), last);
            TrialList listed = new TrialList(simulation, set, sight, list);
            return TrialView.of(simulation, set, listed, heading, send, asked);
        } catch (DateTimeException none) {
            return TrialView.faulty(heading, send, asked, "起止写成2026-01-01这样的日期");
        } catch (IllegalArgumentException unknownNumber) {
            return TrialView.faulty(
                    heading, send, asked, String.valueOf(unknownNumber.getMessage()));
        }
    }

    private static List<Field> asked(Optional<DraftRules> rules, Typed typed, LocalDate last) {
        List<Field> fields = new ArrayList<>();
        fields.add(day("from", "起", typed.from(), last.minusYears(1).plusDays(1)));
        fields.add(day("to", "止", typed.to(), last));
        List<Field.Option> numbers = new ArrayList<>();
        numbers.add(new Field.Option("", "不改", typed.vary().isEmpty()));
        rules.ifPresent(
                draft ->
                        draft.draft().parameters().keySet().stream()
                                .map(
                                        name ->
                                                new Field.Option(
                                                        name, name, name.equals(typed.vary())))
                                .forEach(numbers::add));
        if (numbers.size() > 1) {
            fields.add(
                    new Field(
                            "vary", "一个数加一、减一再试", "", false, "", new Field.Control.Menu(numbers)));
        }
        return fields;
    }

    private static Field day(String name, String label, String typed, LocalDate otherwise) {
        String value = typed.isBlank() ? otherwise.toString() : typed;
        return new Field(name, label, "", true, "", new Field.Control.Line(value, "date", ""));
    }
}
