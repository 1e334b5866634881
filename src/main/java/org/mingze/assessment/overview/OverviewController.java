package org.mingze.assessment.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 看驾驶舱.
@Controller
class OverviewController {
    private static final String AGAIN_SECONDS = "3";

    private final CountyLedgers ledgers;
    private final KeptOverviews overviews;

    OverviewController(CountyLedgers ledgers, KeptOverviews overviews) {
        this.ledgers = ledgers;
        this.overviews = overviews;
    }

    @GetMapping("/overview")
    ModelAndView show(
            Officer officer,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            HttpServletResponse response) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Period asked = period(period, today);
        Optional<Counted> counted = overviews.of(officer.county(), today);
        if (counted.isEmpty()) {
            response.setHeader("Refresh", AGAIN_SECONDS);
            return new ModelAndView("assessment/overview", "page", OverviewView.counting());
        }
        OverviewPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                overviews.page(
                                        new KeptOverviews.Seen(
                                                officer.county(),
                                                officer.post().code(),
                                                asked,
                                                level,
                                                known.size(),
                                                counted.get().day(),
                                                counted.get().first()),
                                        () -> view(counted.get(), known, officer, asked, level)));
        return new ModelAndView("assessment/overview", "page", page);
    }

    private static OverviewPage view(
            Counted counted, Knowledge known, Officer officer, Period period, String level) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), counted.day());
        return OverviewView.of(counted, known, sight, period, level);
    }

    private static Period period(String code, LocalDate today) {
        if (code.isEmpty()) {
            return Periods.containing(today, PeriodUnit.HALF_YEAR);
        }
        try {
            Period read = Periods.parse(code);
            Period span = Counted.span(today);
            boolean months = read.unit() != PeriodUnit.DAY && read.unit() != PeriodUnit.WEEK;
            if (months && span.contains(read.start()) && span.contains(read.end())) {
                return read;
            }
        } catch (IllegalArgumentException unreadable) {
            throw noSuch(code);
        }
        throw noSuch(code);
    }

    private static NotFound noSuch(String code) {
        return new NotFound("驾驶舱没有“" + code + "”这一期", "在驾驶舱上选今年或去年的一期。");
    }
}
