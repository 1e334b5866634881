package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("台账里时限从它起算的那一列")
class LimitStartsTest {
    private final Visitor secretary = RunningMingze.shared().visitor("周砚田");

    @Test
    @DisplayName("信访登记台账的登记日期是收到日期，也是这笔的日期；姓名是来件人")
    void fillsTheDayOfReceipt() {
        Page mapping =
                handIn(
                        "收日登记.csv",
                        """
                        登记日期,姓名,信访事项,承办单位
                        2026年3月5日,收日甲,楼道灯坏了三盏,青石街道党工委
                        """);
        assertThat(chosen(mapping)).startsWith("@日+收日", "人", "诉求", "机构");
        assertThat(mapping.text("select[name=c0.0] [selected]")).isEqualTo("日期（业时）和收到日期");
        Page checked = tried(mapping);
        assertThat(checked.title()).isEqualTo("1行可以入账");
        assertThat(checked.document().text()).doesNotContain("从它起算的时限");
    }

    @Test
    @DisplayName("来访日期和收件日期各有一列的，各归各")
    void keepsTwoDaysApart() {
        Page mapping =
                handIn(
                        "收日两列.csv",
                        """
                        来访日期,来访人,信访事项,承办单位,收件日期
                        2026年3月5日,收日乙,楼道灯坏了四盏,青石街道党工委,2026年3月6日
                        """);
        assertThat(chosen(mapping)).contains("@日", "收日").doesNotContain("@日+收日");
    }

    @Test
    @DisplayName("收到日期各行都空着，试读写明哪条的时限不会走")
    void saysThatNoLimitRuns() {
        Page mapping =
                handIn(
                        "收日空着.csv",
                        """
                        日期,来访人,信访事项,承办单位
                        2026年3月5日,收日丙,楼道灯坏了五盏,青石街道党工委
                        """);
        Page checked = tried(mapping, new Answers().put("k0.类", "信访").put("c0.0", "@日"));
        assertThat(checked.title()).isEqualTo("1行可以入账");
        assertThat(checked.text("table"))
                .contains("各行的“收到日期” （空） 各行都没有填，从它起算的时限不会走：“")
                .contains("收到信访事项后按期决定是否受理并告知");
        assertThat(checked.document().select("a[href$=mend.xlsx]")).isEmpty();
    }

    private static List<String> chosen(Page mapping) {
        return mapping.document().select("select[name^=c0.] [selected]").eachAttr("value");
    }

    private Page tried(Page mapping) {
        return tried(mapping, new Answers().put("k0.类", "信访"));
    }

    private Page tried(Page mapping, Answers answers) {
        return secretary.waited(secretary.send(mapping, "form[action$=mapping]", answers));
    }

    private Page handIn(String name, String content) {
        return secretary.send(
                secretary.get("/imports"),
                "form.upload",
                new Answers().file("file", name, content));
    }
}
