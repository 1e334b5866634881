package org.mingze.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.matter.Matters;
import org.mingze.meeting.page.AgendaPage;
import org.mingze.meeting.page.Asked;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;

/// 画议程 — the page on which a meeting is prepared.
record AgendaDrawing(MeetingWords words, AskingRules rules, Set<String> bodies) {
    private static final int OTHERS_MAX = 300;

    /// @param confirming whether what is missing before the meeting is to be confirmed
    AgendaPage page(KeptMeeting kept, List<String> faults, boolean confirming) {
        Meeting meeting = kept.meeting();
        Requirements requirements = Requirements.of(rules, words.supposing(meeting));
        return new AgendaPage(
                heading(kept),
                kept.path(),
                faults,
                confirming
                        ? requirements.all().stream()
                                .filter(each -> each.state() == Requirements.State.MISSING)
                                .map(words::asked)
                                .toList()
                        : List.of(),
                fields(meeting),
                seats(meeting),
                others(words, bodies, meeting),
                items(meeting),
                finding(meeting, requirements),
                requirements.whole().stream().map(words::asked).toList(),
                ofTopics(meeting, requirements),
                "存于" + clock(kept));
    }

    private static String clock(KeptMeeting kept) {
        return "%tH:%<tM".formatted(ChinaTime.moment(kept.changedAt()));
    }

    private Heading heading(KeptMeeting kept) {
        Meeting meeting = kept.meeting();
        return new Heading(
                List.of(
                        new Link("议事", "/meetings"),
                        new Link(MeetingWords.dayWords(meeting.day()), "")),
                words.gathering(meeting) + "议程",
                Prose.of("每加一项，旁边就说现行制度对它的要求。填的随时存着，换一台机器也能接着填。"),
                List.<Act>of());
    }

    private static String finding(Meeting meeting, Requirements requirements) {
        if (meeting.topics().isEmpty()) {
            return "还没有议题";
        }
        return requirements.missing() == 0 ? "会前要办的都齐了" : "会前还缺" + requirements.missing() + "项";
    }

    private List<Field> fields(Meeting meeting) {
        List<Option> chairs = new ArrayList<>();
        for (Seat seat : meeting.members()) {
            chairs.add(
                    new Option(
                            seat.post(),
                            words.name(seat.person())
                                    + "，"
                                    + words.title(seat.post(), meeting.body()),
                            seat.post().equals(meeting.chair())));
        }
        return List.of(
                field("kind", "会议", new Control.Menu(words.choices("会议类", meeting.kind()))),
                field("day", "日期", new Control.Line(meeting.day().toString(), "date", "")),
                optional("time", "时间", new Control.Line(meeting.time(), "time", "")),
                field("chair", "主持", new Control.Menu(chairs)),
                optional(
                        "plan",
                        "会前告知",
                        new Control.Menu(words.matters().plans(meeting.body(), meeting.plan()))));
    }

    private static Field field(String name, String label, Control control) {
        return new Field(name, label, "", true, "", control);
    }

    private static Field optional(String name, String label, Control control) {
        return new Field(name, label, "", false, "", control);
    }

    private List<AgendaPage.Seat> seats(Meeting meeting) {
        return IntStream.range(0, meeting.seats().size())
                .mapToObj(
                        at -> {
                            Seat seat = meeting.seats().get(at);
                            return new AgendaPage.Seat(
                                    at,
                                    seat.person(),
                                    seat.post(),
                                    words.name(seat.person()),
                                    words.title(seat.post(), meeting.body()),
                                    capacities(seat.capacity()));
                        })
                .toList();
    }

    private static List<Option> capacities(Capacity of) {
        List<Option> options = new ArrayList<>();
        for (Capacity capacity : Capacity.values()) {
            options.add(new Option(capacity.name(), capacity.word(), capacity == of));
        }
        options.add(new Option("", "移去", false));
        return options;
    }

    /// Who may be asked to sit in: holders of posts of the bodies around, not yet called.
    static List<Option> others(MeetingWords words, Set<String> bodies, Meeting meeting) {
        Organization organization = words.known().organization();
        LocalDate day = meeting.day();
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "请谁列席", true));
        organization.posts(day).stream()
                .filter(post -> bodies.contains(post.body()))
                .filter(
                        post ->
                                organization
                                        .holder(post.code(), day)
                                        .filter(person -> meeting.seat(person).isEmpty())
                                        .isPresent())
                .limit(OTHERS_MAX)
                .forEach(
                        post ->
                                options.add(
                                        new Option(
                                                post.code(),
                                                post.name()
                                                        + "，"
                                                        + organization
                                                                .holder(post.code(), day)
                                                                .map(words::name)
                                                                .orElse(""),
                                                false)));
        return options;
    }

    private List<AgendaPage.Item> items(Meeting meeting) {
        int count = meeting.topics().size();
        return IntStream.range(0, count)
                .mapToObj(at -> item(meeting.topics().get(at), at, at == count - 1))
                .toList();
    }

    private AgendaPage.Item item(Topic topic, int at, boolean last) {
        String path = "t." + at + ".";
        List<Option> subjects =
                words.choices("议题题", "").stream()
                        .map(
                                option ->
                                        new Option(
                                                option.value(),
                                                option.label(),
                                                topic.subjects().contains(option.value())))
                        .toList();
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", "哪一类", topic.kind().isEmpty()));
        kinds.addAll(words.choices("议题类", topic.kind()));
        return new AgendaPage.Item(
                at,
                (at + 1) + ". " + (topic.name().isEmpty() ? "未写题目" : topic.name()),
                List.of(
                        field(path + "name", "题目", new Control.Line(topic.name(), "text", "")),
                        field(path + "kind", "类别", new Control.Menu(kinds)),
                        optional(
                                path + "matter",
                                "在案事项",
                                new Control.Menu(words.matters().options(bodies, topic.matter())))),
                List.of(
                        optional(path + "subjects", "内容", new Control.Choices(subjects, true)),
                        optional(path + "about", "说明", new Control.Area(topic.about()))),
                at == 0,
                last);
    }

    private List<Link> facts(String matter) {
        List<Link> facts = new ArrayList<>();
        facts.add(new Link("第" + matter + "号", Matters.path(Long.parseLong(matter))));
        facts.addAll(words.matters().facts(matter));
        return facts;
    }

    private List<AgendaPage.AskedOfTopic> ofTopics(Meeting meeting, Requirements requirements) {
        return IntStream.range(0, meeting.topics().size())
                .mapToObj(
                        at -> {
                            Topic topic = meeting.topics().get(at);
                            List<Asked> asked =
                                    requirements.ofTopics().get(at).stream()
                                            .map(words::asked)
                                            .toList();
                            return new AgendaPage.AskedOfTopic(
                                    (at + 1)
                                            + ". "
                                            + (topic.name().isEmpty() ? "未写题目" : topic.name()),
                                    asked,
                                    topic.kind().isEmpty() ? "选了类别，就说现行制度的要求。" : "现行制度对这一项没有另外的要求。",
                                    topic.matter().isEmpty() ? List.of() : facts(topic.matter()));
                        })
                .toList();
    }
}
