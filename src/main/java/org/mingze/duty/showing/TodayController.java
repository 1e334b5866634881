package org.mingze.duty.showing;

import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.duty.TodayPage;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// 今日.
@Controller
class TodayController {
    private final CountyLedgers ledgers;

    TodayController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/")
    ModelAndView show(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        TodayPage page =
                ledgers.ask(
                        officer.county(),
                        known -> TodayView.of(Owed.of(known, officer.post().code(), today)));
        return new ModelAndView("duty/today", "page", page);
    }
}
