package org.mingze.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;

/// 发言次序 — who speaks next, and who must wait: whoever, by speaking now, would make an article be
/// broken that is kept when the others speak first.
record SpeakingOrder(AskingRules rules, Supposing supposing, int index) {

    List<String> remaining() {
        return supposing.remaining(topic());
    }

    /// The first who may speak.
    Optional<String> next() {
        return remaining().stream().filter(person -> against(person).isEmpty()).findFirst();
    }

    /// The article for which this member must wait; empty for who may speak or has spoken.
    Optional<Refusals.Answer> against(String person) {
        List<String> remaining = remaining();
        if (!remaining.contains(person) || remaining.size() < 2) {
            return Optional.empty();
        }
        Set<String> anyway = rules.breached(supposing.goingOn(index, Optional.empty()));
        return rules.answers(supposing.goingOn(index, Optional.of(person))).entrySet().stream()
                .filter(each -> !anyway.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(answer -> answer.verdict().standing() == Standing.BREACHED)
                .findFirst();
    }

    /// The articles that ask for an order of speech that the record does not show: kept where the
    /// chair speaks last, broken where first, and silent on what is recorded.
    List<Refusals.Answer> unshown() {
        if (remaining().isEmpty()) {
            return List.of();
        }
        Set<String> anyway = rules.breached(supposing.heard(index, false));
        Map<String, Refusals.Answer> now = rules.answers(supposing.only(index));
        return rules.answers(supposing.heard(index, true)).entrySet().stream()
                .filter(each -> each.getValue().verdict().standing() == Standing.BREACHED)
                .filter(each -> !anyway.contains(each.getKey()))
                .filter(each -> !isJudged(Optional.ofNullable(now.get(each.getKey()))))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isJudged(Optional<Refusals.Answer> answer) {
        return answer.map(each -> each.verdict().standing())
                .filter(
                        standing ->
                                standing == Standing.BREACHED
                                        || standing == Standing.FULFILLED
                                        || standing == Standing.LATE)
                .isPresent();
    }

    private Topic topic() {
        return supposing.meeting().topics().get(index);
    }
}
