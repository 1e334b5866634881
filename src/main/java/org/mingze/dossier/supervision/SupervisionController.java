package org.mingze.dossier.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.KeptDossiers;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// 看督查页 — the problems that the acting post may see.
@Controller
class SupervisionController {
    private static final int DRAWN_MAX = 200;

    private final CountyLedgers ledgers;
    private final KeptDossiers dossiers;
    private final Map<Whose, Drawn> drawn = new ConcurrentHashMap<>();

    private record Whose(int county, String post) {}

    /// A page, and what it was drawn from: the same list for as long as nothing in it changes.
    private record Drawn(List<Dossier> seen, LocalDate day, SupervisionPage page) {}

    SupervisionController(CountyLedgers ledgers, KeptDossiers dossiers) {
        this.ledgers = ledgers;
        this.dossiers = dossiers;
    }

    @GetMapping("/supervision")
    ModelAndView board(Officer officer) {
        LocalDate today = ChinaTime.day(Instant.now());
        SupervisionPage page = ledgers.ask(officer.county(), known -> page(known, today, officer));
        return new ModelAndView("dossier/supervision", "page", page);
    }

    private SupervisionPage page(Knowledge known, LocalDate today, Officer officer) {
        LedgerKind kind = LedgerKind.RECTIFICATION;
        List<Dossier> seen =
                dossiers.seen(officer.county(), known, kind, today, officer.post().code());
        String foot =
                "督查，" + officer.post().name() + "所见，账上第" + known.size() + "笔为止，" + today + "。";
        if (drawn.size() >= DRAWN_MAX) {
            drawn.clear();
        }
        Whose whose = new Whose(officer.county(), officer.post().code());
        Drawn before = drawn.get(whose);
        if (before != null && before.seen().equals(seen) && before.day().equals(today)) {
            return before.page().withFoot(foot);
        }
        List<DossierKind.Stage> stages =
                Stages.declared(known.rules(), kind.recordType(), today).reversed();
        SupervisionPage page = new BoardDrawing(seen, Saying.of(known, today), stages, foot).page();
        drawn.put(whose, new Drawn(seen, today, page));
        return page;
    }
}
