package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("表达式的类型")
class ExpressionTypeTest {
    @ParameterizedTest(name = "{1} 是 {2}")
    @DisplayName("由字段、单位和运算推出")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    学习 ⟶ 类                          ⟶ 词(学习类)
                    学习 ⟶ 计(材料) + 1                ⟶ 整
                    学习 ⟶ 1 / 2                       ⟶ 数
                    学习 ⟶ 50%                         ⟶ 数
                    学习 ⟶ 学时 * 2                    ⟶ 数
                    学习 ⟶ 异(期内(学习), x -> x.日)   ⟶ 日的列表
                    学习 ⟶ 筛(往(会议), m -> m.专题)   ⟶ 录(会议)的列表
                    学习 ⟶ 大(往(学习), x -> x.学时)   ⟶ 数
                    学习 ⟶ 首(往(学习), x -> x.日)     ⟶ 录(学习)
                    学习 ⟶ 影响期("警告")              ⟶ 整
                    项目 ⟶ (1 + 超估比) * 估算         ⟶ 钱
                    项目 ⟶ 概算 / 估算                 ⟶ 数
                    项目 ⟶ 来源.类                     ⟶ 词(会议类|公文类)
                    项目 ⟶ 来源.收日                   ⟶ 日
                    公文 ⟶ 日 - 收日                   ⟶ 时长（日）
                    公文 ⟶ 日 - 365日                  ⟶ 日
                    公文 ⟶ 收日 + 公示期               ⟶ 日
                    公文 ⟶ 时 - 时                     ⟶ 时长（分钟）
                    公文 ⟶ 工作日差(收日, 日)          ⟶ 时长（工作日）
                    公文 ⟶ 期.自                       ⟶ 日
                    公文 ⟶ 缘                          ⟶ 录(*)的列表
                    公文 ⟶ 上级(机构).负责人           ⟶ 岗
                    公文 ⟶ 下级(机构).负责人           ⟶ 岗的列表
                    公文 ⟶ 负责人(下级(机构))          ⟶ 岗的列表
                    公文 ⟶ 两两(班子(机构))            ⟶ 组(甲 乙)的列表
                    公文 ⟶ 阶段(此)                    ⟶ 文
                    会议 ⟶ 报告时长 ≤ 90分钟           ⟶ 真假
                    会议 ⟶ 任者(主持)                  ⟶ 人
                    会议 ⟶ 主持 ∈ 班子(机构)           ⟶ 真假
                    会议 ⟶ 首(议程, a -> a.序).题      ⟶ 词(议题题)的列表
                    整改 ⟶ 有(往(公文), d -> 问题 ∈ d.缘) ⟶ 真假
                    学习 ⟶ 1 + 0.5                     ⟶ 数
                    学习 ⟶ 0.5 + 1                     ⟶ 数
                    学习 ⟶ [1, 2]                      ⟶ 整的列表
                    学习 ⟶ [1, 0.5]                    ⟶ 数的列表
                    学习 ⟶ [类, "其他"]                ⟶ 文的列表
                    公文 ⟶ [1周, 3日]                  ⟶ 时长（日）的列表
                    会议 ⟶ [报告时长, 90分钟]          ⟶ 时长（分钟）的列表
                    会议 ⟶ [90分钟, 报告时长]          ⟶ 时长（分钟）的列表
                    学习 ⟶ [首(往(会议), m -> m.日), 首(往(公文), d -> d.日)] ⟶ 录(会议|公文)的列表
                    公文 ⟶ [此, 首(两两(缘), p -> 1).甲] ⟶ 录(*)的列表
                    公文 ⟶ [首(两两(缘), p -> 1).甲, 此] ⟶ 录(*)的列表
                    项目 ⟶ [来源, 首(往(会议), m -> m.日)] ⟶ 录(会议|公文)的列表
                    公文 ⟶ 3日 * 2                     ⟶ 时长（日）
                    公文 ⟶ 2 * 3日                     ⟶ 时长（日）
                    公文 ⟶ 6日 / 2日                   ⟶ 数
                    公文 ⟶ 1周 + 3日                   ⟶ 时长（日）
                    公文 ⟶ 3日 + 1周                   ⟶ 时长（日）
                    公文 ⟶ 3日 - 1日                   ⟶ 时长（日）
                    公文 ⟶ 3日 + 收日                  ⟶ 日
                    公文 ⟶ 时 + 90分钟                 ⟶ 时
                    公文 ⟶ 时 - 1日                    ⟶ 时
                    会议 ⟶ 报告时长 + 90分钟           ⟶ 时长（分钟）
                    会议 ⟶ 报告时长 + 报告时长         ⟶ 时长
                    项目 ⟶ 概算 + 估算                 ⟶ 钱
                    项目 ⟶ 概算 - 估算                 ⟶ 钱
                    项目 ⟶ 概算 * 2                    ⟶ 钱
                    项目 ⟶ 概算 / 2                    ⟶ 钱
                    公文 ⟶ 此 = 首(两两(缘), p -> 1).甲 ⟶ 真假
                    公文 ⟶ 首(两两(缘), p -> 1).甲 = 此 ⟶ 真假
                    项目 ⟶ 来源 = 首(往(会议), m -> m.日) ⟶ 真假
                    """)
    void isInferred(String recordType, String source, String word) {
        assertThat(Typing.word(Checking.sound(recordType, source).type())).isEqualTo(word);
    }

    @Test
    @DisplayName("读到的名称不含箭头变量和记录类型")
    void readsOnlyNamesOfTheSlot() {
        Expression expression =
                Checking.sound("会议", "有(往(公文), d -> d.收日 < 日 且 d.机构 = 机构) 且 影响期(\"警告\") > 应到");
        assertThat(expression.reads()).isEqualTo(Set.of("日", "机构", "影响期", "应到"));
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("问到别的记录和机构的，才问到此外")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    应到 > 3                                      ⟶ false
                    是工作日(日)                                  ⟶ false
                    计(议程) > 1                                  ⟶ false
                    有(议程, a -> a.表决.赞成 > 1)                ⟶ false
                    影响期("警告") > 1                            ⟶ false
                    机构.类 = "党委"                              ⟶ true
                    计(往(会议)) > 1                              ⟶ true
                    计(往(会议)) > 1 且 是工作日(日)              ⟶ true
                    机构.类 = "党委" 且 有(议程, a -> a.表决.赞成 > 1) ⟶ true
                    """)
    void tellsWhetherItAsksBeyondTheRecord(String source, boolean beyond) {
        assertThat(Checking.sound("会议", source).asksBeyond()).isEqualTo(beyond);
    }
}
