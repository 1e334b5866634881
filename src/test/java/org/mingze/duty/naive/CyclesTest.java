package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.certificate.CertificateCheck;
import org.mingze.duty.certificate.Certificates;
import org.mingze.duty.form.Cycles;
import org.mingze.institution.DutyForm;

@DisplayName("一个周期从哪日到哪日，比例正好怎么算")
class CyclesTest {
    private static final String RULE = "督: 党委, 据: 自定 试 D";

    private final Trial cycles = new Trial("try.cycles");

    private Cycles.Days days(Obligation owed, String day) {
        DutyForm.Frequency form = (DutyForm.Frequency) owed.duty().form();
        return Cycles.span(owed, form.every(), new AsOf(cycles.known(), LocalDate.parse(day)));
    }

    private static Cycles.Days days(String from, String to, boolean ended) {
        Period period = new Period(PeriodUnit.DAY, LocalDate.parse(from), LocalDate.parse(to));
        return new Cycles.Days(period, ended, false);
    }

    private static Obligation on(Obligation owed, Occasion occasion) {
        return new Obligation(
                owed.enactment(), owed.duty(), owed.bearer(), owed.counterpart(), occasion);
    }

    @Test
    @DisplayName("每次的从起到至，没有至的到今日，今日在起以前的只有起那一日")
    void runsFromItsBeginningToItsEnd() {
        long submission = cycles.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        Obligation owed =
                cycles.verdict("2026-01-20", "次.少", "支1", "", "件" + submission).obligation();
        assertThat(days(owed, "2026-01-20")).isEqualTo(days("2026-01-05", "2026-01-20", false));
        assertThat(days(owed, "2026-01-02")).isEqualTo(days("2026-01-05", "2026-01-05", false));

        cycles.on("2026-01-04").add("答复", "机构", "支1", "件", Long.toString(submission));
        assertThat(days(owed, "2026-01-20")).isEqualTo(days("2026-01-05", "2026-01-20", false));
        cycles.on("2026-01-12").add("答复", "机构", "支1", "件", Long.toString(submission));
        assertThat(days(owed, "2026-01-20")).isEqualTo(days("2026-01-05", "2026-01-12", true));
    }

    @Test
    @DisplayName("每期的过了期末才算完；起因不在账的、由违责而起的，只有今日一日")
    void runsForItsPeriodOrForADay() {
        Obligation owed = cycles.verdict("2026-01-20", "期.参", "支1", "", "2026-01").obligation();
        Period january = Periods.parse("2026-01");
        Period today = Periods.containing(LocalDate.of(2026, 1, 20), PeriodUnit.DAY);

        assertThat(days(owed, "2026-01-31")).isEqualTo(new Cycles.Days(january, false, false));
        assertThat(days(owed, "2026-02-01")).isEqualTo(new Cycles.Days(january, true, false));
        assertThat(days(on(owed, new Occasion.OnRecord(999, OptionalLong.empty())), "2026-01-20"))
                .isEqualTo(new Cycles.Days(today, false, false));
        assertThat(days(on(owed, new Occasion.OnBreach(owed.key(), 1)), "2026-01-20"))
                .isEqualTo(new Cycles.Days(today, false, false));
    }

