package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;

@DisplayName("停与空缺")
class StaysTest {
    private final Trial county =
            Trial.under(
                    """
                    职责:
                      - {号: 月, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 月, 至少: 1, 宽限: 3日}
                      - {号: 岗, 谁: 支部书记, 督: 党委, 据: 自定 试 D, 式: 频次, 做: {录: 学习, 归: 主讲}, 每: 周, 至少: 1, 空缺: 5日}
                      - {号: 常, 谁: 支部书记, 督: 党委, 据: 自定 试 D, 式: 频次, 做: {录: 学习, 归: 主讲}, 每: 周, 至少: 1}
                      - {号: 限, 谁: 起.机构, 督: 党委, 据: 自定 试 D, 式: 时限, 起: 来件, 止: 答复, 限: 10日, 末日遇休: 不顺延}
                    """);

    private long stay(String day, String kind, String by) {
        return county.on(day).stay(kind, "try.own", "月", "支1", by);
    }

    private OptionalAssert<Standing> assertMonth(String day) {
        return assertThat(county.standing(day, "月", "支1", "2026-01"));
    }

    @Test
    @DisplayName("停着的说哪天起、谁停的、为什么，列着停的那一条")
    void saysWhoStayedItAndWhy() {
        long act = stay("2026-01-06", "停", "镇1");
        Verdict verdict = county.verdict("2026-01-10", "月", "支1", "", "2026-01");

        assertThat(verdict.standing()).isEqualTo(Standing.STAYED);
        assertThat(verdict.note()).isEqualTo("2026-01-06起镇1停：另案未结");
        assertThat(verdict.acts()).containsExactly(act);
    }

    @Test
    @DisplayName("停了又复的，复的那一日起照常")
    void restsUntilTheDayBeforeItIsResumed() {
        stay("2026-01-06", "停", "镇1");
        stay("2026-01-15", "复", "镇1");

        assertMonth("2026-01-05").contains(Standing.OPEN);
        assertMonth("2026-01-06").contains(Standing.STAYED);
        assertMonth("2026-01-14").contains(Standing.STAYED);
        assertMonth("2026-01-15").contains(Standing.OPEN);
        assertMonth("2026-02-20").contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("过了期再问，看宽限止日那一天停着没有")
    void restsForGoodIfItRestedOnTheLastDay() {
        stay("2026-02-03", "停", "镇1");
        assertMonth("2026-02-20").contains(Standing.STAYED);

        stay("2026-02-04", "复", "镇1");
        assertMonth("2026-02-20").contains(Standing.STAYED);
    }

    @Test
    @DisplayName("宽限止日以后才停的，已经违了")
    void isBreachedBeforeALaterStay() {
        stay("2026-02-04", "停", "镇1");

        assertMonth("2026-02-20").contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("停以前的复不作数")
    void isNotResumedByAnEarlierAct() {
        stay("2026-01-05", "复", "镇1");
        stay("2026-01-06", "停", "镇1");

        assertMonth("2026-01-10").contains(Standing.STAYED);
    }

    @Test
    @DisplayName("没有权停的停不了，写明了别的期的不停这一期")
    void isStayedOnlyByTheAuthorityAndForWhatItNames() {
        stay("2026-01-06", "停", "支1");
        county.on("2026-01-06")
                .add(
                        "停", "编号", "try.own", "号", "月", "谁", "支1", "期", "2026-02", "批", "镇1", "因",
                        "另案未结");
        assertMonth("2026-01-10").contains(Standing.OPEN);

        county.on("2026-01-07")
                .add(
                        "停", "编号", "try.own", "号", "月", "谁", "支1", "期", "2026-01", "批", "镇1", "因",
                        "另案未结");
        assertMonth("2026-01-10").contains(Standing.STAYED);
    }

    @Test
    @DisplayName("明日才停的今日不停，限也不因此延")
    void isNotYetStayedByATomorrowsAct() {
        long submission = county.on("2026-01-05").add("来件", "机构", "支1");
        county.on("2026-01-20").stay("停", "try.own", "限", "支1", "镇1");

        assertThat(county.standing("2026-01-10", "限", "支1", "件" + submission))
                .contains(Standing.OPEN);
        assertThat(county.standing("2026-01-19", "限", "支1", "件" + submission))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("还停着的，限延到停的每一日都补足")
    void isLongerByTheDaysSoFar() {
        long submission = county.on("2026-01-05").add("来件", "机构", "支1");
        county.on("2026-01-10").stay("停", "try.own", "限", "支1", "镇1");

        Verdict verdict = county.verdict("2026-01-12", "限", "支1", "", "件" + submission);
        assertThat(verdict.standing()).isEqualTo(Standing.STAYED);
        assertThat(verdict.due()).contains(java.time.LocalDate.of(2026, 1, 18));
    }

    @Test
    @DisplayName("岗位空缺满了日子还没人的，自空缺之日起停；没满的、没写空缺的不停")
    void restsWhileItsPostIsVacantForLong() {
        county.on("2026-01-06").add("卸", "人", "甲", "岗", "支书");
        assertThat(county.standing("2026-01-08", "岗", "支书", "2026-W02")).contains(Standing.OPEN);

        Verdict verdict = county.verdict("2026-01-20", "岗", "支书", "", "2026-W03");
        assertThat(verdict.standing()).isEqualTo(Standing.STAYED);
        assertThat(verdict.note()).startsWith("岗位自2026-01-0").endsWith("起空缺");
        assertThat(county.standing("2026-01-20", "常", "支书", "2026-W03"))
                .contains(Standing.BREACHED);
    }
}
