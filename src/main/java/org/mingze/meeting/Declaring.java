package org.mingze.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.Refusals;
import org.mingze.institution.Duty;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.page.SheetPage;
import org.mingze.web.Field.Option;

/// 宣布 — whether a decision may be declared on a topic: what the institutions that refuse say to it.
record Declaring(MeetingWords words, AskingRules rules, KeptMeeting kept) {
    private static final String POSTPONED = "缓议";

    Optional<SheetPage.Stopped> against(int number, String decision) {
        if (decision.isEmpty()) {
            return Optional.of(
                    new SheetPage.Stopped(true, "还没有选决定", "选一个决定再记；理由、异议和交办已经存下。", "", List.of()));
        }
        Meeting meeting = kept.meeting();
        Topic topic = meeting.topics().get(number - 1);
        List<Integer> early = topic.tasksDueBefore(meeting.day());
        if (!early.isEmpty()) {
            return Optional.of(early(topic, early, meeting.day()));
        }
        Meeting only = meeting.with(List.of(topic.resolved(topic.resolution().declared(decision))));
        List<Refusals.Opinion> refusing =
                rules.opinions(only).stream().filter(Refusals.Opinion::refuses).toList();
        return refusing.isEmpty()
                ? Optional.empty()
                : Optional.of(stopped(number, decision, only, refusing));
    }

    private SheetPage.Stopped early(Topic topic, List<Integer> early, LocalDate day) {
        return new SheetPage.Stopped(
                true,
                "现在不能记决定：交办的期限早于会议当天",
                early.stream()
                                .map(
                                        number ->
                                                "第"
                                                        + number
                                                        + "件交办的期限是"
                                                        + MeetingWords.dayWords(
                                                                LocalDate.parse(
                                                                        topic.tasks()
                                                                                .get(number - 1)
                                                                                .due()))
                                                        + "。")
                                .collect(Collectors.joining())
                        + "期限不能早于会议当天（"
                        + MeetingWords.dayWords(day)
                        + "），改了再记；填的都已经存下。",
                "",
                List.of());
    }

    private SheetPage.Stopped stopped(
            int number, String decision, Meeting only, List<Refusals.Opinion> refusing) {
        Duty first = refusing.getFirst().verdict().obligation().duty();
        List<SheetPage.Way> ways = new ArrayList<>();
        ways.add(SheetPage.Way.link("看到会", "#attendance"));
        ways.add(SheetPage.Way.link("看表决", "#ballot"));
        if (!decision.equals(POSTPONED)) {
            ways.add(
                    new SheetPage.Way(
                            "改记缓议",
                            kept.path() + "/topics/" + number + "/resolution",
                            true,
                            List.of(
                                    new Option("decision", POSTPONED, true),
                                    new Option("keep", "1", true))));
        }
        return new SheetPage.Stopped(
                true,
                "现在不能宣布" + decision + "：不合“" + first.name() + "”",
                facts(words, only, refusing) + wanting(number) + "理由、异议和交办已经存下，补上以后再宣布。",
                refusing.stream()
                        .map(opinion -> opinion.verdict().obligation().duty().basis())
                        .map(MeetingWords::article)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                ways);
    }

    /// How many more must be there or agree, where articles say how many.
    private String wanting(int number) {
        Thresholds thresholds = new Thresholds(rules, words.supposing(kept.meeting()), number - 1);
        int there = kept.meeting().present().size();
        String quorum =
                thresholds
                        .quorum()
                        .filter(threshold -> there < threshold.least())
                        .map(threshold -> "到会至少要" + threshold.least() + "人。")
                        .orElse("");
        int ayes =
                kept.meeting().topics().get(number - 1).counted().map(Topic.Tally::ayes).orElse(0);
        return quorum
                + thresholds
                        .majority()
                        .filter(threshold -> ayes < threshold.least())
                        .map(threshold -> "同意至少要" + threshold.least() + "票。")
                        .orElse("");
    }

    /// Who was there, how they voted, and what plain conditions read.
    static String facts(MeetingWords words, Meeting meeting, List<Refusals.Opinion> refusing) {
        String read =
                words.read(
                        refusing.stream()
                                .flatMap(opinion -> opinion.verdict().rejected().stream())
                                .toList());
        StringBuilder facts = new StringBuilder(meeting.attended());
        for (Topic topic : meeting.topics()) {
            if (topic.resolution().decision().equals(Supposing.CARRIED)) {
                facts.append("“")
                        .append(topic.name())
                        .append("”")
                        .append(topic.counted().map(Declaring::votes).orElse("还没有记表决"))
                        .append("。");
            }
        }
        boolean told = read.isEmpty() || read.contains("实到") || read.contains("应到");
        return told ? facts.toString() : facts + read + "。";
    }

    static String votes(Topic.Tally tally) {
        return Arrays.stream(Topic.Choice.values())
                .map(choice -> choice.word() + tally.of(choice) + "票")
                .collect(Collectors.joining("，"));
    }
}
