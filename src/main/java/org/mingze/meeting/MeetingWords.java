package org.mingze.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.Occasion;
import org.mingze.duty.Refusals;
import org.mingze.duty.Rejection;
import org.mingze.duty.Verdict;
import org.mingze.duty.WhyNot;
import org.mingze.duty.showing.EntryLinks;
import org.mingze.institution.Basis;
import org.mingze.institution.expression.Value;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.matter.Matters;
import org.mingze.meeting.page.Asked;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Field.Option;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 议事用语 — names, days, choices and articles as the pages of a meeting say them.
record MeetingWords(Knowledge known, LocalDate day) {
    private static final String OFFICE = "内设机构";
    private static final int OWNERS_MAX = 200;
    private static final int DAYS_BACK = 400;

    String name(String code) {
        return Naming.of(known.organization(), code, day);
    }

    /// 书记 instead of 青石街道党工委书记 where the body is told already.
    String title(String post, String body) {
        String full = name(post);
        String of = name(body);
        return full.startsWith(of) && full.length() > of.length()
                ? full.substring(of.length())
                : full;
    }

    /// 青石街道党工委会, not 青石街道党工委党工委会: what the body's name ends with is said once.
    String gathering(Meeting meeting) {
        String body = name(meeting.body());
        String kind = meeting.kind();
        int overlap = Math.min(body.length(), kind.length());
        while (overlap > 0 && !body.endsWith(kind.substring(0, overlap))) {
            overlap--;
        }
        return body + kind.substring(overlap);
    }

    /// What was read of a plain condition; a condition over a list is said by the duty's name.
    String read(List<Rejection> rejected) {
        return rejected.stream()
                .filter(rejection -> !rejection.condition().contains("->"))
                .map(rejection -> WhyNot.words(rejection, known.organization()))
                .distinct()
                .collect(Collectors.joining("；"));
    }

