package org.mingze.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingze.duty.Refusals;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.matter.Matters;
import org.mingze.meeting.page.Asked;
import org.mingze.meeting.page.ClosingPage;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;

/// 画散会 — the record before it enters, and the meeting after it has.
record ClosingDrawing(MeetingWords words, AskingRules rules, KeptMeeting kept, LocalDate today) {

    private static final int WAYS_MAX = 3;

    /// @param confirming whether it was asked to close though speeches are not recorded
    ClosingPage page(Optional<Refusal> refused, boolean confirming) {
        Meeting meeting = kept.meeting();
        boolean closed = kept.isClosed();
        List<Refusals.Opinion> opinions = closed ? List.of() : rules.opinions(meeting);
        List<Refusals.Opinion> refusing =
                opinions.stream().filter(Refusals.Opinion::refuses).toList();
        Optional<Refusal> refusal =
                refused.or(() -> closed ? Optional.empty() : unready(kept))
                        .or(
                                () ->
                                        refusing.isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(refusal(refusing)));
        return new ClosingPage(
                heading(meeting, closed),
                kept.path(),
                closed,
                facts(meeting),
                resolved(meeting),
                refusal,
                closed ? List.of() : counts(meeting),
                opinions.stream()
                        .filter(opinion -> !opinion.refuses())
                        .filter(opinion -> opinion.verdict().standing() == Standing.BREACHED)
                        .map(this::broken)
                        .toList(),
                closed ? List.of() : unshown(),
                confirming,
                tasks(meeting));
    }

