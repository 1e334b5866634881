package org.mingze.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.web.english.EnglishPage;
import org.mingze.web.english.Phrases;

@DisplayName("开会")
class SittingTest {
    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.account("p019");

    @Test
    @DisplayName("会前还缺的要先认了才开；开着的会还能请人列席、调换议题，说过的话跟着走")
    void changes() {
        Visitor.Page begun =
                secretary.send(secretary.get("/meetings"), "form.begin", new Answers());
        Visitor.Page one = arranged(begun, "add");
        Visitor.Page two = arranged(one, "add", "t.0.name", "研究防汛", "t.0.kind", "决策");
        Visitor.Page wanting = arranged(two, "open", "t.1.name", "学习讲话", "t.1.kind", "学习");
        assertThat(wanting.status()).isEqualTo(422);
        assertThat(wanting.text("#faults")).contains("会前还缺1项，没有开会", "会议第一项议题是第一议题");
        assertThat(wanting.document().select("[name=t.1.name]").attr("value")).isEqualTo("学习讲话");
        Visitor.Page sitting = arranged(wanting, "open.anyway");
        assertThat(sitting.title()).endsWith("实录");
        untold(sitting);

        Visitor.Page invited =
                secretary.send(
                        sitting,
                        "form[action$=/seats]",
                        new Answers().put("add.post", "qingshi.jingfaban.head"));
        String holder = invited.document().select("#attendance tr:contains(列席) th").text();
        assertThat(holder).contains("列席");
        Visitor.Page attended = secretary.send(invited, ".roll form", new Answers());
        assertThat(attended.text("#attendance dl")).contains("实到 6", "列席 1");
        Visitor.Page spoken =
                secretary.send(attended, "#say", new Answers().put("words", "先把圩堤查一遍"));
        Visitor.Page moved =
                secretary.send(spoken, "form[action$=/place]", new Answers().put("to", "down"));
        assertThat(moved.text(".agenda a[aria-current=step]")).startsWith("2").contains("研究防汛");
        assertThat(moved.text("#speeches")).contains("先把圩堤查一遍");
        assertThat(moved.document().select(".agenda a b").eachText())
                .containsExactly("学习讲话", "研究防汛");
    }

    @Test
    @DisplayName("街道的会，上级看得到，不改它的议程、到会，也不删它的稿")
    void changedByWhoHoldsIt() {
        Visitor.Page begun =
                secretary.send(secretary.get("/meetings"), "form.begin", new Answers());
        String path = begun.path().replaceFirst("/agenda$", "");
        Visitor above = mingze.account("p001");
        Visitor.Page looking = above.get(path + "/agenda");
        assertThat(looking.text(".notice")).contains("由青石街道党工委开，由它记");
        assertThat(looking.document().select("fieldset.watching[disabled] button[value=open]"))
                .hasSize(1);
        assertThat(secretary.get(path + "/agenda").document().select("fieldset[disabled]"))
                .isEmpty();
        for (String deed : new String[] {"/agenda", "/discard"}) {
            assertThat(above.post(path + deed, new Answers()).status()).as(deed).isEqualTo(403);
        }
        assertThat(secretary.get(path + "/agenda").status()).isEqualTo(200);
        Visitor.Page refused = above.post(path + "/attendance", new Answers());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("由青石街道党工委开，由它改");
    }

    @Test
    @DisplayName("制度要看发言次序而没有记发言的，散会先要认：说明哪一项、哪一条")
    void closesUnheard() {
        Visitor.Page begun =
                secretary.send(secretary.get("/meetings"), "form.begin", new Answers());
        Visitor.Page one = arranged(begun, "add", "kind", "党工委会");
        Visitor.Page named = arranged(one, "keep", "t.0.name", "研究防汛", "t.0.kind", "决策");
        Visitor.Page sitting = arranged(named, "open.anyway");
        Visitor.Page attended = secretary.send(sitting, ".roll form", new Answers());
        Visitor.Page early = resolved(attended, "2020-01-01");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text(".refusal"))
                .contains("交办的期限早于会议当天", "第1件交办的期限是2020年1月1日", "期限不能早于会议当天");
        assertThat(early.document().select("[name=k.0.content]").attr("value")).isEqualTo("查圩堤");
        assertThat(early.document().select("[name=decision][checked]").val()).isEqualTo("缓议");
        String path = early.path().replaceFirst("/topics/.*", "");
        assertThat(secretary.get(path + "/closure").text(".refusal")).contains("第1项交办的期限早于会议当天");
        Visitor.Page decided = resolved(early, "2099-12-31");
        Visitor.Page closing = secretary.get(decided.path().replaceFirst("\\?.*", "") + "/closure");
        assertThat(closing.text("main")).contains("主要负责人最后表态", "第1项没有记全发言", "第9条");
        Visitor.Page asked = secretary.send(closing, "form[action$=/closure]", new Answers());
        assertThat(english(closing)).isEmpty();
        assertThat(english(asked)).isEmpty();
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text("#faults")).contains("没有散会", "第1项没有记全发言", "第9条");
        Visitor.Page closed =
                secretary.send(
                        asked,
                        "#faults form[action$=/closure]",
                        new Answers().put("then", "anyway"));
        assertThat(closed.title()).contains("已散会，记为第");
    }

    /// What stays Chinese in English of what the tool itself says.
    private static List<String> english(Visitor.Page page) {
        String english =
                EnglishPage.of(Phrases.ofTheProduct(), page.document().select("main").outerHtml());
        return Jsoup.parse(english)
                .select("h1 > span, h2 > span, .mark > span, .tally > span, dt > span")
                .select("[lang=zh-CN]")
                .eachText();
    }

    private Visitor.Page resolved(Visitor.Page page, String due) {
        return secretary.send(
                page,
                "form[action$=/resolution]",
                new Answers().put("decision", "缓议").put("k.0.content", "查圩堤").put("k.0.due", due));
    }

    /// Before the roll is taken nobody is there, and nothing can be voted or declared.
    private void untold(Visitor.Page sitting) {
        assertThat(sitting.text("#attendance dl")).contains("应到 6", "实到 未记").doesNotContain("请假");
        assertThat(sitting.text("#attendance > .mark")).isEqualTo("到会未记");
        assertThat(sitting.text(".meeting")).contains("先在上面记下到会");
        assertThat(sitting.document().select("#speeches, #ballot, #resolution")).isEmpty();
        Visitor.Page declared =
                secretary.post(
                        sitting.path().replaceFirst("\\?.*", "") + "/topics/1/resolution",
                        new Answers().put("decision", "听取"));
        assertThat(declared.status()).isEqualTo(409);
        assertThat(declared.text(".refusal")).contains("现在不能记：到会未记");
        assertThat(declared.document().select(".agenda a").text()).doesNotContain("听取");
    }

    private Visitor.Page arranged(Visitor.Page page, String then, String... typed) {
        Answers answers = new Answers().put("then", then);
        for (int at = 0; at < typed.length; at += 2) {
            answers.put(typed[at], typed[at + 1]);
        }
        return secretary.send(page, "form.arrange", answers);
    }
}
