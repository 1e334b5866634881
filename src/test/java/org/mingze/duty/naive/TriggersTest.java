package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;

@DisplayName("起因没了、变了、还没到、说不清，判定怎么说")
class TriggersTest {
    private static final String RULE = "督: 党委, 据: 自定 试 D, 式: 时限, 止: 答复, 末日遇休: 不顺延";

    private final Trial county =
            Trial.under(
                    """
                    参数:
                      期限: {型: 时长, 单位: 日, 值: 待定, 许设: [县]}
                    案卷:
                      大事: {起: {录: 事项, 且: '大'}, 阶段: [{名: 已审, 当: '有(承(此, 审查))'}, {名: 未审}]}
                    职责:
                      - {号: 定, 谁: 起.机构, %1$s, 起: {录: 来件, 且: '类 = "平件"'}, 限: 5日}
                      - {号: 待, 谁: 起.机构, %1$s, 起: {录: 来件, 且: '类 = "平件"'}, 限: 期限}
                      - {号: 收, 谁: 起.机构, %1$s, 起: {录: 来件, 时: 收日}, 限: 5日}
                      - 号: 步
                        谁: 卷.机构
                        督: 党委
                        据: 自定 试 D
                        式: 次序
                        卷: 大事
                        步:
                          - {名: 论证, 录: 审查, 且: '类 = "论证"'}
                          - {名: 评估, 录: 审查, 且: '类 = "评估"'}
                          - {名: 督办, 录: 督办}
                        违则: 记
                    """
                            .formatted(RULE));

    private Verdict asked(String duty, long submission) {
        return county.verdict("2026-01-20", duty, "支1", "", "件" + submission);
    }

    private long submitted(String... fields) {
        return county.on("2026-01-05").add("来件", fields);
    }

    @Test
    @DisplayName("起因撤销了的就是撤，数还没定也是撤")
    void isRevokedWithItsTriggerWhateverElseIsOpen() {
        long submission = submitted("机构", "支1", "类", "平件");
        assertThat(asked("待", submission).standing()).isEqualTo(Standing.INACTIVE);

        county.on("2026-01-06").withdraw(submission);
        assertThat(asked("待", submission).standing()).isEqualTo(Standing.REVOKED);
        assertThat(asked("待", submission).note()).isEqualTo("起因记录已撤销");
    }

    @Test
    @DisplayName("更正得不再是起因的也是撤，说更正后不再触发")
    void isRevokedByACorrectionThatNoLongerTriggers() {
        long submission = submitted("机构", "支1", "类", "平件");
        county.on("2026-01-06").correct(submission, "类", "急件");

        assertThat(asked("待", submission).standing()).isEqualTo(Standing.REVOKED);
        assertThat(asked("待", submission).note()).isEqualTo("更正后不再触发");
        assertThat(asked("定", submission).note()).isEqualTo("更正后不再触发");
    }

    @Test
    @DisplayName("更正得哪一步都不是了才撤，换成另一步的不撤")
    void isRevokedOnceItIsNoStepAtAll() {
        String matter = Long.toString(county.on("2026-01-05").add("事项", "机构", "支1", "大", "是"));
        long review = county.on("2026-01-06").add("审查", "机构", "支1", "事", matter, "类", "论证");
        county.on("2026-01-07").correct(review, "类", "评估");
        assertThat(county.standing("2026-01-20", "步", "支1", matter, "件" + review))
                .contains(Standing.BREACHED);

        county.on("2026-01-08").correct(review, "类", "合法");
        Verdict verdict = county.verdict("2026-01-20", "步", "支1", matter, "件" + review);
        assertThat(verdict.standing()).isEqualTo(Standing.REVOKED);
        assertThat(verdict.note()).isEqualTo("更正后不再触发");
    }

    @Test
    @DisplayName("说不清是不是起因的缺据，说明哪一栏没填")
    void saysWhichFieldLeavesItOpen() {
        long submission = submitted("机构", "支1");

        assertThat(asked("定", submission).standing()).isEqualTo(Standing.UNPROVEN);
        assertThat(asked("定", submission).note()).isEqualTo("类未填");
        assertThat(asked("收", submission).note()).isEqualTo("收日未填");
    }

    @Test
    @DisplayName("问的是起因以前的日子，未到")
    void isAheadOnADayBeforeItsTrigger() {
        long submission = submitted("机构", "支1", "类", "平件", "收日", "2026-01-05");
        String matter = Long.toString(county.on("2026-01-05").add("事项", "机构", "支1", "大", "是"));
        long review = county.on("2026-01-06").add("审查", "机构", "支1", "事", matter, "类", "论证");

        assertThat(askedEarlier("定", "", submission)).isEqualTo(Standing.AHEAD);
        assertThat(askedEarlier("步", matter, review)).isEqualTo(Standing.AHEAD);
    }

    @Test
    @DisplayName("问的是问题发现以前的日子，闭环未到")
    void isAheadOnADayBeforeItsFinding() {
        Trial loops = new Trial("try.loops");
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1");
        Obligation loop = loops.verdict("2026-01-20", "闭.止", "支1", "", "件" + finding).obligation();

        assertThat(new Obligations(loops.known(), LocalDate.of(2026, 1, 4)).judge(loop).standing())
                .isEqualTo(Standing.AHEAD);
    }

    @Test
    @DisplayName("案卷之根撤销了的，那一步也撤")
    void isRevokedWithTheRootOfItsDossier() {
        String matter = Long.toString(county.on("2026-01-05").add("事项", "机构", "支1", "大", "是"));
        long review = county.on("2026-01-06").add("审查", "机构", "支1", "事", matter, "类", "论证");
        Obligation step =
                county.verdict("2026-01-20", "步", "支1", matter, "件" + review).obligation();
        assertThat(judged(step, "2026-01-20")).isEqualTo(Standing.FULFILLED);

        county.on("2026-01-08").withdraw(Long.parseLong(matter));
        assertThat(judged(step, "2026-01-20")).isEqualTo(Standing.REVOKED);
    }

    private Standing askedEarlier(String duty, String counterpart, long record) {
        Verdict now = county.verdict("2026-01-20", duty, "支1", counterpart, "件" + record);
        return judged(now.obligation(), "2026-01-04");
    }

    private Standing judged(Obligation owed, String day) {
        return new Obligations(county.known(), LocalDate.parse(day)).judge(owed).standing();
    }
}
