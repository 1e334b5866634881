package org.mingze.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Recorder;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Resolution;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.Topic.Tally;
import org.mingze.meeting.Topic.Task;
import org.mingze.meeting.Topic.Vote;
import org.mingze.report.paper.Manuscript;
import org.mingze.work.Knowledge;

@DisplayName("一次会议记成什么")
class MeetingRecordTest {
    private static final Recorder CLERK = new Recorder("p027", "qingshi.dangzhengban.head");

    private static Topic topic(String method, List<Vote> votes, Optional<Tally> tally) {
        return new Topic(
                "决策",
                List.of("安全生产"),
                "老旧小区改造资金安排",
                "拟安排186万元",
                "17",
                true,
                method,
                List.of(
                        new Speech("p020", "先做南桥", "15:44", false),
                        new Speech("p021", "", "", true),
                        new Speech("p019", "同意", "15:50", false)),
                votes,
                tally,
                new Resolution("通过", "多数赞成", "何允中：缓办"),
                List.of(new Task("编制方案", "qingshi.dangzhengban.head", "2026-12-20")));
    }

    private static Meeting meeting(Topic topic) {
        return new Meeting(
                "qingshi.gongwei",
                "党工委会",
                LocalDate.of(2026, 11, 20),
                "15:00",
                "qingshi.gongwei.secretary",
                "",
                true,
                List.of(
                        new Seat("p019", "a", Capacity.MEMBER, Presence.PRESENT),
                        new Seat("p020", "b", Capacity.MEMBER, Presence.PRESENT),
                        new Seat("p021", "c", Capacity.MEMBER, Presence.LEAVE),
                        new Seat("p028", "d", Capacity.OBSERVER, Presence.PRESENT)),
                List.of(topic));
    }

    private static Topic named() {
        return topic(
                "记名",
                List.of(new Vote("p020", Choice.LATER), new Vote("p019", Choice.AYE)),
                Optional.empty());
    }

    @Test
    @DisplayName("稿子存下再取出，一字不差")
    void keptWhole() {
        Meeting meeting = meeting(named());
        assertThat(MeetingText.read(MeetingText.write(meeting))).isEqualTo(meeting);
        Meeting secret = meeting(topic("无记名", List.of(), Optional.of(new Tally(1, 1, 0, 0))));
        assertThat(MeetingText.read(MeetingText.write(secret))).isEqualTo(secret);
    }

    @Test
    @DisplayName("列席的不算应到，请假的不算实到，不发言的不在发言里；记名的记谁投什么")
    void byName() {
        assertThat(MeetingRecord.of(meeting(named()), CLERK, true).mode())
                .isEqualTo(EntryMode.DONE);
        String written =
                CanonicalJson.write(MeetingRecord.of(meeting(named()), CLERK, true).content());
        assertThat(written)
                .contains("\"应到\":\"3\"", "\"实到\":\"2\"")
                .contains("{\"人\":\"p028\",\"态\":\"出席\",\"身份\":\"列席\"}")
                .contains("{\"人\":\"p020\",\"序\":\"1\",\"意见\":\"缓议\",\"时\":\"2026-11-20T15:44\"}")
                .contains("{\"人\":\"p019\",\"序\":\"2\",\"意见\":\"同意\"")
                .contains("\"方式\":\"记名\"", "\"赞成\":\"1\"", "\"缓议\":\"1\"")
                .doesNotContain("{\"人\":\"p021\",\"序\"");
    }

    @Test
    @DisplayName("记名表决的人不发言，票也记在他名下")
    void silentVote() {
        Topic topic = topic("记名", List.of(new Vote("p021", Choice.NO)), Optional.empty());
        String written =
                CanonicalJson.write(MeetingRecord.of(meeting(topic), CLERK, true).content());
        assertThat(written)
                .contains("\"票\":[{\"人\":\"p021\",\"意见\":\"不同意\"}]", "\"反对\":\"1\"")
                .doesNotContain("{\"人\":\"p021\",\"序\"");
        assertThat(CanonicalJson.write(MeetingRecord.of(meeting(topic), CLERK, false).content()))
                .as("启用的词表没有票的，不写")
                .doesNotContain("票");
    }

    @Test
    @DisplayName("无记名的只记票数，谁投什么不留")
    void secret() {
        Topic topic = topic("无记名", List.of(), Optional.of(new Tally(1, 1, 0, 0)));
        String written =
                CanonicalJson.write(MeetingRecord.of(meeting(topic), CLERK, true).content());
        assertThat(written).contains("\"方式\":\"无记名\"", "\"反对\":\"1\"").doesNotContain("意见\":\"同意");
    }

