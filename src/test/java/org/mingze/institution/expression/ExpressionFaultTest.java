package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.institution.expression.Expression.Fault;
import org.mingze.institution.expression.Type.Simple;

@DisplayName("表达式的差错")
class ExpressionFaultTest {
    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("指出位置、毛病和改法")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    学习 ⟶ 类别 = "研讨"              ⟶ name       ⟶ 类别         ⟶ 是不是“类”
                    学习 ⟶ 类 = "研讨会"              ⟶ word       ⟶ "研讨会"     ⟶ 是不是“研讨”
                    学习 ⟶ 类 ≠ "座谈"                ⟶ word       ⟶ "座谈"       ⟶ 可选：研讨 集体学习 自学 党课
                    学习 ⟶ 类 ∈ ["研讨", "自觉"]      ⟶ word       ⟶ "自觉"       ⟶ 是不是“自学”
                    学习 ⟶ 类 = "研讨"且 真 且署名     ⟶ syntax     ⟶ 且署名     ⟶ 空一格
                    学习 ⟶ 署名且真                   ⟶ name       ⟶ 署名且真     ⟶ 空一格
                    学习 ⟶ 计(材料) ≥ 1个             ⟶ number     ⟶ 个           ⟶ 可用的单位
                    学习 ⟶ 计(材料) ≥ 1日             ⟶ type       ⟶ 计(材料) ≥ 1日 ⟶ 同一种
                    学习 ⟶ 多少(材料) ≥ 1             ⟶ function   ⟶ 多少         ⟶ 函数表
                    学习 ⟶ 工作日(日)                 ⟶ function   ⟶ 工作日       ⟶ 是不是“工作日差”
                    学习 ⟶ 材料 = "讲稿.pdf"          ⟶ type       ⟶ 材料 = "讲稿.pdf" ⟶ 有(…)
                    学习 ⟶ 本岗 ∈ 参加                ⟶ type       ⟶ 本岗 ∈ 参加  ⟶ 任者(岗)
                    学习 ⟶ 材料 > 1                   ⟶ type       ⟶ 材料         ⟶ 计(…)
                    学习 ⟶ 类                         ⟶ ok         ⟶              ⟶
                    学习 ⟶ 类 且 署名                 ⟶ type       ⟶ 类           ⟶ 写成比较
                    学习 ⟶ 学时 < 2 < 3               ⟶ syntax     ⟶ <            ⟶ 用 且 连接
                    学习 ⟶ 学时 == 2                  ⟶ character  ⟶ ==           ⟶ 改用 =
                    学习 ⟶ 类 = "研讨                 ⟶ open-text  ⟶ "研讨        ⟶ 引号
                    学习 ⟶ 类 = '研讨'                ⟶ character  ⟶ '            ⟶ 改用 "
                    学习 ⟶ (学时 > 2                  ⟶ syntax     ⟶              ⟶ 括号
                    学习 ⟶ 学时 > 2)                  ⟶ syntax     ⟶ )            ⟶ 括号
                    学习 ⟶ 学时 @ 2                   ⟶ character  ⟶ @            ⟶ 删去
                    学习 ⟶ 会议 = 此                  ⟶ name       ⟶ 会议         ⟶ 期内(会议)
                    学习 ⟶ 计(期内(参加)) > 1         ⟶ name       ⟶ 参加         ⟶ 记录类型
                    学习 ⟶ 有(往(公文), 日 -> 真)     ⟶ name       ⟶ 日           ⟶ 换一个字
                    学习 ⟶ x -> 真                    ⟶ syntax     ⟶ ->           ⟶ 括号
                    学习 ⟶ 凡(材料)                   ⟶ arguments  ⟶ 凡(材料)     ⟶ 凡(列表, x -> …)
                    学习 ⟶ 筛(参加, 真)               ⟶ arguments  ⟶ 真           ⟶ 筛(参加, x -> …)
                    学习 ⟶ 和(参加, x -> x)           ⟶ type       ⟶ x            ⟶ 计(…)
                    学习 ⟶ 首(参加, x -> x)           ⟶ type       ⟶ x            ⟶ 日或时
                    学习 ⟶ 已填(计(材料))             ⟶ arguments  ⟶ 计(材料)     ⟶ 已填(字段)
                    学习 ⟶ 任者(机构) = 任者(本岗)    ⟶ type       ⟶ 机构         ⟶ 任者(岗)
                    学习 ⟶ 年(日, 日) = 2026          ⟶ arguments  ⟶ 年(日, 日)   ⟶ 年(日)
                    学习 ⟶ 署名 + 1 > 2               ⟶ type       ⟶ 署名 + 1     ⟶ 单位
                    学习 ⟶ 计(材料) > 1 且 []         ⟶ syntax     ⟶ []           ⟶ 计(…) = 0
                    学习 ⟶ 影响期("记过") > 1         ⟶ word       ⟶ "记过"       ⟶ 可选：提醒 警告
                    学习 ⟶ 计(履(一)) > 1             ⟶ function   ⟶ 履           ⟶ 指标
                    公文 ⟶ 工作日差(收日, 日) ≥ 3日   ⟶ unit       ⟶ 工作日差(收日, 日) ≥ 3日 ⟶ 工作日差
                    公文 ⟶ 日 - 收日 ≥ 公示期         ⟶ unit       ⟶ 日 - 收日 ≥ 公示期 ⟶ 同一单位
                    公文 ⟶ 3日 + 2月 > 1日            ⟶ unit       ⟶ 3日 + 2月    ⟶ 同一单位
                    公文 ⟶ 收日 + 3小时 > 日          ⟶ type       ⟶ 收日 + 3小时 ⟶ 单位
                    公文 ⟶ 时 > 收日                  ⟶ type       ⟶ 时 > 收日    ⟶ 都用日
                    公文 ⟶ 日 ∈ 期                    ⟶ type       ⟶ 期           ⟶ 在期(日, 期)
                    公文 ⟶ 机构 = 本岗                ⟶ type       ⟶ 机构 = 本岗  ⟶ .机构
                    公文 ⟶ 机构.类 = "党委会"         ⟶ word       ⟶ "党委会"     ⟶ 是不是“党委”
                    公文 ⟶ 机构.层 = "县"             ⟶ field      ⟶ 层           ⟶ 可用的：
                    公文 ⟶ 收日 > 1.5日 + 日          ⟶ number     ⟶ 1.5日        ⟶ 整数
                    公文 ⟶ 涉及人.名 = "某"           ⟶ field      ⟶ 名           ⟶ 去掉
                    整改 ⟶ 问题.负责人 = 人           ⟶ field      ⟶ 负责人       ⟶ 是不是“责任人”
                    整改 ⟶ 有(承(此, 验收类), x -> 真) ⟶ name      ⟶ 验收类       ⟶ 是不是“验收”
                    项目 ⟶ 概算 > 100                 ⟶ type       ⟶ 概算 > 100   ⟶ 同一种
                    项目 ⟶ 概算 * 估算 > 1元          ⟶ type       ⟶ 概算 * 估算  ⟶ 单位
                    会议 ⟶ 有(议程, a -> a.决定 = a.类) ⟶ type     ⟶ a.决定 = a.类 ⟶ 同一种
                    会议 ⟶ 有(议程, a -> 有(a.发言, a -> 真)) ⟶ name ⟶ a          ⟶ 换一个字
                    会议 ⟶ 议程.类 = "决策"           ⟶ type       ⟶ 议程.类 = "决策" ⟶ ∈
                    会议 ⟶ 有(议程, 甲乙丙 -> 甲乙丁.临时) ⟶ name  ⟶ 甲乙丁       ⟶ 是不是“甲乙丙”
                    会议 ⟶ 议程 = 议程                ⟶ type       ⟶ 议程 = 议程  ⟶ ∈
                    会议 ⟶ 首(议程, a -> a.序) = 首(议程, a -> a.序) ⟶ type ⟶ 首(议程, a -> a.序) = 首(议程, a -> a.序) ⟶ 一个字段
                    会议 ⟶ 首(议程, a -> a.序) ∈ 议程 ⟶ type       ⟶ 首(议程, a -> a.序) ⟶ 有(列表
                    会议 ⟶ 议程 ∈ 议程                ⟶ type       ⟶ 议程         ⟶ 有(列表
                    会议 ⟶ 3 < 类                     ⟶ type       ⟶ 类           ⟶ 改用 =
                    会议 ⟶ 计([1, "甲"]) > 1          ⟶ type       ⟶ [1, "甲"]    ⟶ 同一种
                    会议 ⟶ 计([议程, 议程]) > 1       ⟶ type       ⟶ [议程, 议程] ⟶ 同一种
                    会议 ⟶ 计([日, 时]) > 1           ⟶ type       ⟶ [日, 时]     ⟶ 同一种
                    会议 ⟶ 机构 ∈ [主持]              ⟶ type       ⟶ 机构 ∈ [主持] ⟶ .机构
                    会议 ⟶ 报告时长 * 1.5 > 1日       ⟶ type       ⟶ 报告时长 * 1.5 ⟶ 单位
                    会议 ⟶ 1.5 * 报告时长 > 1日       ⟶ type       ⟶ 1.5 * 报告时长 ⟶ 单位
                    会议 ⟶ 专题 * 3日 > 1日           ⟶ type       ⟶ 专题 * 3日   ⟶ 单位
                    会议 ⟶ 3日 / 专题 > 1             ⟶ type       ⟶ 3日 / 专题   ⟶ 单位
                    会议 ⟶ 专题 / 3日 > 1             ⟶ type       ⟶ 专题 / 3日   ⟶ 单位
                    会议 ⟶ 日 + 日 > 日               ⟶ type       ⟶ 日 + 日      ⟶ 单位
                    会议 ⟶ 日 * 3日 > 日              ⟶ type       ⟶ 日 * 3日     ⟶ 单位
                    会议 ⟶ 日 - 时 > 3日              ⟶ type       ⟶ 日 - 时      ⟶ 单位
                    会议 ⟶ 1000000日 > 1日            ⟶ number     ⟶ 1000000日    ⟶ 较小的单位
                    会议 ⟶ 承(1, 会议) = 1            ⟶ type       ⟶ 1            ⟶ 记录
                    验收 ⟶ 整改 = 此                  ⟶ type       ⟶ 整改 = 此    ⟶ 同一种
                    项目 ⟶ 来源 = 此                  ⟶ type       ⟶ 来源 = 此    ⟶ 同一种
                    项目 ⟶ 概算 + 1 > 1元             ⟶ type       ⟶ 概算 + 1     ⟶ 单位
                    项目 ⟶ 1 - 概算 > 1元             ⟶ type       ⟶ 1 - 概算     ⟶ 单位
                    项目 ⟶ 1 / 概算 > 1               ⟶ type       ⟶ 1 / 概算     ⟶ 单位
                    会议 ⟶ 影响期(类) > 1             ⟶ type       ⟶ 类           ⟶ 提醒 警告
                    会议 ⟶ 影响期(未有) > 1           ⟶ name       ⟶ 未有         ⟶ 只能用
                    会议 ⟶ 高于(任者(主持), 主持)     ⟶ type       ⟶ 任者(主持)   ⟶ 岗
                    会议 ⟶ 日 > 100001日 + 日         ⟶ number     ⟶ 100001日     ⟶ 较小的单位
                    """)
    void namePlaceAndRemedy(
            String recordType, String source, String code, String excerpt, String remedy) {
        List<Fault> faults = Checking.faults(recordType, source);
        if (code.equals("ok")) {
            assertThat(faults).isEmpty();
            return;
        }
        Fault fault = faults.getFirst();
        assertThat(fault.code()).isEqualTo("expression." + code);
        assertThat(source.substring(fault.offset(), fault.offset() + fault.length()))
                .isEqualTo(Optional.ofNullable(excerpt).orElse(""));
        assertThat(fault.remedy()).contains(remedy);
        assertThat(fault.message()).isNotBlank().doesNotContain("请", "！");
    }

    @Test
    @DisplayName("各处差错一次报全")
    void areToldAllAtOnce() {
        assertThat(Checking.faults("学习", "类别 = \"研讨\" 且 计(材料) ≥ 1日 且 凡(材料)"))
                .extracting(Fault::code)
                .containsExactly("expression.name", "expression.type", "expression.arguments");
    }

    @Test
    @DisplayName("结果不合这一栏的类型就报")
    void theExpectedTypeIsChecked() {
        assertThat(Checking.faults("学习", "计(材料)", Optional.of(Simple.TRUTH)))
                .extracting(Fault::message)
                .containsExactly("这里要真假，写的是整");
        assertThat(Checking.faults("学习", "学时", Optional.of(Simple.INTEGER))).hasSize(1);
        assertThat(Checking.faults("学习", "计(材料)", Optional.of(Simple.NUMBER))).isEmpty();
    }

    @Test
    @DisplayName("过长、过深都只是差错")
    void lengthAndDepthAreBounded() {
        String deep = "(".repeat(1_900) + "真" + ")".repeat(1_900);
        assertThat(Checking.faults("学习", deep).getFirst().code()).isEqualTo("expression.too-deep");
        assertThat(Checking.faults("学习", "1" + "+1".repeat(1_900) + " > 2").getFirst().code())
                .isEqualTo("expression.too-deep");
        assertThat(Checking.faults("学习", "非 ".repeat(1_300) + "真").getFirst().code())
                .isEqualTo("expression.too-deep");
        assertThat(Checking.faults("学习", "真 且 ".repeat(1_100) + "真").getFirst().code())
                .isEqualTo("expression.too-long");
        assertThat(Checking.faults("学习", "真 且 ".repeat(900) + "真")).isEmpty();
        assertThat(Checking.faults("学习", "此" + ".此".repeat(1_900)).getFirst().code())
                .isEqualTo("expression.field");
    }

    @Test
    @DisplayName("六十四层正好，多一层就过深；并列的不算深")
    void depthIsBoundedExactly() {
        assertThat(Checking.faults("学习", "非 ".repeat(63) + "真")).isEmpty();
        assertThat(Checking.faults("学习", "非 ".repeat(64) + "真")).hasSize(1);
        assertThat(Checking.faults("学习", "(".repeat(63) + "真" + ")".repeat(63))).isEmpty();
        assertThat(Checking.faults("学习", "(".repeat(64) + "真" + ")".repeat(64))).hasSize(1);
        assertThat(Checking.faults("学习", "1" + "+1".repeat(62) + " > 2")).isEmpty();
        assertThat(Checking.faults("学习", "1" + "+1".repeat(63) + " > 2")).hasSize(1);
        assertThat(Checking.faults("学习", "非 署名 且 ".repeat(500) + "真")).isEmpty();
        assertThat(Checking.faults("学习", "真 ⇒ ".repeat(62) + "真")).isEmpty();
        assertThat(Checking.faults("学习", "署名" + " ".repeat(3_998))).isEmpty();
        assertThat(Checking.faults("学习", "署名" + " ".repeat(3_999))).hasSize(1);
    }

    @Test
    @DisplayName("遇到什么就说什么")
    void theUnexpectedIsNamed() {
        assertThat(message("学时 >")).endsWith("结尾");
        assertThat(message("学时 > 3 4日")).endsWith("“4日”");
        assertThat(message("学时. > 3")).isEqualTo("“.”后面要写名称，不是“>”");
        assertThat(message("[x -> 真] = 1")).isEqualTo("这里要写“]”，不是“->”");
        assertThat(message("计(材料, )")).endsWith("“)”");
    }

    private static String message(String source) {
        return Checking.faults("学习", source).getFirst().message();
    }

    @Test
    @DisplayName("说明两边各是什么")
    void namesBothSides() {
        assertThat(Checking.faults("公文", "日 - 收日 ≥ 公示期").getFirst().message())
                .isEqualTo("单位不同：左边是时长（日），右边是时长（工作日）");
        assertThat(Checking.faults("公文", "机构 = 本岗").getFirst().message())
                .isEqualTo("左边是机构，右边是岗，不能比较");
        assertThat(Checking.faults("会议", "3 < 类").getFirst().message())
                .isEqualTo("词(会议类)不分大小，不能用 <");
        assertThat(Checking.faults("会议", "类 < 3").getFirst().message())
                .isEqualTo("词(会议类)不分大小，不能用 <");
    }

    @Test
    @DisplayName("要列表的一栏，项要合")
    void anExpectedListIsFitted() {
        Optional<Type> numbers = Optional.of(new Type.ListOf(Simple.NUMBER));
        Optional<Type> integers = Optional.of(new Type.ListOf(Simple.INTEGER));
        assertThat(Checking.faults("会议", "议程.序", numbers)).isEmpty();
        assertThat(Checking.faults("会议", "[0.5]", integers)).hasSize(1);
        assertThat(Checking.faults("会议", "应到", integers)).hasSize(1);
        assertThat(Checking.faults("会议", "议程.序", Optional.of(Simple.INTEGER))).hasSize(1);
        assertThat(Checking.faults("会议", "议程.序", Optional.of(Simple.BODY))).hasSize(1);
    }
}
