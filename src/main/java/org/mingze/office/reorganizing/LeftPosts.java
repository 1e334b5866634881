package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.mingze.dossier.Saying;
import org.mingze.duty.Naming;
import org.mingze.duty.TodayPage;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 离开了的岗位 — posts that somebody left of late: what was open on one that was not handed over
/// waits on 今日 of whoever still holds another.
@Component
class LeftPosts implements TodayPage.Told {
    private static final int DAYS = 90;

    /// 离开 — a post that was lost, and the last day in it.
    record Left(HeldPost post, LocalDate last) {
        Officer.Last by(Officer officer) {
            Officer then = new Officer(officer.county(), officer.person(), officer.name(), post);
            return new Officer.Last(then, Optional.of(last));
        }

        String address() {
            return HandoversController.BASE + "?post=" + DutyLinks.encoded(post.code());
        }
    }

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        List<Row> rows =
                of(known.organization(), officer.person(), today).stream()
                        .filter(left -> !isHanded(known, left, officer.person()))
                        .flatMap(left -> row(known, left, officer, today).stream())
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("left", "离开了、还没移交的岗位", rows));
    }

    /// The posts that a person left within three months and does not hold now, the last first.
    static List<Left> of(Organization organization, String person, LocalDate today) {
        return organization.postsEverHeldBy(person).stream()
                .filter(post -> !organization.holder(post, today).equals(Optional.of(person)))
                .flatMap(
                        post ->
                                organization.tenuresOf(post).stream()
                                        .filter(tenure -> tenure.person().equals(person))
                                        .flatMap(tenure -> tenure.until().stream())
                                        .filter(last -> last.isBefore(today))
                                        .max(Comparator.naturalOrder())
                                        .map(last -> left(organization, post, last))
                                        .stream())
                .filter(left -> !left.last().isBefore(today.minusDays(DAYS)))
                .sorted(Comparator.comparing(Left::last).reversed())
                .toList();
    }

    private static Left left(Organization organization, String post, LocalDate last) {
        return new Left(new HeldPost(post, Naming.of(organization, post, last)), last);
    }

    private static boolean isHanded(Knowledge known, Left left, String person) {
        return known.acts(Handed.ACT).stream()
                .filter(act -> Handed.is(act, "岗", left.post().code()))
                .filter(act -> Handed.is(act, "由", person))
                .anyMatch(act -> !act.occurred().day().isBefore(left.last()));
    }

    private static Optional<Row> row(Knowledge known, Left left, Officer officer, LocalDate today) {
        int open = Leaving.matters(known, left.by(officer), today).size();
        Saying saying = Saying.of(known, today);
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        new Row(
                                new Mark(Mark.Shape.OPEN, "待移交"),
                                new Link(left.post().name(), left.address()),
                                Prose.of("任到" + saying.day(left.last()) + "，没办完的" + open + "项。"),
                                Row.Due.NONE,
                                Optional.of(Act.small("移交", left.address()))));
    }
}
