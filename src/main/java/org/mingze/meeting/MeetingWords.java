package org.mingze.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.Refusals;
import org.mingze.duty.Rejection;
import org.mingze.duty.WhyNot;
import org.mingze.institution.Basis;
import org.mingze.institution.expression.Value;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.page.Asked;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Field.Option;
import org.mingze.web.Mark;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.Records;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;

/// 议事用语 — names, days, choices and articles as the pages of a meeting say them.
record MeetingWords(Knowledge known, LocalDate day) {
    private static final String OFFICE = "内设机构";
    private static final int MATTERS_MAX = 60;
    private static final int OWNERS_MAX = 200;
    private static final int FACTS_MAX = 8;
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
                .map(record -> text(record, "类"))
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String text(WorkRecord record, String field) {
        return record.field(field).orElse(new Value.Text("")) instanceof Value.Text(String text)
                ? text
                : "";
    }

    /// 事项 that a topic may be about, the latest first.
    List<Option> matters(Set<String> bodies, String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "不是在案事项", chosen.isEmpty()));
        known.records().ofType("事项", day.minusDays(DAYS_BACK), day).stream()
                .sorted(Records.ORDER.reversed())
                .filter(record -> record.field("机构").filter(b -> isOf(bodies, b)).isPresent())
                .limit(MATTERS_MAX)
                .forEach(
                        record ->
                                options.add(
                                        new Option(
                                                String.valueOf(record.number()),
                                                text(record, "类")
                                                        + "："
                                                        + RecordTitles.of(record)
                                                        + latest(record.number()),
                                                chosen.equals(String.valueOf(record.number())))));
        return options;
    }

    /// What was done last about a matter, so that one that is settled is not taken for a new one.
    private String latest(long matter) {
        return following(matter)
                .max(Records.ORDER)
                .map(record -> "，已有" + fact(record) + decided(record, matter))
                .orElse("");
    }

    /// What a meeting decided about a matter; empty for other records.
    private static String decided(WorkRecord meeting, long matter) {
        Value agenda = meeting.field("议程").orElse(new Value.Series(List.of()));
        for (Value topic :
                agenda instanceof Value.Series(List<Value> topics) ? topics : List.<Value>of()) {
            if (topic instanceof Value.Group(Map<String, Value> fields)
                    && new Value.Link(matter).equals(fields.get("事项"))
                    && fields.get("决定") instanceof Value.Text(String decision)) {
                return "，" + decision;
            }
        }
        return "";
    }

    private static boolean isOf(Set<String> bodies, Value body) {
        return body instanceof Value.Reference reference && bodies.contains(reference.code());
    }

    /// 会议计划 by which members were told.
    List<Option> plans(String body, String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "没有记", chosen.isEmpty()));
        known.records().ofType("计划", day.minusDays(DAYS_BACK), day).stream()
                .filter(record -> text(record, "类").equals("会议计划"))
                .filter(
                        record ->
                                record.field("机构")
                                        .filter(Value.Reference.body(body)::equals)
                                        .isPresent())
                .sorted(Records.ORDER.reversed())
                .limit(MATTERS_MAX)
                .forEach(
                        record ->
                                options.add(
                                        new Option(
                                                String.valueOf(record.number()),
                                                "第"
                                                        + record.number()
                                                        + "号，"
                                                        + dayWords(record.day()),
                                                chosen.equals(String.valueOf(record.number())))));
        return options;
    }

    /// What is on the journal about a matter: its reviews, notices, steps.
    List<String> facts(String matter) {
        return following(Long.parseLong(matter))
                .filter(record -> !record.type().name().equals(MeetingRecord.TYPE))
                .limit(FACTS_MAX)
                .map(this::fact)
                .toList();
    }

    /// The records that cite a matter themselves, up to the day.
    private Stream<WorkRecord> following(long matter) {
        return known.records().followersOf(matter).stream()
                .filter(record -> !record.day().isAfter(day))
                .filter(
                        record ->
                                known.records().citedBy(record).stream()
                                        .anyMatch(cited -> cited.number() == matter));
    }

    private String fact(WorkRecord record) {
        String what = text(record, "类") + text(record, "步");
        return (what.isEmpty() ? record.type().name() : what)
                + "第"
                + record.number()
                + "号"
                + (text(record, "结论").isEmpty() ? "" : "，" + text(record, "结论"));
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
                open ? "" : read(requirement));
    }

    private String read(Requirements.Requirement requirement) {
        String read = read(requirement.answer().verdict().rejected());
        return read.isEmpty() ? requirement.answer().verdict().note() : read;
    }

    Asked asked(Refusals.Answer answer, Mark mark, String read) {
        return new Asked(
                mark,
                AskingRules.duty(answer).name(),
                article(AskingRules.duty(answer).basis()),
                "/institutions/" + answer.verdict().obligation().enactment().institution().id(),
                read);
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
