package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingze.institution.expression.Value.Reference.body;
import static org.mingze.institution.expression.Value.Reference.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Issued;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.WorkRecord;

@DisplayName("该提醒、督办的，做了没有")
class IssuedTest {
    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 10);
    private static final Optional<Reference> TOWN = Optional.of(body("镇1"));
    private static final Optional<Reference> BRANCH = Optional.of(body("支1"));

    private final Trial county = new Trial("try.ladders");

    private List<Long> issued(
            String act,
            Optional<Reference> authority,
            Optional<Reference> breaching,
            Optional<Long> trigger) {
        return issued(county, act, authority, breaching, trigger);
    }

    private static List<Long> issued(
            Trial county,
            String act,
            Optional<Reference> authority,
            Optional<Reference> breaching,
            Optional<Long> trigger) {
        Situation situation = county.situation("2026-02-20");
        return Issued.of(act, authority, breaching, trigger, BEGAN, situation).stream()
                .filter(Issued.Act::isSure)
                .map(taken -> taken.record().number())
                .toList();
    }

    /// What may be such an act, and the fields that would tell.
    private static Map<Long, List<String>> open(Trial county) {
        Situation situation = county.situation("2026-02-20");
        return Issued.of("提醒", TOWN, BRANCH, Optional.empty(), BEGAN, situation).stream()
                .filter(act -> !act.isSure())
                .collect(Collectors.toMap(act -> act.record().number(), Issued.Act::untold));
    }

    @Test
    @DisplayName("没写哪一类、谁做的、对谁的，是不是都不详，各说缺哪一栏；写了的有一栏不合就不是")
    void doesNotKnowWhatIsNotTold() {
        long nobody = county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒");
        long another = county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒", "向", "镇1");
        long anyKind = county.on("2026-01-12").add("督办", "机构", "镇1", "向", "支1");
        long anyBody = county.on("2026-01-12").add("督办", "机构", "不详", "类", "提醒", "向", "支1");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒", "向", "支1");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "约谈");
        county.on("2026-01-12").add("督办", "机构", "县", "类", "提醒");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒", "向", "镇1", "人", "镇书");

        assertThat(open(county))
                .isEqualTo(
                        Map.of(
                                nobody, List.of("人", "向"),
                                another, List.of("人"),
                                anyKind, List.of("类"),
                                anyBody, List.of("机构")));
    }

    @Test
    @DisplayName("类型写明了对哪一栏的，只看那一栏：填了别人就不是，没填才不详")
    void asksTheFieldThatTheTypeNames() {
        Trial own =
                Trial.under(
                        """
                        记录:
                          函: {英: Letter, 归: 机构, 对: 向, 字段: {机构: 机构, 类: 词(督办类), 向: 机构, 抄: 岗}}
                        职责:
                          - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: 学习}
                        """);
        own.on("2026-01-12").add("函", "机构", "镇1", "类", "提醒", "向", "镇1");
        own.on("2026-01-12").add("函", "机构", "镇1", "类", "提醒", "向", "镇1", "抄", "支书");
        long open = own.on("2026-01-12").add("函", "机构", "镇1", "类", "提醒", "抄", "支书");
        long sure = own.on("2026-01-12").add("函", "机构", "镇1", "类", "提醒", "向", "支1");

        assertThat(issued(own, "提醒", TOWN, BRANCH, Optional.empty())).containsExactly(sure);
        assertThat(open(own)).isEqualTo(Map.of(open, List.of("向")));
    }

    @Test
    @DisplayName("那一类、由该做的做、做给违的一方、在违责之后的才算，先做的在前")
    void findsTheActsOfTheAuthorityTowardsWhoeverBreached() {
        long later = county.on("2026-01-20").add("督办", "机构", "镇1", "类", "提醒", "向", "支1");
        long first = county.on("2026-01-10").add("督办", "机构", "镇1", "类", "提醒", "人", "支书");
        county.on("2026-01-09").add("督办", "机构", "镇1", "类", "提醒", "向", "支1");
        county.on("2026-02-21").add("督办", "机构", "镇1", "类", "提醒", "向", "支1");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "约谈", "向", "支1");
        county.on("2026-01-12").add("督办", "机构", "县", "类", "提醒", "向", "支1");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒", "向", "镇1");
        county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒");
        county.on("2026-01-12").add("学习", "机构", "镇1", "主讲", "支书");

        assertThat(issued("提醒", TOWN, BRANCH, Optional.empty())).containsExactly(first, later);
    }

    @Test
    @DisplayName("承起因记录而来的，不写对谁也算")
    void findsTheActsThatFollowTheTrigger() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1");
        long other = county.on("2026-01-05").add("来件", "机构", "支1");
        long act =
                county.on("2026-01-12").add("督办", "机构", "镇1", "类", "提醒", "缘", Long.toString(one));

        assertThat(issued("提醒", TOWN, BRANCH, Optional.of(one))).containsExactly(act);
        assertThat(issued("提醒", TOWN, BRANCH, Optional.of(other))).isEmpty();
        assertThat(issued("提醒", TOWN, Optional.empty(), Optional.of(one))).containsExactly(act);
    }

    @Test
    @DisplayName("该由一个岗位做的，只写单位、别人记的，看不出是他做的；他自己记的算")
    void asksThePostItself() {
        Optional<Reference> head = Optional.of(post("镇书"));
        String[] fields = {"机构", "镇1", "类", "提醒", "向", "支1"};
        county.on("2026-01-12").add("督办", fields);
        county.on("2026-01-12").by("乙", "支书").add("督办", fields);
        long own = county.on("2026-01-13").by("乙", "镇书").add("督办", fields);

        assertThat(issued("提醒", head, BRANCH, Optional.empty())).containsExactly(own);
        assertThat(issued("提醒", TOWN, BRANCH, Optional.empty())).hasSize(3).contains(own);
    }

    @Test
    @DisplayName("写明为别的事做的，对的是同一个单位也不算；须批的可以承批准而来")
    void isForItsOwnCause() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1");
        long other = county.on("2026-01-06").add("来件", "机构", "支1");
        String[] cited = {"机构", "镇1", "类", "提醒", "向", "支1", "缘", Long.toString(other)};
        long act = county.on("2026-01-12").add("督办", cited);
        Situation situation = county.situation("2026-02-20");
        List<DutyForm.Rung> rungs = ((DutyForm.Escalation) county.form("升.级")).rungs();
        List<Issued.Act> found = Issued.of("提醒", TOWN, BRANCH, Optional.of(one), BEGAN, situation);

        assertThat(found).extracting(each -> each.record().number()).containsExactly(act);
        assertThat(Issued.forCause(found, rungs.get(0), Optional.of(one), situation)).isEmpty();
        assertThat(Issued.forCause(found, rungs.get(0), Optional.of(other), situation)).hasSize(1);
        assertThat(Issued.forCause(found, rungs.get(1), Optional.of(one), situation)).hasSize(1);
    }

    @Test
    @DisplayName("不知该由谁做的，谁做的都算；不知是谁违的，写了对谁也不算")
    void asksNothingOfAnAuthorityThatIsUnknown() {
        long act = county.on("2026-01-12").add("督办", "机构", "县", "类", "提醒", "向", "支1");

        assertThat(issued("提醒", Optional.empty(), BRANCH, Optional.empty())).containsExactly(act);
        assertThat(issued("提醒", TOWN, Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    @DisplayName("一栏里写了几个人的，对其中哪一个做都算对他做了")
    void looksAtEverybodyInAList() {
        long study = county.on("2026-01-12").add("学习", "机构", "镇1", "类", "研讨", "参加", "乙|甲");
        county.on("2026-01-12").add("学习", "机构", "镇1", "类", "研讨", "参加", "乙|");

        assertThat(issued("研讨", TOWN, BRANCH, Optional.empty())).containsExactly(study);
    }

    @Test
    @DisplayName("几种记录里都有那一类的，混在一起按先后；类是随手写的，写了那个词也不算")
    void findsTheActsOfEveryTypeThatListsTheWord() {
        Trial own =
                Trial.under(
                        """
                        记录:
                          函: {英: Letter, 归: 机构, 字段: {机构: 机构, 类: 词(督办类), 向: 机构}}
                          便条: {英: Slip, 归: 机构, 字段: {机构: 机构, 类: 文, 向: 机构}}
                        职责:
                          - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: 学习}
                        """);
        String[] fields = {"机构", "镇1", "类", "提醒", "向", "支1"};
        long second = own.on("2026-01-14").add("函", fields);
        long third = own.on("2026-01-16").add("督办", fields);
        long first = own.on("2026-01-12").add("督办", fields);
        long fourth = own.on("2026-01-18").add("函", fields);
        own.on("2026-01-15").add("便条", fields);

        assertThat(issued(own, "提醒", TOWN, BRANCH, Optional.empty()))
                .containsExactly(first, second, third, fourth);
    }

    private boolean isApproved(long act) {
        DutyForm.Rung rung = ((DutyForm.Escalation) county.form("升.级")).rungs().get(1);
        Situation breached = county.situation("2026-02-20").borneBy(Optional.of(post("支书")));
        WorkRecord record = county.known().records().find(act).orElseThrow();
        List<Issued.Act> acts = List.of(new Issued.Act(record, Certainty.TRUE, List.of()));
        return Issued.approved(acts, rung, BEGAN, breached).stream().anyMatch(Issued.Act::isSure);
    }

    private long acted(String day, long approval) {
        return county.on(day)
                .add("督办", "机构", "县", "类", "督办", "缘", Long.toString(approval), "向", "支1");
    }

    @Test
    @DisplayName("须批的，承批准者在违责之后、行此之前所记的才算批过，违责和行此的当日都算")
    void isApprovedByWhatTheApproverRecordedInBetween() {
        long onTheFirstDay = county.on("2026-01-10").add("学习", "机构", "镇1");
        long before = county.on("2026-01-09").add("学习", "机构", "镇1");
        long byAnother = county.on("2026-01-12").add("学习", "机构", "支1");
        long afterwards = county.on("2026-01-21").add("学习", "机构", "镇1");

        assertThat(isApproved(acted("2026-01-10", onTheFirstDay))).isTrue();
        assertThat(isApproved(acted("2026-01-20", onTheFirstDay))).isTrue();
        assertThat(isApproved(acted("2026-01-20", before))).isFalse();
        assertThat(isApproved(acted("2026-01-20", byAnother))).isFalse();
        assertThat(isApproved(acted("2026-01-20", afterwards))).isFalse();
        assertThat(isApproved(county.on("2026-01-20").add("督办", "机构", "县", "类", "督办"))).isFalse();
    }
}
