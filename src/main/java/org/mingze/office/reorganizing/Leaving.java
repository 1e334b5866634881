package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.duty.Obligations;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.TodayPage;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.upcoming.Falling;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 离任 — what is open on a post, and the page of today of who has left the last one.
@Component
class Leaving implements TodayPage.Left {
    private static final int LISTED_MAX = 500;

    /// What the post still owes, a covered set once; of a post that was lost what it owed by then,
    /// with what came on the day on which it was lost. What is not enabled, for want of a number,
    /// nobody owes yet.
    static List<Verdict> open(Knowledge known, Officer.Last last, LocalDate today) {
        LocalDate until = last.ended().map(day -> day.plusDays(1)).orElse(today);
        Value.Reference post = Value.Reference.post(last.officer().post().code());
        List<Verdict> all =
                new Obligations(known, today, Set.of(post))
                        .verdicts(until.minusYears(1), until).stream()
                                .filter(Falling::isOpen)
                                .filter(verdict -> verdict.standing() != Standing.INACTIVE)
                                .toList();
        return Falling.sets(all).stream().map(List::getFirst).limit(LISTED_MAX).toList();
    }

    @Override
    public TodayPage of(Knowledge known, Officer.Last last, LocalDate today) {
        List<Row> rows =
                open(known, last, today).stream().map(verdict -> row(verdict, today)).toList();
        Blank blank =
                new Blank(
                        "你任“"
                                + last.officer().post().name()
                                + "”到"
                                + DayWords.full(last.ended().orElse(today))
                                + "为止，现在没有岗位",
                        rows.isEmpty()
                                ? "手上没有没办完的；也可以移交，说明交得干净。又任职的，找本单位的组织人事部门录入任免。"
                                : "没办完的" + rows.size() + "项，交给接手的人，两边都署名。又任职的，找本单位的组织人事部门录入任免。",
                        Optional.of(Act.main("移交", HandoversController.BASE)));
        return new TodayPage(
                List.of(DayWords.withWeekday(today)),
                "你现在没有岗位",
                rows.isEmpty() ? List.of() : List.of(Part.of("open", "没办完的", rows)),
                Optional.of(blank),
                Optional.empty(),
                List.of());
    }

    private static Row row(Verdict verdict, LocalDate today) {
        return new Row(
                Mark.of(Mark.Shape.OPEN),
                new Link(Sentences.headOfSet(verdict), HandoversController.BASE),
                Prose.EMPTY,
                verdict.due()
                        .map(due -> new Row.Due("", Row.Urgency.CALM, DayWords.day(due, today)))
                        .orElse(Row.Due.NONE),
                Optional.empty());
    }
}
