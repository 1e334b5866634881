package org.mingze.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;

/// 议程表单 — what the form of an agenda sends, read onto the meeting as it was; nothing that was typed
/// is dropped, and nothing is taken that the form does not offer.
record AgendaForm(MeetingWords words, Map<String, List<String>> sent) {
    static final String THEN = "then";

    /// The field that names the post of who is asked to sit in.
    static final String INVITED = "add.post";

    private static final int TOPICS_MAX = 60;
    private static final int SEATS_MAX = 300;
    private static final int TEXT_MAX = 4_000;

    Meeting read(Meeting before) {
        LocalDate day = day(before.day());
        Meeting read =
                new Meeting(
                        before.body(),
                        word("会议类", text("kind"), before.kind()),
                        day,
                        MeetingRecord.time(text("time")).map(Object::toString).orElse(""),
                        post(text("chair"), before.chair()),
                        record(text("plan"), "计划"),
                        before.sitting(),
                        seats(),
                        topics(before));
        return then(read);
    }

    private Meeting then(Meeting read) {
        String then = text(THEN);
        int at = number(then.substring(then.indexOf('.') + 1));
        List<Topic> topics = new ArrayList<>(read.topics());
        boolean there = at >= 0 && at < topics.size();
        switch (then.replaceFirst("\\..*", "")) {
            case "add" -> topics.add(Topic.of(text("add.kind"), List.of(), ""));
            case "up" -> {
                if (there && at > 0) {
                    Collections.swap(topics, at, at - 1);
                }
            }
            case "down" -> {
                if (there && at < topics.size() - 1) {
                    Collections.swap(topics, at, at + 1);
                }
            }
            case "drop" -> {
                if (there) {
                    topics.remove(at);
                }
            }
            case "reseat" -> {
                return read.with(topics)
                        .seated(new MeetingWords(words.known(), read.day()).team(read.body()));
            }
            case "seat" -> {
                Meeting arranged = read.with(topics);
                return new MeetingWords(words.known(), read.day())
                        .observer(text(INVITED))
                        .map(arranged::joined)
                        .orElse(arranged);
            }
            case String _ -> {}
        }
        return read.with(topics);
    }

    private List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (int at = 0; at < SEATS_MAX && sent.containsKey("s." + at + ".person"); at++) {
            String path = "s." + at + ".";
            Optional<Capacity> capacity = capacity(text(path + "as"));
            String person = text(path + "person");
            boolean known = words.known().organization().person(person).isPresent();
            if (capacity.isPresent() && known) {
                seats.add(new Seat(person, text(path + "post"), capacity.get(), Presence.UNTOLD));
            }
        }
        return seats;
    }

    private static Optional<Capacity> capacity(String name) {
        return java.util.Arrays.stream(Capacity.values())
                .filter(capacity -> capacity.name().equals(name))
                .findFirst();
    }

    private List<Topic> topics(Meeting before) {
        List<Topic> topics = new ArrayList<>();
        for (int at = 0; at < TOPICS_MAX && sent.containsKey("t." + at + ".name"); at++) {
            topics.add(topic("t." + at + ".", before.topic(at + 1)));
        }
        return topics;
    }

    private Topic topic(String path, Optional<Topic> before) {
        List<String> known =
                words.known().rules().vocabulary().choices().getOrDefault("议题题", List.of());
        Topic read =
                Topic.of(
                        word("议题类", text(path + "kind"), ""),
                        sent.getOrDefault(path + "subjects", List.of()).stream()
                                .filter(known::contains)
                                .toList(),
                        text(path + "name"));
        return new Topic(
                read.kind(),
                read.subjects(),
                read.name(),
                text(path + "about"),
                record(text(path + "matter"), "事项"),
                before.map(Topic::sudden).orElse(false),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Topic.Resolution.NONE,
                List.of());
    }

    private LocalDate day(LocalDate before) {
        try {
            return LocalDate.parse(text("day"));
        } catch (DateTimeException none) {
            return before;
        }
    }

    private String word(String list, String chosen, String otherwise) {
        return words.known()
                        .rules()
                        .vocabulary()
                        .choices()
                        .getOrDefault(list, List.of())
                        .contains(chosen)
                ? chosen
                : otherwise;
    }

    private String post(String chosen, String otherwise) {
        return words.known().organization().post(chosen, words.day()).isPresent()
                ? chosen
                : otherwise;
    }

    private String record(String number, String type) {
        boolean known =
                number.matches("[1-9]\\d{0,17}")
                        && words.known()
                                .records()
                                .find(Long.parseLong(number))
                                .filter(record -> record.type().name().equals(type))
                                .isPresent();
        return known ? number : "";
    }

    private String text(String name) {
        String text = sent.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
