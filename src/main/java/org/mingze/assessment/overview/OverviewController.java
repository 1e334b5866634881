package org.mingze.assessment.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.access.Officer;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
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
    private final ShownSums shown;
    private final Counties served;

    OverviewController(
            CountyLedgers ledgers, KeptOverviews overviews, ShownSums shown, Counties served) {
        this.ledgers = ledgers;
        this.overviews = overviews;
        this.shown = shown;
        this.served = served;
    }

    @GetMapping("/overview")
    ModelAndView show(
            Officer officer,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String county,
            HttpServletResponse response) {
        requireOwn(officer, county);
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
                                                known.organization().revision(),
                                                counted.get().day(),
                                                counted.get().first()),
                                        known.rules(),
                                        () -> view(counted.get(), known, officer, asked, level)));
        long since = ledgers.ask(officer.county(), Knowledge::size) - counted.get().first();
        return new ModelAndView("assessment/overview", "page", page)
                .addObject("since", since)
                .addObject("beside", beside(officer, today));
    }

    /// A superior's page links to the overview of a county; only who signed in there sees it.
    private void requireOwn(Officer officer, String county) {
        if (county.isEmpty() || county.equals(String.valueOf(officer.county()))) {
            return;
        }
        String name =
                served.all().stream()
                        .filter(each -> String.valueOf(each.id()).equals(county))
                        .map(County::name)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("没有编号" + county + "的县", "从各县驾驶舱上点开。"));
        throw new NotPermitted(
                "这是" + name + "的驾驶舱：在" + name + "任职的才看得到",
                "你登录的是" + served.of(officer.county()).name() + "，看得到各县报来的合计数。",
                "在" + name + "有岗位的，退出后用" + name + "的账号登录；要核一个数，找" + name + "的县委办或县政府办。");
    }

    /// What else those see who lead: the sums of other counties, and to whom this one shows its
    /// own.
    private List<Link> beside(Officer officer, LocalDate today) {
        List<Link> beside = new ArrayList<>();
        boolean sees = ledgers.ask(officer.county(), known -> Say.sees(known, officer, today));
        if (sees && shown.isShownAny(officer.county())) {
            beside.add(new Link("各县驾驶舱", "/overview/counties"));
        }
        if (ledgers.ask(officer.county(), known -> Say.decides(known, officer, today))) {
            beside.add(new Link("上报汇总", "/overview/showing"));
        }
        return beside;
    }

    private static OverviewPage view(
            Counted counted, Knowledge known, Officer officer, Period period, String level) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), counted.day());
        return OverviewView.of(counted, known, sight, period, level);
    }

    static Period period(String code, LocalDate today) {
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
