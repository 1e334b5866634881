package org.mingze.duty.showing;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.mingze.access.Officer;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.OrganizationPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 机构 — as of any day.
@Controller
class OrganizationController {
    private final CountyLedgers ledgers;

    OrganizationController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/organization")
    ModelAndView show(
            Officer officer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String body) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        LocalDate asked = day.isBlank() ? today : day(day);
        OrganizationPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new OrganizationView(
                                                known,
                                                asked,
                                                Acting.of(
                                                                known.organization(),
                                                                officer.post().code(),
                                                                today)
                                                        .body())
                                        .unfoldedTo(body)
                                        .page());
        return new ModelAndView("work/organization", "page", page);
    }

    /// What one body unfolds to, as a part of the tree.
    @GetMapping("/organization/branch")
    ModelAndView branch(
            Officer officer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String body) {
        LocalDate asked = day.isBlank() ? LocalDate.now(ChinaTime.ZONE) : day(day);
        OrganizationPage.Node node =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new OrganizationView(known, asked, "")
                                        .branch(
                                                known.organization()
                                                        .body(body, asked)
                                                        .orElseThrow(NotFound::page)));
        return new ModelAndView("work/branch", "node", node);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new NotFound("没有“" + text + "”这一天", "日期写成2026-06-24，或在机构页上选一天。");
        }
    }
}
