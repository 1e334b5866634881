package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.institution.expression.Expression.Failing;
import org.mingze.institution.expression.Value.Evidence;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

@DisplayName("为何不计")
class FirstFailingTest {
    private final Map<String, Value> values = new HashMap<>();

    private Optional<Failing> failing(String recordType, String source) {
        return Checking.sound(recordType, source)
                .firstFailing(
                        name -> values.getOrDefault(name, new Unknown("")), new SampleWorld());
    }

    @ParameterizedTest(name = "{1}：{3}")
    @DisplayName("指出第一个不成立的条件和所读的值")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    学习 ⟶ 类 = "研讨" 且 计(材料) ≥ 1        ⟶ 类 = "研讨"     ⟶ 类=自学
                    学习 ⟶ 类 = "自学" 且 计(材料) ≥ 2        ⟶ 计(材料) ≥ 2    ⟶ 计(材料)=1
                    学习 ⟶ 类 = "自学" 且 (学时 > 1 且 署名)  ⟶ 学时 > 1        ⟶ 学时=0.5
                    学习 ⟶ 类 = "自学" 且 署名 且 学时 > 1    ⟶ 署名            ⟶ 署名未填
                    学习 ⟶ 非 (类 = "自学" 且 学时 > 0)       ⟶ 非 (类 = "自学" 且 学时 > 0) ⟶ 非 (类 = "自学" 且 学时 > 0)（类=自学，学时=0.5）
                    学习 ⟶ 类 = "研讨" 或 学时 > 1            ⟶ 类 = "研讨" 或 学时 > 1 ⟶ 类 = "研讨" 或 学时 > 1（类=自学，学时=0.5）
                    学习 ⟶ 类 ∈ ["研讨", "党课"]              ⟶ 类 ∈ ["研讨", "党课"] ⟶ 类=自学
                    学习 ⟶ 机构 = 上级(机构)                  ⟶ 机构 = 上级(机构) ⟶ 机构=名为街道
                    学习 ⟶ 1 > 2                              ⟶ 1 > 2           ⟶ 2=2
                    会议 ⟶ 专题                               ⟶ 专题            ⟶ 专题=否
                    会议 ⟶ 非 机构.类 = "党委"                ⟶ 非 机构.类 = "党委" ⟶ 非 机构.类 = "党委"（机构.类=党委）
                    会议 ⟶ 有(议程, a -> "党建" ∈ a.题)       ⟶ 有(议程, a -> "党建" ∈ a.题) ⟶ 有(议程, a -> "党建" ∈ a.题)（议程=1项）
                    会议 ⟶ "党建" ∈ 首(议程, a -> a.序).题    ⟶ "党建" ∈ 首(议程, a -> a.序).题 ⟶ 首(议程, a -> a.序).题=其他、第一议题
                    会议 ⟶ 实到 * 2 > 应到                    ⟶ 实到 * 2 > 应到 ⟶ 实到 * 2=8
                    会议 ⟶ 非 (实到 > 3 或 应到 > 100)        ⟶ 非 (实到 > 3 或 应到 > 100) ⟶ 非 (实到 > 3 或 应到 > 100)（实到=4，应到=9）
                    会议 ⟶ 有(议程, a -> a.序 > 实到)         ⟶ 有(议程, a -> a.序 > 实到) ⟶ 有(议程, a -> a.序 > 实到)（议程=1项，实到=4）
                    会议 ⟶ 非 实到 ∈ [应到, 4]                ⟶ 非 实到 ∈ [应到, 4] ⟶ 非 实到 ∈ [应到, 4]（实到=4，应到=9）
                    会议 ⟶ 非 实到 + 1 < 应到                 ⟶ 非 实到 + 1 < 应到 ⟶ 非 实到 + 1 < 应到（实到=4，应到=9）
                    学习 ⟶ 非 计(材料) = 1                    ⟶ 非 计(材料) = 1 ⟶ 非 计(材料) = 1（材料=讲稿.pdf）
                    """)
    void tellsTheConditionAndWhatWasRead(
            String recordType, String source, String condition, String read) {
        values.put("类", new Text("自学"));
        values.put("学时", new Numeric(Rational.parse("0.5")));
        values.put("材料", new Series(List.of(new Evidence("讲稿.pdf", ""))));
        values.put("机构", Reference.body("街道"));
        values.put("专题", Truth.FALSE);
        values.put("实到", Numeric.of(4));
        values.put("应到", Numeric.of(9));
        Value subjects = new Series(List.of(new Text("其他"), new Text("第一议题")));
        Value item = new Group(Map.of("序", Numeric.of(1), "题", subjects));
        values.put("议程", new Series(List.of(item)));

        assertThat(failing(recordType, source))
                .contains(new Failing(condition, read, read.endsWith("未填")));
    }

    @Test
    @DisplayName("成立就没有")
    void isEmptyWhenTrue() {
        values.put("类", new Text("研讨"));
        assertThat(failing("学习", "类 = \"研讨\" 且 计(材料) = 0")).isEmpty();
    }
}
