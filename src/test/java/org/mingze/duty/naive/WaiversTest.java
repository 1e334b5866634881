package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;
import org.mingze.duty.form.Extensions;
import org.mingze.journal.Entry;

@DisplayName("免与延：谁批的算数，从哪天算数，延多少")
class WaiversTest {
    private final Trial county =
            Trial.under(
                    """
                    记录:
                      托办: {英: Errand, 归: 机构, 字段: {机构: 机构, 人: 人, 额: 数}}
                    职责:
                      - {号: 月, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 月, 至少: 1}
                      - {号: 托, 谁: 于.机构, 督: 党委, 据: 自定 试 D, 式: 程式, 于: 托办, 须: '额 ≥ 1', 违则: 记, 可免: {批: 于.人}}
                      - {号: 限, 谁: 起.机构, 督: 党委, 据: 自定 试 D, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延, 可延: {次: 2, 限: 10日, 批: 上级(起.机构)}}
                    """);

    private void waive(String day, String... fields) {
        List<String> all = new ArrayList<>(List.of("编号", "try.own", "因", "防汛"));
        all.addAll(List.of(fields));
        county.on(day).add("免", all.toArray(String[]::new));
    }

    private OptionalAssert<Standing> assertMonth(String day) {
        return assertThat(county.standing(day, "月", "支1", "2026-01"));
    }