    @Test
    @DisplayName("票数合计多于实到的认得出，不多于的照记")
    void tooManyVotes() {
        Topic before = topic("无记名", List.of(), Optional.of(new Tally(1, 1, 0, 0)));
        SheetSteps steps = counted("2", "1");
        assertThat(steps.excess(before, meeting(before))).contains(new Tally(2, 1, 0, 0));
        SheetSteps fewer = counted("2", "0");
        assertThat(fewer.excess(before, meeting(before))).isEmpty();
        assertThat(fewer.voted(before, meeting(before), List.of()).counted())
                .contains(new Tally(2, 0, 0, 0));
    }

    @Test
    @DisplayName("全角的票数照数读；不是数的不当作零票，请人改")
    void votesAsTyped() {
        Topic before = topic("无记名", List.of(), Optional.of(new Tally(1, 1, 0, 0)));
        assertThat(counted("２", "０").voted(before, meeting(before), List.of()).counted())
                .contains(new Tally(2, 0, 0, 0));
        assertThat(counted("三", "0").excess(before, meeting(before))).isPresent();
        assertThat(counted("-1", "0").excess(before, meeting(before))).isPresent();
    }

    private static SheetSteps counted(String ayes, String noes) {
        return new SheetSteps(
                Map.of(
                        "method", List.of("无记名"),
                        "c.AYE", List.of(ayes),
                        "c.NO", List.of(noes)));
    }

    @Test
    @DisplayName("多数意见是过半成员的意见；没有过半的照宣布的")
    void majority() {
        assertThat(MeetingRecord.majority(secretly(1, 4, 0), 6)).isEqualTo("否决");
        assertThat(MeetingRecord.majority(secretly(1, 0, 5), 6)).isEqualTo("缓议");
        assertThat(MeetingRecord.majority(secretly(2, 2, 0), 4)).isEqualTo("通过");
        Topic postponed = secretly(3, 2, 1).resolved(Resolution.NONE.declared("缓议"));
        assertThat(MeetingRecord.majority(postponed, 6)).isEqualTo("缓议");
    }

    private static Topic secretly(int ayes, int noes, int laters) {
        return topic("无记名", List.of(), Optional.of(new Tally(ayes, noes, laters, 0)));
    }

    @Test
    @DisplayName("纪要里期限写几月几日，不是今年的写年；话说到句号为止，不同意见的冒号不叠用")
    void minutes() {
        MeetingWords words =
                new MeetingWords(
                        new Knowledge(WorkCalendar.published()), LocalDate.of(2026, 11, 20));
        assertThat(words.due("2026-12-20")).isEqualTo("12月20日");
        assertThat(words.due("2027-03-31")).isEqualTo("2027年3月31日");
        assertThat(words.due("年底")).isEqualTo("年底");
        assertThat(written(words, meeting(named())))
                .contains("p020：先做南桥。\n", "p019：同意。\n", "决定：通过。多数赞成。\n")
                .contains("不同意见　何允中：缓办。\n")
                .contains("编制方案，qingshi.dangzhengban.head，12月20日前。");
    }

    @Test
    @DisplayName("还没有开会的，纪要不说谁到了")
    void minutesBefore() {
        MeetingWords words =
                new MeetingWords(
                        new Knowledge(WorkCalendar.published()), LocalDate.of(2026, 11, 20));
        Meeting sat = meeting(named());
        Meeting before =
                new Meeting(
                        sat.body(),
                        sat.kind(),
                        sat.day(),
                        sat.time(),
                        sat.chair(),
                        sat.plan(),
                        false,
                        sat.seats().stream().map(seat -> seat.with(Presence.UNTOLD)).toList(),
                        sat.topics());
        assertThat(written(words, sat))
                .contains("应到3人，实到2人，另有列席1人。")
                .contains("出席：p019、p020。", "列席：p028。");
        assertThat(written(words, before))
                .contains("应到3人，到会未记。")
                .doesNotContain("实到", "出席：", "请假：", "列席：");
    }

    private static String written(MeetingWords words, Meeting meeting) {
        return Minutes.of(words, meeting, Instant.EPOCH).blocks().stream()
                .filter(Manuscript.Paragraph.class::isInstance)
                .map(block -> text((Manuscript.Paragraph) block))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Manuscript.Paragraph paragraph) {
        return paragraph.runs().stream().map(Manuscript.Run::text).collect(Collectors.joining());
    }

    @Test
    @DisplayName("纪要的序号用汉字")
    void numerals() {
        assertThat(List.of(1, 10, 11, 20, 34))
                .extracting(Minutes::numeral)
                .containsExactly("一", "十", "十一", "二十", "三十四");
    }
}
