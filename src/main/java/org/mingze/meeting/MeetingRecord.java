package org.mingze.meeting;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.Topic.Tally;
import org.mingze.work.Knowledge;

/// 会议记录 — the record that a meeting comes to, in the words of the county's vocabulary.
///
/// What was declared here and now is an act: institutions that refuse are asked.
final class MeetingRecord {
    static final String TYPE = "会议";

    private MeetingRecord() {}

    static Draft of(Meeting meeting, Recorder recorder, boolean votes) {
        return of(meeting, recorder, votes, List.of());
    }

    /// @param votes  whether the vocabulary in force has a place for who voted what
    /// @param proofs files that show what was said
    static Draft of(Meeting meeting, Recorder recorder, boolean votes, List<String> proofs) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "机构", meeting.body());
        put(fields, "类", meeting.kind());
        put(fields, "主持", meeting.chair());
        put(fields, "应到", String.valueOf(meeting.members().size()));
        if (meeting.isRollTaken()) {
            put(fields, "实到", String.valueOf(meeting.present().size()));
        }
        put(fields, "计划", meeting.plan());
        fields.put("到会", MeetingText.series(meeting.seats(), MeetingRecord::seat));
        List<Content> topics = new ArrayList<>();
        for (Topic topic : meeting.topics()) {
            topics.add(topic(meeting, topic, topics.size() + 1, votes));
        }
        fields.put("议程", new Content.Series(topics));
        if (!proofs.isEmpty()) {
            fields.put("附", MeetingText.series(proofs, MeetingText::text));
        }
        return new Draft(
                TYPE,
                new Occurred(meeting.day(), time(meeting.time())),
                recorder,
                EntryMode.DONE,
                new Content.Group(fields));
    }

    private static Content seat(Meeting.Seat seat) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "人", seat.person());
        put(fields, "身份", seat.capacity().recorded());
        if (seat.presence() != Meeting.Presence.UNTOLD) {
            put(fields, "态", seat.presence().word());
        }
        return new Content.Group(fields);
    }

    private static Content topic(Meeting meeting, Topic topic, int number, boolean votes) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "序", String.valueOf(number));
        put(fields, "类", topic.kind());
        fields.put("题", MeetingText.series(topic.subjects(), MeetingText::text));
        put(fields, "名", topic.name());
        put(fields, "事项", topic.matter());
        put(fields, "临时", topic.sudden() ? "是" : "否");
        put(fields, "决定", topic.resolution().decision());
        put(fields, "多数意见", majority(topic, meeting.members().size()));
        put(fields, "理由", topic.resolution().reason());
        put(fields, "异议", topic.resolution().dissent());
        List<Content> speeches = new ArrayList<>();
        for (Speech speech : topic.spoken()) {
            speeches.add(speech(meeting, topic, speech, speeches.size() + 1));
        }
        fields.put("发言", new Content.Series(speeches));
        topic.counted().ifPresent(tally -> fields.put("表决", ballot(topic, tally, votes)));
        return new Content.Group(fields);
    }

    private static Content speech(Meeting meeting, Topic topic, Speech speech, int number) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "人", speech.person());
        put(fields, "序", String.valueOf(number));
        if (topic.isNamed()) {
            topic.vote(speech.person()).ifPresent(choice -> put(fields, "意见", opinion(choice)));
        }
        time(speech.time())
                .ifPresent(time -> put(fields, "时", meeting.day().atTime(time).toString()));
        return new Content.Group(fields);
    }

    /// Whoever votes by name is named, whether or not he spoke.
    private static Content vote(Topic.Vote vote) {
        return MeetingText.group(
                "人", MeetingText.text(vote.person()),
                "意见", MeetingText.text(opinion(vote.choice())));
    }

    private static String opinion(Choice choice) {
        return choice == Choice.ABSTAIN ? "其他" : choice.word();
    }

    /// A county that enacted an older vocabulary has no place in a record for votes without words.
    static boolean keepsVotes(Knowledge known) {
        return Optional.ofNullable(known.rules().vocabulary().recordTypes().get(TYPE))
                .flatMap(type -> type.typeOf("议程"))
                .filter(
                        agenda ->
                                agenda instanceof Type.ListOf(Type.Structure(var item))
                                        && item.get("表决") instanceof Type.Structure(var ballot)
                                        && ballot.containsKey("票"))
                .isPresent();
    }

    private static Content ballot(Topic topic, Tally tally, boolean votes) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "方式", topic.method().isEmpty() ? Topic.BY_NAME : topic.method());
        for (Choice choice : Choice.values()) {
            put(fields, choice.count(), String.valueOf(tally.of(choice)));
        }
        if (votes && topic.isNamed() && !topic.votes().isEmpty()) {
            fields.put("票", MeetingText.series(topic.votes(), MeetingRecord::vote));
        }
        return new Content.Group(fields);
    }

    /// 多数意见 — what more than half of the members want; what was declared where no such half is.
    static String majority(Topic topic, int members) {
        return topic.counted()
                .flatMap(
                        tally ->
                                Arrays.stream(Choice.values())
                                        .filter(choice -> tally.of(choice) * 2 > members)
                                        .findFirst())
                .map(Choice::leadsTo)
                .filter(decision -> !decision.isEmpty())
                .orElse(topic.resolution().decision());
    }

    static Optional<LocalTime> time(String written) {
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(written));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new Content.Text(text));
        }
    }
}
