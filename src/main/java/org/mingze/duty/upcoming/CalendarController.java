package org.mingze.duty.upcoming;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Counties;
import org.mingze.access.Officer;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.KeptJudged;
import org.mingze.duty.running.Rejudging;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.showing.DayWords;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 日历 — month by month; and the feed that other calendars read by its secret address.
@Controller
class CalendarController {
    private static final String MADE = "feedAddress";
    private static final int FEED_BACK_DAYS = 31;
    private static final int FEED_AHEAD_DAYS = 184;

    private final Counties counties;
    private final CountyLedgers ledgers;
    private final Feeds feeds;
    private final KeptJudged judged;

    CalendarController(Counties counties, CountyLedgers ledgers, Feeds feeds, KeptJudged judged) {
        this.judged = judged;
        this.counties = counties;
        this.ledgers = ledgers;
        this.feeds = feeds;
    }

    @GetMapping("/calendar")
    ModelAndView show(
            Officer officer,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String day,
            Model kept) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Optional<LocalDate> chosen = day(day);
        YearMonth asked =
                month.isBlank() ? YearMonth.from(chosen.orElse(today)) : month(month.strip());
        String made = kept.getAttribute(MADE) instanceof String address ? address : "";
        Optional<Feeds.Feed> feed = feeds.of(officer.county(), officer.post().code());
        CalendarPage.Feed shown =
                new CalendarPage.Feed(
                        feed.isPresent(),
                        feed.map(each -> DayWords.moment(each.since(), today)).orElse(""),
                        made);
        CalendarPage page =
                ledgers.ask(
                        officer.county(),
                        known -> view(officer, known, today, asked, chosen).page(shown));
        return new ModelAndView("duty/calendar", "page", page);
    }

    private CalendarView view(
            Officer officer,
            Knowledge known,
            LocalDate today,
            YearMonth month,
            Optional<LocalDate> chosen) {
        Acting acting = Acting.of(known.organization(), officer.post().code(), today);
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        Rejudging.Judged owed =
                judged.of(
                        officer.county(),
                        known,
                        today,
                        Falling.office(known.organization(), acting.body(), today),
                        Falling.since(from),
                        to);
        return new CalendarView(
                known, acting, today, month, chosen, Falling.between(owed.verdicts(), from, to));
    }

    @PostMapping("/calendar/feed")
    String make(Officer officer, HttpServletRequest request, RedirectAttributes after) {
        String secret =
                feeds.make(
                        officer.county(), officer.post().code(), officer.person(), Instant.now());
        after.addFlashAttribute(MADE, site(request) + "/calendar/feed/" + secret + ".ics");
        return "redirect:/calendar#feed";
    }

    /// The address under which the product was asked.
    private static String site(HttpServletRequest request) {
        StringBuffer asked = request.getRequestURL();
        return asked.substring(0, asked.length() - request.getRequestURI().length());
    }

    @PostMapping("/calendar/feed/end")
    String end(Officer officer, RedirectAttributes after) {
        feeds.end(officer.county(), officer.post().code());
        after.addFlashAttribute(Notice.FLASH, Notice.done("订阅地址已作废", "用过它的日历软件不再读得到；要再用，新做一个。"));
        return "redirect:/calendar";
    }

    /// Open to whoever has the address, while the person who made it holds the post.
    @GetMapping("/calendar/feed/{secret:[A-Za-z0-9_-]{32}}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret, HttpServletRequest request) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Instant now = Instant.now();
        Feeds.Feed feed =
                counties.all().stream()
                        .flatMap(county -> feeds.opened(county.id(), secret).stream())
                        .findFirst()
                        .orElseThrow(NotFound::page);
        String text =
                ledgers.ask(
                        feed.county(),
                        known -> {
                            boolean held =
                                    known.organization()
                                            .holder(feed.post(), today)
                                            .filter(feed.person()::equals)
                                            .isPresent();
                            if (!held) {
                                throw NotFound.page();
                            }
                            Acting acting = Acting.of(known.organization(), feed.post(), today);
                            Map<LocalDate, List<Verdict>> falling =
                                    Falling.between(
                                            known,
                                            Falling.office(
                                                    known.organization(), acting.body(), today),
                                            today,
                                            today.minusDays(FEED_BACK_DAYS),
                                            today.plusDays(FEED_AHEAD_DAYS));
                            return FeedText.of(acting.bodyName(), falling, site(request), now);
                        });
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Cache-Control", "private, no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException unreadable) {
            throw new NotFound("没有“" + text + "”这一天", "日期写成2026-06-24，或在日历上点一天。");
        }
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() < 1949 || month.getYear() > 2999) {
                throw new DateTimeException(text);
            }
            return month;
        } catch (DateTimeException unreadable) {
            throw new NotFound("没有“" + text + "”这个月", "月份写成2026-06，或用上月、下月翻。");
        }
    }
}