    @Test
    @DisplayName("免的那一日起才算免")
    void isNotWaivedBeforeTheDayOfTheAct() {
        waive("2026-02-10", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇1");

        assertMonth("2026-02-09").contains(Standing.BREACHED);
        assertMonth("2026-02-10").contains(Standing.WAIVED);
    }

    @Test
    @DisplayName("没有写谁批的不算免；写了它的岗批的也算那个机构批的")
    void asksWhoWaived() {
        waive("2026-02-05", "号", "月", "谁", "支1", "期", "2026-01");
        assertMonth("2026-02-10").contains(Standing.BREACHED);

        waive("2026-02-06", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇书");
        assertMonth("2026-02-10").contains(Standing.WAIVED);
    }

    @Test
    @DisplayName("没有写免谁的，谁也没有免；写了别人的也没有")
    void waivesNobodyWhomItDoesNotName() {
        waive("2026-02-05", "号", "月", "期", "2026-01", "批", "镇1");
        waive("2026-02-05", "号", "月", "谁", "支2", "期", "2026-01", "批", "镇1");
        assertMonth("2026-02-10").contains(Standing.BREACHED);

        waive("2026-02-06", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇1");
        assertMonth("2026-02-10").contains(Standing.WAIVED);
    }

    @Test
    @DisplayName("没有写停谁的，谁也没有停")
    void staysNobodyWhomItDoesNotName() {
        county.on("2026-01-06").add("停", "编号", "try.own", "号", "月", "批", "镇1", "因", "防汛");
        assertMonth("2026-01-10").contains(Standing.OPEN);

        county.on("2026-01-06").stay("停", "try.own", "月", "支1", "镇1");
        assertMonth("2026-01-10").contains(Standing.STAYED);
    }

    @Test
    @DisplayName("由机构批的，写它自己或它的负责人算，写它别的岗不算")
    void isWaivedByTheHeadOfTheBody() {
        county.on(Trial.SETUP).add("岗位", "号", "镇副", "名", "镇副", "于", "镇1", "职", "副书记");
        waive("2026-02-05", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇副");
        assertMonth("2026-02-10").contains(Standing.BREACHED);

        waive("2026-02-06", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇书");
        assertMonth("2026-02-10").contains(Standing.WAIVED);
    }

    @Test
    @DisplayName("制度写明几种岗都可批的，哪一个批都算，任这岗的人批也算，别的机构的同种岗不算")
    void isWaivedByAnyPostThatTheRuleNames() {
        Trial own =
                Trial.under(
                        """
                        职责:
                          - {号: 月, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 月, 至少: 1, 可免: {批: 镇领导}}
                        """);
        own.on(Trial.SETUP).add("岗位", "号", "镇副", "名", "镇副", "于", "镇1", "职", "副书记");
        own.on(Trial.SETUP).add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        own.on(Trial.SETUP).add("任", "人", "乙", "岗", "镇副");
        for (String by : List.of("支副", "镇1", "甲", "县")) {
            own.on("2026-02-05")
                    .add("免", "编号", "try.own", "号", "月", "谁", "支1", "期", "2026-01", "批", by);
            assertThat(own.standing("2026-02-10", "月", "支1", "2026-01"))
                    .as(by)
                    .contains(Standing.BREACHED);
        }
        for (String by : List.of("镇书", "镇副", "乙")) {
            long act =
                    own.on("2026-02-05")
                            .add(
                                    "免", "编号", "try.own", "号", "月", "谁", "支1", "期", "2026-01", "批",
                                    by);
            assertThat(own.standing("2026-02-10", "月", "支1", "2026-01"))
                    .as(by)
                    .contains(Standing.WAIVED);
            own.on("2026-02-05").withdraw(act);
        }
    }

    private Standing errand(String by) {
        long errand = county.on("2026-01-05").add("托办", "机构", "支1", "人", "乙", "额", "0");
        waive("2026-01-06", "号", "托", "谁", "支1", "件", Long.toString(errand), "批", by);
        return county.verdict("2026-01-10", "托", "支1", "", "件" + errand).standing();
    }

    @Test
    @DisplayName("由一个人批的，写他本人或他任的岗都算，写别人、别的岗不算")
    void isWaivedByAPersonOrThePostHeld() {
        county.on(Trial.SETUP).add("任", "人", "乙", "岗", "镇书");
        county.on(Trial.SETUP).add("岗位", "号", "县书", "名", "县书", "于", "县", "职", "书记");

        assertThat(errand("乙")).isEqualTo(Standing.WAIVED);
        assertThat(errand("镇书")).isEqualTo(Standing.WAIVED);
        assertThat(errand("县书")).isEqualTo(Standing.BREACHED);
        assertThat(errand("甲")).isEqualTo(Standing.BREACHED);
    }

    private LocalDate due(String day, long submission) {
        return county.verdict(day, "限", "支1", "", "件" + submission).due().orElseThrow();
    }

    private Entry extend(String day, long submission, String... fields) {
        List<String> all =
                new ArrayList<>(List.of("编号", "try.own", "号", "限", "件", Long.toString(submission)));
        all.addAll(List.of(fields));
        county.on(day).add("延", all.toArray(String[]::new));
        return county.entries().getLast();
    }

    @Test
    @DisplayName("没有写延多少的，延到可延的最多；写得更多的也是；写得少的延所写的；明日才延的今日不延")
    void isExtendedByWhatIsGrantedWithinWhatIsAllowed() {
        long open = county.on("2026-01-05").add("来件", "机构", "支1");
        extend("2026-01-08", open, "批", "镇1");
        assertThat(due("2026-01-07", open)).isEqualTo("2026-01-10");
        assertThat(due("2026-01-08", open)).isEqualTo("2026-01-20");

        long much = county.on("2026-01-05").add("来件", "机构", "支1");
        extend("2026-01-08", much, "批", "镇1", "限", "30日");
        assertThat(due("2026-01-20", much)).isEqualTo("2026-01-20");

        long little = county.on("2026-01-05").add("来件", "机构", "支1");
        extend("2026-01-08", little, "批", "镇1", "限", "3日");
        assertThat(due("2026-01-20", little)).isEqualTo("2026-01-13");
    }

    @Test
    @DisplayName("有权延的批的才有权，不可延的谁批都无权")
    void isAuthorizedToExtendByTheAuthorityAlone() {
        long submission = county.on("2026-01-05").add("来件", "机构", "支1");
        Entry right = extend("2026-01-08", submission, "批", "镇1");
        Entry wrong = extend("2026-01-08", submission, "批", "支1");
        AsOf asOf = new AsOf(county.known(), LocalDate.of(2026, 1, 20));
        Obligation owed =
                county.verdict("2026-01-20", "限", "支1", "", "件" + submission).obligation();
        Obligation month = county.verdict("2026-01-20", "月", "支1", "", "2026-01").obligation();

        assertThat(Extensions.isAuthorized(right, owed, asOf)).isTrue();
        assertThat(Extensions.isAuthorized(wrong, owed, asOf)).isFalse();
        assertThat(Extensions.isAuthorized(right, month, asOf)).isFalse();
    }
}
