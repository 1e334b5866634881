package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.TodayPage;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 身边的机构变动 — what changed within a week, or will from a day ahead, in the body of a post, in the
/// one above it and in those directly below: who it is now is told where the working day begins.
@Component
class ChangedAround implements TodayPage.Noted {
    private static final int DAYS = 7;
    private static final int SHOWN_MAX = 4;
    private static final List<String> NAMING = List.of("机构", "号", "属", "于", "并入");

    @Override
    public Optional<TodayPage.SideNote> of(Knowledge known, Officer officer, LocalDate today) {
        Organization organization = known.organization();
        List<Entry> made =
                organization.post(officer.post().code(), today).map(Post::body).stream()
                        .flatMap(body -> made(known, around(organization, body, today), today))
                        .sorted(Comparator.comparingLong(Entry::number).reversed())
                        .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(note(known, made, today));
    }

    private static Set<String> around(Organization organization, String body, LocalDate today) {
        Set<String> around = new LinkedHashSet<>(Set.of(body));
        organization.superior(body, today).map(Body::code).ifPresent(around::add);
        organization.subordinates(body, today).forEach(below -> around.add(below.code()));
        around.addAll(organization.carriedOn(body, today));
        return around;
    }

    private static Stream<Entry> made(Knowledge known, Set<String> around, LocalDate today) {
        return Trial.KINDS.stream()
                .filter(kind -> !kind.equals(PastDeeds.REGISTERED))
                .flatMap(kind -> known.acts(kind).stream())
                .filter(act -> isNew(act, today))
                .filter(act -> concerns(known.organization(), act, around));
    }

    private static boolean isNew(Entry act, LocalDate today) {
        LocalDate from = today.minusDays(DAYS - 1);
        return !ChinaTime.day(act.recordedAt()).isBefore(from)
                || (!act.occurred().day().isBefore(from) && !act.occurred().day().isAfter(today));
    }

    private static boolean concerns(Organization organization, Entry act, Set<String> around) {
        Stream<String> named = NAMING.stream().flatMap(field -> act.content().text(field).stream());
        Stream<String> ofPost =
                act.content().text("岗").stream()
                        .flatMap(post -> organization.bodiesEverOf(post).stream());
        return Stream.concat(named, ofPost).anyMatch(around::contains);
    }

    private static TodayPage.SideNote note(Knowledge known, List<Entry> made, LocalDate today) {
        PastDeeds deeds = new PastDeeds(known, today);
        Prose said = Prose.EMPTY;
        for (Entry act : made.subList(0, Math.min(SHOWN_MAX, made.size()))) {
            said =
                    said.words(DayWords.day(act.occurred().day(), today) + "起，")
                            .reference(deeds.sentence(act), PastDeeds.address(act.number()))
                            .words("。");
        }
        return new TodayPage.SideNote(
                "机构变动",
                made.size() + "笔",
                made.size() > SHOWN_MAX ? said.words("其余在机构里看。") : said,
                Optional.of(new Link("看机构", "/organization")));
    }
}
