package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossiers;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.TodayPage;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.upcoming.Falling;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.springframework.stereotype.Component;

/// 离任 — what is open on a post, and the page of today of who has left the last one.
@Component
class Leaving implements TodayPage.Left {
    private static final int LISTED_MAX = 500;
    private static final String PROBLEM = "问题";
    private static final String NAMED = "责任人";

    /// 没办完的一件 — in words that name the matter, by when, and where it stands.
    record Matter(String words, Optional<LocalDate> due, String href) {}

    /// What is handed over: what the post owes, then the problems that name it as the one to answer
    /// where another body owes their rectification.
    static List<Matter> matters(Knowledge known, Officer.Last last, LocalDate today) {
        List<Verdict> owed = open(known, last, today);
        Set<Long> on =
                owed.stream()
                        .flatMap(verdict -> record(verdict).stream())
                        .collect(Collectors.toSet());
        Map<String, Matter> once = new LinkedHashMap<>();
        Stream.concat(
                        owed.stream().map(verdict -> matter(known, verdict, today)),
                        named(known, last, today).stream()
                                .filter(problem -> !on.contains(problem.number()))
                                .map(Leaving::matter))
                .forEach(matter -> once.merge(matter.words(), matter, Leaving::dated));
        return once.values().stream().limit(LISTED_MAX).toList();
    }

    /// A duty whose bearer cannot be told yet stands beside the one that is told, and has no day.
    private static Matter dated(Matter one, Matter other) {
        return one.due().isPresent() ? one : other;
    }

    private static Optional<Long> record(Verdict verdict) {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Matter matter(Knowledge known, Verdict verdict, LocalDate today) {
        String title =
                record(verdict)
                        .flatMap(known.records()::find)
                        .map(record -> "：" + RecordTitles.of(record))
                        .orElse("");
        String body =
                verdict.obligation()
                        .bearer()
                        .filter(bearer -> bearer.kind() == Value.Reference.Kind.BODY)
                        .map(bearer -> Naming.of(known.organization(), bearer.code(), today) + "：")
                        .orElse("");
        return new Matter(
                body + Sentences.headOfSet(verdict) + title,
                verdict.due(),
                DutyLinks.page(verdict.obligation().key()));
    }

    private static Matter matter(WorkRecord problem) {
        return new Matter(
                "第" + problem.number() + "号整改：" + RecordTitles.of(problem),
                problem.field("期限").flatMap(Leaving::day),
                "/dossiers/" + problem.number());
    }

    private static Optional<LocalDate> day(Value value) {
        return value instanceof Value.Day(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    private static List<WorkRecord> named(Knowledge known, Officer.Last last, LocalDate today) {
        Dossiers dossiers = new Dossiers(new AsOf(known, today));
        return known
                .records()
                .naming(
                        PROBLEM,
                        NAMED,
                        Value.Reference.post(last.officer().post().code()),
                        LocalDate.MIN,
                        last.ended().orElse(today))
                .stream()
                .filter(
                        problem ->
                                dossiers.find(problem.number())
                                        .filter(dossier -> !dossier.isSettled())
                                        .isPresent())
                .toList();
    }

    /// What the post and the body that it heads still owe, a covered set once; of a post that was
    /// lost what it owed by then, with what came on the day on which it was lost. What is not
    /// enabled, for want of a number, nobody owes yet.
    static List<Verdict> open(Knowledge known, Officer.Last last, LocalDate today) {
        LocalDate until = last.ended().map(day -> day.plusDays(1)).orElse(today);
        List<Verdict> all =
                new Obligations(known, today, bearers(known.organization(), last, today))
                        .verdicts(until.minusYears(1), until).stream()
                                .filter(Falling::isOwed)
                                .filter(verdict -> verdict.standing() != Standing.INACTIVE)
                                .toList();
        return Falling.sets(all).stream().map(List::getFirst).limit(LISTED_MAX).toList();
    }

    /// The post and, of who heads a body, that body with what it carries on.
    private static Set<Value.Reference> bearers(
            Organization organization, Officer.Last last, LocalDate today) {
        String post = last.officer().post().code();
        LocalDate day = last.ended().orElse(today);
        Set<Value.Reference> bearers = new LinkedHashSet<>(Set.of(Value.Reference.post(post)));
        organization
                .post(post, day)
                .map(Post::body)
                .filter(body -> heads(organization, post, body, day))
                .ifPresent(
                        body -> {
                            bearers.add(Value.Reference.body(body));
                            organization
                                    .carriedOn(body, today)
                                    .forEach(former -> bearers.add(Value.Reference.body(former)));
                        });
        return bearers;
    }

    private static boolean heads(
            Organization organization, String post, String body, LocalDate day) {
        return organization.headPost(body, day).map(Post::code).filter(post::equals).isPresent();
    }

    @Override
    public TodayPage of(Knowledge known, Officer.Last last, LocalDate today) {
        List<Row> rows =
                matters(known, last, today).stream().map(matter -> row(matter, today)).toList();
        Optional<String> handed = handed(known, last, today);
        Blank blank =
                new Blank(
                        "你任“"
                                + last.officer().post().name()
                                + "”到"
                                + DayWords.full(last.ended().orElse(today))
                                + "为止，现在没有岗位",
                        handed.orElse(
                                        rows.isEmpty()
                                                ? "手上没有没办完的；也可以移交，说明交得干净。"
                                                : "没办完的" + rows.size() + "项，交给接手的人，两边都署名。")
                                + "又任职的，找本单位的组织人事部门录入任免。",
                        Optional.of(
                                handed.isPresent()
                                        ? Act.of("看移交", HandoversController.BASE)
                                        : Act.main("移交", HandoversController.BASE)));
        return new TodayPage(
                List.of(DayWords.withWeekday(today)),
                "你现在没有岗位",
                rows.isEmpty() || handed.isPresent()
                        ? List.of()
                        : List.of(Part.of("open", "没办完的", rows)),
                Optional.of(blank),
                Optional.empty(),
                List.of());
    }

    /// To whom what was open on a lost post was handed, and whether that person signed for it.
    private static Optional<String> handed(Knowledge known, Officer.Last last, LocalDate today) {
        return known.acts(Handed.ACT).stream()
                .filter(act -> Handed.is(act, "岗", last.officer().post().code()))
                .filter(act -> Handed.is(act, "由", last.officer().person()))
                .filter(act -> !act.occurred().day().isBefore(last.ended().orElse(today)))
                .reduce((_, later) -> later)
                .map(
                        act ->
                                "没办完的已经移交给"
                                        + Naming.of(
                                                known.organization(),
                                                act.content().text("至").orElse(""),
                                                today)
                                        + (Handed.receipt(known, act.number()).isPresent()
                                                ? "，已签收。"
                                                : "，等签收。"));
    }

    private static Row row(Matter matter, LocalDate today) {
        return new Row(
                Mark.of(Mark.Shape.OPEN),
                new Link(matter.words(), HandoversController.BASE),
                Prose.EMPTY,
                matter.due()
                        .map(due -> new Row.Due("", Row.Urgency.CALM, DayWords.day(due, today)))
                        .orElse(Row.Due.NONE),
                Optional.empty());
    }
}
