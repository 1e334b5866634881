package org.mingze.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingze.duty.Refusals;
import org.mingze.duty.Standing;
import org.mingze.institution.DutyForm;
import org.mingze.meeting.matter.Matters;

/// 议题要求 — what the institutions in force ask of an agenda, found by asking them twice: about the
/// meeting that goes as well as it can, and about the one that goes as badly. What neither keeps is
/// missing before it begins; what both keep is there already; the rest is for the meeting to do.
///
/// @param whole    of the meeting as a whole
/// @param ofTopics of each topic, in their order
record Requirements(List<Requirement> whole, List<List<Requirement>> ofTopics) {
    Requirements {
        whole = List.copyOf(whole);
        ofTopics = ofTopics.stream().map(List::copyOf).toList();
    }

    /// 要求 — what one article in force asks of a meeting or of one of its topics, and how that
    /// stands.
    record Requirement(Refusals.Answer answer, State state) {
        boolean forbids() {
            return state == State.MISSING && answer.consequence() == DutyForm.Consequence.REFUSE;
        }
    }

    /// 要求的情形.
    enum State {
        /// However the meeting goes, this is not kept: a record before it is missing, or the order.
        MISSING("还缺"),
        /// The record does not tell enough to say.
        UNTOLD("缺据"),
        /// The county has not set a number that the article needs.
        OPEN("未启用"),
        /// The meeting itself keeps it or not.
        AHEAD("会上"),
        MET("已具备");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Requirements of(AskingRules rules, Supposing supposing) {
        Meeting meeting = supposing.meeting();
        Matters matters = new Matters(rules.known(), meeting.day(), MeetingWords::dayWords);
        Set<String> ofAnyMeeting =
                speaking(rules.answers(supposing.duly(supposing.plain()))).keySet();
        List<Requirement> whole =
                meeting.topics().isEmpty()
                        ? List.of()
                        : compared(rules, supposing, meeting, ofAnyMeeting::contains);
        List<List<Requirement>> ofTopics =
                IntStream.range(0, meeting.topics().size())
                        .mapToObj(
                                index -> {
                                    Topic topic = meeting.topics().get(index);
                                    List<Requirement> asked =
                                            new ArrayList<>(ofMatter(topic, matters));
                                    if (!topic.kind().isEmpty()) {
                                        asked.addAll(
                                                compared(
                                                        rules,
                                                        supposing,
                                                        supposing.only(index),
                                                        rule -> !ofAnyMeeting.contains(rule)));
                                    }
                                    asked.sort(Comparator.comparing(Requirement::state));
                                    return List.copyOf(asked);
                                })
                        .toList();
        return new Requirements(whole, ofTopics);
    }

    /// What the matter of a topic breaks before it comes to the meeting: no research before the
    /// draft, a review in too few days.
    private static List<Requirement> ofMatter(Topic topic, Matters matters) {
        return topic.matter().isEmpty()
                ? List.of()
                : matters.faults(topic.matter()).stream()
                        .map(fault -> requirement(fault, Optional.empty()))
                        .toList();
    }

    /// Whether a rule speaks of a topic, and not of any meeting whatever its topics.
    static boolean isOfTopic(AskingRules rules, Supposing supposing, Refusals.Answer answer) {
        return !speaking(rules.answers(supposing.duly(supposing.plain())))
                .containsKey(AskingRules.key(answer));
    }

    /// How many things are missing that can only be mended before the meeting.
    long missing() {
        return all().stream().filter(each -> each.state() == State.MISSING).count();
    }

    List<Requirement> all() {
        List<Requirement> all = new ArrayList<>(whole);
        ofTopics.forEach(all::addAll);
        return all;
    }

    private static List<Requirement> compared(
            AskingRules rules,
            Supposing supposing,
            Meeting of,
            java.util.function.Predicate<String> wanted) {
        Map<String, Refusals.Answer> well = speaking(rules.answers(supposing.duly(of)));
        Map<String, Refusals.Answer> badly = rules.answers(supposing.badly(of));
        otherwiseVoted(rules, supposing, of, well);
        return well.entrySet().stream()
                .filter(each -> wanted.test(each.getKey()))
                .map(
                        each ->
                                requirement(
                                        each.getValue(),
                                        Optional.ofNullable(badly.get(each.getKey()))))
                .sorted(Comparator.comparing(Requirement::state))
                .toList();
    }

    /// What only another way of voting keeps is for the meeting to do.
    private static void otherwiseVoted(
            AskingRules rules, Supposing supposing, Meeting of, Map<String, Refusals.Answer> well) {
        List<String> methods =
                rules.known().rules().vocabulary().choices().getOrDefault("表决方式", List.of());
        for (String method : methods) {
            if (well.values().stream().noneMatch(Requirements::isBroken)) {
                return;
            }
            Meeting voted = supposing.votedBy(of, method);
            rules.answers(supposing.duly(voted))
                    .forEach(
                            (key, answer) ->
                                    well.computeIfPresent(
                                            key,
                                            (_, first) ->
                                                    isBroken(first) && isKept(answer)
                                                            ? answer
                                                            : first));
        }
    }

    private static boolean isBroken(Refusals.Answer answer) {
        return answer.verdict().standing() == Standing.BREACHED;
    }

    private static Map<String, Refusals.Answer> speaking(Map<String, Refusals.Answer> answers) {
        return answers.entrySet().stream()
                .filter(each -> speaks(each.getValue().verdict().standing()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                java.util.LinkedHashMap::new));
    }

    private static boolean speaks(Standing standing) {
        return switch (standing) {
            case NOT_APPLICABLE, WAIVED, STAYED, REVOKED -> false;
            case BREACHED, UNPROVEN, CONFLICTED, INACTIVE, FULFILLED, LATE, OPEN, AHEAD -> true;
        };
    }

    private static Requirement requirement(Refusals.Answer well, Optional<Refusals.Answer> badly) {
        State state =
                switch (well.verdict().standing()) {
                    case BREACHED -> State.MISSING;
                    case UNPROVEN, CONFLICTED -> State.UNTOLD;
                    case INACTIVE -> State.OPEN;
                    case FULFILLED, LATE, OPEN, AHEAD, NOT_APPLICABLE, WAIVED, STAYED, REVOKED ->
                            badly.filter(Requirements::isKept).isPresent()
                                    ? State.MET
                                    : State.AHEAD;
                };
        return new Requirement(well, state);
    }

    private static boolean isKept(Refusals.Answer answer) {
        return answer.verdict().standing() == Standing.FULFILLED;
    }
}
