package org.mingze.duty.entering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingze.access.ClassedReads;
import org.mingze.access.ClassesWithheld;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Occurred;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Again;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountsPanel;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.EntryPage;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.form.EntryContent;
import org.mingze.work.form.RecordOwner;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 更正 — a record changed by a later entry that gives its reason.
@Controller
class CorrectionController {
    private static final String PATH = "/records/{number:[1-9]\\d{0,17}}/correction";

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final FormFiles files;
    private final ClassedReads reads;
    private final ClassesWithheld withheld;

    CorrectionController(
            CountyLedgers ledgers,
            EnteringRecord entering,
            FormFiles files,
            ClassedReads reads,
            ClassesWithheld withheld) {
        this.reads = reads;
        this.withheld = withheld;
        this.ledgers = ledgers;
        this.entering = entering;
        this.files = files;
    }

    @GetMapping(PATH)
    ModelAndView form(Officer officer, @PathVariable long number) {
        Instant now = Instant.now();
        ModelAndView shown = show(officer, number, Optional.empty(), FormFaults.NONE, now);
        reads.shown(
                officer,
                "更正第" + number + "号",
                ledgers.ask(
                        officer.county(),
                        known -> RecordAccess.classes(record(officer, known, number, now))));
        return shown;
    }

    @PostMapping(PATH + "/counts")
    ModelAndView counts(Officer officer, @PathVariable long number, HttpServletRequest request) {
        Instant now = Instant.now();
        Map<String, List<String>> sent = FormFiles.expected(request);
        CountsPanel panel =
                ledgers.trying(
                        officer.county(),
                        known -> {
                            WorkRecord record = record(officer, known, number, now);
                            return panel(officer, known, record, typed(record.type(), sent), now);
                        });
        return new ModelAndView("work/counts", "counts", panel);
    }

    @PostMapping(PATH)
    ModelAndView create(
            Officer officer,
            @PathVariable long number,
            @RequestParam(name = Again.PARAMETER, defaultValue = "") String again,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Instant now = Instant.now();
        WorkRecord record =
                ledgers.ask(officer.county(), known -> record(officer, known, number, now));
        FormFiles.Sent sent = files.take(request, record.type());
        CorrectionView.Typed typed = typed(record.type(), sent.parameters());
        Optional<Again> change = Again.parse(again);
        List<EntryCheck.Fault> faults =
                Stream.concat(
                                sent.faults().stream(),
                                refused(officer, record, typed.content(), now).stream())
                        .toList();
        if (change.isPresent() || !faults.isEmpty()) {
            CorrectionView.Typed shown =
                    change.map(
                                    made ->
                                            new CorrectionView.Typed(
                                                    EntryContent.changed(typed.content(), made),
                                                    typed.reason(),
                                                    typed.key()))
                            .orElse(typed);
            return show(officer, number, Optional.of(shown), new FormFaults(faults), now);
        }
        Draft draft = draft(officer, record, typed, now);
        Optional<EntryCheck.Fault> edited = editedAfterSending(officer, record, typed, draft);
        if (edited.isPresent()) {
            FormFaults told = new FormFaults(List.of(edited.get()));
            return show(officer, number, Optional.of(typed.anew()), told, now);
        }
        return switch (entering.enter(officer.county(), draft, now, typed.key())) {
            case EnteringRecord.Outcome.Entered(Entry entry, var _) ->
                    entered(officer, record, entry, redirect, now);
            case EnteringRecord.Outcome.Faulty(var found) ->
                    show(officer, number, Optional.of(typed), new FormFaults(found), now);
            case EnteringRecord.Outcome.Refused _ ->
                    throw new IllegalStateException("no institution refuses a correction");
        };
    }

    /// A correction sent twice finds its changes made; one that still finds something to change was
    /// gone back to.
    private Optional<EntryCheck.Fault> editedAfterSending(
            Officer officer, WorkRecord record, CorrectionView.Typed typed, Draft draft) {
        if (Changes.of(record, typed.content()).isEmpty()) {
            return Optional.empty();
        }
        return entering.enteredOtherwise(officer.county(), draft, typed.key())
                .map(
                        earlier ->
                                new EntryCheck.Fault(
                                        CorrectionView.REASON,
                                        "这张表已经登记为第"
                                                + earlier.number()
                                                + "号更正，后来改的没有登记；要改，再按一次记下更正"));
    }

    private List<EntryCheck.Fault> refused(
            Officer officer, WorkRecord record, Content.Group typed, Instant now) {
        LocalDate today = ChinaTime.day(now);
        return ledgers.ask(
                officer.county(),
                known ->
                        Stream.concat(
                                        moved(officer, known, record, typed, today).stream(),
                                        overwritten(officer, known, record, typed, today))
                                .toList());
    }

    /// A correction gives a record to another body only where a new one could be recorded for it.
    private static Optional<EntryCheck.Fault> moved(
            Officer officer,
            Knowledge known,
            WorkRecord record,
            Content.Group typed,
            LocalDate today) {
        String owner = record.type().owner();
        if (!Changes.of(record, typed).containsKey(owner)) {
            return Optional.empty();
        }
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        return new RecordOwner(known, record.type(), typed, today)
                .refused(sight)
                .map(why -> new EntryCheck.Fault(owner, why));
    }

