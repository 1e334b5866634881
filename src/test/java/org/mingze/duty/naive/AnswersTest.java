package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;

@DisplayName("一件起因，哪些记录算它的答复、哪些算它的前一步")
class AnswersTest {
    private final Trial answering = new Trial("try.answering");
    private final Trial steps = new Trial("try.steps");
    private final Trial loops = new Trial("try.loops");

    @Test
    @DisplayName("写在来件以前的答复不算")
    void isNotAnsweredBeforeItCame() {
        long submission = answering.on("2026-01-10").add("来件", "机构", "支1", "类", "平件");
        answering.on("2026-01-09").add("答复", "机构", "支1", "件", Long.toString(submission));

        assertThat(answering.standing("2026-01-12", "答.日", "支1", "件" + submission))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("联系的那一栏答复里没填，可能是它的答复，说明哪一栏没填")
    void mayBeAnsweredByARecordThatLeavesTheLinkOpen() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "岗", "支书");
        long reply = answering.on("2026-01-06").add("答复", "满意", "是");

        assertThat(answering.standing("2026-02-20", "答.系", "支书", "件" + submission))
                .contains(Standing.UNPROVEN);
        Verdict verdict = answering.verdict("2026-02-20", "答.系", "支书", "", "件" + submission);
        assertThat(verdict.rejected()).extracting(Rejection::record).containsExactly(reply);
        assertThat(verdict.rejected()).extracting(Rejection::read).containsExactly("机构未填");
    }

    @Test
    @DisplayName("联系的那一栏来件里没填，哪一条答复都可能是它的")
    void mayBeAnsweredByAnythingWhileItsOwnLinkIsOpen() {
        long submission = answering.on("2026-01-05").add("来件", "岗", "支书");
        answering.on("2026-01-06").add("答复", "机构", "支1");

        assertThat(answering.standing("2026-02-20", "答.系", "支书", "件" + submission))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("联系的那一栏填的是别家的，不是它的答复")
    void isNotAnsweredBySomebodyElse() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "岗", "支书");
        answering.on("2026-01-06").add("答复", "机构", "镇1");
        assertThat(answering.standing("2026-02-20", "答.系", "支书", "件" + submission))
                .contains(Standing.BREACHED);

        answering.on("2026-01-07").add("答复", "机构", "支1");
        assertThat(answering.standing("2026-02-20", "答.系", "支书", "件" + submission))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("前一步不合条件的是违，说明是哪一条、为什么不合")
    void saysWhyTheStepBeforeDoesNotCount() {
        long matter = steps.on("2026-01-05").add("事项", "机构", "支1", "大", "否");
        long review =
                steps.on("2026-01-08").add("审查", "机构", "支1", "事", Long.toString(matter), "类", "论证");

        Verdict verdict = steps.verdict("2026-01-20", "步.审", "支1", "", "件" + review);
        assertThat(verdict.standing()).isEqualTo(Standing.BREACHED);
        assertThat(verdict.rejected()).extracting(Rejection::record).containsExactly(matter);
        assertThat(verdict.rejected()).extracting(Rejection::condition).containsExactly("大");
    }

    @Test
    @DisplayName("不合立卷条件的事项，它的审查不是哪一卷的步骤")
    void isNoStepOfAMatterThatIsNoDossier() {
        String small = Long.toString(steps.on("2026-01-05").add("事项", "机构", "支1", "大", "否"));
        long review = steps.on("2026-01-08").add("审查", "机构", "支1", "事", small, "类", "论证");

        assertThat(steps.standing("2026-01-20", "步.序", "支1", small, "件" + review)).isEmpty();
    }

    private long finding() {
        return loops.on("2026-01-05")
                .add("问题", "机构", "支1", "责任人", "支书", "原因", "不严", "期限", "2026-01-20");
    }

    @Test
    @DisplayName("复发以后的销号属后一轮，前一轮没有销")
    void closesTheRoundAfterTheRelapse() {
        long finding = finding();
        String number = Long.toString(finding);
        long relapse = loops.on("2026-01-10").add("复发", "问题", number);
        loops.on("2026-01-11").correct(finding, "期限", "2026-01-25");
        loops.on("2026-01-12").add("销号", "问题", number, "过", "是");

        assertThat(loops.standing("2026-02-10", "闭.算", "支1", "件" + finding))
                .contains(Standing.BREACHED);
        assertThat(loops.standing("2026-02-10", "闭.算", "支1", "件" + finding + "-" + relapse))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("复发撤销了的，那一轮撤")
    void isRevokedWithTheRelapseThatOpenedIt() {
        long finding = finding();
        long relapse = loops.on("2026-01-10").add("复发", "问题", Long.toString(finding));
        Obligation round =
                loops.verdict("2026-01-20", "闭.算", "支1", "", "件" + finding + "-" + relapse)
                        .obligation();
        loops.on("2026-01-21").withdraw(relapse);

        Verdict verdict = new Obligations(loops.known(), LocalDate.of(2026, 1, 21)).judge(round);
        assertThat(verdict.standing()).isEqualTo(Standing.REVOKED);
        assertThat(verdict.note()).isEqualTo("复发记录已撤销");
    }

    @Test
    @DisplayName("说不清是不是复发的，不开新的一轮")
    void opensNoRoundForWhatMayNotBeARelapse() {
        loops.rewrite(
                "2026-01-02", "期限: '期限 + 2日', 复发: 复发", "期限: '期限 + 2日', 复发: {录: 销号, 且: '非 过'}");
        long finding = finding();
        String number = Long.toString(finding);
        long open = loops.on("2026-01-10").add("销号", "问题", number);
        long failed = loops.on("2026-01-11").add("销号", "问题", number, "过", "否");

        assertThat(loops.standing("2026-01-12", "闭.算", "支1", "件" + finding + "-" + open)).isEmpty();
        assertThat(loops.standing("2026-01-12", "闭.算", "支1", "件" + finding + "-" + failed))
                .isPresent();
    }

    @Test
    @DisplayName("看送达之日的，先送达的一条算，不论哪一条先写")
    void isAnsweredByWhatArrivedFirst() {
        long submission =
                answering.on("2026-01-05").add("来件", "机构", "支1", "类", "急件", "收日", "2026-01-05");
        String number = Long.toString(submission);
        answering.on("2026-01-06").add("答复", "机构", "支1", "件", number, "送达", "2026-01-20");
        answering.on("2026-01-07").add("答复", "机构", "支1", "件", number, "送达", "2026-01-08");

        assertThat(answering.standing("2026-01-21", "答.达", "支1", "件" + submission))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("存疑的答复已在限后的，不妨碍判迟履")
    void isLateIfEvenTheDoubtfulAnswerWasLate() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "收日", "2026-01-05");
        String number = Long.toString(submission);
        answering.on("2026-01-20").add("答复", "机构", "支1", "件", number);
        answering.on("2026-01-21").add("答复", "机构", "支1", "件", number, "满意", "是");

        assertThat(answering.standing("2026-01-22", "答.工", "支1", "件" + submission))
                .contains(Standing.LATE);
    }

    @Test
    @DisplayName("前一步隔得正到至多之日的算，多一日的不算")
    void keepsItsGreatestDistanceFromTheStepBefore() {
        String matter = Long.toString(steps.on("2026-01-05").add("事项", "机构", "支1", "大", "是"));
        long near = steps.on("2026-01-14").add("审查", "机构", "支1", "事", matter, "类", "论证");
        long far = steps.on("2026-01-15").add("审查", "机构", "支1", "事", matter, "类", "论证");

        assertThat(steps.standing("2026-01-20", "步.审", "支1", "件" + near))
                .contains(Standing.FULFILLED);
        assertThat(steps.standing("2026-01-20", "步.审", "支1", "件" + far))
                .contains(Standing.BREACHED);
    }
}
