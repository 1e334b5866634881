package org.mingze.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.Refusals;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Thresholds.Threshold;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.page.SheetPage;
import org.mingze.web.Field.Option;
import org.mingze.web.Link;

/// 画表决 — votes by name or as counts, and how far they carry.
record BallotDrawing(
        MeetingWords words,
        KeptMeeting kept,
        Thresholds thresholds,
        SpeakingOrder order,
        SheetDrawing.Looking at) {

    SheetPage.Ballot ballot(Topic topic, int number) {
        Map<String, Optional<Refusals.Answer>> methods =
                thresholds.methods(words.choices("表决方式", "").stream().map(Option::value).toList());
        String method = method(topic, methods);
        boolean named = method.equals(Topic.BY_NAME);
        Topic.Tally tally = topic.counted().orElse(new Topic.Tally(0, 0, 0, 0));
        List<Link> open = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        methods.forEach(
                (way, against) ->
                        against.ifPresentOrElse(
                                answer ->
                                        refused.add(
                                                "不能"
                                                        + way
                                                        + "："
                                                        + MeetingWords.article(
                                                                AskingRules.duty(answer).basis())),
                                () ->
                                        open.add(
                                                new Link(
                                                        way,
                                                        kept.path()
                                                                + "?topic="
                                                                + number
                                                                + "&method="
                                                                + way))));
        Optional<Threshold> majority = thresholds.majority();
        return new SheetPage.Ballot(
                majority.isPresent() ? (named ? "逐人，记名" : method + "，只记票数") : "现行制度不要求表决",
                named,
                method,
                open,
                refused,
                named ? votes(topic) : List.of(),
                Arrays.stream(Choice.values())
                        .map(
                                choice ->
                                        new SheetPage.Count(
                                                choice.name(),
                                                choice.word(),
                                                at.excess().orElse(tally).of(choice)))
                        .toList(),
                majority.map(threshold -> bar(tally, threshold)),
                note(topic, tally, majority),
                at.excess().map(this::excess).orElse(""));
    }

    private String excess(Topic.Tally typed) {
        boolean unread =
                Arrays.stream(Choice.values())
                        .anyMatch(choice -> typed.of(choice) == SheetSteps.UNREADABLE);
        return unread
                ? "改票数：写数字，例如3；没有人投的空着。原来记的票数没有动。"
                : "改票数：合计不能超过实到" + kept.meeting().present().size() + "人，现在合计" + typed.all() + "票。";
    }

    private String method(Topic topic, Map<String, Optional<Refusals.Answer>> methods) {
        String wanted = at.method().isEmpty() ? topic.method() : at.method();
        if (methods.getOrDefault(wanted, Optional.empty()).isEmpty()
                && methods.containsKey(wanted)) {
            return wanted;
        }
        List<String> open =
                methods.entrySet().stream()
                        .filter(each -> each.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        return open.contains(Topic.BY_NAME) || open.isEmpty() ? Topic.BY_NAME : open.getFirst();
    }

    private List<SheetPage.VoteLine> votes(Topic topic) {
        List<SheetPage.VoteLine> lines = new ArrayList<>();
        Meeting meeting = kept.meeting();
        for (Seat seat : chairLast(meeting)) {
            boolean locked = order.against(seat.person()).isPresent();
            lines.add(
                    new SheetPage.VoteLine(
                            seat.person(),
                            words.name(seat.person()),
                            locked ? "末位" : "",
                            options(topic.vote(seat.person()))));
        }
        return lines;
    }

    private List<Seat> chairLast(Meeting meeting) {
        String chair = words.chair(meeting);
        List<Seat> seats = new ArrayList<>(meeting.present());
        seats.sort(java.util.Comparator.comparing((Seat seat) -> seat.person().equals(chair)));
        return seats;
    }

    private static List<Option> options(Optional<Choice> chosen) {
        Map<Choice, Option> options = new LinkedHashMap<>();
        for (Choice choice : Choice.values()) {
            options.put(
                    choice,
                    new Option(
                            choice.name(),
                            choice.word(),
                            chosen.filter(choice::equals).isPresent()));
        }
        return List.copyOf(options.values());
    }

    private SheetPage.Majority bar(Topic.Tally tally, Threshold threshold) {
        int due = kept.meeting().members().size();
        return new SheetPage.Majority(
                "同意" + tally.ayes() + "票，应到" + due + "人，至少要" + threshold.least() + "票",
                percent(tally.ayes(), due),
                percent(threshold.least(), due),
                tally.ayes(),
                "占应到" + tally.ayes() + "/" + due,
                "至少" + threshold.least() + "票");
    }

    private static String percent(int part, int of) {
        return of == 0
                ? "0"
                : String.format(Locale.ROOT, "%.1f", Math.min(100.0, 100.0 * part / of));
    }

    private String note(Topic topic, Topic.Tally tally, Optional<Threshold> majority) {
        if (majority.isEmpty()) {
            return "";
        }
        int open = kept.meeting().present().size() - tally.all();
        String articles = MeetingWords.articles(majority.get().articles());
        if (topic.counted().isEmpty()) {
            return articles;
        }
        int least = majority.get().least();
        String result = tally.ayes() >= least ? "已够" : tally.ayes() + open < least ? "不够" : "结果未定";
        return "同意%d票，%s（需%d票）%s。%s"
                .formatted(
                        tally.ayes(),
                        result,
                        least,
                        open > 0 ? "，还有" + open + "人未表决" : "",
                        articles);
    }
}
