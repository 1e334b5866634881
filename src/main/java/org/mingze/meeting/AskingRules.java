package org.mingze.meeting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;
import org.mingze.institution.Duty;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;

/// 问制度 — what the institutions in force say to a meeting as it is or as it might become.
///
/// Whoever asks must be alone with what is known, for trying changes it for a moment.
record AskingRules(Knowledge known, Recorder recorder, Instant now) {

    /// The answers by rule; of a rule that speaks of several things the worst.
    Map<String, Refusals.Answer> answers(Meeting meeting) {
        Map<String, Refusals.Answer> answers = new LinkedHashMap<>();
        Entry entry = entry(meeting);
        for (Refusals.Answer answer : known.trying(entry, so -> Refusals.answers(so, entry))) {
            answers.merge(
                    key(answer),
                    answer,
                    (one, other) -> gravity(one) >= gravity(other) ? one : other);
        }
        return answers;
    }

    /// What would be said if the meeting entered now.
    List<Refusals.Opinion> opinions(Meeting meeting) {
        Entry entry = entry(meeting);
        return known.trying(entry, so -> Refusals.of(so, entry));
    }

    Set<String> breached(Meeting meeting) {
        return answers(meeting).entrySet().stream()
                .filter(each -> each.getValue().verdict().standing() == Standing.BREACHED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Entry entry(Meeting meeting) {
        Draft draft = MeetingRecord.of(meeting, recorder, MeetingRecord.keepsVotes(known));
        return Entry.of(known.size() + 1, draft, now);
    }

    static String key(Refusals.Answer answer) {
        return answer.verdict().obligation().key().institution() + "/" + duty(answer).number();
    }

    static Duty duty(Refusals.Answer answer) {
        return answer.verdict().obligation().duty();
    }

    private static int gravity(Refusals.Answer answer) {
        return switch (answer.verdict().standing()) {
            case BREACHED -> 4;
            case UNPROVEN, CONFLICTED -> 3;
            case INACTIVE -> 2;
            case FULFILLED, LATE, OPEN, AHEAD -> 1;
            case NOT_APPLICABLE, WAIVED, STAYED, REVOKED -> 0;
        };
    }
}
