package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.dossier.Saying;
import org.mingze.duty.TodayPage;
import org.mingze.duty.situation.Delegations;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 委托在今日 — who acts for whom until when, told to both, in all of the posts that
/// they hold; and for a week that it is over.
@Component
class Delegated implements TodayPage.Told {
    private static final int OVER_DAYS = 7;
    private static final int SHOWN_MAX = 20;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        Set<String> posts = new LinkedHashSet<>(List.of(officer.post().code()));
        known.organization()
                .postsOf(officer.person(), today)
                .forEach(post -> posts.add(post.code()));
        List<Row> rows =
                known.acts(Delegations.GIVEN).stream()
                        .filter(
                                act ->
                                        posts.contains(text(act, "岗"))
                                                || posts.contains(text(act, "至")))
                        .filter(act -> concerns(known, act, today))
                        .limit(SHOWN_MAX)
                        .map(act -> row(known, act, posts, officer, today))
                        .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Part.of("delegated", "委托", rows));
    }

    private static boolean concerns(Knowledge known, Entry act, LocalDate today) {
        return !Delegations.from(act).isAfter(today)
                && Delegations.until(known, act)
                        .filter(last -> last.plusDays(OVER_DAYS).isBefore(today))
                        .isEmpty();
    }

    private static Row row(
            Knowledge known, Entry act, Set<String> posts, Officer officer, LocalDate today) {
        Saying saying = Saying.of(known, today);
        Optional<LocalDate> until = Delegations.until(known, act);
        boolean over = until.filter(last -> last.isBefore(today)).isPresent();
        return new Row(
                over ? new Mark(Mark.Shape.DONE, "已止") : new Mark(Mark.Shape.OPEN, "在代"),
                new Link(title(saying, act, posts, officer), PastDeeds.address(act.number())),
                Prose.of(why(known, saying, act, posts)),
                until.filter(_ -> !over).map(saying::left).orElse(Row.Due.NONE),
                Optional.of(act)
                        .filter(_ -> !over && Offered.isOf(act, officer))
                        .map(given -> Act.small("收回", takingBack(given))));
    }

    /// In a post that one does not act as now, the post is named.
    private static String title(Saying saying, Entry act, Set<String> posts, Officer officer) {
        String giver = text(act, "岗");
        String taker = text(act, "至");
        boolean mine = posts.contains(taker);
        boolean acting = officer.post().code().equals(mine ? taker : giver);
        String here = acting ? "" : "“" + saying.name(mine ? taker : giver) + "”";
        return mine
                ? here + "代“" + saying.name(giver) + "”办"
                : here + "已委托“" + saying.name(taker) + "”代办";
    }

    private static String why(Knowledge known, Saying saying, Entry act, Set<String> posts) {
        String giver = text(act, "岗");
        String by = posts.contains(text(act, "至")) ? saying.who(giver) + "委托，" : "";
        String rest = "；责任仍在“" + saying.name(giver) + "”。";
        String from = by + "自" + saying.day(Delegations.from(act));
        Optional<Entry> taken = Delegations.takenBack(known, act);
        if (taken.isPresent()) {
            return from
                    + "，"
                    + saying.day(taken.get().occurred().day())
                    + "收回，因"
                    + text(taken.get(), "因")
                    + rest;
        }
        return from
                + Delegations.until(known, act)
                        .map(
                                last ->
                                        (last.isBefore(saying.today()) ? "，已到" : "，到")
                                                + saying.day(last)
                                                + "为止")
                        .orElse("起，到收回为止")
                + rest;
    }

    static String takingBack(Entry given) {
        return ReorganizingController.BASE
                + "/"
                + Deed.WITHDRAW.address()
                + "?delegation="
                + given.number();
    }

    private static String text(Entry act, String field) {
        return act.content().text(field).orElse("");
    }
}
