package org.mingze.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.organization.Organization;

@DisplayName("不计的缘由，不懂规则语言的人读")
class WhyNotTest {
    private static String words(String condition, String read) {
        return WhyNot.words(new Rejection(7, condition, read, false), new Organization());
    }

    @Test
    @DisplayName("一步比较的，写读到的值")
    void plain() {
        assertThat(words("类 = \"研讨\"", "类=自学")).isEqualTo("类=自学");
        assertThat(words("计(材料) ≥ 1", "计(材料)=0")).isEqualTo("材料数=0");
        assertThat(words("计(附) ≥ 1", "计(附)=0")).isEqualTo("附件数=0");
    }

    @Test
    @DisplayName("逐项去找的，写要找的字眼和找了几项")
    void list() {
        assertThat(words("有(议程, a -> a.类 = \"专题研究\")", "有(议程, …)（议程=2项）"))
                .isEqualTo("没有满足“专题研究”的条件（议程=2项）");
    }

    @Test
    @DisplayName("判不了的，说要看的内容没有记全，不说没有满足")
    void unknown() {
        Rejection open =
                new Rejection(7, "凡(议程, a -> a.类 ∈ [\"决策\", \"人事\"])", "凡(议程, …)（议程=2项）", true);
        assertThat(WhyNot.words(open, new Organization()))
                .isEqualTo("“决策”、“人事”的条件要看的内容没有记全（议程=2项）");
    }

    @Test
    @DisplayName("几步比较的，整条说成话，读到的值不带点号")
    void compared() {
        String condition = "人 = 交办.责任人 或 人.机构 = 交办.责任单位";
        assertThat(words(condition, condition + "（人=督查室主任，交办.责任人=住建局长）"))
                .isEqualTo("没有满足“人就是交办的责任人或人的机构就是交办的责任单位”（人=督查室主任，交办的责任人=住建局长）");
        assertThat(words("人.机构 = 交办.机构", "人.机构=县住建局")).isEqualTo("人的机构=县住建局");
    }

    @Test
    @DisplayName("没有填的只说未填；一句里引的字眼用单引号")
    void quoted() {
        assertThat(words("告知", "告知未填")).isEqualTo("告知未填");
        assertThat(words("归", "归属待定")).isEqualTo("归属待定");
        assertThat(words("告知", "告知=否")).isEqualTo("没有满足“‘告知’为是”");
    }

    @Test
    @DisplayName("一层套一层的，不把规则的写法给人看")
    void nested() {
        assertThat(words("非 有(承(此, 退回))", "非 有(承(此, 退回))（此=第1964号）")).isEqualTo("第1964号没有满足本条的条件");
    }
}
