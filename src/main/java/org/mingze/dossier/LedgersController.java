package org.mingze.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingze.access.Officer;
import org.mingze.access.Officers;
import org.mingze.access.SignedIn;
import org.mingze.dossier.views.SavedViews;
import org.mingze.duty.situation.Stages;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableDownload;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 看台账 — the dossiers of a kind that the acting post may see.
@Controller
class LedgersController {
    private final CountyLedgers ledgers;
    private final KeptDossiers dossiers;
    private final SavedViews views;
    private final Officers officers;

    LedgersController(
            CountyLedgers ledgers, KeptDossiers dossiers, SavedViews views, Officers officers) {
        this.ledgers = ledgers;
        this.dossiers = dossiers;
        this.views = views;
        this.officers = officers;
    }

    @GetMapping("/ledgers/{kind}")
    ModelAndView ledger(
            @PathVariable("kind") String address,
            @RequestParam Map<String, String> asked,
            Officer officer) {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        LocalDate today = ChinaTime.day(Instant.now());
        String account = officers.signedIn().map(SignedIn::signInName).orElse("");
        List<SavedViews.SavedView> own = views.of(officer.county(), account, address);
        boolean whole = asked.getOrDefault("print", "").equals("1");
        LedgerFilter filter = LedgerFilter.of(asked);
        LedgerPage page =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            KeptDossiers.Seen seen = seen(kind, known, today, officer);
                            return drawing(kind, known, today, officer, own, whole)
                                    .page(seen.dossiers(), seen.makeup(), filter);
                        });
        return new ModelAndView("dossier/ledger", "page", page);
    }

    @GetMapping("/ledgers")
    String first() {
        return "redirect:" + LedgerKind.RECTIFICATION.path();
    }

    /// The ledger as a file: what the filter lets through, every page of it.
    @GetMapping("/ledgers/{kind}/table.{ending}")
    void table(
            @PathVariable("kind") String address,
            @PathVariable("ending") String ending,
            @RequestParam Map<String, String> asked,
            Officer officer,
            HttpServletResponse response)
            throws IOException {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        TableForm form = TableForm.at(ending).orElseThrow(NotFound::page);
        LocalDate today = ChinaTime.day(Instant.now());
        LedgerDrawing.Register register =
                ledgers.ask(
                        officer.county(),
                        known ->
                                drawing(kind, known, today, officer, List.of(), false)
                                        .register(
                                                seen(kind, known, today, officer).dossiers(),
                                                LedgerFilter.of(asked)));
        try (TableWriting writing =
                TableDownload.begin(form, response, kind.title(), register.heads())) {
            for (List<Cell> row : register.rows()) {
                writing.row(row);
            }
        }
    }

    private KeptDossiers.Seen seen(
            LedgerKind kind, Knowledge known, LocalDate today, Officer officer) {
        return dossiers.seenBy(officer.county(), known, kind, today, officer.post().code());
    }

    private static LedgerDrawing drawing(
            LedgerKind kind,
            Knowledge known,
            LocalDate today,
            Officer officer,
            List<SavedViews.SavedView> own,
            boolean whole) {
        List<String> stages = Stages.named(known.rules(), kind.recordType(), today).reversed();
        String foot =
                kind.title()
                        + "，"
                        + officer.post().name()
                        + "所见，账上第"
                        + known.size()
                        + "笔为止，"
                        + today
                        + "。";
        return new LedgerDrawing(kind, Saying.of(known, today), stages, foot, own, whole);
    }
}
