package org.mingze.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;

/// 数额 — how many must be there and how many must agree before a topic may be carried: the least
/// number to which the institutions in force have nothing to say.
record Thresholds(AskingRules rules, Supposing supposing, int index) {

    /// 门槛 — the least number, and the articles that ask for it.
    record Threshold(int least, List<Refusals.Answer> articles) {
        Threshold {
            articles = List.copyOf(articles);
        }
    }

    /// 法定人数 — asked while nobody voted, so that only those there make the difference.
    Optional<Threshold> quorum() {
        return least(there -> supposing.attendedOnly(index, there));
    }

    /// 通过票数 — empty where no article asks for votes.
    Optional<Threshold> majority() {
        return least(ayes -> supposing.favoured(index, ayes));
    }

    /// The ways to vote with the article that stands against each; of those that are open, none.
    Map<String, Optional<Refusals.Answer>> methods(List<String> known) {
        Map<String, Map<String, Refusals.Answer>> answers = new LinkedHashMap<>();
        Topic topic = supposing.meeting().topics().get(index);
        for (String method : known) {
            Topic so = topic.voted(method, topic.votes(), topic.tally());
            Supposing other = new Supposing(supposing.meeting().with(index, so), supposing.chair());
            answers.put(method, rules.answers(other.duly(other.only(index))));
        }
        Map<String, Optional<Refusals.Answer>> open = new LinkedHashMap<>();
        answers.forEach(
                (method, said) ->
                        open.put(
                                method,
                                said.entrySet().stream()
                                        .filter(each -> isBreached(each.getValue()))
                                        .filter(each -> isKeptByAnother(answers, each.getKey()))
                                        .map(Map.Entry::getValue)
                                        .findFirst()));
        return open;
    }

    private static boolean isKeptByAnother(
            Map<String, Map<String, Refusals.Answer>> answers, String rule) {
        return answers.values().stream()
                .map(said -> Optional.ofNullable(said.get(rule)))
                .anyMatch(answer -> answer.filter(a -> !isBreached(a)).isPresent());
    }

    private Optional<Threshold> least(IntFunction<Meeting> at) {
        int all = supposing.meeting().members().size();
        Map<String, Refusals.Answer> none = rules.answers(at.apply(0));
        Map<String, Refusals.Answer> every = rules.answers(at.apply(all));
        List<Refusals.Answer> articles = new ArrayList<>();
        none.forEach(
                (rule, answer) -> {
                    boolean kept =
                            Optional.ofNullable(every.get(rule))
                                    .filter(a -> a.verdict().standing() == Standing.FULFILLED)
                                    .isPresent();
                    if (isBreached(answer) && kept) {
                        articles.add(answer);
                    }
                });
        Set<String> asking =
                new java.util.HashSet<>(articles.stream().map(AskingRules::key).toList());
        for (int count = 1; count <= all && !asking.isEmpty(); count++) {
            Set<String> against = rules.breached(at.apply(count));
            if (asking.stream().noneMatch(against::contains)) {
                return Optional.of(new Threshold(count, articles));
            }
        }
        return Optional.empty();
    }

    private static boolean isBreached(Refusals.Answer answer) {
        return answer.verdict().standing() == Standing.BREACHED;
    }
}
