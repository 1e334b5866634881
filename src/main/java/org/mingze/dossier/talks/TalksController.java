package org.mingze.dossier.talks;

import java.time.Instant;
import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// 看谈话登记.
@Controller
class TalksController {
    private final CountyLedgers ledgers;

    TalksController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/supervision/talks")
    ModelAndView register(Officer officer) {
        LocalDate today = ChinaTime.day(Instant.now());
        TalksPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new TalksDrawing(
                                                known,
                                                today,
                                                officer.post().code(),
                                                officer.post().name())
                                        .page());
        return new ModelAndView("dossier/talks", "page", page);
    }
}
