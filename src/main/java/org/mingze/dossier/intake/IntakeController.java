package org.mingze.dossier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.dossier.DossierLinks;
import org.mingze.dossier.Dossiers;
import org.mingze.dossier.LedgerKind;
import org.mingze.duty.AsOf;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Refusals;
import org.mingze.organization.Post;
import org.mingze.web.Again;
import org.mingze.web.Link;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 登记来件.
@Controller
class IntakeController {
    private static final String DOSSIERS = "/dossiers/";

    private static final int DAYS_BACK = 200;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    IntakeController(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    @GetMapping("/petitions/new")
    ModelAndView fresh(Officer officer, @RequestParam Map<String, String> told) {
        LocalDate today = ChinaTime.day(Instant.now());
        Map<String, String> first = new HashMap<>();
        first.put(Intake.RECEIVED, today.toString());
        first.put("类", "信访");
        first.put("人数", "1");
        ledgers.ask(officer.county(), known -> handled(known, officer.post().code(), today))
                .ifPresent(body -> first.put(Intake.BODY, body));
        told.forEach(
                (field, answer) -> {
                    if (Intake.TOLD.contains(field)) {
                        first.put(field, answer);
                    }
                });
        if (told.containsKey(Intake.BEFORE) && !told.containsKey(Intake.BODY)) {
            first.remove(Intake.BODY);
        }
        Intake intake = new Intake(first, UUID.randomUUID().toString(), officer.recorder(), today);
        return show(officer, intake, List.of(), Optional.empty(), HttpStatus.OK);
    }

    /// The body of the last petition that the post took in, or its own.
    private static Optional<String> handled(Knowledge known, String post, LocalDate today) {
        return known.records().recordedFrom(post, today.minusDays(DAYS_BACK), today).stream()
                .filter(record -> record.type().name().equals(Intake.TYPE))
                .reduce((earlier, later) -> later)
                .map(record -> WorkRecords.body(record, known))
                .or(() -> known.organization().post(post, today).map(Post::body));
    }

    /// The address of a form that was sent and is read again leads to the ledger.
    @GetMapping("/petitions")
    String list(Officer officer) {
        return "redirect:" + LedgerKind.PETITION.path();
    }

    @PostMapping("/petitions")
    ModelAndView enter(
            @RequestParam Map<String, String> sent, Officer officer, RedirectAttributes flash) {
        Instant now = Instant.now();
        String key = sent.getOrDefault("key", "");
        Intake intake =
                new Intake(
                        sent,
                        key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString(),
                        officer.recorder(),
                        ChinaTime.day(now));
        if (sent.containsKey(Again.PARAMETER)) {
            return show(officer, intake, List.of(), Optional.empty(), HttpStatus.OK);
        }
        List<EntryCheck.Fault> faults =
                ledgers.ask(officer.county(), known -> intake.entering(known));
        if (!faults.isEmpty()) {
            return faulty(officer, intake, faults);
        }
        Optional<Refusal> changed =
                entering.changedAfterSending(
                        officer.county(),
                        intake.draft(),
                        intake.key(),
                        "改那一笔，用更正；另记一笔，再按一次登记来件。",
                        number -> page(officer, number, ChinaTime.day(now)));
        if (changed.isPresent()) {
            return show(officer, intake.anew(), List.of(), changed, HttpStatus.CONFLICT);
        }
        return switch (entering.enter(officer.county(), intake.draft(), now, intake.key())) {
            case EnteringRecord.Outcome.Entered(var entry, var _) -> {
                LocalDate today = ChinaTime.day(now);
                flash.addFlashAttribute(Notice.FLASH, told(officer, entry.number(), today));
                yield new ModelAndView("redirect:" + page(officer, entry.number(), today));
            }
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> found) ->
                    faulty(officer, intake, found);
            case EnteringRecord.Outcome.Refused(List<Refusals.Opinion> opinions) -> {
                Refusals.Opinion first = opinions.getFirst();
                Refusal refusal =
                        new Refusal(
                                "现在不能登记：" + first.verdict().obligation().duty().name(),
                                first.verdict().note(),
                                first.verdict().obligation().duty().basis().citation(),
                                List.of());
                yield show(officer, intake, List.of(), Optional.of(refusal), HttpStatus.CONFLICT);
            }
        };
    }

    /// Where a submission is shown: not every kind has a dossier.
    private String page(Officer officer, long number, LocalDate today) {
        boolean dossier =
                ledgers.ask(
                        officer.county(),
                        known -> new Dossiers(new AsOf(known, today)).find(number).isPresent());
        return (dossier ? DOSSIERS : "/records/") + number;
    }

    /// What becomes of it: a dossier of its own, a part of the one that it follows, or neither.
    private Notice told(Officer officer, long number, LocalDate today) {
        String title = "已登记：第" + number + "号";
        if (page(officer, number, today).startsWith(DOSSIERS)) {
            return Notice.done(title, "各步时限写在期限里；到期以前会在今日里提醒承办机构。");
        }
        Optional<Long> joined =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.records().followedBy(number).stream()
                                        .map(WorkRecord::number)
                                        .filter(
                                                root ->
                                                        new Dossiers(new AsOf(known, today))
                                                                .find(root)
                                                                .isPresent())
                                        .findFirst());
        return joined.map(
                        root ->
                                Notice.done(title, "已归入第" + root + "号案卷；哪天以前提出意见，写在那里，意见也从那里记。")
                                        .leadingTo(
                                                new Link(
                                                        "看第" + root + "号案卷",
                                                        DOSSIERS
                                                                + root
                                                                + "#"
                                                                + DossierLinks.AGAIN)))
                .orElseGet(() -> Notice.done(title, "施行的制度不给这一类立案卷，办理和答复从这一笔记起。"));
    }

    private ModelAndView faulty(Officer officer, Intake intake, List<EntryCheck.Fault> faults) {
        return show(officer, intake, faults, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView show(
            Officer officer,
            Intake intake,
            List<EntryCheck.Fault> faults,
            Optional<Refusal> refusal,
            HttpStatus status) {
        IntakePage page =
                ledgers.trying(
                        officer.county(),
                        known -> intake.page(known, Instant.now(), faults, refusal));
        ModelAndView shown = new ModelAndView("dossier/intake", "page", page);
        shown.setStatus(status);
        return shown;
    }
}
