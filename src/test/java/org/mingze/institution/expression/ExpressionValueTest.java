package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Duration;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.Moment;
import org.mingze.institution.expression.Value.Money;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.PeriodValue;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

@DisplayName("表达式的值")
class ExpressionValueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final Map<String, Value> values = new HashMap<>();
    private final SampleWorld world =
            new SampleWorld()
                    .record(3, Map.of("日", new Day(DAY.minusDays(4)), "专题", Truth.TRUE))
                    .record(4, Map.of("日", new Day(DAY)))
                    .record(5, Map.of("人", Reference.post("乙"), "问题", new Link(6)))
                    .record(6, Map.of("责任人", Reference.post("甲")))
                    .answers("1 会议", 3L, 4L)
                    .answers("期内 会议", 3L, 4L)
                    .answers("往 会议");

    ExpressionValueTest() {
        values.put("日", new Day(DAY));
        values.put("时", new Moment(LocalDateTime.of(2026, 1, 31, 9, 0)));
        values.put("期", new PeriodValue(new Period(PeriodUnit.MONTH, DAY.withDayOfMonth(1), DAY)));
        values.put("此", new Link(1));
        values.put("机构", Reference.body("街道"));
        values.put("本岗", Reference.post("甲"));
        values.put("主持", Reference.post("甲"));
        values.put("人", Reference.post("甲"));
        values.put("整改", new Link(5));
        values.put("应到", Numeric.of(9));
        values.put("实到", Numeric.of(6));
        values.put("类", new Text("党委会"));
        values.put("估算", new Money(Rational.of(100)));
        values.put("概算", new Money(Rational.of(111)));
        values.put("超估比", new Numeric(Rational.parse("0.1")));
        values.put("报告时长", new Duration(new Span(2, SpanUnit.HOUR)));
        values.put("影响期", new Group(Map.of("警告", Numeric.of(12))));
        Value speech = new Group(Map.of("人", Reference.person("甲之人"), "序", Numeric.of(1)));
        Value first =
                new Group(
                        Map.of(
                                "序", Numeric.of(1),
                                "类", new Text("学习"),
                                "题", new Series(List.of(new Text("第一议题"))),
                                "发言", new Series(List.of())));
        Value second =
                new Group(
                        Map.of(
                                "序", Numeric.of(2),
                                "类", new Text("决策"),
                                "决定", new Text("通过"),
                                "表决", new Group(Map.of("赞成", Numeric.of(5))),
                                "发言", new Series(List.of(speech))));
        values.put("议程", new Series(List.of(first, second)));
    }

    private Value value(String recordType, String source) {
        return Checking.sound(recordType, source)
                .evaluate(name -> values.getOrDefault(name, new Unknown("")), world);
    }

    @ParameterizedTest(name = "{1} = {2}")
    @DisplayName("精确，三值，未知说明缘由")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    会议 ⟶ 实到 > 2/3 * 应到                              ⟶ 否
                    会议 ⟶ 实到 ≥ 2/3 * 应到                              ⟶ 是
                    会议 ⟶ 1/3 + 1/3 + 1/3 = 1                            ⟶ 是
                    会议 ⟶ 1 / (应到 - 9) > 0                             ⟶ ？除数为0
                    会议 ⟶ 专题                                           ⟶ ？专题未填
                    会议 ⟶ 专题 且 实到 > 6                               ⟶ 否
                    会议 ⟶ 专题 且 实到 > 5                               ⟶ ？专题未填
                    会议 ⟶ 专题 或 实到 > 5                               ⟶ 是
                    会议 ⟶ 专题 ⇒ 实到 > 5                                ⟶ 是
                    会议 ⟶ 实到 > 6 ⇒ 专题                                ⟶ 是
                    会议 ⟶ 非 专题                                        ⟶ ？专题未填
                    会议 ⟶ 已填(专题)                                     ⟶ 否
                    会议 ⟶ 已填(议程)                                     ⟶ 是
                    会议 ⟶ 计(议程)                                       ⟶ 2
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4)                 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≥ 1             ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≥ 2             ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) < 3             ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) * 2 > 5         ⟶ 否
                    会议 ⟶ 计(筛(议程, a -> a.表决.赞成 > 4)) ≥ 1         ⟶ 是
                    会议 ⟶ 计(异(议程, a -> a.决定)) ≥ 1                  ⟶ 是
                    会议 ⟶ 计(异(议程, a -> a.决定)) = 1                  ⟶ ？决定未填
                    会议 ⟶ 有(议程, a -> a.决定 = "通过")                 ⟶ 是
                    会议 ⟶ 有(议程, a -> a.决定 = "否决")                 ⟶ ？决定未填
                    会议 ⟶ 凡(议程, a -> a.类 = "决策" ⇒ a.表决.赞成 > 1/2*应到) ⟶ 是
                    会议 ⟶ 凡(议程, a -> a.表决.反对 = 0)                 ⟶ ？表决.反对未填
                    会议 ⟶ "第一议题" ∈ 首(议程, a -> a.序).题            ⟶ 是
                    会议 ⟶ "第一议题" ∈ 末(议程, a -> a.序).题            ⟶ ？末(议程, a -> a.序).题未填
                    会议 ⟶ 首(议程, a -> 1).类                            ⟶ ？首(议程, a -> 1)：有并列
                    会议 ⟶ 大(议程, a -> a.序)                            ⟶ 2
                    会议 ⟶ 和(议程, a -> a.序)                            ⟶ 3
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> a.序) ≤ 3       ⟶ 是
                    会议 ⟶ 首(筛(议程, a -> a.类 = "人事"), a -> a.序).类 ⟶ ？首(筛(议程, a -> a.类 = "人事"), a -> a.序)：列表为空
                    会议 ⟶ 末(末(议程, a -> a.序).发言, s -> s.序).人 = 任者(主持) ⟶ 是
                    会议 ⟶ 议程.类                                        ⟶ 学习、决策
                    会议 ⟶ 计(议程.题)                                    ⟶ ？议程.题未填
                    会议 ⟶ 计(两两(议程))                                 ⟶ 1
                    会议 ⟶ 计(并(议程, a -> a.发言))                      ⟶ 1
                    会议 ⟶ 计(并(议程, a -> a.题))                        ⟶ ？题未填
                    会议 ⟶ 并(下级(机构), b -> [负责人(b)])               ⟶ 街道一.书记、街道二.书记
                    会议 ⟶ 计(并(筛(议程, a -> a.临时), a -> [a.序])) ≤ 2 ⟶ 是
                    会议 ⟶ 天数(日 - 3日, 日)                             ⟶ 3
                    会议 ⟶ 首(两两(议程), p -> p.乙.序).甲.类             ⟶ 学习
                    会议 ⟶ 计(期内(会议), m -> m.专题) ≥ 1                ⟶ 是
                    会议 ⟶ 计(往(会议))                                   ⟶ 0
                    会议 ⟶ 有(往(会议))                                   ⟶ 否
                    会议 ⟶ 凡(往(会议), m -> 专题)                        ⟶ 是
                    会议 ⟶ 计(往(公文))                                   ⟶ ？往 公文未建账
                    会议 ⟶ 有(承(此, 会议), m -> m.日 < 日)               ⟶ 是
                    会议 ⟶ 末(承(此, 会议), m -> m.日).日 - 首(承(此, 会议), m -> m.日).日 ⟶ 4日
                    会议 ⟶ 日 - 日 < 1周                                  ⟶ 是
                    会议 ⟶ 日 + 1月                                       ⟶ 2026-02-28
                    会议 ⟶ 日 - 365日 < 日                                ⟶ 是
                    会议 ⟶ 日 + 7000年 > 日                               ⟶ 是
                    会议 ⟶ 日 + 99999年 > 日                              ⟶ ？结果超出范围
                    会议 ⟶ 工作日差(日, 日 + 9999年) > 1工作日            ⟶ ？结果超出范围
                    会议 ⟶ 日 + 10000年 * 1000 > 日                     ⟶ ？结果超出范围
                    会议 ⟶ 时 + 90分钟                                    ⟶ 2026-01-31 10:30
                    会议 ⟶ 报告时长 ≤ 120分钟                             ⟶ 是
                    会议 ⟶ 报告时长 ≤ 1日                                 ⟶ ？2小时与1日不能比较
                    会议 ⟶ 工作日差(日 - 3日, 日)                         ⟶ 2工作日
                    会议 ⟶ 工作日数(期) - 公假日数(本岗, 期)              ⟶ 20
                    会议 ⟶ 在期(日, 期)                                   ⟶ 是
                    会议 ⟶ 是工作日(日)                                   ⟶ 否
                    会议 ⟶ 年(日) + 季(日) + 月(日) + 周几(日)            ⟶ 2034
                    会议 ⟶ 期.止 = 日                                     ⟶ 是
                    会议 ⟶ 机构.类 ∈ ["党委", "政府"]                     ⟶ 是
                    会议 ⟶ 机构.级 = "县"                                 ⟶ ？级不详
                    会议 ⟶ 负责人(下级(机构))                             ⟶ 街道一.书记、街道二.书记
                    会议 ⟶ 下级(机构).负责人                              ⟶ 街道一.书记、街道二.书记
                    会议 ⟶ 上级(机构) ≠ 机构                              ⟶ 是
                    会议 ⟶ 阶段(此)                                       ⟶ 整改中
                    会议 ⟶ 影响期("警告")                                 ⟶ 12
                    会议 ⟶ 影响期("提醒")                                 ⟶ ？影响期(提醒)未填
                    验收 ⟶ 人 ≠ 整改.人 且 人 ≠ 整改.问题.责任人          ⟶ 否
                    验收 ⟶ 整改.问题.期限                                 ⟶ ？整改.问题.期限未填
                    验收 ⟶ 计(整改.附) = 0                                ⟶ 是
                    验收 ⟶ 已填(整改.附)                                  ⟶ 否
                    学习 ⟶ 计(材料) ≥ 1                                   ⟶ 否
                    学习 ⟶ 计(参加) ≥ 0                                   ⟶ ？参加未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≤ 2 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) < 2 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) > 0 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) > 1 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) > 2 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≥ 3 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) = 3 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≠ 3 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) = 0 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) = 1 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≠ 2 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≤ 1 ⟶ ？表决.赞成未填
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) ≤ 0 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) < 1 ⟶ 否
                    会议 ⟶ 5 - 计(议程, a -> a.表决.赞成 > 4) ≥ 3 ⟶ 是
                    会议 ⟶ 5 - 计(议程, a -> a.表决.赞成 > 4) ≥ 4 ⟶ ？表决.赞成未填
                    会议 ⟶ 5 - 计(议程, a -> a.表决.赞成 > 4) > 4 ⟶ 否
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) + 1 ≥ 2 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) * (0 - 1) ≤ 0 - 1 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) * (0 - 1) ≥ 0 - 2 ⟶ 是
                    会议 ⟶ 计(议程, a -> a.表决.赞成 > 4) * (0 - 1) > 0 - 2 ⟶ ？表决.赞成未填
                    会议 ⟶ 4 / 计(议程, a -> a.表决.赞成 > 4) ≥ 2 ⟶ 是
                    会议 ⟶ 4 / 计(议程, a -> a.表决.赞成 > 4) > 4 ⟶ 否
                    会议 ⟶ 4 / 计(议程, a -> a.表决.赞成 > 4) > 3 ⟶ ？表决.赞成未填
                    会议 ⟶ 1 / (计(议程, a -> a.表决.赞成 > 4) - 1) > 0 ⟶ ？表决.赞成未填
                    会议 ⟶ 1 / (计(议程, a -> a.表决.赞成 > 4) - 2) < 0 ⟶ ？表决.赞成未填
                    会议 ⟶ 1 / (计(议程, a -> a.表决.赞成 > 4) - 3) < 0 ⟶ 是
                    会议 ⟶ 0 / 应到 = 0 ⟶ 是
                    会议 ⟶ 应到 / (实到 - 6) > 0 ⟶ ？除数为0
                    会议 ⟶ 时 > 时 ⟶ 否
                    会议 ⟶ 时 ≥ 时 ⟶ 是
                    会议 ⟶ 时 = 时 ⟶ 是
                    会议 ⟶ 时 ≠ 时 ⟶ 否
                    会议 ⟶ 时 < 时 + 1分钟 ⟶ 是
                    会议 ⟶ 时 ≤ 时 ⟶ 是
                    会议 ⟶ 日 ≤ 日 ⟶ 是
                    会议 ⟶ 日 ≥ 日 ⟶ 是
                    会议 ⟶ 日 < 日 ⟶ 否
                    会议 ⟶ 日 > 日 ⟶ 否
                    会议 ⟶ 日 = 日 ⟶ 是
                    会议 ⟶ 日 ≠ 日 + 1日 ⟶ 是
                    会议 ⟶ 3日 < 1周 ⟶ 是
                    会议 ⟶ 1周 = 7日 ⟶ 是
                    会议 ⟶ 1周 ≠ 7日 ⟶ 否
                    会议 ⟶ 8日 > 1周 ⟶ 是
                    会议 ⟶ 2小时 > 119分钟 ⟶ 是
                    会议 ⟶ 报告时长 = 120分钟 ⟶ 是
                    会议 ⟶ 报告时长 ≠ 120分钟 ⟶ 否
                    会议 ⟶ 报告时长 = 1日 ⟶ ？2小时与1日不能比较
                    会议 ⟶ 报告时长 ≥ 2小时 ⟶ 是
                    会议 ⟶ 1年 > 11月 ⟶ 是
                    会议 ⟶ 1年 = 12月 ⟶ 是
                    会议 ⟶ 3 ∈ [1, 3] ⟶ 是
                    会议 ⟶ 2 ∈ [1, 3] ⟶ 否
                    会议 ⟶ 应到 ∈ [9] ⟶ 是
                    会议 ⟶ "通过" ∈ 议程.决定 ⟶ 是
                    会议 ⟶ "否决" ∈ 议程.决定 ⟶ ？议程.决定未填
                    会议 ⟶ 专题 ∈ [真] ⟶ ？专题未填
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> a.序) ≥ 0 ⟶ 是
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> a.序) > 3 ⟶ 否
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> a.序) ≥ 3 ⟶ ？临时未填
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> 0 - a.序) ≤ 0 ⟶ 是
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> 0 - a.序) ≥ 0 - 3 ⟶ 是
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> 0 - a.序) < 0 - 3 ⟶ 否
                    会议 ⟶ 和(筛(议程, a -> a.临时), a -> 0 - a.序) > 0 ⟶ 否
                    会议 ⟶ 和(议程, a -> a.表决.赞成) > 1 ⟶ ？表决.赞成未填
                    会议 ⟶ 大(议程, a -> 0 - a.序) ⟶ -1
                    会议 ⟶ 小(议程, a -> a.序) ⟶ 1
                    会议 ⟶ 大([1, 2, 2], x -> x) ⟶ 2
                    会议 ⟶ 小([2, 1, 1], x -> x) ⟶ 1
                    会议 ⟶ 首([3, 3, 1], x -> x) ⟶ 1
                    会议 ⟶ 首([1, 3, 3], x -> x) ⟶ 1
                    会议 ⟶ 首([1, 1, 3], x -> x) ⟶ ？首([1, 1, 3], x -> x)：有并列
                    会议 ⟶ 末([1, 1, 3], x -> x) ⟶ 3
                    会议 ⟶ 末([3, 1, 3], x -> x) ⟶ ？末([3, 1, 3], x -> x)：有并列
                    会议 ⟶ 末([3, 1, 1], x -> x) ⟶ 3
                    会议 ⟶ 首(筛(议程, a -> a.临时), a -> a.序).序 ⟶ ？临时未填
                    会议 ⟶ 大(议程, a -> a.表决.赞成) ⟶ ？表决.赞成未填
                    会议 ⟶ 和([1日, 2日], x -> x) ⟶ 3日
                    会议 ⟶ 和([1日, 2日, 3日], x -> x) ⟶ 6日
                    会议 ⟶ 和([报告时长, 90分钟], x -> x) ⟶ 210分钟
                    会议 ⟶ 专题 且 假 ⟶ 否
                    会议 ⟶ 假 且 专题 ⟶ 否
                    会议 ⟶ 真 且 专题 ⟶ ？专题未填
                    会议 ⟶ 专题 或 真 ⟶ 是
                    会议 ⟶ 专题 或 假 ⟶ ？专题未填
                    会议 ⟶ 假 或 真 ⟶ 是
                    会议 ⟶ 专题 ⇒ 专题 ⟶ ？专题未填
                    会议 ⟶ 真 ⇒ 专题 ⟶ ？专题未填
                    会议 ⟶ 假 ⇒ 专题 ⟶ 是
                    会议 ⟶ 专题 ⇒ 真 ⟶ 是
                    会议 ⟶ 专题 ⇒ 假 ⟶ ？专题未填
                    会议 ⟶ 真 ⇒ 假 ⟶ 否
                    会议 ⟶ 非 假 ⟶ 是
                    会议 ⟶ 1 - 3 ⟶ -2
                    会议 ⟶ 6 * 7 ⟶ 42
                    会议 ⟶ 2 / 3 ⟶ 2/3
                    会议 ⟶ 100元 / 3 ⟶ 100/3元
                    会议 ⟶ 100元 - 30元 ⟶ 70元
                    会议 ⟶ 2 * 50元 ⟶ 100元
                    会议 ⟶ 日 - 1周 ⟶ 2026-01-24
                    会议 ⟶ 日 + 1年 ⟶ 2027-01-31
                    会议 ⟶ 日 + 2工作日 ⟶ 2026-02-02
                    会议 ⟶ 时 - 30分钟 ⟶ 2026-01-31 08:30
                    会议 ⟶ 3日 * 2 ⟶ 6日
                    会议 ⟶ 2 * 3日 ⟶ 6日
                    会议 ⟶ 6日 / 2日 ⟶ 3
                    会议 ⟶ 1周 / 2日 ⟶ 3.5
                    会议 ⟶ 3日 + 1周 ⟶ 10日
                    会议 ⟶ 3日 - 1周 ⟶ -4日
                    会议 ⟶ 日 - 日 ⟶ 0日
                    会议 ⟶ 时 - 时 ⟶ 0分钟
                    会议 ⟶ (时 + 90分钟) - 时 ⟶ 90分钟
                    会议 ⟶ 年(日) ⟶ 2026
                    会议 ⟶ 季(日) ⟶ 1
                    会议 ⟶ 月(日) ⟶ 1
                    会议 ⟶ 周几(日) ⟶ 6
                    会议 ⟶ 几日(日) ⟶ 31
                    会议 ⟶ 天数(日, 日 - 3日) ⟶ -3
                    会议 ⟶ 工作日数(期) ⟶ 22
                    会议 ⟶ 公假日数(本岗, 期) ⟶ 2
                    会议 ⟶ 在期(日 + 1日, 期) ⟶ 否
                    会议 ⟶ 在期(日 - 30日, 期) ⟶ 是
                    会议 ⟶ 在期(日 - 31日, 期) ⟶ 否
                    会议 ⟶ 是工作日(日 - 1日) ⟶ 是
                    会议 ⟶ 期.自 ⟶ 2026-01-01
                    会议 ⟶ 任者(主持) ⟶ 甲之人
                    会议 ⟶ 高于(主持, 主持) ⟶ 是
                    会议 ⟶ 机构.名 ⟶ 名为街道
                    会议 ⟶ 机构.负责人 = 主持 ⟶ 否
                    会议 ⟶ 阶段(此) = "整改中" ⟶ 是
                    会议 ⟶ 影响期("警告") + 1 ⟶ 13
                    会议 ⟶ 两两([1, 2, 3]) ⟶ 3项
                    会议 ⟶ 计(两两([1, 2, 3])) ⟶ 3
                    会议 ⟶ 计(异([1, 2, 1], x -> x)) ⟶ 2
                    会议 ⟶ 异([1, 2, 1], x -> x) ⟶ 1、2
                    会议 ⟶ 筛([1, 2, 3], x -> x > 1) ⟶ 2、3
                    会议 ⟶ 凡([1, 2, 3], x -> x > 0) ⟶ 是
                    会议 ⟶ 凡([1, 2, 3], x -> x > 1) ⟶ 否
                    会议 ⟶ 有([1, 2, 3], x -> x > 3) ⟶ 否
                    会议 ⟶ 有([1, 2, 3], x -> x = 3) ⟶ 是
                    会议 ⟶ 计([1, 2, 3], x -> x ≥ 2) ⟶ 2
                    会议 ⟶ 计(筛(议程, a -> a.临时)) ≤ 2 ⟶ 是
                    会议 ⟶ 有(筛(议程, a -> a.临时)) ⟶ ？临时未填
                    会议 ⟶ 凡(筛(议程, a -> a.临时), a -> a.序 > 0) ⟶ 是
                    会议 ⟶ 凡(筛(议程, a -> a.临时), a -> a.序 > 1) ⟶ ？临时未填
                    会议 ⟶ 有(筛(议程, a -> a.临时), a -> a.序 > 2) ⟶ 否
                    会议 ⟶ 有(筛(议程, a -> a.临时), a -> a.序 > 1) ⟶ ？临时未填
                    会议 ⟶ 计(异(筛(议程, a -> a.临时), a -> a.序)) ≤ 2 ⟶ 是
                    会议 ⟶ 计(两两(筛(议程, a -> a.临时))) ≤ 1 ⟶ 是
                    会议 ⟶ 大([1元, 2元], x -> x) ⟶ 2元
                    会议 ⟶ 小([时, 时 + 1分钟], x -> x) ⟶ 2026-01-31 09:00
                    会议 ⟶ 大([日, 日 + 1日], x -> x) ⟶ 2026-02-01
                    会议 ⟶ 计(异([1周, 7日, 8日], x -> x)) ⟶ 2
                    会议 ⟶ 计(异([日, 日], x -> x)) ⟶ 1
                    会议 ⟶ 计(异([1元, 2元], x -> x)) ⟶ 2
                    会议 ⟶ 和([1元, 2元], x -> x) ⟶ 3元
                    会议 ⟶ 日 + 100000日 ⟶ 2299-11-16
                    会议 ⟶ 日 - 2025年 ⟶ 0001-01-31
                    会议 ⟶ 日 - 2026年 ⟶ ？结果超出范围
                    会议 ⟶ 日 + 7973年 ⟶ 9999-01-31
                    会议 ⟶ 日 + 7974年 ⟶ ？结果超出范围
                    会议 ⟶ 报告时长 + 1日 ⟶ ？2小时与1日单位不同
                    会议 ⟶ 报告时长 + 30分钟 ⟶ 150分钟
                    会议 ⟶ 报告时长 - 30分钟 ⟶ 90分钟
                    会议 ⟶ 报告时长 / 30分钟 ⟶ 4
                    会议 ⟶ 报告时长 / 1日 ⟶ ？2小时与1日单位不同
                    会议 ⟶ 报告时长 * 2 ⟶ 4小时
                    会议 ⟶ 6日 / (3日 - 3日) ⟶ ？除数为0
                    会议 ⟶ 筛([1], x -> x > 1) ⟶ 无
                    会议 ⟶ 末(议程, a -> a.序).表决 ⟶ （赞成：5）
                    会议 ⟶ 首(议程, a -> a.序).发言 ⟶ 无
                    验收 ⟶ 有([1], x -> 整改.问题.期限 = 日) ⟶ ？整改.问题.期限未填
                    会议 ⟶ 高于(主持, 任者(主持)) ⟶ 是
                    会议 ⟶ 有(议程, a -> 专题) ⟶ ？专题未填
                    会议 ⟶ 时 = 时 + 0分钟 ⟶ 是
                    会议 ⟶ 报告时长 < 3小时 ⟶ 是
                    会议 ⟶ 报告时长 ≤ 2小时 ⟶ 是
                    项目 ⟶ 概算 > (1 + 超估比) * 估算                     ⟶ 是
                    项目 ⟶ 概算 / 估算 = 111%                             ⟶ 是
                    项目 ⟶ 0.011万元 + 1元 = 概算                         ⟶ 是
                    """)
    void isExactAndThreeValued(String recordType, String source, String expected) {
        Value value = value(recordType, source);
        assertThat(value instanceof Unknown unknown ? "？" + unknown.cause() : Rendering.text(value))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("境里给错类型的值也只是未知")
    void aMisplacedValueIsUnknown() {
        for (Value wrong :
                List.of(
                        new Text("九"),
                        new Series(List.of(Truth.TRUE)),
                        new Group(Map.of()),
                        new Link(1),
                        Truth.TRUE)) {
            values.put("应到", wrong);
            values.put("议程", wrong);
            values.put("日", wrong);
            values.put("机构", wrong);
            for (String source :
                    List.of(
                            "应到 > 3",
                            "有(议程, a -> a.临时)",
                            "日 + 3日 > 期.自",
                            "上级(机构) = 机构",
                            "负责人(下级(机构))",
                            "首(议程, a -> a.序).类 = \"决策\"")) {
                assertThat(value("会议", source)).as(source).isNotNull();
            }
        }
    }
}
