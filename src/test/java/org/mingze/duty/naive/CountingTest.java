package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Counting;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value.Reference;

@DisplayName("数得出几次、几样、几多，哪几条算、哪几条可能算")
class CountingTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final LocalDate GRACE_END = LocalDate.of(2026, 2, 3);
    private static final String DUTY = "谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 宽限: 3日, 做: ";

    private final Trial county =
            Trial.under(
                    """
                    记录:
                      支出: {英: Spending, 归: 机构, 字段: {机构: 机构, 额: 钱, 用时: 时长}}
                    职责:
                      - {号: 平, %1$s 学习, 至少: 2}
                      - {号: 研, %1$s {录: 学习, 且: '类 = "研讨"'}, 至少: 2}
                      - {号: 并, %1$s [{录: 学习, 且: '类 = "研讨"'}, {录: 学习, 且: '学时 ≥ 1'}], 至少: 2}
                      - {号: 收, %1$s {录: 学习, 时: 收日}, 至少: 2}
                      - {号: 时, %1$s {录: 学习, 量: 学时}, 至少: 2}
                      - {号: 题, %1$s {录: 学习, 异: 题}, 至少: 2}
                      - {号: 额, %1$s {录: 支出, 量: 额}, 至少: 100元}
                      - {号: 用, %1$s {录: 支出, 量: 用时}, 至少: 2日}
                      - {号: 隔, 间隔: 5日, %1$s 学习, 至少: 2}
                    """
                            .formatted(DUTY));

    private Counting counted(String duty) {
        Situation situation =
                county.situation("2026-02-20").borneBy(Optional.of(Reference.body("支1")));
        DutyForm.Frequency form = (DutyForm.Frequency) county.form(duty);
        return Counting.of(form.acts(), situation, FROM, DUE, GRACE_END);
    }

    private static List<Long> numbers(List<Contribution> counted) {
        return counted.stream().map(Contribution::record).toList();
    }

    private static Rational times(long count) {
        return Rational.of(count);
    }

    @Test
    @DisplayName("一条合两个选择，只数一次；先后按日子，同日按号")
    void countsARecordOnceInOrderOfDays() {
        long third = county.on("2026-01-20").add("学习", "机构", "支1", "类", "研讨", "学时", "1");
        long first = county.on("2026-01-05").add("学习", "机构", "支1", "类", "自学", "学时", "2");
        long fourth = county.on("2026-01-20").add("学习", "机构", "支1", "类", "自学", "学时", "2");
        long second = county.on("2026-01-10").add("学习", "机构", "支1", "类", "研讨");

        Counting both = counted("并");
        assertThat(numbers(both.counted())).containsExactly(first, second, third, fourth);
        assertThat(both.certain()).isEqualTo(times(4));
        assertThat(both.possible()).isEqualTo(times(4));
    }

    @Test
    @DisplayName("不知算不算的，只算可能；记着它的日子，日子不知的记作末日")
    void keepsWhatMayCountApart() {
        county.on("2026-01-05").add("学习", "题", "党章", "收日", "2026-01-08");
        county.on("2026-01-06").add("学习", "机构", "支1");
        county.on("2026-01-07").add("学习", "机构", "支1", "收日", "2026-01-09");

        Counting dated = counted("收");
        assertThat(dated.certain()).isEqualTo(times(1));
        assertThat(dated.possible()).isEqualTo(times(3));
        assertThat(dated.doubtful()).containsExactly(LocalDate.of(2026, 1, 8), LocalDate.MAX);
        assertThat(dated.rejected()).extracting(Rejection::read).containsExactly("归属待定", "收日未填");
        assertThat(dated.mayReach(times(3))).isTrue();
        assertThat(dated.mayReach(times(4))).isFalse();
    }

    @Test
    @DisplayName("写了量的数量，量未填的可能是任何数")
    void addsUpAmounts() {
        county.on("2026-01-05").add("学习", "机构", "支1", "学时", "2");
        county.on("2026-01-06").add("学习", "机构", "支1", "学时", "1.5");
        Counting known = counted("时");
        assertThat(known.certain()).isEqualTo(Rational.parse("3.5"));
        assertThat(known.counted())
                .extracting(Contribution::amount)
                .containsExactly(times(2), Rational.parse("1.5"));
        assertThat(known.mayReach(times(4))).isFalse();

        county.on("2026-01-07").add("学习", "题", "党章", "学时", "3");
        assertThat(counted("时").certain()).isEqualTo(Rational.parse("3.5"));
        assertThat(counted("时").possible()).isEqualTo(Rational.parse("6.5"));
        assertThat(counted("时").unbounded()).isFalse();

        long open = county.on("2026-01-08").add("学习", "机构", "支1");
        assertThat(counted("时").unbounded()).isTrue();
        assertThat(counted("时").mayReach(times(1000))).isTrue();
        assertThat(numbers(counted("时").counted())).doesNotContain(open);
    }

    @Test
    @DisplayName("钱按元数，时长按它自己的单位数")
    void addsUpMoneyAndSpans() {
        county.on("2026-01-05").add("支出", "机构", "支1", "额", "100.5元", "用时", "3日");
        county.on("2026-01-06").add("支出", "机构", "支1", "额", "200元", "用时", "4日");

        assertThat(counted("额").certain()).isEqualTo(Rational.parse("300.5"));
        assertThat(counted("用").certain()).isEqualTo(times(7));
    }

    @Test
    @DisplayName("写了异的，一样只数一次，数先出现的一条；未填的每条可能多一样，存疑的同一样只多一次")
    void countsEachValueOnce() {
        long first = county.on("2026-01-05").add("学习", "机构", "支1", "题", "党章");
        county.on("2026-01-06").add("学习", "机构", "支1", "题", "党章");
        long other = county.on("2026-01-07").add("学习", "机构", "支1", "题", "党史");
        Counting certain = counted("题");
        assertThat(numbers(certain.counted())).containsExactly(first, other);
        assertThat(certain.counted())
                .extracting(Contribution::amount)
                .containsExactly(times(1), times(1));
        assertThat(certain.certain()).isEqualTo(times(2));
        assertThat(certain.possible()).isEqualTo(times(2));

        county.on("2026-01-08").add("学习", "题", "条例");
        county.on("2026-01-09").add("学习", "题", "条例");
        county.on("2026-01-09").add("学习", "题", "党章");
        assertThat(counted("题").certain()).isEqualTo(times(2));
        assertThat(counted("题").possible()).isEqualTo(times(3));

        county.on("2026-01-10").add("学习", "机构", "支1");
        county.on("2026-01-11").add("学习", "机构", "支1");
        assertThat(counted("题").certain()).isEqualTo(times(2));
        assertThat(counted("题").possible()).isEqualTo(times(5));
    }

    @Test
    @DisplayName("凭证是够数的最早几条，不够的全都是")
    void isWitnessedByTheEarliestThatSuffice() {
        long first = county.on("2026-01-05").add("学习", "机构", "支1", "学时", "2");
        long second = county.on("2026-01-06").add("学习", "机构", "支1", "学时", "1");
        long third = county.on("2026-01-07").add("学习", "机构", "支1", "学时", "4");
        Counting hours = counted("时");

        assertThat(hours.witnesses(times(0))).isEmpty();
        assertThat(numbers(hours.witnesses(times(2)))).containsExactly(first);
        assertThat(numbers(hours.witnesses(times(3)))).containsExactly(first, second);
        assertThat(numbers(hours.witnesses(times(4)))).containsExactly(first, second, third);
        assertThat(numbers(hours.witnesses(times(9)))).containsExactly(first, second, third);
    }

    @Test
    @DisplayName("止日当日做的不是宽限内，次日的是；宽限止后才录的、才补填合格的，都注明补录")
    void saysWhatCameInTheGraceOrAfterIt() {
        county.on("2026-01-31").add("学习", "机构", "支1", "类", "研讨");
        county.on("2026-02-01").add("学习", "机构", "支1", "类", "研讨");
        county.on("2026-02-02").recorded("2026-02-03").add("学习", "机构", "支1", "类", "研讨");
        county.on("2026-02-02").recorded("2026-02-04").add("学习", "机构", "支1", "类", "研讨");
        long soon = county.on("2026-02-03").add("学习", "机构", "支1", "类", "自学");
        county.on("2026-02-03").correct(soon, "类", "研讨");
        long later = county.on("2026-02-03").add("学习", "机构", "支1", "类", "自学");
        county.on("2026-02-04").correct(later, "类", "研讨");
        long other = county.on("2026-02-03").add("学习", "机构", "支1", "类", "研讨");
        county.on("2026-02-04").correct(other, "题", "党章");

        List<Contribution> counted = counted("研").counted();
        assertThat(counted)
                .extracting(Contribution::inGrace)
                .containsExactly(false, true, true, true, true, true, true);
        assertThat(counted)
                .extracting(Contribution::backfilled)
                .containsExactly(false, false, false, true, false, true, false);
        assertThat(counted)
                .extracting(Contribution::lateDays)
                .containsExactly(0L, 0L, 1L, 2L, 0L, 0L, 0L);
    }

    @Test
    @DisplayName("不算的至多说一百条")
    void explainsNoMoreThanAHundred() {
        for (int index = 0; index < 101; index++) {
            county.on("2026-01-05").add("学习", "机构", "支1", "类", "自学");
        }

        assertThat(counted("研").rejected()).hasSize(100);
    }

    @Test
    @DisplayName("隔得正好的算，近一日的不算；日子不知的可能都算")
    void countsDaysThatKeepApart() {
        Span five = new Span(5, SpanUnit.DAY);
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(apart(five, day, day.plusDays(5))).isEqualTo(2);
        assertThat(apart(five, day, day.plusDays(4))).isEqualTo(1);
        assertThat(apart(five, day.plusDays(9), day, day.plusDays(4))).isEqualTo(2);
        assertThat(apart(five, LocalDate.MAX, day, LocalDate.MAX)).isEqualTo(3);
        assertThat(apart(five)).isZero();
    }

    private static long apart(Span least, LocalDate... days) {
        return Counting.apart(List.of(days), least, Comparison.CALENDAR);
    }

    private Verdict spaced() {
        return county.verdict("2026-02-20", "隔", "支1", "", "2026-01");
    }

    @Test
    @DisplayName("写了间隔的，近的一条不算；存疑的隔得够才可能补上")
    void countsActsThatKeepTheirSpacing() {
        long first = county.on("2026-01-05").add("学习", "机构", "支1");
        county.on("2026-01-09").add("学习", "机构", "支1");
        assertThat(spaced().standing()).isEqualTo(Standing.BREACHED);
        assertThat(numbers(spaced().counted())).containsExactly(first);
        assertThat(spaced().certain()).isEqualTo(times(1));
        assertThat(spaced().possible()).isEqualTo(times(1));

        county.on("2026-01-11").add("学习", "题", "党章");
        assertThat(spaced().standing()).isEqualTo(Standing.UNPROVEN);
        assertThat(spaced().certain()).isEqualTo(times(1));
        assertThat(spaced().possible()).isEqualTo(times(2));

        long second = county.on("2026-01-10").add("学习", "机构", "支1");
        assertThat(spaced().standing()).isEqualTo(Standing.FULFILLED);
        assertThat(numbers(spaced().counted())).containsExactly(first, second);
        assertThat(spaced().certain()).isEqualTo(times(2));
    }
}
