package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.access.Officer;
import org.mingze.assessment.CountiesPage;
import org.mingze.calendar.Period;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 看各县驾驶舱 — of the counties that show their sums to the one in which somebody is signed in.
@Controller
class CountiesController {
    private static final List<String> ORDERS = List.of(CountiesView.BY_NAME, "code", "counted");

    private final CountyLedgers ledgers;
    private final ShownSums sums;
    private final KeptOverviews overviews;
    private final Counties served;

    CountiesController(
            CountyLedgers ledgers, ShownSums sums, KeptOverviews overviews, Counties served) {
        this.ledgers = ledgers;
        this.sums = sums;
        this.overviews = overviews;
        this.served = served;
    }

    @GetMapping("/overview/counties")
    ModelAndView show(
            Officer officer,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = CountiesView.BY_NAME) String order) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Period asked = OverviewController.period(period, today);
        if (!ORDERS.contains(order)) {
            throw new NotFound("各县没有“" + order + "”这样排法", "在各县驾驶舱上选按名称、按编号或按数的日子。");
        }
        CountiesView.Superior superior =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Say.requireSees(known, officer, today);
                            return new CountiesView.Superior(
                                    HeatLines.of(known, today),
                                    known.rules()
                                            .vocabulary()
                                            .choices()
                                            .getOrDefault(Board.LEVELS, List.of()));
                        });
        List<CountiesView.Named> named = named(officer.county(), today);
        CountiesPage page =
                CountiesView.of(
                        new CountiesView.Asked(asked, level, order, today),
                        superior,
                        named,
                        sums.sums(named.stream().map(CountiesView.Named::county).toList(), asked));
        return new ModelAndView("assessment/counties", "page", page);
    }

    /// The counties that show their sums, those that were not counted today counted again beside.
    private List<CountiesView.Named> named(int superior, LocalDate today) {
        Map<Integer, County> byId =
                served.all().stream().collect(Collectors.toMap(County::id, Function.identity()));
        List<CountiesView.Named> named =
                sums.shownTo(superior).stream()
                        .filter(shown -> byId.containsKey(shown.county()))
                        .map(
                                shown ->
                                        new CountiesView.Named(
                                                shown,
                                                byId.getOrDefault(shown.county(), Counties.NONE)
                                                        .name()))
                        .toList();
        named.stream()
                .filter(each -> each.shown().head().filter(head -> isOf(head, today)).isEmpty())
                .forEach(each -> overviews.refresh(each.county(), today));
        return named;
    }

    private static boolean isOf(ShownSums.Head head, LocalDate today) {
        return head.day().equals(today);
    }
}
