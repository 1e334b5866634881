package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Value.Reference;

@DisplayName("违了以后逐级升，和违了以后要说明的")
class LaddersTest {
    private final Trial county = new Trial("try.ladders");

    private static String rung(int number, String duty, String occasion) {
        return "升" + number + "|try.ladders|" + duty + "|支1||" + occasion;
    }

    private Verdict first(String day, long submission) {
        return county.verdict(day, "升.级", "镇1", "支1", rung(1, "升.答", "件" + submission));
    }

    @Test
    @DisplayName("做在限内的履行，做在限后的迟履")
    void isLateAfterItsLimit() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        long other = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        LocalDate due = first("2026-01-20", one).due().orElseThrow();
        remind(due, "缘", Long.toString(one), "向", "镇1", "人", "镇书");
        county.on(due.plusDays(1)).add("督办", "机构", "镇1", "类", "提醒", "缘", Long.toString(other));

        assertThat(first("2026-03-10", one).standing()).isEqualTo(Standing.FULFILLED);
        assertThat(first("2026-03-10", other).standing()).isEqualTo(Standing.LATE);
        assertThat(first("2026-03-10", one).note()).isEqualTo("已提醒");
    }

    private void remind(LocalDate day, String... fields) {
        List<String> all = new ArrayList<>(List.of("机构", "镇1", "类", "提醒"));
        all.addAll(List.of(fields));
        county.on(day).add("督办", all.toArray(String[]::new));
    }

    private Optional<Standing> standing(String day, long submission) {
        String rung = rung(1, "升.答", "件" + submission);
        return county.standing(day, "升.级", "镇1", "支1", rung);
    }

    @Test
    @DisplayName("有一件没写对谁的，过了限是缺据，不是违；限内可能做过的，后来做的也不定是迟")
    void isNotBreachedWhileAnActMayBeTheOne() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        LocalDate due = first("2026-01-20", one).due().orElseThrow();
        remind(due.plusDays(2));

        assertThat(standing(due.toString(), one)).contains(Standing.OPEN);
        assertThat(standing(due.plusDays(1).toString(), one)).contains(Standing.BREACHED);
        assertThat(standing(due.plusDays(2).toString(), one)).contains(Standing.UNPROVEN);
        assertThat(first("2026-03-10", one).rejected())
                .singleElement()
                .satisfies(open -> assertThat(open.read()).isEqualTo("人、向不详"));

        remind(due.plusDays(3), "向", "支1");
        assertThat(standing("2026-03-10", one)).contains(Standing.LATE);
        remind(due);
        assertThat(standing("2026-03-10", one)).contains(Standing.UNPROVEN);
        remind(due, "人", "支书");
        assertThat(standing("2026-03-10", one)).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("那一类的记录建账以前的不全，过了限是缺据")
    void isNotBreachedBeforeTheBooksBegin() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        LocalDate due = first("2026-01-20", one).due().orElseThrow();
        county.on(due).add("建账", "型", "督办", "自", due.toString());

        assertThat(standing(due.plusDays(1).toString(), one)).contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("所依的违责没了，那一级撤")
    void isRevokedOnceThereIsNoBreach() {
        long submission = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        Obligation owed = first("2026-01-20", submission).obligation();
        county.on("2026-01-21").correct(submission, "类", "急件");

        Verdict verdict = new Obligations(county.known(), LocalDate.of(2026, 1, 21)).judge(owed);
        assertThat(verdict.standing()).isEqualTo(Standing.REVOKED);
        assertThat(verdict.note()).isEqualTo("所依的违责不再成立");
    }

    private void study(String day, String kind) {
        county.on(day).add("学习", "机构", "支1", "类", kind);
    }

    private OptionalAssert<Standing> assertReached(String duty, String week) {
        String authority = "镇1";
        return assertThat(
                county.standing("2026-02-06", duty, authority, "支1", rung(1, "升.周", week)));
    }

    @Test
    @DisplayName("连着违两次才到的，中间履行过一次就从头数；不复位的接着数")
    void countsAnewAfterAFulfilmentUnlessTheRuleKeepsTheCount() {
        study("2026-01-06", "研讨");
        study("2026-01-20", "研讨");

        assertReached("升.连", "2026-W05").isEmpty();
        assertReached("升.次", "2026-W05").isPresent();
    }

    @Test
    @DisplayName("连着违了两次，第二次到")
    void isReachedByTheSecondBreachInARow() {
        study("2026-01-06", "研讨");

        assertReached("升.连", "2026-W03").isEmpty();
        assertReached("升.连", "2026-W04").isPresent();
        assertReached("升.连", "2026-W05").isEmpty();
    }

    private Verdict explained(String day, String week) {
        return county.verdict(day, "升.说", "支1", "支1", "违|try.ladders|升.周|支1||" + week);
    }

    @Test
    @DisplayName("违的一方自己担的，由它自己说明；违以前的说明不算，限内的算")
    void isExplainedByWhoBreached() {
        study("2026-01-11", "自学");
        Verdict open = explained("2026-01-13", "2026-W02");
        assertThat(open.standing()).isEqualTo(Standing.OPEN);
        assertThat(open.obligation().bearer()).contains(Reference.body("支1"));

        study("2026-01-13", "自学");
        assertThat(explained("2026-01-13", "2026-W02").standing()).isEqualTo(Standing.FULFILLED);
    }

    @Test
    @DisplayName("由上面的角色担的，找离违的一方最近的那个")
    void isOwedByTheNearestMemberAbove() {
        String week = "违|try.ladders|升.说|支1|支1|违|try.ladders|升.周|支1||2026-W02";
        Obligations now = new Obligations(county.known(), LocalDate.of(2026, 2, 20));

        assertThat(now.raised(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11)))
                .filteredOn(owed -> owed.occasion().code().equals(week))
                .singleElement()
                .satisfies(owed -> assertThat(owed.bearer()).contains(Reference.body("镇1")));
    }

    @Test
    @DisplayName("违以前问是未到，违没了就撤，建账以前的说不详")
    void isAheadRevokedOrUnknownLikeTheBreach() {
        Obligation owed = explained("2026-01-13", "2026-W02").obligation();
        Verdict earlier = new Obligations(county.known(), LocalDate.of(2026, 1, 11)).judge(owed);
        assertThat(earlier.standing()).isEqualTo(Standing.REVOKED);
        assertThat(earlier.note()).isEqualTo("所依的违责不再成立");

        county.on("2026-01-14").add("建账", "型", "学习", "自", "2026-03-01");
        Obligations opened = new Obligations(county.known(), LocalDate.of(2026, 1, 14));
        assertThat(opened.judge(owed).standing()).isEqualTo(Standing.REVOKED);
    }

    @Test
    @DisplayName("只问几个主体的，只有他们担的那几级和那几件说明")
    void raisesForTheBearersAskedAbout() {
        county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        Set<Reference> asked = Set.of(Reference.body("镇1"));
        LocalDate day = LocalDate.of(2026, 2, 20);
        LocalDate from = LocalDate.of(2026, 1, 1);
        Obligations all = new Obligations(county.known(), day);

        assertThat(new Obligations(county.known(), day, asked).raised(from, day))
                .containsExactlyInAnyOrderElementsOf(
                        all.raised(from, day).stream()
                                .filter(owed -> owed.bearer().filter(asked::contains).isPresent())
                                .toList());
    }

    @Test
    @DisplayName("期内做过一部分、窗口以后补足的，补足那日才算补正，之前到的那一级撤")
    void lapsesOnTheDayOnWhichItWasMadeUp() {
        Trial own =
                Trial.under(
                        """
                        职责:
                          - {号: 窗, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 年, 窗: {自: 01-05, 至: 01-20}, 至少: 2}
                          - {号: 升, 谁: 党委, 据: 自定 试 D, 式: 升级, 因: 违(窗), 级: [{满: 2日, 做: 提醒, 由: 党委}]}
                        """);
        own.on("2026-01-10").add("学习", "机构", "支1");
        own.on("2026-02-10").add("学习", "机构", "支1");

        assertThat(own.standing("2026-02-20", "升", "镇1", "支1", "升1|try.own|窗|支1||2026"))
                .contains(Standing.REVOKED);
    }

    @Test
    @DisplayName("几个岗都违了的，各说各的")
    void isExplainedByEachPostThatBreached() {
        Trial own =
                Trial.under(
                        """
                        职责:
                          - {号: 周, 谁: 支委们, 督: 党委, 据: 自定 试 D, 式: 频次, 做: {录: 学习, 归: 主讲}, 每: 月, 至少: 1}
                          - {号: 说, 谁: 支委们, 督: 党委, 据: 自定 试 D, 式: 时限, 起: 违(周), 止: {录: 学习, 归: 主讲}, 限: 5日, 末日遇休: 不顺延}
                        """);
        own.on(Trial.SETUP).add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        for (String post : List.of("支书", "支副")) {
            assertThat(
                            own.standing(
                                    "2026-02-02",
                                    "说",
                                    post,
                                    post,
                                    "违|try.own|周|" + post + "||2026-01"))
                    .contains(Standing.OPEN);
        }
    }

    @Test
    @DisplayName("违了要说明的，限照违那日的数；升级的一级，满照违那日的数，限照到级那日的数，以后改了不动")
    void readsTheLimitOfTheDayThatGoverns() {
        Trial own =
                Trial.under(
                        """
                        参数:
                          日数: {型: 时长, 单位: 日, 值: 5日, 许设: [县]}
                          等: {型: 时长, 单位: 日, 值: 2日, 许设: [县]}
                        职责:
                          - {号: 月, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: {录: 学习, 且: '类 = "研讨"'}, 每: 月, 至少: 1}
                          - {号: 说, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 时限, 起: 违(月), 止: {录: 学习, 且: '类 = "自学"'}, 限: 日数, 末日遇休: 不顺延}
                          - {号: 升, 谁: 党委, 据: 自定 试 D, 式: 升级, 因: 违(月), 级: [{满: 等, 做: 提醒, 由: 党委, 限: 日数}, {满: 20日, 做: 督办, 由: 党委, 限: 日数}]}
                        """);
        own.on("2026-02-08").add("设参", "编号", "try.own", "参", "日数", "值", "30日", "自", "2026-02-10");
        own.on("2026-02-01").add("设参", "编号", "try.own", "参", "等", "值", "9日", "自", "2026-02-02");
        String breach = "|try.own|月|支1||2026-01";

        assertThat(own.verdict("2026-02-20", "说", "支1", "支1", "违" + breach).due())
                .contains(LocalDate.of(2026, 2, 6));
        for (String day : List.of("2026-02-09", "2026-02-20")) {
            assertThat(own.verdict(day, "升", "镇1", "支1", "升1" + breach).due())
                    .contains(LocalDate.of(2026, 2, 8));
        }
        assertThat(own.standing("2026-02-20", "升", "镇1", "支1", "升2" + breach)).isEmpty();
        assertThat(own.verdict("2026-02-21", "升", "镇1", "支1", "升2" + breach).due())
                .contains(LocalDate.of(2026, 3, 23));
    }

    @Test
    @DisplayName("到级那日的数待定，那一级未启用；那日以前定了的照定的")
    void isInactiveWhileItsNumberIsOpen() {
        county.on("2026-01-06")
                .add("设参", "编号", "try.ladders", "参", "连限", "值", "6日", "自", "2026-01-20");

        assertReached("升.连", "2026-W03").contains(Standing.INACTIVE);
        assertReached("升.连", "2026-W05").isEmpty();
    }
}
