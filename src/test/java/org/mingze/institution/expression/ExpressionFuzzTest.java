package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Expression.Checked;
import org.mingze.institution.expression.Expression.Fault;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

@DisplayName("任意文字")
class ExpressionFuzzTest {
    private static final List<String> REAL =
            List.of(
                    "类 = \"研讨\" 且 计(材料) ≥ 1",
                    "有(议程, a -> a.类 = \"专题研究\" 且 \"意识形态\" ∈ a.题)",
                    "凡(筛(议程, a -> a.决定 = \"通过\" 且 a.类 ∈ [\"决策\", \"人事\"]), a -> a.表决.赞成 * 2 > 应到)",
                    "凡(筛(议程, a -> 计(a.发言) > 1), a -> 末(a.发言, x -> x.序).人 = 任者(主持) 且"
                            + " 计(a.发言, x -> x.人 = 任者(主持)) = 1)",
                    "人 ≠ 整改.人 且 人 ≠ 整改.问题.责任人",
                    "日 - 365日 < 日 或 性质 = \"长期\" 且 已填(方案)",
                    "有(往(公文), d -> d.类 = \"函询\" 且 d.收日 ≥ 日 - 365日)",
                    "首(承(此, 会议), m -> m.日).日 - 日",
                    "计(异(筛(期内(学习), r -> r.署名 且 是工作日(r.日)), r -> r.日)) > 1/2*应到",
                    "工作日数(期)-公假日数(本岗,期)",
                    "计(并(议程,a->a.发言))+天数(日,日)",
                    "概算 > (1 + 超估比) * 估算",
                    "工作日差(日, 日 + 公示期) ≥ 公示期",
                    "有(承(此, 整改), z -> 非 有(承(z, 验收), y -> y.结论 = \"不通过\"))",
                    "大(筛(期内(公文), d -> 有(承(d, 会议), m -> 真)), d -> d.收日 - d.日)",
                    "机构.类 ∈ [\"政府\", \"党委\"] 或 主持 ∈ 班子(上级(本机构)) ⇒ 实到 >= 2/3 * 应到");
    private static final List<String> PIECES =
            List.of(
                    "且",
                    "或",
                    "非",
                    "⇒",
                    "=",
                    "≠",
                    "∈",
                    "≥",
                    "<",
                    "+",
                    "-",
                    "*",
                    "/",
                    "(",
                    ")",
                    "[",
                    "]",
                    ",",
                    ".",
                    "->",
                    "\"",
                    "“",
                    "”",
                    "真",
                    "1",
                    "0",
                    "9999999999999999999",
                    "3工作日",
                    "50%",
                    "1.",
                    "x",
                    "议程",
                    "材料",
                    "日",
                    "期",
                    "会议",
                    "计(",
                    "首(",
                    "已填(",
                    " ",
                    "\n",
                    "，",
                    "（",
                    "＝",
                    "\u0000",
                    "\uD83D\uDE00",
                    "\uD83D",
                    "ﷺ",
                    "①",
                    "年",
                    "e",
                    "_",
                    "负责人(");
    private static final List<String> KINDS = List.of("会议", "学习", "问题", "验收", "公文", "项目");

    @Test
    @DisplayName("五万次改写只有差错，没有异常；检查通过的也不抛")
    void yieldsOnlyFaults() {
        Random random = new Random(20260401);
        int sound = 0;
        for (int i = 0; i < 50_000; i++) {
            String source = mutated(random);
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            switch (Expression.check(source, new SampleNames(kind), Optional.empty())) {
                case Checked.Sound checked -> {
                    sound++;
                    evaluate(checked.expression(), random);
                }
                case Checked.Faulty faulty -> assertPlaced(source, faulty.faults());
            }
        }
        assertThat(sound).as("some mutants still mean something").isGreaterThan(500);
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(REAL.get(random.nextInt(REAL.size())));
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(at, REAL.get(random.nextInt(REAL.size())));
            }
        }
        return text.toString();
    }

    private static void evaluate(Expression expression, Random random) {
        List<Value> any =
                List.of(
                        new Unknown("未填"),
                        Truth.TRUE,
                        Numeric.of(0),
                        new Value.Text("研讨"),
                        new Value.Day(LocalDate.MAX),
                        new Value.Link(1),
                        Value.Reference.post("甲"),
                        new Series(List.of(new Value.Group(Map.of()), new Unknown(""))));
        Scope scope = _ -> any.get(random.nextInt(any.size()));
        SampleWorld world =
                new SampleWorld().answers("1 会议", 1L).answers("往 公文", 1L, 2L).answers("期内 学习", 3L);
        assertThat(expression.evaluate(scope, world)).isNotNull();
        assertThat(expression.firstFailing(scope, world)).isNotNull();
    }

    private static void assertPlaced(String source, List<Fault> faults) {
        assertThat(faults).isNotEmpty();
        for (Fault fault : faults) {
            assertThat(fault.offset()).isBetween(0, source.length());
            assertThat(fault.offset() + fault.length()).isBetween(fault.offset(), source.length());
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.remedy()).isNotBlank();
        }
    }
}
