package org.mingze.duty.showing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.mingze.access.PostsHeld;
import org.mingze.duty.RemindAhead;
import org.mingze.duty.TodayPage;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 今日.
@Controller
class TodayController {
    private final CountyLedgers ledgers;
    private final KeptOwed kept;
    private final ObjectProvider<RemindAhead> ahead;
    private final List<TodayPage.Told> told;
    private final List<TodayPage.Noted> noted;
    private final TodayPage.Left left;
    private final PostsHeld posts;

    TodayController(
            CountyLedgers ledgers,
            KeptOwed kept,
            ObjectProvider<RemindAhead> ahead,
            List<TodayPage.Told> told,
            List<TodayPage.Noted> noted,
            TodayPage.Left left,
            PostsHeld posts) {
        this.noted = noted;
        this.posts = posts;
        this.left = left;
        this.told = told;
        this.ledgers = ledgers;
        this.kept = kept;
        this.ahead = ahead;
    }

    @GetMapping("/")
    ModelAndView show(Officer.Last last, @RequestParam(defaultValue = "") String whole) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Officer officer = last.officer();
        TodayPage page =
                last.ended().isEmpty()
                        ? page(officer, today, whole)
                        : ledgers.ask(officer.county(), known -> left.of(known, last, today));
        return new ModelAndView("duty/today", "page", page);
    }

    private TodayPage page(Officer officer, LocalDate today, String whole) {
        RemindAhead reminding = ahead.getIfAvailable();
        OptionalInt days =
                reminding == null ? OptionalInt.empty() : reminding.workingDays(officer.county());
        List<HeldPost> others =
                posts.of(officer.county(), officer.person(), today).stream()
                        .filter(post -> !post.code().equals(officer.post().code()))
                        .toList();
        return ledgers.ask(
                officer.county(),
                known -> {
                    Owed owed = kept.of(officer.county(), known, officer.post().code(), today);
                    return TodayView.of(
                                    owed,
                                    delegated(known, officer, owed),
                                    whole,
                                    days,
                                    recorded(known, owed))
                            .telling(told(known, officer, today))
                            .noting(noted(known, officer, today))
                            .noting(others(known, officer, others, today, days));
                });
    }

    /// What those owe for whom the officer acts, but nothing that the acting post owes as well.
    private List<Owed> delegated(Knowledge known, Officer officer, Owed owed) {
        return Acting.delegatedTo(known, officer, owed.today()).stream()
                .map(
                        giver ->
                                kept.of(officer.county(), known, giver.post(), owed.today())
                                        .besides(owed.acting()))
                .toList();
    }

    /// What the other posts of the same person owe and are told, in a word each.
    private List<TodayPage.SideNote> others(
            Knowledge known,
            Officer officer,
            List<HeldPost> others,
            LocalDate today,
            OptionalInt days) {
        Prose said = Prose.EMPTY;
        for (HeldPost post : others) {
            Owed owed = kept.of(officer.county(), known, post.code(), today);
            Officer there = new Officer(officer.county(), officer.person(), officer.name(), post);
            TodayPage page = TodayView.of(owed, days, Set.of());
            String word = page.inAWord(told(known, there, today));
            said = said.strong(post.name()).words("：" + word + "。");
        }
        return others.isEmpty()
                ? List.of()
                : List.of(
                        new TodayPage.SideNote(
                                "还任的岗位",
                                String.valueOf(others.size()),
                                said,
                                Optional.of(new Link("换一个岗位", "/more#posts"))));
    }

    private List<TodayPage.SideNote> noted(Knowledge known, Officer officer, LocalDate today) {
        return noted.stream().flatMap(each -> each.of(known, officer, today).stream()).toList();
    }

    private List<Part> told(Knowledge known, Officer officer, LocalDate today) {
        return told.stream().flatMap(each -> each.of(known, officer, today).stream()).toList();
    }

    /// The records of this month that the body entered.
    private static Set<Long> recorded(Knowledge known, Owed owed) {
        YearMonth month = YearMonth.from(owed.today());
        return owed.acting().recorded(known, month.atDay(1), month.atEndOfMonth()).stream()
                .map(WorkRecord::number)
                .collect(Collectors.toSet());
    }
}