    static String dayWords(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// 12月20日, with the year where it is not that of the meeting; what is no day as written.
    String due(String written) {
        if (!written.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return written;
        }
        LocalDate due = LocalDate.parse(written);
        String full = dayWords(due);
        return due.getYear() == day.getYear() ? full.substring(full.indexOf('年') + 1) : full;
    }

    List<Option> choices(String list, String chosen) {
        return known.rules().vocabulary().choices().getOrDefault(list, List.of()).stream()
                .map(word -> new Option(word, word, word.equals(chosen)))
                .toList();
    }

    /// Who presides: the holder of the post, that day.
    String chair(Meeting meeting) {
        return known.organization().holder(meeting.chair(), meeting.day()).orElse("");
    }

    Supposing supposing(Meeting meeting) {
        return new Supposing(meeting, chair(meeting));
    }

    /// The members of the leading team of a body that day, one seat a person.
    List<Seat> team(String body) {
        Organization organization = known.organization();
        List<Seat> seats = new ArrayList<>();
        Set<String> called = new LinkedHashSet<>();
        for (Post post : organization.leadingTeam(body, day)) {
            organization
                    .holder(post.code(), day)
                    .filter(called::add)
                    .ifPresent(
                            person ->
                                    seats.add(
                                            new Seat(
                                                    person,
                                                    post.code(),
                                                    Capacity.MEMBER,
                                                    Presence.UNTOLD)));
        }
        return seats;
    }

    /// The kind of the last meeting of a body that is on the journal.
    String usualKind(String body) {
        return known
                .records()
                .ofType(MeetingRecord.TYPE, day.minusDays(DAYS_BACK), day)
                .reversed()
                .stream()
                .filter(
                        record ->
                                record.field("机构")
                                        .filter(Value.Reference.body(body)::equals)
                                        .isPresent())
                .map(record -> Matters.text(record, "类"))
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("");
    }

    Matters matters() {
        return new Matters(known, day, MeetingWords::dayWords);
    }

    /// Posts that may answer for what was decided, those of the meeting's township first.
    List<Option> owners(Set<String> bodies, String chosen) {
        Organization organization = known.organization();
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "哪个岗位", chosen.isEmpty()));
        organization.posts(day).stream()
                .filter(post -> bodies.contains(post.body()))
                .filter(post -> organization.holder(post.code(), day).isPresent())
                .limit(OWNERS_MAX)
                .forEach(
                        post ->
                                options.add(
                                        new Option(
                                                post.code(),
                                                post.name()
                                                        + "，"
                                                        + organization
                                                                .holder(post.code(), day)
                                                                .map(this::name)
                                                                .orElse(""),
                                                post.code().equals(chosen))));
        return options;
    }

    /// The bodies whose meetings a post prepares and sees: those it sees otherwise; for an
    /// office the bodies of its own level above it too.
    Set<String> bodies(String post) {
        Organization organization = known.organization();
        Set<String> bodies = new LinkedHashSet<>();
        Optional<Body> own =
                organization.post(post, day).flatMap(held -> organization.body(held.body(), day));
        Optional<Body> top = own;
        while (own.filter(body -> body.kind().equals(OFFICE)).isPresent()
                && top.flatMap(body -> organization.superior(body.code(), day))
                        .filter(above -> above.level().equals(own.get().level()))
                        .isPresent()) {
            top = top.flatMap(body -> organization.superior(body.code(), day));
        }
        top.ifPresent(
                body ->
                        organization
                                .subtree(body.code(), day)
                                .forEach(each -> bodies.add(each.code())));
        Sight sight = Sight.of(organization, post, day);
        sight.bodies(organization, day).forEach(body -> bodies.add(body.code()));
        return bodies;
    }

    /// The seat, without a vote, of whoever holds a post on the day.
    Optional<Seat> observer(String post) {
        return known.organization()
                .holder(post, day)
                .map(who -> new Seat(who, post, Capacity.OBSERVER, Presence.UNTOLD));
    }

    Asked asked(Requirements.Requirement requirement) {
        Mark.Shape shape =
                switch (requirement.state()) {
                    case MISSING -> requirement.forbids() ? Mark.Shape.BREACH : Mark.Shape.UNKNOWN;
                    case UNTOLD -> Mark.Shape.UNKNOWN;
                    case OPEN -> Mark.Shape.OFF;
                    case AHEAD -> Mark.Shape.AHEAD;
                    case MET -> Mark.Shape.DONE;
                };
        boolean open =
                requirement.state() == Requirements.State.AHEAD
                        || requirement.state() == Requirements.State.MET;
        return asked(
                requirement.answer(),
                new Mark(shape, requirement.state().word()),
                open ? "" : read(requirement),
                open ? List.of() : ways(requirement.answer().verdict()));
    }

    private String read(Requirements.Requirement requirement) {
        Verdict verdict = requirement.answer().verdict();
        return Stream.of(read(verdict.rejected()), verdict.note())
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("；"));
    }

    /// The record that is at fault; the form of what had to come before the meeting.
    private List<Link> ways(Verdict verdict) {
        Optional<Link> record =
                verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                                && known.records().find(number).isPresent()
                        ? Optional.of(new Link("看第" + number + "号", Matters.path(number)))
                        : Optional.empty();
        return record
                .or(
                        () ->
                                EntryLinks.earlier(verdict, known)
                                        .map(act -> new Link(act.text(), act.href())))
                .stream()
                .toList();
    }

    Asked asked(Refusals.Answer answer, Mark mark, String read) {
        return asked(answer, mark, read, List.of());
    }

    private Asked asked(Refusals.Answer answer, Mark mark, String read, List<Link> ways) {
        return new Asked(
                mark,
                AskingRules.duty(answer).name(),
                article(AskingRules.duty(answer).basis()),
                "/institutions/" + answer.verdict().obligation().enactment().institution().id(),
                read,
                ways);
    }

    /// 《制度》第n条：原文.
    static String article(Basis basis) {
        return basis.citation() + basis.words().map(words -> "：" + words).orElse("");
    }

    static String articles(List<Refusals.Answer> answers) {
        return answers.stream()
                .map(answer -> article(AskingRules.duty(answer).basis()))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
