package org.mingze.duty.showing;

import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.DutiesPage;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 职责列表.
@Controller
class DutiesController {
    private final CountyLedgers ledgers;

    DutiesController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/duties")
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") String page) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Period half = half(period, today);
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        DutiesView.Asked asked = new DutiesView.Asked(half, standing, find.strip(), number);
        DutiesPage shown =
                ledgers.ask(
                        officer.county(),
                        known ->
                                DutiesView.of(
                                        Owed.of(known, officer.post().code(), today, half), asked));
        return new ModelAndView("duty/duties", "page", shown);
    }

    private static Period half(String code, LocalDate today) {
        if (code.isEmpty()) {
            return Periods.containing(today, PeriodUnit.HALF_YEAR);
        }
        try {
            Period read = Periods.parse(code);
            return Periods.containing(read.start(), PeriodUnit.HALF_YEAR);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("没有“" + code + "”这一期", "在职责页上选一个半年。");
        }
    }
}
