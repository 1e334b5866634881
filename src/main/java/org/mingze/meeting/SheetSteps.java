package org.mingze.meeting;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Resolution;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.Topic.Tally;
import org.mingze.meeting.Topic.Task;
import org.mingze.meeting.Topic.Vote;

/// 一步 — what a form of the sheet sends, taken onto the meeting.
record SheetSteps(Map<String, List<String>> sent) {
    private static final int TEXT_MAX = 2_000;
    private static final int TASKS_MAX = 40;
    static final int UNREADABLE = 999;
    private static final int TOPICS_MAX = 60;

    String person() {
        return text("person");
    }

    String words() {
        return text("words");
    }

    String decision() {
        return text("decision");
    }

    /// It has happened already, out of turn.
    boolean isFact() {
        return !text("fact").isEmpty();
    }

    /// Words are changed of somebody who has spoken.
    boolean isAgain(SpeakingOrder order) {
        return !order.remaining().contains(person());
    }

    boolean votes(String person) {
        return choice("v." + person).isPresent();
    }

    Meeting attended(Meeting meeting) {
        return meeting.seated(meeting.seats().stream().map(this::attended).toList());
    }

    private Seat attended(Seat seat) {
        String written = text("p." + seat.person());
        return Arrays.stream(Presence.values())
                .filter(presence -> presence.name().equals(written))
                .findFirst()
                .map(seat::with)
                .orElse(seat);
    }

    /// A topic that is moved while the meeting sits.
    Meeting moved(Meeting meeting, List<String> kinds) {
        String name = text("name");
        String kind = text("kind");
        if (name.isEmpty() || !kinds.contains(kind) || meeting.topics().size() >= TOPICS_MAX) {
            return meeting;
        }
        List<Topic> topics = new ArrayList<>(meeting.topics());
        topics.add(Topic.of(kind, List.of(), name).suddenly());
        return meeting.with(topics);
    }

    /// The topic changes places with the one before or after it, with all that was said of it.
    Meeting reordered(Meeting meeting, int index) {
        int other = text("to").equals("up") ? index - 1 : index + 1;
        if (index < 0 || other < 0 || Math.max(index, other) >= meeting.topics().size()) {
            return meeting;
        }
        List<Topic> topics = new ArrayList<>(meeting.topics());
        Collections.swap(topics, index, other);
        return meeting.with(topics);
    }

    Meeting spoken(Meeting meeting, int index, LocalTime now) {
        String person = person();
        if (meeting.present().stream().noneMatch(seat -> seat.person().equals(person))) {
            return meeting;
        }
        Topic topic = meeting.topics().get(index);
        String at =
                topic.speech(person)
                        .map(Speech::time)
                        .filter(time -> !time.isEmpty())
                        .orElse("%02d:%02d".formatted(now.getHour(), now.getMinute()));
        return meeting.with(
                index, topic.spoke(new Speech(person, words(), at, !text("silent").isEmpty())));
    }

    /// Votes of those who are there and need not wait; of a vote that is not by name the counts.
    Topic voted(Topic topic, Meeting meeting, List<String> waiting) {
        String method = method(topic);
        List<Vote> votes = new ArrayList<>();
        for (Seat seat : meeting.present()) {
            Optional<Choice> choice =
                    choice("v." + seat.person())
                            .filter(_ -> !waiting.contains(seat.person()))
                            .or(() -> topic.vote(seat.person()));
            choice.ifPresent(chosen -> votes.add(new Vote(seat.person(), chosen)));
        }
        Optional<Tally> tally = typed(topic);
        return topic.voted(method, tally.isEmpty() ? votes : List.of(), tally);
    }

    /// Counts as typed that come to more than the members who are there to vote.
    Optional<Tally> excess(Topic topic, Meeting meeting) {
        return typed(topic).filter(tally -> tally.all() > meeting.present().size());
    }

    /// Empty for a vote by name.
    private Optional<Tally> typed(Topic topic) {
        String method = method(topic);
        return method.isEmpty() || method.equals(Topic.BY_NAME)
                ? Optional.empty()
                : Optional.of(Tally.counting(this::count));
    }

    String method(Topic topic) {
        return text("method").isEmpty() ? topic.method() : text("method");
    }

    private Optional<Choice> choice(String name) {
        String written = text(name);
        return Arrays.stream(Choice.values())
                .filter(choice -> choice.name().equals(written))
                .findFirst();
    }

    /// What is no number is more than can be there, so that it is asked for again.
    private int count(Choice choice) {
        String written =
                Normalizer.normalize(text("c." + choice.name()), Normalizer.Form.NFKC).strip();
        return written.isEmpty()
                ? 0
                : written.matches("\\d{1,3}") ? Integer.parseInt(written) : UNREADABLE;
    }

    /// Reason, dissent and tasks as typed; the decision is declared apart.
    Topic told(Topic topic) {
        if (!text("keep").isEmpty()) {
            return topic;
        }
        Resolution before = topic.resolution();
        return topic.resolved(new Resolution(before.decision(), text("reason"), text("dissent")))
                .assigned(tasks());
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (int at = 0; at < TASKS_MAX && sent.containsKey("k." + at + ".content"); at++) {
            Task task =
                    new Task(
                            text("k." + at + ".content"),
                            text("k." + at + ".owner"),
                            text("k." + at + ".due"));
            if (!task.content().isEmpty()) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    private String text(String name) {
        String text = sent.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