    /// Whoever is to answer for a record fills what is empty in it and leaves what is told.
    private static Stream<EntryCheck.Fault> overwritten(
            Officer officer,
            Knowledge known,
            WorkRecord record,
            Content.Group typed,
            LocalDate today) {
        RecordAccess access = access(officer, known, record, today);
        return access.changes() == RecordAccess.Changing.EVERYTHING
                ? Stream.empty()
                : Changes.of(record, typed).keySet().stream()
                        .filter(record::isFilled)
                        .filter(field -> !isOwnFilling(officer, known, record, field, today))
                        .map(field -> new EntryCheck.Fault(field, access.kept()));
    }

    /// What a post of the same body filled in is its own to mend.
    private static boolean isOwnFilling(
            Officer officer, Knowledge known, WorkRecord record, String field, LocalDate today) {
        Organization organization = known.organization();
        Optional<String> own = organization.lastPost(officer.post().code(), today).map(Post::body);
        return RecordController.history(known, record.number()).corrections().stream()
                .filter(made -> made.changes().containsKey(field))
                .reduce((_, later) -> later)
                .map(made -> made.entry().recorder().post())
                .flatMap(post -> organization.lastPost(post, today))
                .map(Post::body)
                .filter(body -> own.equals(Optional.of(body)))
                .isPresent();
    }

    private static RecordAccess access(
            Officer officer, Knowledge known, WorkRecord record, LocalDate today) {
        Acting acting = Acting.of(known.organization(), officer.post().code(), today);
        return RecordAccess.of(known, record, acting, today);
    }

    private ModelAndView entered(
            Officer officer,
            WorkRecord record,
            Entry entry,
            RedirectAttributes redirect,
            Instant now) {
        List<String> counted =
                ledgers.ask(
                        officer.county(),
                        known -> EnteredNotice.counted(known, record.number(), ChinaTime.day(now)));
        redirect.addFlashAttribute(
                Notice.FLASH,
                Notice.done(
                        "已更正：第" + entry.number() + "号",
                        "原来的内容和理由都保留。现在这一笔" + EnteredNotice.said(counted)));
        return new ModelAndView("redirect:/records/" + record.number());
    }

    private ModelAndView show(
            Officer officer,
            long number,
            Optional<CorrectionView.Typed> typed,
            FormFaults faults,
            Instant now) {
        LocalDate today = ChinaTime.day(now);
        EntryPage page =
                ledgers.trying(
                        officer.county(),
                        known -> {
                            WorkRecord record = record(officer, known, number, now);
                            CorrectionView.Typed shown = typed.orElseGet(() -> asItIs(record));
                            return CorrectionView.page(
                                    known,
                                    record,
                                    Acting.of(known.organization(), officer.post().code(), today),
                                    today,
                                    shown,
                                    faults,
                                    panel(officer, known, record, shown, now));
                        });
        ModelAndView shown = new ModelAndView("work/entry", "page", page);
        shown.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static CorrectionView.Typed asItIs(WorkRecord record) {
        return new CorrectionView.Typed(
                ValueContent.group(record.fields()), "", UUID.randomUUID().toString());
    }

    private static CorrectionView.Typed typed(RecordType type, Map<String, List<String>> sent) {
        return new CorrectionView.Typed(
                EntryContent.typed(type, sent),
                Filling.first(sent, CorrectionView.REASON),
                Filling.key(sent));
    }

    private static CountsPanel panel(
            Officer officer,
            Knowledge known,
            WorkRecord record,
            CorrectionView.Typed typed,
            Instant now) {
        String reason = typed.reason().isEmpty() ? "试算" : typed.reason();
        Draft draft =
                draft(
                        officer,
                        record,
                        new CorrectionView.Typed(typed.content(), reason, typed.key()),
                        now);
        return new CountsView(known, ChinaTime.day(now), CorrectionView.count(record.number()))
                .ofCorrection(record.type(), draft, record.number(), now);
    }

    private static Draft draft(
            Officer officer, WorkRecord record, CorrectionView.Typed typed, Instant now) {
        return Changes.correction(
                record,
                Changes.of(record, typed.content()),
                typed.reason(),
                Occurred.on(ChinaTime.day(now)),
                officer.recorder());
    }

    /// The record as it is, if the acting post may change it.
    private WorkRecord record(Officer officer, Knowledge known, long number, Instant now) {
        LocalDate today = ChinaTime.day(now);
        RecordHistory history = RecordController.history(known, number);
        RecordAccess access = access(officer, known, history.current(), today);
        access.requireChanging();
        access.without(withheld.of(officer)).requireEverything(history.current(), "更正");
        if (history.isWithdrawn()) {
            throw new NotPermitted("第" + number + "号已撤销，不能再改", "你能看它原来的内容和撤销的理由。", "撤错了的，重新记一笔。");
        }
        return history.current();
    }
}
