package org.mingze.exchange.dutylist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("从一份责任清单到制度的草案，不用脚本")
class DutyListWalkTest {
    private static final String LIST =
            """
            青石街道责任清单,,,,
            责任主体,责任内容,完成时限,佐证材料,依据
            党工委,专题研究全面从严治党工作,每半年至少1次,会议纪要,
            党工委书记,讲党课,每年,讲稿,
            网格长,弘扬正气,长期,,
            """;

    private final Visitor secretary = RunningMingze.shared().visitor("周砚田");

    @Test
    @DisplayName("交来清单看到草案和还要定的；改坏了说出在哪行，改好了没有错误，能带走")
    void walk() {
        Page draft =
                secretary.send(
                        secretary.get("/duty-lists"),
                        "form.upload",
                        new Answers().file("file", "责任清单.csv", LIST));
        assertThat(draft.title()).isEqualTo("读出3条，2条写成了规则，3条有待定");
        assertThat(draft.text(".tally")).contains("没有错误");
        assertThat(draft.text("table"))
                .contains("责任清单!第3行")
                .contains("至少：没有写几次，定一个数")
                .contains("“网格长”不在词汇的角色里");
        String text = draft.document().select("textarea").text();
        assertThat(text).contains("次数2: {型: 整, 值: 待定, 下界: 1}").contains("佐证：会议纪要");
        Page broken =
                secretary.send(
                        draft,
                        "form[action$=check]",
                        new Answers().put("text", text.replace("谁: 党委党组", "谁: 党组党委")));
        assertThat(broken.title()).isEqualTo("草案有1处错误");
        assertThat(broken.text("table")).contains("行第").contains("党组党委");
        Page mended =
                secretary.send(
                        broken,
                        "form[action$=check]",
                        new Answers().put("text", text.replace("值: 待定, 下界", "值: 2, 下界")));
        assertThat(mended.title()).isEqualTo("草案没有错误");
        assertThat(mended.document().select("button[formaction$=yaml]").text()).contains("下载");
        mended.document().select("form[action$=check]").attr("action", "/drafts");
        Page kept = secretary.send(mended, "form[action=/drafts]", new Answers());
        assertThat(kept.path()).startsWith("/drafts/");
        assertThat(kept.document().select("textarea").text()).contains("青石街道责任清单");
    }

    @Test
    @DisplayName("没有条目的、网页冒充的、空的，各说一句话，什么都不留")
    void refuses() {
        assertThat(refusal("a.csv", "甲,乙\n1,2\n")).contains("没有找到清单的条目").contains("没有保存");
        assertThat(refusal("a.xlsx", "<html><table></table>")).contains("网页");
        Page none = secretary.send(secretary.get("/duty-lists"), "form.upload", new Answers());
        assertThat(none.text(".fault")).contains("选一份责任清单");
    }

    private String refusal(String name, String content) {
        return secretary
                .send(
                        secretary.get("/duty-lists"),
                        "form.upload",
                        new Answers().file("file", name, content))
                .text(".refusal");
    }
}
