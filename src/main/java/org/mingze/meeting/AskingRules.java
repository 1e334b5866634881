package org.mingze.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Effects;
import org.mingze.institution.Duty;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Evidence;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;

/// 问制度 — what the institutions in force say to a meeting as it is or as it might become.
///
/// Whoever asks must be alone with what is known, for trying changes it for a moment.
record AskingRules(Knowledge known, Recorder recorder, Instant now) {
    /// 纪要 — the file that a meeting leaves when it closes, before it is written.
    private static final Evidence.Citation MINUTES =
            new Evidence.Citation("会议纪要.docx", Digest.of());

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

    /// What the meeting would count for if it entered now with its minutes, and what it would begin
    /// without breaking it: each duty once.
    List<Verdict> answered(Meeting meeting, LocalDate today) {
        Entry entry = entry(meeting, List.of(MINUTES.toString()));
        return known.trying(
                entry,
                so -> {
                    Map<ObligationKey, Verdict> answered = new LinkedHashMap<>();
                    Stream.concat(
                                    Effects.of(so, entry.number(), today).stream()
                                            .filter(each -> each.reach() == Effects.Reach.COUNTS)
                                            .map(Effects.Effect::verdict),
                                    Effects.raised(so, entry.number(), today).stream()
                                            .filter(AskingRules::isBegunWell))
                            .forEach(each -> answered.putIfAbsent(each.obligation().key(), each));
                    return List.copyOf(answered.values());
                });
    }

    private static boolean isBegunWell(Verdict verdict) {
        return switch (verdict.standing()) {
            case FULFILLED, OPEN -> true;
            case BREACHED, UNPROVEN, CONFLICTED, INACTIVE, LATE, AHEAD -> false;
            case NOT_APPLICABLE, WAIVED, STAYED, REVOKED -> false;
        };
    }

    private Entry entry(Meeting meeting) {
        return entry(meeting, List.of());
    }

    private Entry entry(Meeting meeting, List<String> proofs) {
        Draft draft = MeetingRecord.of(meeting, recorder, MeetingRecord.keepsVotes(known), proofs);
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
