package org.mingze.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.page.SheetPage;
import org.mingze.meeting.page.SheetPage.SpeechLine;
import org.mingze.meeting.page.SheetPage.Turn;

/// 画发言 — the order of speaking: who spoke, who is next, who must wait.
record SpeechDrawing(MeetingWords words, Meeting meeting, Topic topic, SpeakingOrder order) {

    /// @param asked who is to be heard now, by the address; the next where it says nothing
    List<SpeechLine> lines(String asked) {
        List<SpeechLine> lines = new ArrayList<>();
        List<String> remaining = order.remaining();
        String next = remaining.contains(asked) ? asked : order.next().orElse("");
        for (Topic.Speech speech : topic.speeches()) {
            boolean again = speech.person().equals(asked);
            lines.add(
                    line(
                            lines.size() + 1,
                            speech.person(),
                            speech,
                            again ? Turn.OPEN : Turn.SPOKEN,
                            again));
        }
        for (String person : remaining) {
            boolean locked = order.against(person).isPresent();
            Turn turn = locked ? Turn.LOCKED : person.equals(next) ? Turn.OPEN : Turn.WAITING;
            lines.add(
                    line(
                            lines.size() + 1,
                            person,
                            new Topic.Speech(person, "", "", false),
                            turn,
                            turn == Turn.OPEN));
        }
        return lines;
    }

    private SpeechLine line(
            int number, String person, Topic.Speech speech, Turn turn, boolean main) {
        Optional<Seat> seat = meeting.seat(person);
        String title = seat.map(s -> words.title(s.post(), meeting.body())).orElse("");
        boolean chair = person.equals(words.chair(meeting));
        String said =
                turn == Turn.SPOKEN
                        ? speech.silent()
                                ? "不发言"
                                : speech.words().isEmpty() ? "已发言" : speech.words()
                        : speech.words();
        return new SpeechLine(
                String.valueOf(number),
                person,
                words.name(person),
                chair ? title + "，主持" : title,
                said,
                speech.time(),
                turn,
                chair && turn != Turn.SPOKEN,
                main);
    }

    /// What is said to who speaks out of turn.
    SheetPage.Stopped stopped(String path, int number, String person, String typed) {
        List<String> waiting =
                order.remaining().stream().filter(other -> !other.equals(person)).toList();
        String names =
                String.join("、", waiting.stream().limit(5).map(words::name).toList())
                        + (waiting.size() > 5 ? "等" + waiting.size() + "人" : "");
        List<SheetPage.Way> ways = new ArrayList<>();
        waiting.stream()
                .limit(2)
                .forEach(
                        other -> {
                            ways.add(
                                    SheetPage.Way.link(
                                            "记" + words.name(other) + "发言",
                                            path + "?topic=" + number + "&speaker=" + other));
                            ways.add(
                                    new SheetPage.Way(
                                            "记" + words.name(other) + "不发言",
                                            path + "/topics/" + number + "/speeches",
                                            true,
                                            List.of(sent("person", other), sent("silent", "1"))));
                        });
        org.mingze.duty.Refusals.Answer answer = order.against(person).orElseThrow();
        if (answer.consequence() != org.mingze.institution.DutyForm.Consequence.REFUSE) {
            ways.add(
                    new SheetPage.Way(
                            "已经先说了，照实记",
                            path + "/topics/" + number + "/speeches",
                            true,
                            List.of(
                                    sent("person", person),
                                    sent("words", typed),
                                    sent("fact", "1"))));
        }
        return new SheetPage.Stopped(
                false,
                "现在不能记" + words.name(person) + "发言：还有" + waiting.size() + "人没有发言",
                names + "没有发言，也没有记“不发言”。先记他们，再记" + words.name(person) + "。",
                MeetingWords.article(AskingRules.duty(answer).basis()),
                ways);
    }

    private static org.mingze.web.Field.Option sent(String name, String value) {
        return new org.mingze.web.Field.Option(name, value, true);
    }
}
