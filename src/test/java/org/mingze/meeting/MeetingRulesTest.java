package org.mingze.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Refusals;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.meeting.Meeting.Capacity;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Requirements.Requirement;
import org.mingze.meeting.Requirements.State;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.page.Asked;
import org.mingze.meeting.page.ClosingPage;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.Refusal;
import org.mingze.work.Knowledge;

@DisplayName("议事问制度：要求都从现行制度来")
class MeetingRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Recorder CLERK = new Recorder("p027", "qingshi.dangzhengban.head");
    private static final String CHAIR = "p019";
    private static final String BALLOT =
            """
            制度: 人事无记名表决办法
            编号: trial.ballot
            施行: {自: 2026-01-01}
            用: [公共]
            出处:
              县: {名: 人事无记名表决办法, 条文: {3: 人事议题以无记名方式表决。}}
            职责:
              - 号: 表决.无记名
                名: 人事议题无记名表决
                谁: 于.机构
                督: 上级(本机构)
                据: 县 3 C
                式: 程式
                于: {录: 会议, 且: '有(议程, a -> a.类 = "人事")'}
                须: '凡(筛(议程, a -> a.类 = "人事"), a -> a.表决.方式 = "无记名")'
                违则: 拒
            """;

    private Knowledge known = new Knowledge(WorkCalendar.published());

    @BeforeEach
    void read() throws IOException {
        known =
                Knowledge.of(
                        Archive.read(Path.of("samples", "mingchuan")).entries(),
                        WorkCalendar.published());
    }

    private Meeting meeting(String body, String kind, String chair, Topic... topics) {
        return new Meeting(
                body,
                kind,
                DAY,
                "",
                chair,
                "",
                true,
                new MeetingWords(known, DAY)
                        .team(body).stream().map(seat -> seat.with(Presence.PRESENT)).toList(),
                List.of(topics));
    }

    private Meeting committee(Topic... topics) {
        return meeting("qingshi.gongwei", "党工委会", "qingshi.gongwei.secretary", topics);
    }

    private AskingRules rules() {
        return new AskingRules(known, CLERK, NOW);
    }

    private Supposing supposing(Meeting meeting) {
        return new MeetingWords(known, DAY).supposing(meeting);
    }

    private Optional<Requirement> asked(List<Requirement> of, String duty) {
        return of.stream()
                .filter(each -> AskingRules.duty(each.answer()).number().equals(duty))
                .findFirst();
    }

    private static Topic study() {
        return Topic.of("学习", List.of("第一议题"), "学习党的创新理论");
    }

    private static Topic decision() {
        return Topic.of("决策", List.of(), "街道文化站扩建资金安排");
    }

    @Test
    @DisplayName("首项不是第一议题就说还缺，调到首项就齐了")
    void firstItem() {
        Meeting wrong = committee(decision(), study());
        assertThat(
                        asked(Requirements.of(rules(), supposing(wrong)).whole(), "议题.第一")
                                .map(Requirement::state))
                .contains(State.MISSING);
        Meeting right = committee(study(), decision());
        Requirements requirements = Requirements.of(rules(), supposing(right));
        assertThat(asked(requirements.whole(), "议题.第一").map(Requirement::state))
                .contains(State.MET);
        assertThat(requirements.missing()).isZero();
    }

    @Test
    @DisplayName("到会、过半、末位是会上的事，不是会前的事")
    void inTheMeeting() {
        Requirements requirements =
                Requirements.of(rules(), supposing(committee(study(), decision())));
        List<Requirement> ofDecision = requirements.ofTopics().get(1);
        assertThat(ofDecision)
                .extracting(each -> AskingRules.duty(each.answer()).number())
                .contains("议决.过半", "表态.末位");
        assertThat(ofDecision).allMatch(each -> each.state() == State.AHEAD);
        assertThat(requirements.ofTopics().getFirst()).isEmpty();
    }

    @Test
    @DisplayName("六人的会：三人到会可以议决，人事要四人到会；四票同意才通过，学习不用表决")
    void thresholds() {
        Supposing supposing =
                supposing(committee(study(), decision(), Topic.of("人事", List.of(), "中层岗位调整")));
        assertThat(supposing.meeting().members()).hasSize(6);
        assertThat(new Thresholds(rules(), supposing, 1).quorum().map(Thresholds.Threshold::least))
                .contains(3);
        assertThat(new Thresholds(rules(), supposing, 2).quorum().map(Thresholds.Threshold::least))
                .contains(4);
        assertThat(
                        new Thresholds(rules(), supposing, 1)
                                .majority()
                                .map(Thresholds.Threshold::least))
                .contains(4);
        assertThat(new Thresholds(rules(), supposing, 0).majority()).isEmpty();
    }

    @Test
    @DisplayName("主持人等别人说完，引末位表态那一条；记了不发言的不用等；说完就轮到主持人")
    void chairSpeaksLast() {
        Meeting meeting = committee(decision());
        SpeakingOrder order = new SpeakingOrder(rules(), supposing(meeting), 0);
        assertThat(order.remaining()).hasSize(6).last().isEqualTo(CHAIR);
        assertThat(order.next()).isPresent().isNotEqualTo(Optional.of(CHAIR));
        assertThat(order.against(CHAIR).map(AskingRules::duty))
                .hasValueSatisfying(
                        duty ->
                                assertThat(duty.basis().citation())
                                        .isEqualTo("《明川县党委（党工委）会议议事规则》第9条"));
        Topic topic = meeting.topics().getFirst();
        for (String person : order.remaining().subList(0, 5)) {
            topic = topic.spoke(new Speech(person, "", "", person.equals("p022")));
        }
        SpeakingOrder then = new SpeakingOrder(rules(), supposing(meeting.with(0, topic)), 0);
        assertThat(then.against(CHAIR)).isEmpty();
        assertThat(then.next()).contains(CHAIR);
    }

    @Test
    @DisplayName("没有末位一条的会，谁先说都行")
    void noArticleNoOrder() {
        Meeting meeting =
                meeting("qingshi.gongwei", "部署会", "qingshi.gongwei.secretary", decision());
        SpeakingOrder order = new SpeakingOrder(rules(), supposing(meeting), 0);
        assertThat(order.against(CHAIR)).isEmpty();
        assertThat(new Thresholds(rules(), supposing(meeting), 0).quorum()).isEmpty();
    }

    @Test
    @DisplayName("人数不够不能宣布通过，可以宣布缓议")
    void quorumMissing() {
        Meeting few = committee(decision());
        List<Seat> seats = new ArrayList<>();
        for (Seat seat : few.seats()) {
            seats.add(seats.size() < 2 ? seat : seat.with(Presence.LEAVE));
        }
        Meeting sitting = few.seated(seats);
        assertThat(refusing(sitting, "通过")).contains("议决.到会");
        assertThat(refusing(sitting, "缓议")).isEmpty();
    }

    @Test
    @DisplayName("没有记到会的会，谁也不算到了，不能散；说先记到会")
    void rollNotTaken() {
        Meeting sitting =
                committee(study()).seated(new MeetingWords(known, DAY).team("qingshi.gongwei"));
        assertThat(sitting.present()).isEmpty();
        Refusal refusal = refusal(sitting);
        assertThat(refusal.title()).isEqualTo("现在不能散会入账：到会未记");
        assertThat(refusal.fact()).startsWith("先回到实录记到会");
        assertThat(closing(sitting).facts())
                .anyMatch(fact -> fact.toString().contains("应到6人，到会未记"));
    }

    @Test
    @DisplayName("都到了、还没有决定的会不能散，说的是哪一项没有决定，不说到会不够；点过去就能定")
    void undecided() {
        Meeting sitting = committee(study(), decision());
        Topic heard = study().resolved(Topic.Resolution.NONE.declared("听取"));
        Refusal refusal = refusal(sitting.with(0, heard));
        assertThat(refusal.title()).isEqualTo("现在不能散会入账：第2项还没有决定");
        assertThat(refusal.fact()).contains("应到6人，实到6人").contains("记下决定再散会");
        assertThat(refusal.waysOut())
                .extracting(Act::href)
                .singleElement()
                .asString()
                .endsWith("?topic=2#resolution");
    }

    @Test
    @DisplayName("第一项没有决定、第二项通过了：说的是第一项的到会和表决，不引第二项的条")
    void undecidedBesideCarried() {
        Topic carried =
                decision()
                        .voted("无记名", List.of(), Optional.of(new Topic.Tally(6, 0, 0, 0)))
                        .resolved(Topic.Resolution.NONE.declared("通过"));
        Refusal refusal = refusal(committee(Topic.of("决策", List.of(), "老旧小区改造"), carried));
        assertThat(refusal.title()).isEqualTo("现在不能散会入账：第1项还没有决定");
        assertThat(refusal.fact()).contains("“老旧小区改造”没有表决").doesNotContain("街道文化站扩建资金安排");
        assertThat(refusal.basis()).isEmpty();
    }

    @Test
    @DisplayName("有一项没有决定，另一项的票不够：先说不合的是哪一项、哪一条，先到那一项")
    void brokenBeforeOpen() {
        Topic carried = decision().resolved(Topic.Resolution.NONE.declared("通过"));
        Topic three = carried.voted("无记名", List.of(), Optional.of(new Topic.Tally(3, 3, 0, 0)));
        Refusal refusal = refusal(committee(three, decision()));
        assertThat(refusal.title()).isEqualTo("现在不能散会入账：第1项不合“赞成超过应到会成员半数方为通过”");
        assertThat(refusal.waysOut().getFirst().href()).endsWith("?topic=1#resolution");
        assertThat(refusal.fact()).contains("同意3票，不同意3票").contains("第2项还没有决定。");
        assertThat(refusal.basis()).contains("第11条").doesNotContain("第7条");
    }

    @Test
    @DisplayName("照记但不合的，说是哪一项不合")
    void brokenTopicNamed() {
        Topic first = decision().resolved(Topic.Resolution.NONE.declared("缓议"));
        Topic last =
                first.spoken(
                        List.of(
                                new Speech(CHAIR, "", "", false),
                                new Speech("p020", "", "", false)));
        assertThat(closing(committee(first, last)).broken())
                .filteredOn(asked -> asked.duty().equals("主要负责人最后表态"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.read()).startsWith("第2项。"));
    }

    @Test
    @DisplayName("要末位表态的议题没有记发言，散会以前说是哪一项、哪一条；记了就不说")
    void speechesNotShown() {
        Topic postponed = decision().resolved(Topic.Resolution.NONE.declared("缓议"));
        Topic heard = study().resolved(Topic.Resolution.NONE.declared("听取"));
        assertThat(closing(committee(heard, postponed, postponed)).unshown())
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.duty()).isEqualTo("主要负责人最后表态");
                            assertThat(asked.article()).contains("第9条");
                            assertThat(asked.read()).startsWith("第2、3项没有记全发言");
                        });
        Topic spoken =
                postponed.spoken(
                        List.of(
                                new Speech("p020", "", "", false),
                                new Speech(CHAIR, "", "", false)));
        assertThat(closing(committee(heard, spoken)).unshown()).isEmpty();
        Topic chairOnly = postponed.spoken(List.of(new Speech(CHAIR, "", "", false)));
        assertThat(closing(committee(heard, chairOnly)).unshown()).hasSize(1);
    }

    private Refusal refusal(Meeting meeting) {
        return closing(meeting).refusal().orElseThrow();
    }

    private ClosingPage closing(Meeting meeting) {
        KeptMeetings.KeptMeeting kept =
                new KeptMeetings.KeptMeeting(
                        new UUID(0, 1), meeting, CLERK, NOW, 1, "", OptionalLong.empty());
        return new ClosingDrawing(new MeetingWords(known, DAY), rules(), kept, DAY)
                .page(Optional.empty(), false);
    }

    private List<String> refusing(Meeting meeting, String decision) {
        Topic topic = meeting.topics().getFirst();
        Meeting declared = meeting.with(0, topic.resolved(topic.resolution().declared(decision)));
        return rules().opinions(declared).stream()
                .filter(Refusals.Opinion::refuses)
                .map(opinion -> opinion.verdict().obligation().duty().number())
                .toList();
    }

    @Test
    @DisplayName("制度规定无记名的只能无记名；没有规定的由会议定")
    void ballot() throws IOException {
        List<String> ways = List.of("口头", "举手", "无记名", "记名");
        Supposing staff = supposing(committee(Topic.of("人事", List.of(), "中层岗位调整")));
        assertThat(new Thresholds(rules(), staff, 0).methods(ways).values())
                .allMatch(Optional::isEmpty);
        enact("trial.ballot", "2026-01-01", BALLOT);
        Map<String, Optional<Refusals.Answer>> open =
                new Thresholds(rules(), staff, 0).methods(ways);
        assertThat(open.get("无记名")).isEmpty();
        assertThat(open.get("记名"))
                .hasValueSatisfying(
                        answer ->
                                assertThat(AskingRules.duty(answer).basis().citation())
                                        .isEqualTo("《人事无记名表决办法》第3条"));
        assertThat(
                        asked(Requirements.of(rules(), staff).ofTopics().getFirst(), "表决.无记名")
                                .map(Requirement::state))
                .as("用哪种表决方式是会上的事，会前不说还缺")
                .hasValue(State.AHEAD);
    }

    @Test
    @DisplayName("重大行政决策没有合法性审查，说还缺、引第25条；审查通过就已具备")
    void legalityReview() throws IOException {
        enactDecisions();
        long matter =
                enter(
                        "事项",
                        Map.of(
                                "机构", text("mingchuan.zhengfu"),
                                "类", text("重大行政决策"),
                                "名", text("老旧小区改造办法")));
        Topic topic = about(matter);
        Meeting meeting = meeting("mingchuan.zhengfu", "政府常务会", "mingchuan.zhengfu.head", topic);
        Requirement before = review(meeting);
        assertThat(before.state()).isEqualTo(State.MISSING);
        assertThat(before.forbids()).isTrue();
        assertThat(AskingRules.duty(before.answer()).basis().citation())
                .isEqualTo("《重大行政决策程序暂行条例》第25条");
        enter(
                "审查",
                Map.of(
                        "机构", text("mingchuan.zhengfu"),
                        "类", text("合法性审查"),
                        "事", text(String.valueOf(matter)),
                        "结论", text("通过")));
        assertThat(review(meeting).state()).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("在案事项自己不合的，议题下就说还缺、哪一条、看哪一号；补上调研就不说了")
    void researchBeforeTheDraft() throws IOException {
        enactDecisions();
        long research = enter("走访", Map.of("类", text("调研"), "人", text("mingchuan.zhengfu.head")));
        long unready = enter("事项", draft(Map.of()));
        long ready =
                enter(
                        "事项",
                        draft(
                                Map.of(
                                        "调研",
                                        new Content.Series(
                                                List.of(text(String.valueOf(research)))))));
        Asked asked = fault(unready).orElseThrow();
        assertThat(asked.mark().word()).isEqualTo("还缺");
        assertThat(asked.article()).startsWith("《重大行政决策程序暂行条例》第12条");
        assertThat(asked.ways())
                .containsExactly(new Link("看第" + unready + "号", "/records/" + unready));
        assertThat(fault(ready)).isEmpty();
    }

    private static Map<String, Content> draft(Map<String, Content> more) {
        Map<String, Content> draft = new HashMap<>(more);
        draft.put("机构", text("mingchuan.zhengfu"));
        draft.put("类", text("重大行政决策"));
        draft.put("名", text("老旧小区改造办法"));
        draft.put("起草日", text(DAY.toString()));
        return draft;
    }

    private Optional<Asked> fault(long matter) {
        Topic topic = about(matter);
        Meeting meeting = meeting("mingchuan.zhengfu", "政府常务会", "mingchuan.zhengfu.head", topic);
        return asked(Requirements.of(rules(), supposing(meeting)).ofTopics().getFirst(), "决策.先调研")
                .map(new MeetingWords(known, DAY)::asked);
    }

    @Test
    @DisplayName("会前要告知而没有告知的，说缺哪种计划、最晚哪天，点过去就记")
    void notice() throws IOException {
        enact(
                "meeting.agenda.notice",
                "2025-01-01",
                Files.readString(
                                Path.of(
                                        "institutions",
                                        "mingchuan",
                                        "meeting.agenda.notice",
                                        "2025-01-01.yaml"))
                        .replace("值: 待定", "值: 3日"));
        Meeting meeting = committee(decision());
        Asked asked =
                asked(Requirements.of(rules(), supposing(meeting)).ofTopics().getFirst(), "议题.会前告知")
                        .map(new MeetingWords(known, DAY)::asked)
                        .orElseThrow();
        assertThat(asked.read()).isEqualTo("缺计划（会议计划），最晚2026-11-17");
        assertThat(asked.ways())
                .singleElement()
                .satisfies(
                        way ->
                                assertThat(URLDecoder.decode(way.href(), UTF_8))
                                        .startsWith("/records/new/")
                                        .contains("机构=qingshi.gongwei", "类=会议计划"));
    }

    @Test
    @DisplayName("可选的在案事项，办到哪一笔了写在后面；会上议过的写议成什么")
    void mattersTold() {
        long matter =
                enter(
                        "事项",
                        Map.of(
                                "机构", text("qingshi.gongwei"),
                                "类", text("大额资金"),
                                "名", text("街道文化站修缮")));
        assertThat(offered(matter)).isEqualTo("大额资金：街道文化站修缮");
        long meeting =
                enter(
                        "会议",
                        Map.of(
                                "机构", text("qingshi.gongwei"),
                                "类", text("党工委会"),
                                "主持", text("qingshi.gongwei.secretary"),
                                "议程",
                                        new Content.Series(
                                                List.of(
                                                        MeetingText.group(
                                                                "类", text("决策"),
                                                                "事项", text(String.valueOf(matter)),
                                                                "决定", text("通过"))))));
        assertThat(offered(matter)).isEqualTo("大额资金：街道文化站修缮，已有党工委会第" + meeting + "号，通过");
    }

    private String offered(long matter) {
        return new MeetingWords(known, DAY)
                .matters().options(Set.of("qingshi.gongwei"), "").stream()
                        .filter(option -> option.value().equals(String.valueOf(matter)))
                        .map(Field.Option::label)
                        .findFirst()
                        .orElseThrow();
    }

    private static Topic about(long matter) {
        return new Topic(
                "决策",
                List.of(),
                "老旧小区改造办法",
                "",
                String.valueOf(matter),
                false,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Topic.Resolution.NONE,
                List.of());
    }

    private Requirement review(Meeting meeting) {
        return asked(Requirements.of(rules(), supposing(meeting)).ofTopics().getFirst(), "决策.先审后议")
                .orElseThrow();
    }

    @Test
    @DisplayName("办公室能筹备本街道的会，看不到别处的会")
    void bodies() {
        assertThat(new MeetingWords(known, DAY).bodies(CLERK.post()))
                .contains("qingshi.gongwei", "qingshi.nanqiao.zhibu")
                .doesNotContain("liuhe.dangwei", "mingchuan.xianwei");
        assertThat(new MeetingWords(known, DAY).team("qingshi.gongwei"))
                .allMatch(seat -> seat.capacity() == Capacity.MEMBER);
    }

    private static Content text(String words) {
        return new Content.Text(words);
    }

    private void enactDecisions() throws IOException {
        enact(
                "decision.administrative",
                "2019-09-01",
                Files.readString(
                        Path.of(
                                "institutions",
                                "state-council",
                                "decision.administrative",
                                "2019-09-01.yaml")));
    }

    private void enact(String id, String from, String text) {
        enter("施行", Map.of("编号", text(id), "自", text(from), "文", text(text)));
        assertThat(known.faults()).isEmpty();
    }

    private long enter(String kind, Map<String, Content> fields) {
        Draft draft =
                new Draft(
                        kind,
                        Occurred.on(DAY),
                        Recorder.SETUP,
                        EntryMode.REPORTED,
                        new Content.Group(fields));
        Entry entry = Entry.of(known.size() + 1, draft, NOW);
        known.apply(entry);
        return entry.number();
    }
}
