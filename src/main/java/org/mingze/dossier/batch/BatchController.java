package org.mingze.dossier.batch;

import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.KeptDossiers;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Draft;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
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

/// 一起办 — first shown, then entered: all of it or nothing.
@Controller
class BatchController {
    private static final int PICKED_MAX = 200;

    private final CountyLedgers ledgers;
    private final KeptDossiers dossiers;
    private final EnteringRecord entering;

    BatchController(CountyLedgers ledgers, KeptDossiers dossiers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.dossiers = dossiers;
        this.entering = entering;
    }

    private static final class NotAll extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        NotAll(Refusal refusal) {
            super("not every item takes the act");
            this.refusal = refusal;
        }
    }

    @GetMapping("/ledgers/{kind}/batch")
    ModelAndView show(
            @PathVariable("kind") String address,
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "pick", defaultValue = "") List<String> picks,
            @RequestParam Map<String, String> sent,
            Officer officer) {
        Picked picked = picked(address, act, picks, sent, officer, ChinaTime.day(Instant.now()));
        return new ModelAndView("dossier/batch", "page", picked.page(false, Optional.empty()));
    }

    @PostMapping("/ledgers/{kind}/batch")
    ModelAndView enter(
            @PathVariable("kind") String address,
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "pick", defaultValue = "") List<String> picks,
            @RequestParam Map<String, String> sent,
            Officer officer,
            RedirectAttributes flash) {
        Instant now = Instant.now();
        Picked picked = picked(address, act, picks, sent, officer, ChinaTime.day(now));
        if (picked.hasFault() || picked.taking().isEmpty()) {
            return again(picked, Optional.empty());
        }
        try {
            entering.together(
                    officer.county(), now, together -> all(picked, officer, now, together));
        } catch (NotAll stopped) {
            return again(picked, Optional.of(stopped.refusal));
        }
        flash.addFlashAttribute(
                Notice.FLASH,
                Notice.done(
                        "已" + picked.act().verb() + picked.taking().size() + "件",
                        "每件各记了一笔，写进各自的案卷；记错了，逐件更正或撤销。"));
        return new ModelAndView("redirect:" + picked.kind().path());
    }

    private static ModelAndView again(Picked picked, Optional<Refusal> refusal) {
        ModelAndView shown = new ModelAndView("dossier/batch", "page", picked.page(true, refusal));
        shown.setStatus(
                refusal.isPresent() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static Integer all(
            Picked picked, Officer officer, Instant now, EnteringRecord.Together together) {
        String body =
                together.known()
                        .organization()
                        .post(officer.post().code(), ChinaTime.day(now))
                        .map(Post::body)
                        .orElse("");
        List<Draft> drafts = picked.drafts(officer.recorder(), body, ChinaTime.moment(now));
        for (int at = 0; at < drafts.size(); at++) {
            Dossier dossier = picked.taking().get(at);
            switch (together.enter(drafts.get(at))) {
                case EnteringRecord.Outcome.Entered _ -> {}
                case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                        throw new NotAll(
                                refusal(
                                        picked,
                                        dossier,
                                        faults.stream()
                                                .map(EntryCheck.Fault::sentence)
                                                .collect(Collectors.joining("；"))));
                case EnteringRecord.Outcome.Refused(var opinions) ->
                        throw new NotAll(
                                refusal(
                                        picked,
                                        dossier,
                                        opinions.stream()
                                                .map(
                                                        opinion ->
                                                                opinion.verdict()
                                                                        .obligation()
                                                                        .duty()
                                                                        .name())
                                                .collect(Collectors.joining("；"))));
            }
        }
        return drafts.size();
    }

    private static Refusal refusal(Picked picked, Dossier dossier, String why) {
        return new Refusal(
                "现在不能一起" + picked.act().verb() + "：第" + dossier.number() + "号",
                "《" + LedgerDrawing.title(dossier) + "》" + why + "。一件也没有记。",
                "",
                List.of(Act.small("看这一件", "/dossiers/" + dossier.number())));
    }

    private Picked picked(
            String address,
            String act,
            List<String> picks,
            Map<String, String> sent,
            Officer officer,
            LocalDate today) {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        BatchAct chosen = BatchAct.at(act).orElseThrow(NotFound::page);
        Set<String> numbers = new HashSet<>(picks);
        return ledgers.ask(
                officer.county(),
                (Knowledge known) ->
                        new Picked(
                                kind,
                                chosen,
                                dossiers
                                        .seen(
                                                officer.county(),
                                                known,
                                                kind,
                                                today,
                                                officer.post().code())
                                        .stream()
                                        .filter(
                                                each ->
                                                        numbers.contains(
                                                                String.valueOf(each.number())))
                                        .sorted(LedgerDrawing.urgency())
                                        .limit(PICKED_MAX)
                                        .toList(),
                                sent,
                                Saying.of(known, today)));
    }
}
