package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Contribution;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;

@DisplayName("判定里说的缘由")
class VerdictNotesTest {
    private final Trial loops = new Trial("try.loops");
    private final Trial counting = new Trial("try.counting");
    private final Trial cycles = new Trial("try.cycles");
    private final Trial steps = new Trial("try.steps");
    private final Trial limits = new Trial("try.limits");

    private static Verdict verdict(
            Trial trial, String day, String duty, String bearer, String occasion) {
        return trial.verdict(day, duty, bearer, "", occasion);
    }

    @Test
    @DisplayName("缺哪几样说哪几样，补了就不说")
    void namesWhatIsMissing() {
        long finding = loops.on("2026-01-05").add("问题", "机构", "支1", "责任人", "支书");
        String occasion = "件" + finding;
        assertThat(verdict(loops, "2026-01-06", "闭.全", "支书", occasion).note())
                .isEqualTo("原因、期限、措施未填");

        loops.on("2026-01-06").correct(finding, "原因", "不严");
        loops.on("2026-01-07").add("措施", "问题", Long.toString(finding));
        assertThat(verdict(loops, "2026-01-07", "闭.全", "支书", occasion).note()).isEqualTo("期限未填");

        loops.on("2026-01-08").correct(finding, "期限", "2026-02-10");
        assertThat(verdict(loops, "2026-01-08", "闭.全", "支书", occasion).note()).isEmpty();
    }

    @Test
    @DisplayName("期限不详的缺据，说期限未填；到了期限未销的，不说这个")
    void namesTheDeadlineThatIsUnknown() {
        long unknown = loops.on("2026-01-05").add("问题", "机构", "支1");
        long known = loops.on("2026-01-05").add("问题", "机构", "支1", "期限", "2026-01-09");

        Verdict open = verdict(loops, "2026-02-01", "闭.止", "支1", "件" + unknown);
        assertThat(open.standing()).isEqualTo(Standing.UNPROVEN);
        assertThat(open.note()).isEqualTo("期限未填");
        Verdict missed = verdict(loops, "2026-02-01", "闭.止", "支1", "件" + known);
        assertThat(missed.standing()).isEqualTo(Standing.BREACHED);
        assertThat(missed.note()).isEmpty();
        Verdict computed = verdict(loops, "2026-02-01", "闭.算", "支1", "件" + unknown);
        assertThat(computed.note()).isEqualTo("期限 + 2日未填");
    }

    @Test
    @DisplayName("建账以前的说不详，建账以后的不说")
    void saysThatEarlierRecordsAreNotKnown() {
        counting.on(Trial.SETUP).add("建账", "型", "学习", "机构", "支1", "自", "2026-02-01");
        cycles.on(Trial.SETUP).add("建账", "型", "停算", "自", "2026-02-01");
        long early = cycles.on("2026-01-05").add("来件", "机构", "支1");
        long late = cycles.on("2026-02-05").add("来件", "机构", "支1");

        assertThat(verdict(counting, "2026-03-20", "学.月", "支1", "2026-01").note())
                .isEqualTo("建账前的记录不详");
        assertThat(verdict(counting, "2026-03-20", "学.月", "支1", "2026-02").note()).isEmpty();
        assertThat(verdict(cycles, "2026-02-20", "次.多", "支1", "件" + early).note())
                .isEqualTo("建账前的记录不详");
        assertThat(verdict(cycles, "2026-02-20", "次.多", "支1", "件" + late).note()).isEmpty();
    }

    @Test
    @DisplayName("免的说谁免的、为什么")
    void namesWhoWaived() {
        counting.on("2026-02-03")
                .add(
                        "免",
                        "编号",
                        "try.counting",
                        "号",
                        "学.月",
                        "谁",
                        "支1",
                        "期",
                        "2026-01",
                        "批",
                        "镇1",
                        "因",
                        "防汛");

        assertThat(verdict(counting, "2026-02-20", "学.月", "支1", "2026-01").note())
                .isEqualTo("镇1免：防汛");
    }

