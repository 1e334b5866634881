package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;

@DisplayName("曾不一致之处")
class FormerDifferencesTest {
    private final Trial counting = new Trial("try.counting");
    private final Trial amounts = new Trial("try.amounts");
    private final Trial coverage = new Trial("try.coverage");
    private final Trial answering = new Trial("try.answering");
    private final Trial loops = new Trial("try.loops");
    private final Trial formalities = new Trial("try.formalities");
    private final Trial cycles = new Trial("try.cycles");
    private final Trial ratios = new Trial("try.ratios");
    private final Trial rotas = new Trial("try.rotas");
    private final Trial limits = new Trial("try.limits");
    private final Trial steps = new Trial("try.steps");

    @Test
    @DisplayName("窗口未开，问之则未到")
    void isAheadBeforeItsWindow() {
        assertThat(counting.standing("2026-01-05", "学.窗", "支1", "2026")).contains(Standing.AHEAD);
    }

    @Test
    @DisplayName("没有写机构的记录可能是任何人的，不足之数缺据而不判违")
    void leavesDoubtWhenARecordNamesNobody() {
        counting.on("2026-01-10").add("学习", "类", "研讨", "材料", "讲稿|");

        assertThat(counting.standing("2026-02-10", "学.月", "支1", "2026-01"))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("写了“时”的，按该字段的日子计，未填则缺据")
    void countsByTheMomentThatTheRuleNames() {
        long study = amounts.on("2026-02-20").add("学习", "机构", "支1", "题", "党章");
        assertThat(amounts.standing("2026-02-25", "题.异", "支1", "2026-01"))
                .contains(Standing.UNPROVEN);

        amounts.on("2026-02-26").correct(study, "收日", "2026-01-15");
        assertThat(amounts.standing("2026-02-26", "题.异", "支1", "2026-01"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("同一题先有一条存疑，不妨碍确定的一条计数")
    void countsADistinctValueThatADoubtfulRecordShowedFirst() {
        amounts.on("2026-01-05").add("学习", "机构", "支1", "题", "党章");
        amounts.on("2026-01-20").add("学习", "机构", "支1", "题", "党章", "收日", "2026-01-20");

        assertThat(amounts.standing("2026-02-10", "题.异", "支1", "2026-01"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("至多之数不因宽限而多计下一期的记录")
    void keepsAnUpperBoundToItsOwnPeriod() {
        counting.on("2026-01-20").add("学习", "机构", "支1", "类", "自学");
        counting.on("2026-02-02").add("学习", "机构", "支1", "类", "自学");

        assertThat(counting.standing("2026-02-03", "学.多", "支1", "2026-01"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("按人覆盖，前后两任各须一次")
    void asksOneActForEachHolder() {
        coverage.on("2026-02-10").add("任", "人", "乙", "岗", "支书");
        coverage.on("2026-02-01").add("谈话", "谈话人", "支书", "对象", "甲");

        assertThat(coverage.standing("2026-04-20", "谈.曾", "支1", "甲", "2026一季"))
                .contains(Standing.FULFILLED);
        assertThat(coverage.standing("2026-04-20", "谈.曾", "支1", "乙", "2026一季"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("只写人的，计入其应尽此责之岗，兼任他岗不相干")
    void countsForThePostThatOwesTheDuty() {
        counting.on("2026-01-02").add("任", "人", "甲", "岗", "镇书");
        counting.on("2026-01-10").add("学习", "机构", "支1", "参加", "甲|乙");

        assertThat(counting.standing("2026-02-10", "学.参", "支书", "2026-01"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("过期后才入账的新版，不消去旧版已到期的事项")
    void keepsWhatTheVersionBeforeRaised() {
        counting.enact(
                java.time.LocalDate.of(2026, 3, 20),
                "try.counting",
                TrialInstitutions.text("try.counting", "2026-02-01", true));

        assertThat(counting.standing("2026-03-20", "学.参", "支书", "2026-02"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("更正已填的字段，不改其填入之日")
    void keepsTheDayOnWhichAFieldWasFilled() {
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书", "原因", "不严");
        loops.on("2026-02-20").correct(finding, "原因", "制度不全");

        assertThat(loops.standing("2026-02-25", "闭.齐", "支1", "件" + finding))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("未齐先销，齐限之内仍在办，齐限一过即迟履")
    void isNotFulfilledByAClosureBeforeItIsComplete() {
        long finding =
                loops.on("2026-01-05").add("问题", "责任人", "支书", "期限", "2026-02-10", "机构", "支1");
        loops.on("2026-01-07").add("销号", "问题", Long.toString(finding), "过", "是");

        assertThat(loops.standing("2026-01-08", "闭.全", "支书", "件" + finding))
                .contains(Standing.OPEN);
        assertThat(loops.standing("2026-02-01", "闭.全", "支书", "件" + finding))
                .contains(Standing.LATE);
    }

    @Test
    @DisplayName("期限写在休息日，末日遇休顺延的顺延到下一个工作日，宽限从那日起算")
    void movesADeadlineThatIsADayOff() {
        long finding =
                loops.on("2026-01-05")
                        .add("问题", "机构", "支1", "责任人", "支书", "原因", "不严", "期限", "2026-01-31");
        loops.on("2026-01-06").add("措施", "问题", Long.toString(finding));

        assertThat(loops.standing("2026-02-04", "闭.全", "支书", "件" + finding))
                .contains(Standing.OPEN);
        assertThat(loops.standing("2026-02-05", "闭.全", "支书", "件" + finding))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("期限写在休息日，末日遇休不顺延的到那日为止")
    void keepsADeadlineThatIsADayOff() {
        long finding =
                loops.on("2026-01-05")
                        .add("问题", "机构", "支1", "责任人", "支书", "原因", "不严", "期限", "2026-01-31");

        assertThat(loops.standing("2026-02-03", "闭.止", "支1", "件" + finding))
                .contains(Standing.OPEN);
        assertThat(loops.standing("2026-02-04", "闭.止", "支1", "件" + finding))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("期限不详，销了也缺据")
    void isUnprovenWhileTheDeadlineIsUnknown() {
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1");
        loops.on("2026-01-07").add("销号", "问题", Long.toString(finding));

        assertThat(loops.standing("2026-01-08", "闭.止", "支1", "件" + finding))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("复发当日的销号属上一轮")
    void closesTheRoundThatWasOpen() {
        long finding =
                loops.on("2026-01-05")
                        .add("问题", "机构", "支1", "责任人", "支书", "原因", "不严", "期限", "2026-01-30");
        String number = Long.toString(finding);
        loops.on("2026-01-06").add("措施", "问题", number);
        loops.on("2026-01-20").add("销号", "问题", number, "过", "是");
        long relapse = loops.on("2026-01-20").add("复发", "问题", number);

        assertThat(loops.standing("2026-03-20", "闭.全", "支书", "件" + finding))
                .contains(Standing.FULFILLED);
        assertThat(loops.standing("2026-03-20", "闭.全", "支书", "件" + finding + "-" + relapse))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("复发之轮须重新填报，发现当日即复发也不例外")
    void asksForFieldsAnewOnTheDayOfTheFinding() {
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书", "原因", "不严");
        long relapse = loops.on("2026-01-05").add("复发", "问题", Long.toString(finding));

        assertThat(loops.standing("2026-01-06", "闭.齐", "支1", "件" + finding + "-" + relapse))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("起因撤销，事项仍在原主体名下，为撤")
    void keepsTheBearerOfAWithdrawnTrigger() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        answering.on("2026-01-06").withdraw(submission);

        assertThat(answering.standing("2026-02-10", "答.日", "支1", "件" + submission))
                .contains(Standing.REVOKED);
    }

    @Test
    @DisplayName("撤销之撤销，如从未撤销")
    void reinstatesWhatAWithdrawnWithdrawalHadWithdrawn() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        long withdrawal = answering.on("2026-01-06").withdraw(submission);
        answering.on("2026-01-07").withdraw(withdrawal);

        assertThat(answering.standing("2026-02-10", "答.日", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("建账撤销，如从未建账")
    void forgetsAWithdrawnOpening() {
        long opening = counting.on("2026-01-05").add("建账", "型", "学习", "自", "2026-01-20");
        assertThat(counting.standing("2026-02-20", "学.参", "支书", "2026-01"))
                .contains(Standing.UNPROVEN);

        counting.on("2026-02-21").withdraw(opening);
        assertThat(counting.standing("2026-02-21", "学.参", "支书", "2026-01"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("无权者所设、越界之值均不算数，撤销后复其旧")
    void hearsOnlySettingsThatTheParameterAllows() {
        String[] setting = {"编号", "try.counting", "参", "周次", "值", "1", "自", "2026-01-01"};
        counting.on("2026-01-01").add("设参", setting);
        assertThat(counting.standing("2026-01-20", "学.周", "支书", "2026-W02"))
                .contains(Standing.INACTIVE);

        String[] own = {"编号", "try.counting", "参", "周次", "值", "1", "自", "2026-01-01", "机构", "支1"};
        long set = counting.on("2026-01-01").add("设参", own);
        assertThat(counting.standing("2026-01-20", "学.周", "支书", "2026-W02"))
                .contains(Standing.BREACHED);

        counting.on("2026-01-21").withdraw(set);
        assertThat(counting.standing("2026-01-21", "学.周", "支书", "2026-W02"))
                .contains(Standing.INACTIVE);
    }

    @Test
    @DisplayName("责任主体自己免不了自己")
    void isNotWaivedByItsBearer() {
        String number = Long.toString(answering.on("2026-01-05").add("来件", "机构", "镇1", "岗", "镇书"));
        String[] own = {"编号", "try.answering", "号", "答.系", "谁", "镇书", "件", number, "批", "镇书"};
        answering.on("2026-01-06").add("免", own);

        assertThat(answering.standing("2026-02-10", "答.系", "镇书", "件" + number))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("业时在所问之日以后的起因，尚不见")
    void doesNotSeeATriggerThatIsYetToHappen() {
        long submission = answering.on("2026-02-05").add("来件", "机构", "支1", "类", "平件");

        assertThat(answering.standing("2026-02-04", "答.日", "支1", "件" + submission)).isEmpty();
    }

    @Test
    @DisplayName("限内有存疑之答复，限后才有确定之答复，缺据而非迟履")
    void leavesDoubtWhenAnEarlierAnswerMayCount() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "收日", "2026-01-05");
        String number = Long.toString(submission);
        answering.on("2026-01-07").add("答复", "机构", "支1", "件", number);
        answering.on("2026-02-20").add("答复", "机构", "支1", "件", number, "满意", "是");

        assertThat(answering.standing("2026-02-21", "答.工", "支1", "件" + submission))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("到期前机构撤销，未答之件撤")
    void owesNothingMoreOnceAbolished() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        answering.on("2026-01-08").add("撤销机构", "机构", "支1");

        assertThat(answering.standing("2026-03-01", "答.日", "支1", "件" + submission))
                .contains(Standing.REVOKED);
    }

    @Test
    @DisplayName("指名的机构当日已不在，责任主体不详")
    void isUnprovenWhenTheBearerNamedIsNotThere() {
        formalities.on("2026-01-03").add("撤销机构", "机构", "支1");
        long study = formalities.on("2026-01-05").add("学习", "机构", "支1", "类", "研讨", "学时", "1");

        assertThat(formalities.standing("2026-01-06", "式.料", "", "件" + study))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("遇假仍排的，遇调休也补")
    void schedulesADayMadeUpWhateverAHolidayDoes() {
        assertThat(rotas.standing("2026-03-02", "班.仍", "支1", "2026-02-28"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("值守跨两日以上，中间各日也覆满")
    void coversEveryDayOfALongShift() {
        rotas.on("2026-01-07")
                .add("值班", "机构", "支1", "自", "2026-01-07T08:00", "止", "2026-01-10T08:00");

        assertThat(rotas.standing("2026-01-20", "班.满", "支1", "2026-01-09"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("存疑的值守补不上缺口的，缺口就是违")
    void isBreachedWhereNoDoubtfulShiftClosesTheGap() {
        rotas.on("2026-01-09")
                .add("值班", "自", "2026-01-09T08:00", "止", "2026-01-10T08:00", "机构", "不详");

        assertThat(rotas.standing("2026-01-20", "班.满", "支1", "2026-01-09"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("确有一步未行，另一步可否缺不详，仍是违")
    void isBreachedByAStepThatIsCertainlyMissing() {
        long matter = steps.on("2026-01-05").add("事项", "大", "是");
        long review =
                steps.on("2026-01-08").add("审查", "机构", "支1", "事", Long.toString(matter), "类", "合法");

        assertThat(steps.standing("2026-01-09", "步.序", "县", Long.toString(matter), "件" + review))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("案卷之根业时未到，不成案卷")
    void raisesNoStepBeforeItsDossierBegins() {
        long matter = steps.on("2026-02-05").add("事项", "机构", "支1", "大", "是");
        long review =
                steps.on("2026-01-08")
                        .recorded("2026-02-06")
                        .add("审查", "机构", "支1", "事", Long.toString(matter), "类", "合法");

        assertThat(steps.standing("2026-01-09", "步.序", "支1", Long.toString(matter), "件" + review))
                .isEmpty();
    }

    @Test
    @DisplayName("期内有一条不详归谁，占比缺据")
    void leavesAShareInDoubtWhileARecordNamesNobody() {
        ratios.on("2026-01-10").add("学习", "机构", "支1", "类", "研讨");
        ratios.on("2026-01-11").add("学习", "类", "自学");

        assertThat(ratios.standing("2026-02-10", "比.研", "支1", "2026-01"))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("每次之占比，止后宽限之内仍在办")
    void keepsAShareOpenDuringItsGrace() {
        long submission = ratios.on("2026-01-05").add("来件", "机构", "支1");
        ratios.on("2026-01-08").add("学习", "机构", "支1", "学时", "1");
        ratios.on("2026-01-12").add("答复", "机构", "支1", "件", Long.toString(submission));

        assertThat(ratios.standing("2026-01-13", "比.次", "支1", "件" + submission))
                .contains(Standing.OPEN);
        assertThat(ratios.standing("2026-01-15", "比.次", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("每次之覆盖，对可由起因写出")
    void coversWhomTheTriggerNames() {
        long submission = cycles.on("2026-01-05").add("来件", "机构", "支1");

        assertThat(cycles.standing("2026-01-06", "次.覆", "支1", "支书", "件" + submission))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("不详是否起因，每次之责缺据")
    void leavesACycleInDoubtWhileItsTriggerIs() {
        long submission = cycles.on("2026-01-05").add("来件", "机构", "支1");
        cycles.on("2026-01-12").add("答复", "机构", "支1", "件", Long.toString(submission));

        assertThat(cycles.standing("2026-02-05", "次.少", "支1", "件" + submission))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("存疑的一条离已计的太近，补不了间隔之数")
    void doesNotLetADoubtfulRecordBreakTheSpacing() {
        cycles.on("2026-01-10").add("学习", "机构", "支1", "类", "研讨");
        cycles.on("2026-01-12").add("学习", "类", "研讨");

        assertThat(cycles.standing("2026-02-10", "期.隔", "支1", "2026-01"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("期满之后才入账的拆分之版，不拆那一期")
    void isNotSplitByAVersionKnownTooLate() {
        counting.enact(
                java.time.LocalDate.of(2026, 3, 3),
                "try.counting",
                TrialInstitutions.text(
                        "try.counting",
                        "2026-02-10",
                        new TrialInstitutions.Variant(true, ", 分期: 拆分", "", _ -> true)));

        assertThat(counting.standing("2026-02-20", "学.月", "支1", "2026-02")).contains(Standing.OPEN);
    }

    @Test
    @DisplayName("扣除之后，末日遇休仍顺延")
    void movesALimitThatDeductionsEndOnADayOff() {
        long submission = limits.on("2026-01-05").add("来件", "机构", "支1", "收日", "2026-01-05");
        limits.on("2026-01-06")
                .add(
                        "停算",
                        "件",
                        Long.toString(submission),
                        "自",
                        "2026-01-06",
                        "止",
                        "2026-01-08",
                        "实",
                        "是");

        assertThat(limits.standing("2026-01-19", "限.扣", "支1", "件" + submission))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("以工作日计的，扣一个工作日补一个工作日")
    void makesUpAWorkingDayByAWorkingDay() {
        long submission = limits.on("2026-01-05").add("来件", "机构", "支1");
        limits.on("2026-01-06")
                .add("停算", "件", Long.toString(submission), "自", "2026-01-06", "止", "2026-01-06");

        assertThat(limits.standing("2026-01-13", "限.工", "支1", "件" + submission))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("停过的日子全数补足，越过原限的也算")
    void isLongerByEveryDayOfAStay() {
        long submission = limits.on("2026-01-05").add("来件", "机构", "支1");
        limits.on("2026-01-06").stay("停", "try.limits", "限.工", "支1", "镇1");
        limits.on("2026-01-26").stay("复", "try.limits", "限.工", "支1", "镇1");

        assertThat(limits.standing("2026-01-30", "限.工", "支1", "件" + submission))
                .contains(Standing.OPEN);
        assertThat(limits.standing("2026-01-31", "限.工", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("两次复先后倒着入账，以早的为准")
    void resumesOnTheEarliestDay() {
        limits.on("2026-01-06").stay("停", "try.limits", "限.工", "支1", "镇1");
        limits.on("2026-01-20").stay("复", "try.limits", "限.工", "支1", "镇1");
        limits.on("2026-01-07").recorded("2026-01-21").stay("复", "try.limits", "限.工", "支1", "镇1");
        long submission = limits.on("2026-01-08").add("来件", "机构", "支1");

        assertThat(limits.standing("2026-01-22", "限.工", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("到期之后才入账的抵触之版，不使已到期的成为冲突")
    void isNotInConflictWithWhatWasKnownTooLate() {
        counting.enact(
                java.time.LocalDate.of(2026, 3, 3),
                "try.amounts",
                TrialInstitutions.text(
                        "try.amounts",
                        "2026-01-01",
                        new TrialInstitutions.Variant(
                                false, "", "抵触: [try.counting]\n", _ -> true)));

        assertThat(counting.standing("2026-03-05", "学.月", "支1", "2026-01"))
                .contains(Standing.BREACHED);
        assertThat(counting.standing("2026-03-05", "学.月", "支1", "2026-03"))
                .contains(Standing.CONFLICTED);
    }

    @Test
    @DisplayName("停写明了对谁的，不停对别人的")
    void restsOnlyTowardsWhomTheStayNames() {
        cycles.on("2026-01-06")
                .add(
                        "停",
                        "编号",
                        "try.cycles",
                        "号",
                        "期.上",
                        "谁",
                        "支1",
                        "对",
                        "甲",
                        "批",
                        "镇1",
                        "因",
                        "另案未结");

        assertThat(cycles.standing("2026-01-10", "期.上", "支1", "2026-01")).contains(Standing.OPEN);
    }

    @Test
    @DisplayName("岗位已撤，撤前所欠仍可由其上级免")
    void waivesWhatAnAbolishedPostOwed() {
        coverage.on("2026-01-02").add("编入", "人", "乙", "机构", "支1");
        coverage.on("2026-02-07").add("撤销岗位", "岗", "支书");
        coverage.on("2026-02-08")
                .add(
                        "免",
                        "编号",
                        "try.coverage",
                        "号",
                        "谈.末",
                        "谁",
                        "支书",
                        "期",
                        "2026-01",
                        "批",
                        "镇1",
                        "因",
                        "防汛");

        assertThat(coverage.standing("2026-02-10", "谈.末", "支书", "乙", "2026-01"))
                .contains(Standing.WAIVED);
    }
}
