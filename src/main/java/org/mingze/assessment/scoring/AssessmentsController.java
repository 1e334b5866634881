package org.mingze.assessment.scoring;

import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.assessment.AssessmentsPage;
import org.mingze.assessment.SchemePage;
import org.mingze.calendar.Period;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 看考核 — the schemes in force, and the scores of one of them.
@Controller
class AssessmentsController {
    private final CountyLedgers ledgers;
    private final KeptPages pages;

    AssessmentsController(CountyLedgers ledgers, KeptPages pages) {
        this.ledgers = ledgers;
        this.pages = pages;
    }

    @GetMapping("/assessments")
    ModelAndView schemes(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        AssessmentsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                pages.of(
                                                new KeptPages.Asked(
                                                        officer.county(),
                                                        known.size(),
                                                        today,
                                                        "",
                                                        ""),
                                                AssessmentsPage.class,
                                                () -> SchemesView.of(new Schemes(known, today)))
                                        .awaiting(
                                                SchemesView.appeals(
                                                        new Schemes(known, today), officer)));
        return new ModelAndView("assessment/assessments", "page", page);
    }

    @GetMapping("/assessments/{institution}/{scheme}")
    ModelAndView scheme(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String scheme,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String compare) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        boolean compares = !compare.isEmpty();
        String asked = institution + "/" + scheme + "/" + period + (compares ? "/比" : "");
        SchemePage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                pages.of(
                                        new KeptPages.Asked(
                                                officer.county(),
                                                known.size(),
                                                today,
                                                asked,
                                                officer.post().code()),
                                        SchemePage.class,
                                        () ->
                                                view(
                                                                known,
                                                                officer,
                                                                institution,
                                                                scheme,
                                                                period,
                                                                compares)
                                                        .page()));
        return new ModelAndView("assessment/scheme", "page", page);
    }

    private static SchemeView view(
            Knowledge known,
            Officer officer,
            String institution,
            String scheme,
            String period,
            boolean compares) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Schemes schemes = new Schemes(known, today);
        Period asked = AskedScheme.period(schemes, institution, scheme, period);
        return new SchemeView(
                schemes,
                AskedScheme.declared(schemes, institution, scheme, asked),
                asked,
                Sight.of(known.organization(), officer.post().code(), today),
                compares);
    }
}