    @Test
    @DisplayName("窗口以后补做的算迟，补做的几条都在计入之列")
    void countsWhatWasMadeUpAfterTheWindow() {
        long first = counting.on("2026-03-05").add("学习", "机构", "支1");
        long second = counting.on("2026-03-06").add("学习", "机构", "支1");

        assertThat(counting.standing("2026-03-20", "学.窗", "支1", "2026")).contains(Standing.LATE);
        assertThat(verdict(counting, "2026-03-20", "学.窗", "支1", "2026").counted())
                .extracting(Contribution::record)
                .containsExactly(first, second);
    }

    @Test
    @DisplayName("缺哪一步说哪一步，前面不合的一条说明为何不合")
    void namesTheStepThatIsMissing() {
        long matter = steps.on("2026-01-05").add("事项", "机构", "支1", "大", "是");
        String root = Long.toString(matter);
        steps.on("2026-01-06").add("审查", "机构", "支1", "事", root, "类", "合法", "过", "是");
        long review = steps.on("2026-01-09").add("审查", "机构", "支1", "事", root, "类", "评估", "过", "是");
        long untold = steps.on("2026-01-10").add("审查", "机构", "支1", "事", root);

        Verdict missing = steps.verdict("2026-02-20", "步.序", "支1", root, "件" + review);
        assertThat(missing.note()).isEqualTo("缺论证");
        assertThat(missing.rejected())
                .anySatisfy(rejection -> assertThat(rejection.condition()).isEqualTo("类 = \"论证\""));
        assertThat(steps.verdict("2026-02-20", "步.序", "支1", root, "件" + untold).note())
                .isEqualTo("不详属于哪一步");
    }

    @Test
    @DisplayName("延期凭哪一条批的，判定里列着")
    void namesTheExtensionThatMovedTheLimit() {
        long submission = limits.on("2026-01-05").add("来件", "机构", "支1");
        String[] granted = {
            "编号", "try.limits", "号", "限.告", "件", Long.toString(submission), "批", "镇1", "限", "5日"
        };
        limits.on("2026-01-06").add("延", granted);
        String[] told = java.util.Arrays.copyOf(granted, granted.length + 2);
        told[granted.length] = "告知";
        told[granted.length + 1] = "是";
        long act = limits.on("2026-01-07").add("延", told);

        Verdict verdict = verdict(limits, "2026-01-08", "限.告", "支1", "件" + submission);
        assertThat(verdict.acts()).containsExactly(act);
        assertThat(verdict.due()).contains(java.time.LocalDate.of(2026, 1, 19));
    }

    @Test
    @DisplayName("数还没定的，说哪个数、谁可以定；谁也不许定的，说须由制定机关写明")
    void namesTheOpenNumberAndWhoMaySetIt() {
        Trial own =
                Trial.under(
                        """
                        参数:
                          次: {型: 整, 值: 待定}
                        职责:
                          - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 月, 至少: 次}
                        """);

        assertThat(verdict(counting, "2026-01-20", "学.周", "支书", "2026-W02").note())
                .isEqualTo("周次待定，可由本级设定");
        assertThat(verdict(own, "2026-01-20", "平", "支1", "2026-01").note())
                .isEqualTo("次待定，须由制定机关写明");
    }

    @Test
    @DisplayName("不合程式的，说哪一条、读到的是什么")
    void namesWhatTheFormalityFailedBy() {
        Trial formalities = new Trial("try.formalities");
        long study =
                formalities
                        .on("2026-01-05")
                        .add("学习", "机构", "支1", "类", "研讨", "材料", "讲稿|", "学时", "0");

        Verdict verdict = verdict(formalities, "2026-01-06", "式.料", "支1", "件" + study);
        assertThat(verdict.standing()).isEqualTo(Standing.BREACHED);
        assertThat(verdict.rejected())
                .singleElement()
                .satisfies(
                        rejection -> {
                            assertThat(rejection.record()).isEqualTo(study);
                            assertThat(rejection.read()).isNotEmpty();
                        });
    }
}
