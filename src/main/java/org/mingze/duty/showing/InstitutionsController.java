package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.List;
import org.mingze.access.Officer;
import org.mingze.duty.InstitutionPage;
import org.mingze.duty.InstitutionsPage;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 制度 — the list of those enacted, and one version with what it obliges.
@Controller
class InstitutionsController {
    private final CountyLedgers ledgers;
    private final KeptOwed kept;

    InstitutionsController(CountyLedgers ledgers, KeptOwed kept) {
        this.ledgers = ledgers;
        this.kept = kept;
    }

    @GetMapping("/institutions")
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String find) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        InstitutionsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                InstitutionsView.of(
                                        Owed.nothing(known, officer.post().code(), today),
                                        !open.isEmpty(),
                                        find.strip()));
        return new ModelAndView("duty/institutions", "page", page);
    }

    @GetMapping("/institutions/{id}")
    ModelAndView show(
            Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        InstitutionPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                InstitutionView.of(
                                        kept.of(
                                                officer.county(),
                                                known,
                                                officer.post().code(),
                                                today),
                                        enactment(known, id, version, today)));
        return new ModelAndView("duty/institution", "page", page);
    }

    private static Enactment enactment(
            Knowledge known, String id, String version, LocalDate today) {
        List<Enactment> versions = known.rules().versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("没有编号为“" + id + "”的制度", "从制度列表里找；没有施行的，不在列表里。");
        }
        return versions.stream()
                .filter(each -> each.institution().from().toString().equals(version))
                .reduce((_, later) -> later)
                .or(() -> known.rules().inForce(id, today))
                .orElseGet(versions::getLast);
    }
}