    @Test
    @DisplayName("完了以后才知道的新版，不改那一次的旧数")
    void keepsTheVersionUnderWhichItEnded() {
        long submission = cycles.on("2026-02-02").add("来件", "机构", "支1", "类", "平件");
        cycles.on("2026-02-03").add("学习", "机构", "支1");
        cycles.on("2026-02-10").add("答复", "机构", "支1", "件", Long.toString(submission));
        cycles.enact(
                LocalDate.of(2026, 3, 20),
                "try.cycles",
                TrialInstitutions.text("try.cycles", "2026-02-01", true));

        assertThat(cycles.standing("2026-03-20", "次.少", "支1", "件" + submission))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("另一单位的学习不算这一次的，凭证也这样核")
    void isCheckedWithWhatBeganIt() {
        long submission = cycles.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        cycles.on("2026-01-07").add("学习", "机构", "支2");

        Verdict verdict = cycles.verdict("2026-01-20", "次.少", "支1", "", "件" + submission);
        AsOf asOf = new AsOf(cycles.known(), LocalDate.parse("2026-01-20"));
        assertThat(
                        CertificateCheck.of(cycles.entries(), Comparison.CALENDAR)
                                .misfits(new Certificates(asOf).of(verdict)))
                .isEmpty();
    }

    @Test
    @DisplayName("不知是不是就此完了的，做够了、做多了都不定；写明没有完，就照原来算")
    void decidesNothingWhileTheEndIsUnknown() {
        long item = cycles.on("2026-02-02").add("来件", "机构", "支1");
        String link = Long.toString(item);
        long reply = cycles.on("2026-02-04").add("答复", "机构", "支1", "件", link);
        cycles.on("2026-02-05").add("停算", "件", link);
        cycles.on("2026-02-06").add("停算", "件", link);
        assertThat(cycles.standing("2026-02-10", "次.多", "支1", "件" + item))
                .contains(Standing.UNPROVEN);

        cycles.on("2026-02-11").correct(reply, "满意", "否");
        assertThat(cycles.standing("2026-02-11", "次.多", "支1", "件" + item))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("扣除几日不详的，过了限是缺据；限后才起的扣除不管")
    void doesNotKnowALimitWithAnOpenDeduction() {
        Trial limits = new Trial("try.limits");
        long item = limits.on("2026-01-05").add("来件", "机构", "支1", "收日", "2026-01-05");
        String link = Long.toString(item);
        limits.on("2026-02-10").add("停算", "件", link, "实", "是", "自", "2026-02-10");
        assertThat(limits.standing("2026-02-20", "限.扣", "支1", "件" + item))
                .contains(Standing.BREACHED);

        long open = limits.on("2026-01-06").add("停算", "件", link, "实", "是", "自", "2026-01-06");
        assertThat(limits.standing("2026-02-20", "限.扣", "支1", "件" + item))
                .contains(Standing.UNPROVEN);
        assertThat(limits.verdict("2026-02-20", "限.扣", "支1", "", "件" + item).note())
                .isEqualTo("扣除几日不详");
        limits.on("2026-02-20").correct(open, "止", "2026-01-07");
        assertThat(limits.standing("2026-02-20", "限.扣", "支1", "件" + item))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("废止了两次的，从较早的那一日起不再欠")
    void isRepealedFromTheEarlierOfTwoDays() {
        for (String from : List.of("2026-03-09", "2026-02-20")) {
            cycles.on("2026-02-10").add("废止", "编号", "try.cycles", "自", from, "因", "修订");
        }

        assertThat(cycles.standing("2026-03-20", "期.隔", "支1", "2026-02")).isPresent();
        assertThat(cycles.standing("2026-03-20", "期.隔", "支1", "2026-03")).isEmpty();
    }

    private final Trial shares =
            Trial.under(
                    """
                    职责:
                      - {号: 多, 谁: 党支部, 督。, 式: 占比, 每: 月, 分子: '计(期内(学习))', 分母: '计(期内(来件))', 至多: 1/2}
                      - {号: 少, 谁: 党支部, 督。, 式: 占比, 每: 月, 分子: '计(期内(学习))', 分母: '计(期内(来件))', 至少: 1/2}
                    """
                            .replace("督。", RULE));

    private OptionalAssert<Standing> assertShare(String duty) {
        return assertThat(shares.standing("2026-02-20", duty, "支1", "2026-01"));
    }

    @Test
    @DisplayName("占比正好的，至少、至多都合；差一点的各违其一")
    void holdsAtTheShareItself() {
        shares.on("2026-01-05").add("来件", "机构", "支1");
        shares.on("2026-01-05").add("来件", "机构", "支1");
        assertShare("少").contains(Standing.BREACHED);
        assertShare("多").contains(Standing.FULFILLED);

        shares.on("2026-01-06").add("学习", "机构", "支1");
        assertShare("少").contains(Standing.FULFILLED);
        assertShare("多").contains(Standing.FULFILLED);

        shares.on("2026-01-07").add("学习", "机构", "支1");
        assertShare("少").contains(Standing.FULFILLED);
        assertShare("多").contains(Standing.BREACHED);
    }

    private final Trial limited =
            Trial.under(
                    """
                    职责:
                      - {号: 限, 谁: 党支部, 督。, 式: 频次, 做: {录: 学习, 且: '类 = "自学"'}, 每: 月, 至多: 1}
                      - {号: 说, 谁: 党支部, 督。, 式: 时限, 起: 违(限), 止: {录: 学习, 且: '类 = "研讨"'}, 限: 5日, 末日遇休: 不顺延}
                    """
                            .replace("督。", RULE));

    @Test
    @DisplayName("期内就超了的，期满才起算要说明的限；说明那种记录建账以前的不详")
    void isAheadUntilThePeriodOfTheBreachIsOver() {
        String breach = "违|try.own|限|支1||2026-01";
        limited.on("2026-01-05").add("学习", "机构", "支1", "类", "自学");
        limited.on("2026-01-06").add("学习", "机构", "支1", "类", "自学");

        assertThat(limited.standing("2026-01-20", "说", "支1", "支1", breach))
                .contains(Standing.AHEAD);
        assertThat(limited.standing("2026-02-01", "说", "支1", "支1", breach)).contains(Standing.OPEN);
        assertThat(limited.verdict("2026-02-10", "说", "支1", "支1", breach).note()).isEmpty();
        limited.on("2026-02-11").add("建账", "型", "学习", "机构", "支1", "自", "2026-02-05");
        assertThat(limited.verdict("2026-02-11", "说", "支1", "支1", breach).note())
                .isEqualTo("建账前的记录不详");
    }
}
