package org.mingze.office.finding;

import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.report.finding.FindingReports;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.search.RecordSearch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 查找.
@Controller
class FindingController {
    private static final int WORDS_MAX = 60;
    private static final int PAGES_MAX = 200;

    private final CountyLedgers ledgers;
    private final RecordSearch search;
    private final FindingReports reports;

    FindingController(CountyLedgers ledgers, RecordSearch search, FindingReports reports) {
        this.ledgers = ledgers;
        this.search = search;
        this.reports = reports;
    }

    @GetMapping("/search")
    ModelAndView find(
            Officer officer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "1") String page) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String typed = words.strip();
        if (typed.length() > WORDS_MAX) {
            typed = typed.substring(0, WORDS_MAX);
        }
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        FindingView.Asked asked =
                new FindingView.Asked(typed, kind, type, period, Math.min(number, PAGES_MAX));
        FindingPage shown =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            FindingView view = new FindingView(known, officer, today, asked);
                            return RecordSearch.isSearchable(asked.words())
                                    ? view.found(search, reports)
                                    : view.asking();
                        });
        return new ModelAndView("office/search", "page", shown);
    }
}