    private Heading heading(Meeting meeting, boolean closed) {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("纪要", kept.path() + "/minutes.docx").with(Icon.DOWNLOAD));
        kept.number().ifPresent(number -> acts.add(Act.of("看入账的记录", "/records/" + number)));
        if (!closed) {
            acts.add(Act.of("回到实录", kept.path()));
        }
        return new Heading(
                List.of(
                        new Link("议事", "/meetings"),
                        new Link(MeetingWords.dayWords(meeting.day()), "")),
                closed
                        ? words.gathering(meeting) + "已散会，记为第" + kept.number().orElseThrow() + "号"
                        : "散会以前看一遍",
                Prose.of(closed ? "" : "散会入账以后不能再改实录；记错了，更正入账的记录。"),
                acts);
    }

    private List<Fact> facts(Meeting meeting) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("会议", words.gathering(meeting)));
        facts.add(
                Fact.of(
                        "时间",
                        MeetingWords.dayWords(meeting.day())
                                + (meeting.time().isEmpty() ? "" : " " + meeting.time())));
        facts.add(Fact.of("主持", words.name(words.chair(meeting))));
        facts.add(Fact.of("到会", meeting.attended()));
        for (Presence presence : List.of(Presence.LEAVE, Presence.ABSENT)) {
            String names =
                    meeting.members().stream()
                            .filter(seat -> seat.presence() == presence)
                            .map(seat -> words.name(seat.person()))
                            .collect(Collectors.joining("、"));
            if (!names.isEmpty()) {
                facts.add(Fact.of(presence.word(), names));
            }
        }
        String observers =
                meeting.observers().stream()
                        .map(seat -> words.name(seat.person()))
                        .collect(Collectors.joining("、"));
        if (!observers.isEmpty()) {
            facts.add(Fact.of("列席", observers));
        }
        return facts;
    }

    private static List<ClosingPage.Resolved> resolved(Meeting meeting) {
        List<ClosingPage.Resolved> lines = new ArrayList<>();
        for (Topic topic : meeting.topics()) {
            lines.add(
                    new ClosingPage.Resolved(
                            lines.size() + 1,
                            topic.name(),
                            topic.isDecided() ? topic.resolution().decision() : "未定",
                            topic.counted().map(ClosingDrawing::votes).orElse("—"),
                            topic.resolution().dissent()));
        }
        return lines;
    }

    private static String votes(Topic.Tally tally) {
        return Arrays.stream(Choice.values())
                .filter(choice -> tally.of(choice) > 0)
                .map(choice -> choice.word() + tally.of(choice))
                .collect(Collectors.joining("，"));
    }

    private List<Link> tasks(Meeting meeting) {
        List<Link> tasks = new ArrayList<>();
        for (Topic topic : meeting.topics()) {
            for (Topic.Task task : topic.tasks()) {
                tasks.add(
                        new Link(
                                task.content()
                                        + (task.owner().isEmpty()
                                                ? "，没有写谁办，先归" + words.name(meeting.body())
                                                : "，" + words.name(task.owner()))
                                        + (task.due().isEmpty()
                                                ? "，没有写期限"
                                                : "，" + words.due(task.due())),
                                followed(ClosingMeeting.told(topic, task))));
            }
        }
        return tasks;
    }

    /// Where an assignment is followed; empty before the meeting entered.
    private String followed(String told) {
        return kept.number().stream()
                .boxed()
                .flatMap(number -> words.known().records().followersOf(number).stream())
                .filter(record -> Matters.text(record, "述").equals(told))
                .map(record -> "/dossiers/" + record.number())
                .findFirst()
                .orElse("");
    }

    private List<Prose> counts(Meeting meeting) {
        return rules.answered(meeting, today).stream()
                .map(
                        verdict ->
                                Prose.EMPTY
                                        .strong(
                                                Sentences.head(
                                                        verdict, words.known().organization()))
                                        .words("，记后" + verdict.standing().word()))
                .distinct()
                .toList();
    }

    private Asked broken(Refusals.Opinion opinion) {
        return words.asked(
                new Refusals.Answer(opinion.verdict(), opinion.consequence()),
                new Mark(Mark.Shape.BREACH, "不合"),
                at(opinion) + words.read(opinion.verdict().rejected()));
    }

    /// What the institutions ask of the order of speech and the record cannot show, by topic.
    List<Asked> unshown() {
        Supposing supposing = words.supposing(kept.meeting());
        Map<String, Refusals.Answer> articles = new LinkedHashMap<>();
        Map<String, List<Integer>> topics = new LinkedHashMap<>();
        for (int number = 1; number <= kept.meeting().topics().size(); number++) {
            for (Refusals.Answer answer :
                    new SpeakingOrder(rules, supposing, number - 1).unshown()) {
                String key = AskingRules.key(answer);
                articles.put(key, answer);
                topics.computeIfAbsent(key, _ -> new ArrayList<>()).add(number);
            }
        }
        return articles.entrySet().stream()
                .map(
                        each ->
                                words.asked(
                                        each.getValue(),
                                        new Mark(Mark.Shape.UNKNOWN, "看不出"),
                                        numbered(topics.getOrDefault(each.getKey(), List.of()))
                                                + "没有记全发言，看不出先后。"))
                .toList();
    }

    /// The topics that by themselves break a rule; empty where the whole meeting breaks it.
    private String at(Refusals.Opinion opinion) {
        List<Integer> broken = breaking(opinion);
        return broken.isEmpty() ? "" : numbered(broken) + "。";
    }

    private List<Integer> breaking(Refusals.Opinion opinion) {
        Supposing supposing = words.supposing(kept.meeting());
        Refusals.Answer answer = new Refusals.Answer(opinion.verdict(), opinion.consequence());
        if (!Requirements.isOfTopic(rules, supposing, answer)) {
            return List.of();
        }
        return IntStream.rangeClosed(1, kept.meeting().topics().size())
                .filter(
                        number ->
                                rules.breached(supposing.only(number - 1))
                                        .contains(AskingRules.key(answer)))
                .boxed()
                .toList();
    }

    /// Nobody can be said to have been there, or to have decided, before the roll is taken; and
    /// nothing can be done by a day that is over.
    static Optional<Refusal> unready(KeptMeeting kept) {
        Meeting meeting = kept.meeting();
        List<Integer> early =
                IntStream.rangeClosed(1, meeting.topics().size())
                        .filter(
                                number ->
                                        !meeting.topics()
                                                .get(number - 1)
                                                .tasksDueBefore(meeting.day())
                                                .isEmpty())
                        .boxed()
                        .toList();
        if (meeting.isRollTaken() && !early.isEmpty()) {
            return Optional.of(
                    new Refusal(
                            "现在不能散会入账：" + numbered(early) + "交办的期限早于会议当天",
                            "期限不能早于会议当天，回到实录改交办的期限。",
                            "",
                            ways(kept, early)));
        }
        return meeting.isRollTaken()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "现在不能散会入账：到会未记",
                                "先回到实录记到会，再记发言、表决和决定。",
                                "",
                                List.of(Act.of("记到会", kept.path() + "#attendance"))));
    }

    /// What keeps the meeting from entering: an article that topics break, or what is untold.
    Refusal refusal(List<Refusals.Opinion> refusing) {
        List<Refusals.Opinion> broken =
                refusing.stream()
                        .filter(opinion -> opinion.verdict().standing() == Standing.BREACHED)
                        .toList();
        List<Integer> open = undecided(kept.meeting());
        if (broken.isEmpty() && !open.isEmpty()) {
            return undecided(kept, open);
        }
        List<Refusals.Opinion> speaking = broken.isEmpty() ? refusing : broken;
        String undecided = open.isEmpty() ? "" : numbered(open) + "还没有决定";
        List<Integer> items = broken.isEmpty() ? List.of() : breaking(broken.getFirst());
        String duty = speaking.getFirst().verdict().obligation().duty().name();
        String lacking =
                broken.isEmpty()
                        ? "记的不够判“" + duty + "”"
                        : (items.isEmpty() ? "" : numbered(items)) + "不合“" + duty + "”";
        return new Refusal(
                "现在不能散会入账：" + lacking,
                Declaring.facts(words, kept.meeting().of(items), speaking)
                        + (open.isEmpty() ? "" : undecided + "。")
                        + "回到实录补上，或改记缓议。",
                speaking.stream()
                        .map(opinion -> opinion.verdict().obligation().duty().basis())
                        .map(MeetingWords::article)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                ways(kept, Stream.concat(items.stream(), open.stream()).distinct().toList()));
    }

    /// No article is broken: how the undecided topics stand, which are all that is lacking.
    private static Refusal undecided(KeptMeeting kept, List<Integer> open) {
        Meeting meeting = kept.meeting();
        String stand =
                open.stream()
                        .map(number -> meeting.topics().get(number - 1))
                        .map(
                                topic ->
                                        "“"
                                                + topic.name()
                                                + "”"
                                                + topic.counted()
                                                        .map(Declaring::votes)
                                                        .orElse("没有表决")
                                                + "。")
                        .collect(Collectors.joining());
        return new Refusal(
                "现在不能散会入账：" + numbered(open) + "还没有决定",
                meeting.attended() + stand + "记下决定再散会；议不成的，记缓议。",
                "",
                ways(kept, open));
    }

    private static List<Act> ways(KeptMeeting kept, List<Integer> open) {
        return open.stream()
                .limit(WAYS_MAX)
                .map(
                        number ->
                                Act.of(
                                        "到第" + number + "项",
                                        kept.path() + "?topic=" + number + "#resolution"))
                .toList();
    }

    private static List<Integer> undecided(Meeting meeting) {
        return IntStream.rangeClosed(1, meeting.topics().size())
                .filter(number -> !meeting.topics().get(number - 1).isDecided())
                .boxed()
                .toList();
    }

    private static String numbered(List<Integer> topics) {
        return "第" + topics.stream().map(String::valueOf).collect(Collectors.joining("、")) + "项";
    }
}
