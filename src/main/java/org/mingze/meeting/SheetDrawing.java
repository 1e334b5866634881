package org.mingze.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Thresholds.Threshold;
import org.mingze.meeting.page.Asked;
import org.mingze.meeting.page.SheetPage;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Prose;

/// 画实录 — the minute sheet of a meeting that sits, at one of its topics.
record SheetDrawing(
        MeetingWords words, AskingRules rules, Set<String> bodies, KeptMeeting kept, Looking at) {

    /// 看到哪里 — the topic in hand, who is asked to speak, how one votes, as the address says.
    ///
    /// @param excess counts as typed that were not kept, for they are more than can be
    /// @param chosen a decision that was chosen and may not be declared; empty for none
    record Looking(
            int topic, String speaker, String method, Optional<Topic.Tally> excess, String chosen) {
        static Looking at(int topic) {
            return new Looking(topic, "", "", Optional.empty(), "");
        }

        Looking choosing(String decision) {
            return new Looking(topic, speaker, method, excess, decision);
        }
    }

    SheetPage page(Optional<SheetPage.Stopped> stopped) {
        Meeting meeting = meeting();
        int number = Math.max(1, Math.min(at.topic(), meeting.topics().size()));
        Optional<Topic> topic = meeting.topic(number);
        Optional<Thresholds> thresholds =
                topic.map(_ -> new Thresholds(rules, supposing(), number - 1));
        return new SheetPage(
                heading(),
                kept.path(),
                attendance(thresholds.flatMap(Thresholds::quorum)),
                agenda(number),
                topic.map(in -> part(in, number, thresholds.orElseThrow())),
                stopped,
                List.of(
                        new Field("name", "题目", "", true, "", new Control.Line("", "text", "")),
                        new Field(
                                "kind",
                                "类别",
                                "",
                                true,
                                "",
                                new Control.Menu(words.choices("议题类", "")))),
                AgendaDrawing.others(words, bodies, meeting));
    }

    /// What is said to who speaks or votes out of turn.
    SheetPage.Stopped stopped(SpeakingOrder order, String person, String typed) {
        return new SpeechDrawing(words, meeting(), meeting().topics().get(at.topic() - 1), order)
                .stopped(kept.path(), at.topic(), person, typed);
    }

    /// What stands against declaring a decision.
    Optional<SheetPage.Stopped> undecided(String decision) {
        return new Declaring(words, rules, kept).against(at.topic(), decision);
    }

    /// What is said before the roll is taken.
    static SheetPage.Stopped unattended() {
        return new SheetPage.Stopped(
                false,
                "现在不能记：到会未记",
                "先在上面记下到会，再记发言、表决和决定。",
                "",
                List.of(SheetPage.Way.link("记到会", "#attendance")));
    }

    private Meeting meeting() {
        return kept.meeting();
    }

    private Supposing supposing() {
        return words.supposing(meeting());
    }

    private Heading heading() {
        return new Heading(
                List.of(
                        new Link("议事", "/meetings"),
                        new Link(MeetingWords.dayWords(meeting().day()), "")),
                words.gathering(meeting()) + "实录",
                Prose.EMPTY,
                List.of(
                        Act.of("纪要", kept.path() + "/minutes.docx").with(Icon.PRINT),
                        Act.of("散会", kept.path() + "/closure")));
    }

    private SheetPage.Attendance attendance(Optional<Threshold> quorum) {
        Meeting meeting = meeting();
        int there = meeting.present().size();
        Mark mark =
                !meeting.isRollTaken()
                        ? new Mark(Mark.Shape.UNKNOWN, "到会未记")
                        : quorum.map(
                                        threshold ->
                                                there >= threshold.least()
                                                        ? new Mark(Mark.Shape.DONE, "达到法定人数，可以议决")
                                                        : new Mark(
                                                                Mark.Shape.BREACH,
                                                                "还差"
                                                                        + (threshold.least()
                                                                                - there)
                                                                        + "人，不能议决"))
                                .orElse(new Mark(Mark.Shape.OFF, "现行制度没有定法定人数"));
        return new SheetPage.Attendance(
                meeting.members().size(),
                meeting.isRollTaken(),
                there,
                quorum.map(threshold -> String.valueOf(threshold.least())).orElse("—"),
                (int)
                        meeting.members().stream()
                                .filter(seat -> seat.presence() == Presence.LEAVE)
                                .count(),
                meeting.observers().size(),
                mark,
                quorum.map(threshold -> MeetingWords.articles(threshold.articles())).orElse(""),
                meeting.seats().stream().map(this::seat).toList());
    }

    /// Who is not told of yet is taken for there until the form is sent.
    private SheetPage.SeatLine seat(Seat seat) {
        Presence chosen = seat.presence() == Presence.UNTOLD ? Presence.PRESENT : seat.presence();
        List<Option> presences = new ArrayList<>();
        for (Presence presence : List.of(Presence.PRESENT, Presence.LEAVE, Presence.ABSENT)) {
            presences.add(new Option(presence.name(), presence.word(), presence == chosen));
        }
        String title = words.title(seat.post(), meeting().body());
        return new SheetPage.SeatLine(
                seat.person(),
                words.name(seat.person()),
                seat.votes() ? title : title + "，列席",
                presences);
    }

    private List<SheetPage.Line> agenda(int current) {
        Requirements requirements = Requirements.of(rules, supposing());
        return IntStream.rangeClosed(1, meeting().topics().size())
                .mapToObj(
                        number -> {
                            Topic topic = meeting().topics().get(number - 1);
                            Optional<Requirements.Requirement> lacking =
                                    requirements.ofTopics().get(number - 1).stream()
                                            .filter(Requirements.Requirement::forbids)
                                            .findFirst();
                            return new SheetPage.Line(
                                    kept.path() + "?topic=" + number,
                                    number,
                                    topic.name(),
                                    sub(topic),
                                    topic.isDecided() || lacking.isEmpty()
                                            ? ""
                                            : "不合“"
                                                    + AskingRules.duty(lacking.get().answer())
                                                            .name()
                                                    + "”",
                                    topic.isDecided(),
                                    number == current);
                        })
                .toList();
    }

    private static String sub(Topic topic) {
        String kind = (topic.sudden() ? "临时，" : "") + topic.kind();
        return topic.isDecided() ? kind + "，" + topic.resolution().decision() : kind;
    }

    private SheetPage.TopicPart part(Topic topic, int number, Thresholds thresholds) {
        SpeakingOrder order = new SpeakingOrder(rules, supposing(), number - 1);
        List<Asked> before =
                Requirements.of(
                                rules,
                                new Supposing(supposing().only(number - 1), words.chair(meeting())))
                        .ofTopics()
                        .getFirst()
                        .stream()
                        .filter(each -> each.state() != Requirements.State.AHEAD)
                        .map(words::asked)
                        .toList();
        List<SheetPage.SpeechLine> speeches =
                new SpeechDrawing(words, meeting(), topic, order).lines(at.speaker());
        boolean heard = order.remaining().isEmpty();
        return new SheetPage.TopicPart(
                number,
                topic.name(),
                sub(topic),
                topic.about(),
                topic.matter().isEmpty() ? List.of() : words.matters().facts(topic.matter()),
                before,
                topic.speeches().size()
                        + "/"
                        + (topic.speeches().size() + order.remaining().size()),
                speeches,
                new BallotDrawing(words, kept, thresholds, order, at).ballot(topic, number),
                decision(
                        topic,
                        number,
                        heard && speeches.stream().noneMatch(SheetPage.SpeechLine::main)));
    }

    private SheetPage.Decision decision(Topic topic, int number, boolean main) {
        String declared = topic.resolution().decision();
        List<SheetPage.TaskLine> tasks = new ArrayList<>();
        for (Topic.Task task : topic.tasks()) {
            tasks.add(
                    new SheetPage.TaskLine(
                            tasks.size(),
                            task.content(),
                            task.due(),
                            words.owners(bodies, task.owner())));
        }
        tasks.add(new SheetPage.TaskLine(tasks.size(), "", "", words.owners(bodies, "")));
        return new SheetPage.Decision(
                declared,
                words.choices("决定", at.chosen().isEmpty() ? declared : at.chosen()),
                topic.resolution().reason(),
                topic.resolution().dissent(),
                tasks,
                List.of(),
                declared.isEmpty() ? List.of() : warnings(number),
                main);
    }

    private List<Asked> warnings(int number) {
        return rules.answers(supposing().only(number - 1)).values().stream()
                .filter(answer -> answer.verdict().standing() == org.mingze.duty.Standing.BREACHED)
                .filter(answer -> Requirements.isOfTopic(rules, supposing(), answer))
                .map(
                        answer ->
                                words.asked(
                                        answer,
                                        new Mark(Mark.Shape.BREACH, "不合"),
                                        words.read(answer.verdict().rejected())))
                .toList();
    }
}
