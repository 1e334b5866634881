package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.mingze.access.Officer;
import org.mingze.duty.RemindAhead;
import org.mingze.duty.TodayPage;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// 今日.
@Controller
class TodayController {
    private final CountyLedgers ledgers;
    private final KeptOwed kept;
    private final ObjectProvider<RemindAhead> ahead;

    TodayController(CountyLedgers ledgers, KeptOwed kept, ObjectProvider<RemindAhead> ahead) {
        this.ledgers = ledgers;
        this.kept = kept;
        this.ahead = ahead;
    }

    @GetMapping("/")
    ModelAndView show(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        RemindAhead reminding = ahead.getIfAvailable();
        OptionalInt days =
                reminding == null ? OptionalInt.empty() : reminding.workingDays(officer.county());
        TodayPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                TodayView.of(
                                        kept.of(
                                                officer.county(),
                                                known,
                                                officer.post().code(),
                                                today),
                                        days));
        return new ModelAndView("duty/today", "page", page);
    }
}
