package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.journal.Content;

/// Near misses that random histories seldom hit; the naive evaluator shares every answer.
@DisplayName("边界上的判定")
class BoundariesTest {
    private final Trial steps = new Trial("try.steps");
    private final Trial loops = new Trial("try.loops");
    private final Trial rotas = new Trial("try.rotas");
    private final Trial cycles = new Trial("try.cycles");
    private final Trial answering = new Trial("try.answering");
    private final Trial ladders = new Trial("try.ladders");
    private final Trial counting = new Trial("try.counting");

    private long matter(String day) {
        return steps.on(day).add("事项", "机构", "支1", "大", "是");
    }

    private long review(String day, long matter, String kind) {
        return steps.on(day).add("审查", "机构", "支1", "事", Long.toString(matter), "类", kind, "过", "是");
    }

    private OptionalAssert<Standing> assertStep(long matter, long review) {
        return assertThat(
                steps.standing("2026-02-20", "步.序", "支1", Long.toString(matter), "件" + review));
    }

    @Test
    @DisplayName("第一步之前没有步，做了就是履行")
    void isFulfilledByTheFirstStep() {
        long matter = matter("2026-01-05");
        long review = review("2026-01-06", matter, "论证");

        assertStep(matter, review).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("可缺的一步缺了也行，不可缺的一步缺了就违")
    void mayLackOnlyAStepThatMayBeLacking() {
        long matter = matter("2026-01-05");
        long early = review("2026-01-06", matter, "合法");
        review("2026-01-08", matter, "论证");
        long late = review("2026-01-09", matter, "合法");

        assertStep(matter, early).contains(Standing.BREACHED);
        assertStep(matter, late).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("与前一步同日的隔得不够，隔一日正好")
    void keepsItsDistanceFromTheStepBefore() {
        long matter = matter("2026-01-05");
        review("2026-01-06", matter, "论证");
        long near = review("2026-01-06", matter, "评估");
        long far = review("2026-01-07", matter, "评估");

        assertStep(matter, near).contains(Standing.BREACHED);
        assertStep(matter, far).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("再前一步不论隔多久")
    void asksNoDistanceOfTheStepBeforeThat() {
        long matter = matter("2026-01-05");
        review("2026-01-08", matter, "论证");
        long review = review("2026-01-08", matter, "合法");

        assertStep(matter, review).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("不详是哪一步的，自己缺据；前面有一条不详的，后面的也缺据")
    void leavesAStepThatCannotBeToldOpen() {
        long matter = matter("2026-01-05");
        long untold = steps.on("2026-01-06").add("审查", "机构", "支1", "事", Long.toString(matter));
        long next = review("2026-01-08", matter, "评估");

        assertStep(matter, untold).contains(Standing.UNPROVEN);
        assertStep(matter, next).contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("不详的一条离得太近，不算可能的前一步")
    void isNotSavedByADoubtfulStepThatIsTooNear() {
        long matter = matter("2026-01-05");
        steps.on("2026-01-08").add("审查", "机构", "支1", "事", Long.toString(matter));
        long review = review("2026-01-08", matter, "评估");

        assertStep(matter, review).contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("限外才补填的，问到补填之前仍是违")
    void isNotFilledBeforeTheDayOfTheCorrection() {
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书");
        loops.on("2026-02-20").correct(finding, "原因", "制度不全");

        assertThat(loops.standing("2026-01-20", "闭.齐", "支1", "件" + finding))
                .contains(Standing.BREACHED);
        assertThat(loops.standing("2026-02-20", "闭.齐", "支1", "件" + finding))
                .contains(Standing.LATE);
    }

    @Test
    @DisplayName("齐了而期限不详：齐限之内在办，过了齐限和宽限缺据")
    void isUndatedOnlyAfterTheTimeToFill() {
        loops.rewrite("2026-01-02", "须齐: [原因, 期限, 承.措施]", "须齐: [原因, 承.措施]");
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书", "原因", "不严");
        loops.on("2026-01-06").add("措施", "问题", Long.toString(finding));

        assertThat(loops.standing("2026-01-16", "闭.全", "支书", "件" + finding))
                .contains(Standing.OPEN);
        assertThat(loops.standing("2026-01-17", "闭.全", "支书", "件" + finding))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("起算之日未填，闭环缺据")
    void isUnprovenWhileItsStartIsUnknown() {
        loops.rewrite("2026-01-02", "起: 问题, 止: 销号,", "起: {录: 问题, 时: 期限}, 止: 销号,");
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1");

        assertThat(loops.standing("2026-01-20", "闭.止", "支1", "件" + finding))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("起算之日未填而要填齐的，齐限不详，闭环缺据")
    void isUnprovenWhileTheTimeToFillIsUnknown() {
        loops.rewrite(
                "2026-01-02", "起: 问题, 须齐: [原因, 期限, 承.措施]", "起: {录: 问题, 时: 期限}, 须齐: [原因, 承.措施]");
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书", "原因", "不严");
        loops.on("2026-01-06").add("措施", "问题", Long.toString(finding));

        assertThat(loops.standing("2026-01-07", "闭.全", "支书", "件" + finding))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("须有后续记录的，凭那一条履行")
    void isWitnessedByTheRecordThatHadToFollow() {
        loops.rewrite("2026-01-02", "须齐: [原因], 齐限: 5工作日", "须齐: [原因, 承.措施], 齐限: 5工作日");
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书", "原因", "不严");

        assertThat(loops.standing("2026-01-12", "闭.齐", "支1", "件" + finding))
                .contains(Standing.OPEN);
        loops.on("2026-01-12").add("措施", "问题", Long.toString(finding));
        assertThat(loops.standing("2026-01-12", "闭.齐", "支1", "件" + finding))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("汛期跨年的，年尾年头都排班，中间不排")
    void isInASeasonThatCrossesTheYear() {
        rotas.rewrite("2026-01-02", "自: 01-10, 至: 02-20", "自: 03-10, 至: 01-20");

        assertThat(rotas.standing("2026-01-13", "班.移", "支书", "2026-01-13")).contains(Standing.OPEN);
        assertThat(rotas.standing("2026-01-20", "班.移", "支书", "2026-01-20")).contains(Standing.OPEN);
        assertThat(rotas.standing("2026-01-27", "班.移", "支书", "2026-01-27")).isEmpty();
        assertThat(rotas.standing("2026-03-10", "班.移", "支书", "2026-03-10")).contains(Standing.OPEN);
    }

    private static Content row(String day, String post) {
        return new Content.Group(Map.of("日", new Content.Text(day), "人", new Content.Text(post)));
    }

    @Test
    @DisplayName("表上排了已撤的岗位，不成一班；排在所问各日之外的也不问")
    void asksOnlyForRowsOfPostsThatThereAre() {
        rotas.on("2026-02-01").add("撤销岗位", "岗", "镇书");
        rotas.on("2026-01-10")
                .add(
                        "计划",
                        Map.of(
                                "机构",
                                new Content.Text("支1"),
                                "项",
                                new Content.Series(
                                        List.of(
                                                row("2026-02-03", "支书"),
                                                row("2026-02-03", "镇书"),
                                                row("2026-06-01", "支书")))));

        assertThat(rotas.standing("2026-02-10", "班.表", "镇书", "2026-02-03")).isEmpty();
        assertThat(rotas.standing("2026-06-10", "班.表", "支书", "2026-06-01")).isEmpty();
    }

    @Test
    @DisplayName("按表排班的，一班写表上那一行自己的话：哪一日、哪个岗位，不写内部的写法")
    void saysTheRowOfARosterInItsOwnWords() {
        Content row = new Content.Group(fields("日", "2026-02-03", "人", "支书"));
        Content rows = new Content.Series(List.of(row));
        rotas.on("2026-01-10").add("计划", Map.of("机构", new Content.Text("支1"), "项", rows));
        Verdict verdict = rotas.verdict("2026-02-10", "班.表", "支书", "2026-02-03+支书", "2026-02-03");

        assertThat(verdict.obligation().key().toString()).doesNotContain("Day[", "value=");
        assertThat(Sentences.covered(verdict, rotas.known().organization()))
                .isEqualTo("2026-02-03、支书");
        assertThat(rotas.standing("2026-02-10", "班.表", "支书", "2026-02-03+支书", "2026-02-03"))
                .contains(Standing.BREACHED);
    }

    private static Map<String, Content> fields(String... written) {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (int index = 0; index < written.length; index += 2) {
            fields.put(written[index], new Content.Text(written[index + 1]));
        }
        return fields;
    }

    @Test
    @DisplayName("在列不足的不适用，正好够的要做")
    void askNothingOfAMemberForTooShortATime() {
        cycles.on(Trial.SETUP).add("人员", "号", "丙", "名", "丙");
        cycles.on("2026-01-23").add("编入", "人", "丙", "机构", "支1");
        cycles.on("2026-01-24").add("编入", "人", "乙", "机构", "支1");

        assertThat(cycles.standing("2026-02-10", "列.短", "支1", "丙", "2026-01"))
                .contains(Standing.BREACHED);
        assertThat(cycles.standing("2026-02-10", "列.短", "支1", "乙", "2026-01"))
                .contains(Standing.NOT_APPLICABLE);
    }

    @Test
    @DisplayName("窗口未开而机构先撤了，仍是未到；窗口开了就撤")
    void isAheadOfItsWindowEvenForABodyThatIsGone() {
        counting.on("2026-01-10").add("撤销机构", "机构", "支1");

        assertThat(counting.standing("2026-01-19", "学.窗", "支1", "2026")).contains(Standing.AHEAD);
        assertThat(counting.standing("2026-01-20", "学.窗", "支1", "2026")).contains(Standing.REVOKED);
    }

    @Test
    @DisplayName("每次至多几回的，宽限里做的不计")
    void countsNothingOfTheGraceAgainstAnUpperBound() {
        cycles.rewrite("2026-01-02", "归: 任}, 至多: 1}", "归: 任}, 至多: 1, 宽限: 3日}");
        long submission = cycles.on("2026-01-05").add("来件", "机构", "支1");
        cycles.on("2026-01-06").add("停算", "件", Long.toString(submission));
        cycles.on("2026-01-08").add("答复", "机构", "支1", "件", Long.toString(submission), "满意", "是");
        cycles.on("2026-01-10").add("停算", "件", Long.toString(submission));

        assertThat(cycles.standing("2026-01-20", "次.多", "支1", "件" + submission))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("到期之后才入账的新版，不改来件的旧限")
    void keepsTheLimitThatWasDueBeforeANewVersionWasKnown() {
        long submission = answering.on("2026-02-02").add("来件", "机构", "支1", "类", "平件");
        answering.enact(
                LocalDate.of(2026, 3, 20),
                "try.answering",
                TrialInstitutions.text("try.answering", "2026-02-01", true));

        assertThat(answering.standing("2026-03-20", "答.日", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    private long submitted(String day) {
        return ladders.on(day).add("来件", "机构", "支1", "类", "平件");
    }

    private OptionalAssert<Standing> assertRung(
            String day, int rung, String authority, long submission) {
        String occasion = "升" + rung + "|try.ladders|升.答|支1||件" + submission;
        return assertThat(ladders.standing(day, "升.级", authority, "支1", occasion));
    }

    @Test
    @DisplayName("没有限的一级，批了再做就履行，不论早晚；没有批的不算")
    void isNeverLateWithoutALimit() {
        long submission = submitted("2026-01-05");
        String first = Long.toString(submission);
        ladders.on("2026-02-20").add("督办", "机构", "县", "类", "督办", "缘", first);
        assertRung("2026-03-10", 2, "县", submission).contains(Standing.OPEN);

        long approval = ladders.on("2026-03-01").add("学习", "机构", "镇1", "类", "自学");
        ladders.on("2026-03-02")
                .add("督办", "机构", "县", "类", "督办", "缘", Long.toString(approval), "向", "支1");
        assertRung("2026-03-10", 2, "县", submission).contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("为一件发的函，不算为另一件发的")
    void isIssuedForTheItemThatItFollows() {
        long one = submitted("2026-01-05");
        long other = submitted("2026-01-05");
        ladders.on("2026-01-16").add("督办", "机构", "镇1", "类", "提醒", "缘", Long.toString(one));

        assertRung("2026-01-20", 1, "镇1", one).contains(Standing.FULFILLED);
        assertRung("2026-01-20", 1, "镇1", other).contains(Standing.OPEN);
    }

    @Test
    @DisplayName("发函以前补正了的，不再发")
    void isRevokedWhenTheBreachIsMendedFirst() {
        long submission = submitted("2026-01-05");
        assertRung("2026-01-16", 1, "镇1", submission).contains(Standing.OPEN);

        ladders.on("2026-01-20").add("答复", "机构", "支1", "件", Long.toString(submission), "满意", "是");
        assertRung("2026-01-21", 1, "镇1", submission).contains(Standing.REVOKED);
    }
}
