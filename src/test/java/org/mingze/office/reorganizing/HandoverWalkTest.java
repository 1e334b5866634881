package org.mingze.office.reorganizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;

@DisplayName("移交：责任随岗位走")
class HandoverWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor office = mingze.account("p008");
    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    private <T> T ask(Function<Organization, T> question) {
        return mingze.bean(CountyLedgers.class)
                .ask(1, known -> question.apply(known.organization()));
    }

    private void enter(String deed, Answers answers) {
        String form = "form[action=/organization/acts/" + deed + "]";
        Visitor.Page review = office.send(office.get("/organization/acts/" + deed), form, answers);
        assertThat(review.title()).as(review.text("main")).isEqualTo("看一遍再入账");
        office.send(review, form, new Answers());
    }

    @Test
    @DisplayName("单位的负责人移交的，也列着本单位在办的和逾期还能补办的")
    void headOfBody() {
        Visitor secretary = mingze.account("p019");
        String handing = secretary.get("/organization/handovers").text("section:has(#open)");
        String body = ask(known -> known.body("qingshi.gongwei", today).orElseThrow().name());
        assertThat(secretary.get("/").text("main")).contains("下村轮查工作纪律");
        assertThat(handing).contains(body + "：", "下村轮查工作纪律");
    }

    @Test
    @DisplayName("还任着别的岗位的人，今日提醒离开的那个还没移交；接手的人签了，岗位空缺时在他的今日，有人任了只能交给任的人")
    void oneOfSeveralPosts() {
        Visitor holder = mingze.account("p024");
        String lost = "qingshi.gongwei.zhengfa";
        String post = ask(known -> known.post(lost, today).orElseThrow().name());
        String name = ask(known -> known.person("p024").orElseThrow().name());
        Visitor supervisor = mingze.account("p011");
        supervisor.send(
                supervisor.get("/records/new/Assignment"),
                "form.entry",
                new Answers()
                        .put("类", "督查交办")
                        .put("内容", "离任前交办的一件")
                        .put("责任单位", "qingshi.gongwei")
                        .put("责任人", lost)
                        .put("期限", today.plusDays(20).toString()));
        enter(
                "departure",
                new Answers()
                        .put("post", lost)
                        .put("day", today.minusDays(1).toString())
                        .put("basis", "试验二十号"));
        try {
            Visitor.Page now = holder.get("/");
            assertThat(now.text("main")).contains("离开了、还没移交的岗位", post);
            String address = "/organization/handovers?post=" + lost;
            assertThat(holder.get("/organization/handovers").text("section:has(#left)"))
                    .contains(post);
            Visitor.Page leaving = holder.get(address);
            assertThat(leaving.text("main")).contains("已离开“" + post, "离任前交办的一件");
            Visitor.Page handed = handOver(holder, leaving, "p026", name);
            assertThat(handed.text(".notice")).contains("已移交");
            assertThat(handed.text("section:has(#handed)")).contains(post);
            assertThat(holder.get("/").text("main")).doesNotContain("还没移交的岗位");
            String first = ask(known -> known.person("p026").orElseThrow().name());
            Visitor.Page twice = handOver(holder, holder.get(address), "p027", name);
            assertThat(twice.text("#faults"))
                    .as("等一个人签收的，不再交给另一个人")
                    .contains("号已把这些移交给" + first + "，等他签收");
            Visitor taker = mingze.account("p026");
            assertThat(taker.get(address).status()).isEqualTo(403);
            String waiting = "li.row:contains(" + post + ") a[href^=/organization/handovers/]";
            String list = taker.get("/").document().select(waiting).attr("href");
            Visitor.Page signing = taker.get(list);
            assertThat(signing.document().select("section.no-print form[action$=receipt]"))
                    .as("打印出来没有空格子")
                    .isNotEmpty();
            assertThat(
                            taker.get(
                                            signing.document()
                                                    .select("th a:contains(离任前交办的一件)")
                                                    .attr("href"))
                                    .text("main"))
                    .as("单上的每一件点得开")
                    .contains("收到交办事项后按期签收", "还剩");
            String takes = ask(known -> known.person("p026").orElseThrow().name());
            taker.send(
                    taker.get(list),
                    "form[action$=receipt]",
                    new Answers().put("signature", takes));
            assertThat(taker.get("/").text("main")).contains("已接手", "“" + post + "”的事");
            Visitor.Page again = handOver(holder, holder.get(address), "p027", name);
            assertThat(again.text("#faults"))
                    .as("签收了的，同样的事不再交给别人")
                    .contains("号已把这些移交给" + first + "，他已签收");

            enter(
                    "appointment",
                    new Answers().put("person", "p028").put("post", lost).put("basis", "试验二三号"));
            String successor = ask(known -> known.person("p028").orElseThrow().name());
            assertThat(taker.get("/").text("main")).doesNotContain("“" + post + "”的事");
            Visitor.Page refused = handOver(holder, holder.get(address), "p045", name);
            assertThat(refused.text("#faults")).contains("现在由" + successor + "任，交给他");
        } finally {
            enter(
                    "appointment",
                    new Answers().put("person", "p024").put("post", lost).put("basis", "试验二一号"));
        }
    }

    @Test
    @DisplayName("岗位更名：人和账不变；任着的人今日就看到从哪天起叫什么")
    void renamesPost() {
        String post = "qingshi.gongwei.zhengfa";
        String before = ask(known -> known.post(post, today).orElseThrow().name());
        rename(post, "街道综治委员");
        try {
            String holder = ask(known -> known.holder(post, today).orElseThrow());
            assertThat(holder).isEqualTo("p024");
            assertThat(mingze.account("p024").get("/").text("main"))
                    .contains("机构变动", "更名为“街道综治委员”");
            assertThat(mingze.holder("liuhe.dangwei.secretary").get("/").text("main"))
                    .doesNotContain("更名为“街道综治委员”");
        } finally {
            rename(post, before);
        }
    }

    private void rename(String post, String name) {
        enter("retitling", new Answers().put("post", post).put("name", name).put("basis", "试验二二号"));
    }

    private static Visitor.Page handOver(
            Visitor holder, Visitor.Page from, String to, String name) {
        return holder.send(
                from,
                "form[action$=handovers]",
                new Answers().put("to", to).put("signature", name));
    }
}
