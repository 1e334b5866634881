package org.mingze.institution.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("表达式的写法")
class ParserTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("先后次序：⇒ 或 且 非 比较 加减 乘除 点")
    @CsvSource(
            delimiterString = "⟶",
            quoteCharacter = '`',
            textBlock =
                    """
                    a ⇒ b 或 c 且 非 d = e + f * g.h ⟶ a ⇒ (b 或 (c 且 (非 (d = (e + (f * g.h))))))
                    a ⇒ b ⇒ c                       ⟶ a ⇒ (b ⇒ c)
                    a => b                          ⟶ a ⇒ b
                    a - b - c                       ⟶ (a - b) - c
                    a / b * c                       ⟶ (a / b) * c
                    1/2*应到                        ⟶ (1 / 2) * 应到
                    a 且 b 且 c                     ⟶ a 且 b 且 c
                    a 且 (b 且 c)                   ⟶ a 且 (b 且 c)
                    非 a = b                        ⟶ 非 (a = b)
                    非 非 a                         ⟶ 非 (非 a)
                    非(a 且 b)                      ⟶ 非 (a 且 b)
                    (a + b).c.d                     ⟶ (a + b).c.d
                    f(a).b                          ⟶ f(a).b
                    有(l, x -> 计(x.m, y -> y) > 1) ⟶ 有(l, x -> 计(x.m, y -> y) > 1)
                    a && b || !=                    ⟶ 错
                    a && b || c != d                ⟶ (a 且 b) 或 (c ≠ d)
                    a <= b 且 c >= d                ⟶ (a ≤ b) 且 (c ≥ d)
                    a in [b, c]                     ⟶ a ∈ [b, c]
                    且行 = 非常                     ⟶ 且行 = 非常
                    ａ＝“研讨”                      ⟶ a = "研讨"
                    计（材料）≧１　且　真           ⟶ (计(材料) ≥ 1) 且 真
                    有(l，x→x)                      ⟶ 有(l, x -> x)
                    a × b ÷ c − 5％                 ⟶ ((a * b) / c) - 5%
                    3工作日 + 2万元                 ⟶ 3工作日 + 2万元
                    """)
    void bindsAsDescribed(String source, String expected) {
        Faults faults = new Faults();
        String shape =
                Parser.parse(source, faults)
                        .map(syntax -> new Printer(true).print(syntax))
                        .orElse("错");
        assertThat(shape).isEqualTo(expected);
    }

    @Test
    @DisplayName("写出来再读，仍是同一棵树")
    void survivesARoundTrip() {
        Random random = new Random(20261121);
        for (int i = 0; i < 5_000; i++) {
            String source = new Growing(random).expression(4);
            Syntax tree = Parser.parse(source, new Faults()).orElseThrow();
            String printed = new Printer(false).print(tree);
            Syntax again = Parser.parse(printed, new Faults()).orElseThrow();
            assertThat(new Printer(true).print(again)).isEqualTo(new Printer(true).print(tree));
            assertThat(new Printer(false).print(again)).isEqualTo(printed);
        }
    }

    /// Grows random expressions by the grammar.
    private record Growing(Random random) {
        private static final List<String> LEAVES =
                List.of("类", "计(材料)", "\"研讨\"", "1/3", "20万元", "真", "a.b.c", "[类, 1]", "3工作日");
        private static final List<String> SIGNS =
                List.of("⇒", "或", "且", "=", "∈", "≥", "<", "+", "-", "*", "/");

        String expression(int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                return LEAVES.get(random.nextInt(LEAVES.size()));
            }
            return switch (random.nextInt(6)) {
                case 0 -> "非 (" + expression(depth - 1) + ")";
                case 1 -> "有(" + expression(depth - 1) + ", x -> " + expression(depth - 1) + ")";
                case 2 -> "(" + expression(depth - 1) + ").名";
                default ->
                        "("
                                + expression(depth - 1)
                                + ") "
                                + SIGNS.get(random.nextInt(SIGNS.size()))
                                + " ("
                                + expression(depth - 1)
                                + ")";
            };
        }
    }
}
