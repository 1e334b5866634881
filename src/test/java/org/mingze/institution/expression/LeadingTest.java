package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.institution.expression.Expression.Leading;
import org.mingze.institution.expression.Expression.Tie;

@DisplayName("首要条件和代价")
class LeadingTest {
    private static final Value BODY = Value.Reference.body("党委");

    @ParameterizedTest(name = "{0}")
    @DisplayName("一个名称必须是哪几个词，除此还问不问别的")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    类 = "党委会"                          ⟶ 党委会        ⟶ true
                    类 ∈ ["常委会", "党委会"]              ⟶ 常委会 党委会 ⟶ true
                    应到 > 3 且 类 = "党委会"              ⟶ 党委会        ⟶ false
                    类 = "党委会" 且 应到 > 3 且 实到 > 3  ⟶ 党委会        ⟶ false
                    """)
    void isFoundAmongWhatMustHold(String source, String words, boolean whole) {
        Leading leading = Checking.sound("会议", source).leading().orElseThrow();

        assertThat(leading.name()).isEqualTo("类");
        assertThat(leading.whole()).isEqualTo(whole);
        assertThat(leading.values().stream().map(Rendering::text).collect(Collectors.toSet()))
                .isEqualTo(Set.of(words.split(" ", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("条件拿谁来办与哪一处比，要同还是不同；列表里的人、函数里的人不算")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    人 = 交办.责任人 或 人.机构 = 交办.责任单位  ⟶ 人=交办.责任人 人.机构=交办.责任单位
                    人≠整改.问题.责任人 且 应到 > 3               ⟶ 人≠整改.问题.责任人
                    非 (验收.整改.人 = 人)                        ⟶ 人≠验收.整改.人
                    已填(起.人) ⇒ 人 = 起.人                      ⟶ 人=起.人
                    有(批评, c -> c.人 = 起.人)                   ⟶ ``
                    高于(谈话人, 人) 且 谈话人 = 起.人            ⟶ ``
                    人 = 责任人                                   ⟶ ``
                    """)
    void tellsWhoIsCompared(String source, String compared) {
        assertThat(
                        Expression.compared(source, "人").stream()
                                .map(
                                        each ->
                                                String.join(".", each.steps())
                                                        + (each.not() ? "≠" : "=")
                                                        + String.join(".", each.path()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(compared);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("别的写法没有首要条件")
    @ValueSource(
            strings = {
                "类 ≠ \"党委会\"",
                "应到 = 3",
                "应到 ∈ [3, 4]",
                "机构 ∈ [上级(机构)]",
                "主持 ∈ 班子(机构)",
                "应到 > 3 或 类 = \"党委会\"",
                "非 类 = \"党委会\"",
                "专题"
            })
    void isAbsentOtherwise(String source) {
        assertThat(Checking.sound("会议", source).leading()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("哪一栏、列表里哪一项必须是另一笔所填的")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    机构 = 此.机构                                                  ⟶ 机构
                    应到 > 3 且 此.主持 = 主持                                      ⟶ 主持
                    有(议程, a -> 已填(a.临时) 且 a.临时 = 此.专题 且 a.序 > 1)     ⟶ 议程 临时
                    主持 ∈ [此.主持, 负责人(此.机构)] 且 应到 > 3                    ⟶ 主持
                    (应到 > 3 且 主持 = 此.主持) 或 主持 ∈ 班子(此.机构)             ⟶ 主持
                    实到 > 3 且 有(议程, a -> 此.专题 = a.临时 且 已填(a.临时))     ⟶ 议程 临时
                    """)
    void isTiedToAnother(String source, String tied) {
        Tie tie = Checking.sound("会议", source).tie(Set.of("此")).orElseThrow();

        assertThat(tie.name() + tie.within().map(" "::concat).orElse("")).isEqualTo(tied);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("没填也可能成立的、说不是的、几样里有一样的，不算")
    @ValueSource(
            strings = {
                "有(议程, a -> a.临时 = 此.专题)",
                "机构 ≠ 此.机构",
                "机构 = 此.机构 或 专题",
                "机构 = 此.机构 或 主持 = 此.主持",
                "应到 = 实到"
            })
    void isTiedToNothing(String source) {
        assertThat(Checking.sound("会议", source).tie(Set.of("此"))).isEmpty();
    }

    @Test
    @DisplayName("所系那一栏必须已填而没填，就没有哪一笔系得上；没说必须的，都可能")
    void nothingIsTiedToTheUnfilled() {
        SampleWorld world = new SampleWorld().record(7, Map.of());
        Scope scope = name -> name.equals("此") ? new Value.Link(7) : new Value.Unknown("");
        String link = "有(议程, a -> 已填(a.临时) 且 a.临时 = 此.专题)";

        assertThat(values("已填(此.专题) 且 " + link, scope, world)).contains(List.of());
        assertThat(values(link, scope, world)).isEmpty();
        assertThat(values("机构 = 此.机构", scope, new SampleWorld().record(7, Map.of("机构", BODY))))
                .contains(List.of(BODY));
    }

    private static Optional<List<Value>> values(String source, Scope scope, World world) {
        return Checking.sound("会议", source).tie(Set.of("此")).orElseThrow().values(scope, world);
    }

    @Test
    @DisplayName("原样存着写法")
    void keepsItsSource() {
        Expression expression = Checking.sound("会议", "应到 > 3");

        assertThat(expression.source()).isEqualTo("应到 > 3");
        assertThat(expression).hasToString("应到 > 3");
        assertThat(expression.cost().loops()).isZero();
        assertThat(Checking.sound("会议", "有(议程, a -> a.临时)").cost().loops()).isEqualTo(1);
    }

    @Test
    @DisplayName("列表套列表套得太多，说套了几层")
    void isBoundedInItsCost() {
        String nested = "真";
        for (String name : new String[] {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"}) {
            nested = "有(议程, " + name + " -> " + nested + ")";
        }
        assertThat(Checking.faults("会议", nested))
                .extracting(Expression.Fault::message)
                .singleElement()
                .asString()
                .startsWith("列表套列表 8 层");
    }
}
