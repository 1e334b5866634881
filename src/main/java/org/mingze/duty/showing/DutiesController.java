package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.access.Officer;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.KeptDue;
import org.mingze.duty.running.KeptTallies;
import org.mingze.duty.running.Tallies;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 职责列表 — of the acting post, or of every body that it sees.
@Controller
class DutiesController {
    private final CountyLedgers ledgers;
    private final KeptOwed kept;
    private final KeptTallies tallies;
    private final KeptDue due;

    DutiesController(CountyLedgers ledgers, KeptOwed kept, KeptTallies tallies, KeptDue due) {
        this.ledgers = ledgers;
        this.kept = kept;
        this.tallies = tallies;
        this.due = due;
    }

    @GetMapping("/duties")
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String rule) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Period half = Periods.containing(period(period, today).start(), PeriodUnit.HALF_YEAR);
        DutiesView.Asked asked =
                new DutiesView.Asked(half, standing, find.strip(), number(page), rule.strip());
        DutiesPage shown =
                ledgers.ask(
                        officer.county(),
                        known ->
                                DutiesView.of(
                                        kept.of(
                                                officer.county(),
                                                known,
                                                officer.post().code(),
                                                today,
                                                half),
                                        asked));
        return new ModelAndView("duty/duties", "page", shown);
    }

    /// What fell due for all bodies that the post sees, as far as the filter lets it through.
    @GetMapping("/duties/due")
    ModelAndView due(Officer officer, @RequestParam Map<String, String> typed) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        DueAsked asked = DueAsked.of(typed, period(typed.getOrDefault("period", ""), today));
        Function<Tallies, DueDuties> now =
                running -> new DueDuties(running, today, officer.post().code());
        Optional<List<FallingDue.Due>> all =
                due.soon(officer.county(), today, asked.period(), asked::lets);
        List<FallingDue.Due> found = all.orElseGet(() -> swept(officer.county(), asked, now));
        DutiesPage shown =
                tallies.ask(
                        officer.county(),
                        running -> {
                            DueDuties duties = now.apply(running);
                            return duties.page(asked, duties.seen(asked, found));
                        });
        return new ModelAndView("duty/duties", "page", shown);
    }

    /// Swept for this question alone, in parts between which who writes goes first.
    private List<FallingDue.Due> swept(
            int county, DueAsked asked, Function<Tallies, DueDuties> now) {
        Deque<FallingDue.Stretch> stretches =
                tallies.ask(county, running -> now.apply(running).stretches(asked));
        List<FallingDue.Due> found = new ArrayList<>();
        while (!stretches.isEmpty()) {
            CountyLedgers.giveWay();
            tallies.ask(county, running -> now.apply(running).sweep(asked, stretches, found));
        }
        return found;
    }

    private static int number(String page) {
        return page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
    }

    private static Period period(String code, LocalDate today) {
        if (code.isEmpty()) {
            return Periods.containing(today, PeriodUnit.HALF_YEAR);
        }
        try {
            return Periods.parse(code);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("没有“" + code + "”这一期", "在职责页上选一个半年。");
        }
    }
}
