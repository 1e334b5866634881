package org.mingze.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Refusals;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.organization.Post;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 散会 — enters the record of a meeting, and after it what was assigned: each assignment a
/// finding that follows the meeting, with its measure. All of it enters, or none.
@Component
class ClosingMeeting {
    private final EnteringRecord entering;
    private final KeptMeetings meetings;

    ClosingMeeting(EnteringRecord entering, KeptMeetings meetings) {
        this.entering = entering;
        this.meetings = meetings;
    }

    /// 散会结果.
    sealed interface Outcome {
        /// 已散会.
        ///
        /// @param findings the numbers under which the assignments are followed
        record Closed(long number, List<Long> findings) implements Outcome {
            public Closed {
                findings = List.copyOf(findings);
            }
        }

        record Refused(List<Refusals.Opinion> opinions) implements Outcome {
            public Refused {
                opinions = List.copyOf(opinions);
            }
        }

        record Faulty(List<EntryCheck.Fault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /// Somebody closed or changed it meanwhile.
        record Changed() implements Outcome {}
    }

    /// Undoes what has been written of a meeting that cannot enter whole.
    private static final class NotWhole extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        NotWhole(Outcome outcome) {
            super("the meeting does not enter whole");
            this.outcome = outcome;
        }
    }

    /// @param proof the minutes as a file that is kept
    Outcome close(int county, KeptMeeting kept, Recorder recorder, String proof, Instant now) {
        try {
            return entering.together(
                    county,
                    now,
                    together -> {
                        long number =
                                entered(
                                        together,
                                        MeetingRecord.of(
                                                kept.meeting(),
                                                recorder,
                                                MeetingRecord.keepsVotes(together.known()),
                                                List.of(proof)));
                        List<Long> findings = new ArrayList<>();
                        for (Topic topic : kept.meeting().topics()) {
                            for (Topic.Task task : topic.tasks()) {
                                findings.add(
                                        assigned(
                                                together,
                                                topic,
                                                task,
                                                new Origin(number, kept.meeting().body()),
                                                recorder,
                                                now));
                            }
                        }
                        if (!meetings.close(county, kept, number, proof)) {
                            throw new NotWhole(new Outcome.Changed());
                        }
                        return new Outcome.Closed(number, findings);
                    });
        } catch (NotWhole stopped) {
            return stopped.outcome;
        }
    }

    private static long entered(EnteringRecord.Together together, Draft draft) {
        return switch (together.enter(draft)) {
            case EnteringRecord.Outcome.Entered entered -> entered.entry().number();
            case EnteringRecord.Outcome.Refused(List<Refusals.Opinion> opinions) ->
                    throw new NotWhole(new Outcome.Refused(opinions));
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    throw new NotWhole(new Outcome.Faulty(faults));
        };
    }

    /// What the finding of an assignment says.
    static String told(Topic topic, Topic.Task task) {
        return topic.name() + "：" + task.content();
    }

    /// Why it was assigned: the item, and what was decided on it.
    private static String reason(Topic topic) {
        Topic.Resolution decided = topic.resolution();
        return "会议议题“"
                + topic.name()
                + "”"
                + (topic.isDecided() ? "，决定：" + decided.decision() : "")
                + (decided.reason().isEmpty() ? "" : "，" + decided.reason());
    }

    /// 出处 — the record of the meeting, and the body that met: what nobody was named for is its own.
    private record Origin(long meeting, String body) {}

    private static long assigned(
            EnteringRecord.Together together,
            Topic topic,
            Topic.Task task,
            Origin origin,
            Recorder recorder,
            Instant now) {
        Knowledge known = together.known();
        Map<String, Content> finding = new LinkedHashMap<>();
        put(finding, "源", MeetingRecord.TYPE);
        put(finding, "出", String.valueOf(origin.meeting()));
        put(finding, "述", told(topic, task));
        put(finding, "原因", reason(topic));
        put(
                finding,
                "责任单位",
                known.organization()
                        .post(task.owner(), ChinaTime.day(now))
                        .map(Post::body)
                        .orElse(origin.body()));
        put(finding, "责任人", task.owner());
        put(finding, "期限", task.due());
        long number = entered(together, draft("问题", finding, recorder, now));
        Map<String, Content> measure = new LinkedHashMap<>();
        put(measure, "问题", String.valueOf(number));
        put(measure, "内容", task.content());
        put(measure, "责任人", task.owner());
        put(measure, "期限", task.due());
        entered(together, draft("措施", measure, recorder, now));
        return number;
    }

    private static Draft draft(
            String type, Map<String, Content> fields, Recorder recorder, Instant now) {
        return new Draft(
                type,
                Occurred.on(ChinaTime.day(now)),
                recorder,
                EntryMode.DONE,
                new Content.Group(fields));
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new Content.Text(text));
        }
    }
}
