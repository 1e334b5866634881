package org.mingze.meeting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Resolution;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.Topic.Tally;
import org.mingze.meeting.Topic.Task;
import org.mingze.meeting.Topic.Vote;

/// 议事稿 — a meeting as a text that is kept until it closes.
final class MeetingText {
    private static final String YES = "yes";

    private MeetingText() {}

    static String write(Meeting meeting) {
        return CanonicalJson.write(
                group(
                        "body", text(meeting.body()),
                        "kind", text(meeting.kind()),
                        "day", text(meeting.day().toString()),
                        "time", text(meeting.time()),
                        "chair", text(meeting.chair()),
                        "plan", text(meeting.plan()),
                        "sitting", text(meeting.sitting() ? YES : ""),
                        "seats", series(meeting.seats(), MeetingText::seat),
                        "topics", series(meeting.topics(), MeetingText::topic)));
    }

    static Meeting read(String written) {
        Content.Group group = grouped(CanonicalJson.read(written));
        return new Meeting(
                word(group, "body"),
                word(group, "kind"),
                LocalDate.parse(word(group, "day")),
                word(group, "time"),
                word(group, "chair"),
                word(group, "plan"),
                word(group, "sitting").equals(YES),
                list(group, "seats", MeetingText::seat),
                list(group, "topics", MeetingText::topic));
    }

    private static Content seat(Seat seat) {
        return group(
                "person", text(seat.person()),
                "post", text(seat.post()),
                "capacity", text(seat.capacity().name()),
                "presence", text(seat.presence().name()));
    }

    private static Seat seat(Content.Group group) {
        return new Seat(
                word(group, "person"),
                word(group, "post"),
                Capacity.valueOf(word(group, "capacity")),
                Presence.valueOf(word(group, "presence")));
    }

    private static Content topic(Topic topic) {
        return group(
                "kind", text(topic.kind()),
                "subjects", series(topic.subjects(), MeetingText::text),
                "name", text(topic.name()),
                "about", text(topic.about()),
                "matter", text(topic.matter()),
                "sudden", text(topic.sudden() ? YES : ""),
                "method", text(topic.method()),
                "speeches",
                        series(
                                topic.speeches(),
                                speech ->
                                        group(
                                                "person", text(speech.person()),
                                                "words", text(speech.words()),
                                                "time", text(speech.time()),
                                                "silent", text(speech.silent() ? YES : ""))),
                "votes",
                        series(
                                topic.votes(),
                                vote ->
                                        group(
                                                "person", text(vote.person()),
                                                "choice", text(vote.choice().name()))),
                "tally", text(topic.tally().map(MeetingText::tally).orElse("")),
                "decision", text(topic.resolution().decision()),
                "reason", text(topic.resolution().reason()),
                "dissent", text(topic.resolution().dissent()),
                "tasks",
                        series(
                                topic.tasks(),
                                task ->
                                        group(
                                                "content", text(task.content()),
                                                "owner", text(task.owner()),
                                                "due", text(task.due()))));
    }

    private static Topic topic(Content.Group group) {
        return new Topic(
                word(group, "kind"),
                group.get("subjects").orElse(new Content.Series(List.of()))
                                instanceof Content.Series(var items)
                        ? items.stream()
                                .map(item -> item instanceof Content.Text(String word) ? word : "")
                                .toList()
                        : List.of(),
                word(group, "name"),
                word(group, "about"),
                word(group, "matter"),
                word(group, "sudden").equals(YES),
                word(group, "method"),
                list(
                        group,
                        "speeches",
                        speech ->
                                new Speech(
                                        word(speech, "person"),
                                        word(speech, "words"),
                                        word(speech, "time"),
                                        word(speech, "silent").equals(YES))),
                list(
                        group,
                        "votes",
                        vote ->
                                new Vote(
                                        word(vote, "person"),
                                        Choice.valueOf(word(vote, "choice")))),
                tally(word(group, "tally")),
                new Resolution(
                        word(group, "decision"), word(group, "reason"), word(group, "dissent")),
                list(
                        group,
                        "tasks",
                        task ->
                                new Task(
                                        word(task, "content"),
                                        word(task, "owner"),
                                        word(task, "due"))));
    }

    private static String tally(Tally tally) {
        return tally.ayes() + " " + tally.noes() + " " + tally.laters() + " " + tally.abstentions();
    }

    private static Optional<Tally> tally(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> counts =
                java.util.regex.Pattern.compile(" ")
                        .splitAsStream(written)
                        .map(Integer::valueOf)
                        .toList();
        return Optional.of(new Tally(counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
    }

    static Content.Group group(Object... pairs) {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (Content) pairs[i + 1]);
        }
        return new Content.Group(fields);
    }

    static Content.Text text(String words) {
        return new Content.Text(words);
    }

    static <T> Content.Series series(List<T> items, Function<T, Content> written) {
        return new Content.Series(items.stream().map(written).toList());
    }

    private static String word(Content.Group group, String name) {
        return group.text(name).orElse("");
    }

    private static <T> List<T> list(
            Content.Group group, String name, Function<Content.Group, T> read) {
        return group.get(name).orElse(new Content.Series(List.of()))
                        instanceof Content.Series(List<Content> items)
                ? items.stream().map(item -> read.apply(grouped(item))).toList()
                : List.of();
    }

    private static Content.Group grouped(Content content) {
        return content instanceof Content.Group group ? group : Content.Group.EMPTY;
    }
}
