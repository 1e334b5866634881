package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.dossier.Saying;
import org.mingze.duty.TodayPage;
import org.mingze.journal.Entry;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 委托在今日 — who acts for whom until when, told to both; and for a week that it is over.
@Component
class Delegated implements TodayPage.Told {
    private static final int OVER_DAYS = 7;
    private static final int SHOWN_MAX = 20;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        String post = officer.post().code();
        List<Row> rows =
                known.acts(PastDeeds.DELEGATED).stream()
                        .filter(
                                act ->
                                        text(act, "岗").equals(Optional.of(post))
                                                || text(act, "至").equals(Optional.of(post)))
                        .filter(act -> concerns(act, today))
                        .limit(SHOWN_MAX)
                        .map(act -> row(known, act, post, today))
                        .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Part.of("delegated", "委托", rows));
    }

    private static boolean concerns(Entry act, LocalDate today) {
        return !from(act).isAfter(today)
                && until(act).filter(last -> last.plusDays(OVER_DAYS).isBefore(today)).isEmpty();
    }

    private static Row row(Knowledge known, Entry act, String post, LocalDate today) {
        Saying saying = Saying.of(known, today);
        String giver = text(act, "岗").orElse("");
        String taker = text(act, "至").orElse("");
        boolean mine = taker.equals(post);
        boolean over = until(act).filter(last -> last.isBefore(today)).isPresent();
        String title =
                mine ? "代“" + saying.name(giver) + "”办" : "已委托“" + saying.name(taker) + "”代办";
        String why =
                (mine ? saying.who(giver) + "委托，" : "")
                        + "自"
                        + saying.day(from(act))
                        + until(act)
                                .map(last -> (over ? "，已到" : "，到") + saying.day(last) + "为止")
                                .orElse("起，到收回为止")
                        + "；责任仍在“"
                        + saying.name(giver)
                        + "”。";
        return new Row(
                over ? new Mark(Mark.Shape.DONE, "已止") : new Mark(Mark.Shape.OPEN, "在代"),
                new Link(title, PastDeeds.address(act.number())),
                Prose.of(why),
                until(act).filter(_ -> !over).map(saying::left).orElse(Row.Due.NONE),
                Optional.empty());
    }

    private static LocalDate from(Entry act) {
        return text(act, "自").map(LocalDate::parse).orElse(act.occurred().day());
    }

    private static Optional<LocalDate> until(Entry act) {
        return text(act, "止").map(LocalDate::parse);
    }

    private static Optional<String> text(Entry act, String field) {
        return act.content().text(field);
    }
}
