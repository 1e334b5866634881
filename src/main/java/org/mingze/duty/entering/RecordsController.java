package org.mingze.duty.entering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Refusals;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.RecordType;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.web.Again;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountsPanel;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.EntryPage;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.form.EntryContent;
import org.mingze.work.form.RecordOwner;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 记一笔 — the form of a record type, the panel beside it, and its entering.
@Controller
class RecordsController {

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final FormFiles files;

    RecordsController(CountyLedgers ledgers, EnteringRecord entering, FormFiles files) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.files = files;
    }

    @GetMapping("/records/new")
    ModelAndView choose(Officer officer, @RequestParam(defaultValue = "") String all) {
        return fresh(officer, Optional.empty(), Map.of(), !all.isEmpty());
    }

    @GetMapping("/records/new/{english}")
    ModelAndView form(Officer officer, @PathVariable String english, HttpServletRequest request) {
        return fresh(
                officer,
                Optional.of(english),
                Filling.parameters(request.getParameterMap()),
                false);
    }

    @PostMapping("/records/counts")
    ModelAndView counts(Officer officer, @RequestParam String type, HttpServletRequest request) {
        Instant now = Instant.now();
        Map<String, List<String>> sent = FormFiles.expected(request);
        CountsPanel panel =
                ledgers.trying(
                        officer.county(),
                        known -> panel(officer, known, filling(type(known, type), sent), now));
        return new ModelAndView("work/counts", "counts", panel);
    }

    @PostMapping("/records")
    ModelAndView create(
            Officer officer,
            @RequestParam String type,
            @RequestParam(name = Again.PARAMETER, defaultValue = "") String again,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Instant now = Instant.now();
        RecordType known = ledgers.ask(officer.county(), at -> type(at, type));
        FormFiles.Sent sent = files.take(request, known);
        Filling filling = filling(known, sent.parameters());
        Optional<Again> change = Again.parse(again);
        if (change.isPresent()) {
            Filling changed = filling.with(EntryContent.changed(filling.typed(), change.get()));
            return show(officer, changed, new FormFaults(sent.faults()), Optional.empty(), now);
        }
        List<EntryCheck.Fault> faults = new ArrayList<>(sent.faults());
        Optional<Occurred> occurred = filling.occurred();
        if (occurred.isEmpty()) {
            faults.add(new EntryCheck.Fault(Filling.DAY, "写明发生日期，例如" + ChinaTime.day(now)));
        }
        faults.addAll(filling.unanswered());
        if (!faults.isEmpty()) {
            return show(officer, filling, new FormFaults(faults), Optional.empty(), now);
        }
        Draft told = filling.draft(occurred.orElseThrow(), officer.recorder());
        Draft draft = ledgers.ask(officer.county(), at -> acted(at, known, told, now));
        Optional<Refusal> edited = editedAfterSending(officer, draft, filling.key());
        if (edited.isPresent()) {
            return show(officer, filling.anew(), FormFaults.NONE, edited, now);
        }
        Optional<EntryCheck.Fault> foreign =
                ledgers.ask(officer.county(), at -> foreign(officer, at, known, draft));
        if (foreign.isPresent()) {
            return show(
                    officer,
                    filling,
                    new FormFaults(List.of(foreign.get())),
                    Optional.empty(),
                    now);
        }
        EnteringRecord.Outcome outcome =
                entering.enter(officer.county(), draft, now, filling.key());
        return switch (outcome) {
            case EnteringRecord.Outcome.Entered(Entry entry, var opinions) ->
                    entered(officer, entry, opinions, redirect, now);
            case EnteringRecord.Outcome.Faulty(var found) ->
                    show(officer, filling, new FormFaults(found), Optional.empty(), now);
            case EnteringRecord.Outcome.Refused(var opinions) ->
                    show(
                            officer,
                            filling,
                            FormFaults.NONE,
                            Optional.of(RefusalView.of("记下" + type, opinions, List.of())),
                            now);
        };
    }

    /// What a dossier awaits and is told of the same day is done here and now, as at its desk: a
    /// rule that refuses it refuses it here. What happened on a day before is a fact.
    private static Draft acted(Knowledge known, RecordType type, Draft told, Instant now) {
        LocalDate today = ChinaTime.day(now);
        boolean awaited =
                told.occurred().day().equals(today)
                        && type.fields().values().stream()
                                .filter(RecordType.Field::follows)
                                .flatMap(field -> told.content().text(field.name()).stream())
                                .map(words -> words.replaceAll("\\D", ""))
                                .filter(words -> words.matches("\\d{1,18}"))
                                .anyMatch(
                                        number ->
                                                Stages.awaiting(
                                                                new AsOf(known, today),
                                                                Long.parseLong(number),
                                                                type.name())
                                                        .isPresent());
        return awaited ? told.as(EntryMode.DONE) : told;
    }

    private Optional<Refusal> editedAfterSending(Officer officer, Draft draft, String key) {
        return entering.changedAfterSending(
                officer.county(),
                draft,
                key,
                "改那一笔，用更正；另记一笔，再按一次记下。",
                number -> "/records/" + number);
    }

    private static Optional<EntryCheck.Fault> foreign(
            Officer officer, Knowledge known, RecordType type, Draft draft) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), draft.occurred().day());
        return RecordOwner.of(known, type, draft)
                .refused(sight)
                .map(why -> new EntryCheck.Fault(type.owner(), why));
    }

    private ModelAndView entered(
            Officer officer,
            Entry entry,
            List<Refusals.Opinion> opinions,
            RedirectAttributes redirect,
            Instant now) {
        Notice notice =
                ledgers.ask(
                        officer.county(),
                        known -> EnteredNotice.of(known, entry, opinions, ChinaTime.day(now)));
        redirect.addFlashAttribute(Notice.FLASH, notice);
        return new ModelAndView("redirect:/records/" + entry.number());
    }

    private ModelAndView fresh(
            Officer officer,
            Optional<String> english,
            Map<String, List<String>> told,
            boolean everyKind) {
        Instant now = Instant.now();
        LocalDate today = ChinaTime.day(now);
        Filling filling =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Acting acting = acting(officer, known, today);
                            RecordType type = chosen(known, acting, english, today);
                            return prefilled(known, type, acting, told, today);
                        });
        return new ModelAndView(
                "work/entry",
                "page",
                page(officer, filling, everyKind, FormFaults.NONE, Optional.empty(), now));
    }

    /// Only the counts are tried while nobody else asks.
    private EntryPage page(
            Officer officer,
            Filling filling,
            boolean everyKind,
            FormFaults faults,
            Optional<Refusal> refusal,
            Instant now) {
        LocalDate today = ChinaTime.day(now);
        CountsPanel counts =
                ledgers.trying(officer.county(), known -> panel(officer, known, filling, now));
        return ledgers.ask(
                officer.county(),
                known ->
                        new EntryView(known, acting(officer, known, today), today)
                                .page(filling, everyKind, faults, refusal, counts));
    }

    private ModelAndView show(
            Officer officer,
            Filling filling,
            FormFaults faults,
            Optional<Refusal> refusal,
            Instant now) {
        EntryPage page = page(officer, filling, false, faults, refusal, now);
        HttpStatusCode status =
                refusal.isPresent()
                        ? HttpStatus.CONFLICT
                        : faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        ModelAndView shown = new ModelAndView("work/entry", "page", page);
        shown.setStatus(status);
        return shown;
    }

    private static CountsPanel panel(
            Officer officer, Knowledge known, Filling filling, Instant now) {
        CountsView counts = new CountsView(known, ChinaTime.day(now), EntryView.COUNT);
        return filling.occurred()
                .map(at -> filling.draft(at, officer.recorder()))
                .map(draft -> counts.of(filling.type(), draft, now))
                .orElseGet(counts::ofNoDay);
    }

    private static Filling filling(RecordType type, Map<String, List<String>> sent) {
        return new Filling(
                type,
                EntryContent.typed(type, sent),
                Filling.first(sent, Filling.DAY),
                Filling.first(sent, Filling.TIME),
                Filling.key(sent));
    }

    private static Filling prefilled(
            Knowledge known,
            RecordType type,
            Acting acting,
            Map<String, List<String>> told,
            LocalDate today) {
        Content.Group said = EntryContent.typed(type, told);
        Acting entered =
                new RecordOwner(known, type, said, today)
                        .body(type.owner())
                        .map(body -> acting.at(known.organization(), body, today))
                        .orElse(acting);
        Map<String, Content> answers =
                new LinkedHashMap<>(EntryDefaults.of(known, type, entered, today).fields());
        answers.putAll(said.fields());
        return new Filling(
                type,
                new Content.Group(answers),
                told.containsKey(Filling.DAY) ? Filling.first(told, Filling.DAY) : today.toString(),
                "",
                UUID.randomUUID().toString());
    }

    private static Acting acting(Officer officer, Knowledge known, LocalDate today) {
        return Acting.of(known.organization(), officer.post().code(), today);
    }

    private static RecordType chosen(
            Knowledge known, Acting acting, Optional<String> english, LocalDate today) {
        if (english.isEmpty()) {
            return new EntryView(known, acting, today)
                    .usual().stream()
                            .findFirst()
                            .map(name -> type(known, name))
                            .orElseThrow(() -> absent("记录类型"));
        }
        return known.rules()
                .vocabulary()
                .recordTypeInEnglish(english.get())
                .filter(type -> EntryView.isEnterable(known, type.name()))
                .orElseThrow(() -> absent(english.get()));
    }

    private static RecordType type(Knowledge known, String name) {
        return known.rules()
                .vocabulary()
                .recordType(name)
                .filter(_ -> EntryView.isEnterable(known, name))
                .orElseThrow(() -> absent(name));
    }

    private static NotFound absent(String type) {
        return new NotFound("没有“" + type + "”这类记录", "在记一笔里选一类；没有的，由县里在词汇里加。");
    }
}
