package org.mingze.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Speech;
import org.mingze.report.paper.Face;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.Style;

/// 会议纪要 — a meeting as a document in the layout of GB/T 9704-2012; it says what the sheet says.
final class Minutes {
    private static final String STOPS = "。！？…”";
    private static final String DIGITS = "一二三四五六七八九";

    private final MeetingWords words;
    private final Meeting meeting;
    private final List<Manuscript.Block> blocks = new ArrayList<>();

    private Minutes(MeetingWords words, Meeting meeting) {
        this.words = words;
        this.meeting = meeting;
    }

    static Manuscript of(MeetingWords words, Meeting meeting, Instant made) {
        Minutes minutes = new Minutes(words, meeting);
        minutes.head();
        int number = 0;
        for (Topic topic : meeting.topics()) {
            number++;
            minutes.topic(numeral(number) + "、" + topic.name(), topic);
        }
        minutes.signature();
        return new Manuscript(title(words, meeting), made, minutes.blocks);
    }

    static String title(MeetingWords words, Meeting meeting) {
        return words.gathering(meeting) + "纪要";
    }

    private void head() {
        blocks.add(new Manuscript.Paragraph(Style.TITLE, title(words, meeting), Face.TITLE));
        blocks.add(
                new Manuscript.Paragraph(
                        Style.BYLINE,
                        MeetingWords.dayWords(meeting.day())
                                + (meeting.time().isEmpty() ? "" : "　" + meeting.time()),
                        Face.HEADING));
        labelled("主持：", words.name(words.chair(meeting)) + "（" + words.name(meeting.chair()) + "）");
        attendance();
    }

    /// Nobody has come before the roll is taken.
    private void attendance() {
        labelled("到会：", meeting.attended());
        if (!meeting.isRollTaken()) {
            return;
        }
        listed("出席：", Presence.PRESENT, true);
        listed("请假：", Presence.LEAVE, true);
        listed("缺席：", Presence.ABSENT, true);
        listed("列席：", Presence.PRESENT, false);
    }

    private void listed(String label, Presence presence, boolean members) {
        String names =
                meeting.seats().stream()
                        .filter(seat -> seat.votes() == members && seat.presence() == presence)
                        .map(Seat::person)
                        .map(words::name)
                        .collect(Collectors.joining("、"));
        if (!names.isEmpty()) {
            labelled(label, names + "。");
        }
    }

    private void topic(String heading, Topic topic) {
        blocks.add(
                new Manuscript.Paragraph(
                        Style.HEADING, heading + (topic.sudden() ? "（临时）" : ""), Face.SECTION));
        if (!topic.about().isEmpty()) {
            body(ended(topic.about()));
        }
        for (Speech speech : topic.speeches()) {
            labelled(
                    words.name(speech.person()) + "：",
                    speech.silent()
                            ? "不发言。"
                            : ended(speech.words().isEmpty() ? "发言" : speech.words()));
        }
        ballot(topic).ifPresent(sentence -> labelled("表决：", sentence));
        if (topic.isDecided()) {
            labelled(
                    "决定：",
                    ended(topic.resolution().decision()) + ended(topic.resolution().reason()));
        }
        if (!topic.resolution().dissent().isEmpty()) {
            String dissent = topic.resolution().dissent();
            labelled(dissent.contains("：") ? "不同意见　" : "不同意见：", ended(dissent));
        }
        for (Topic.Task task : topic.tasks()) {
            labelled(
                    "交办：",
                    task.content()
                            + (task.owner().isEmpty() ? "" : "，" + words.name(task.owner()))
                            + (task.due().isEmpty() ? "" : "，" + words.due(task.due()) + "前")
                            + "。");
        }
    }

    /// How it was voted; by name, who voted how.
    private Optional<String> ballot(Topic topic) {
        return topic.counted()
                .map(
                        tally ->
                                (topic.method().isEmpty() ? Topic.BY_NAME : topic.method())
                                        + "，"
                                        + Arrays.stream(Choice.values())
                                                .map(
                                                        choice ->
                                                                choice.word()
                                                                        + tally.of(choice)
                                                                        + "票"
                                                                        + named(topic, choice))
                                                .collect(Collectors.joining("，"))
                                        + "。");
    }

    private String named(Topic topic, Choice choice) {
        String names =
                topic.isNamed()
                        ? topic.votes().stream()
                                .filter(vote -> vote.choice() == choice)
                                .map(vote -> words.name(vote.person()))
                                .collect(Collectors.joining("、"))
                        : "";
        return names.isEmpty() ? "" : "（" + names + "）";
    }

    /// Words as they were typed, up to a full stop.
    private static String ended(String typed) {
        return typed.isEmpty() || STOPS.indexOf(typed.charAt(typed.length() - 1)) >= 0
                ? typed
                : typed + "。";
    }

    private void body(String text) {
        blocks.add(new Manuscript.Paragraph(Style.BODY, text, Face.BODY));
    }

    private void labelled(String label, String text) {
        blocks.add(
                new Manuscript.Paragraph(
                        Style.BODY,
                        List.of(
                                new Manuscript.Run(label, Face.HEADING),
                                new Manuscript.Run(text, Face.BODY))));
    }

    private void signature() {
        if (blocks.getLast() instanceof Manuscript.Paragraph(Style style, var runs)
                && style == Style.BODY) {
            blocks.set(blocks.size() - 1, new Manuscript.Paragraph(Style.LAST, runs));
        }
        blocks.add(
                new Manuscript.Paragraph(Style.SIGNATURE, words.name(meeting.body()), Face.BODY));
        blocks.add(
                new Manuscript.Paragraph(
                        Style.DATE, MeetingWords.dayWords(meeting.day()), Face.BODY));
    }

    /// 一 to 九十九.
    static String numeral(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String before = tens == 0 ? "" : (tens == 1 ? "" : digit(tens)) + "十";
        return before + (ones == 0 ? "" : digit(ones));
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit - 1, digit);
    }
}
