package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("述职报告页")
class ReportPagesTest {
    private static final String HALF = "from=2026-01-01&to=2026-06-30";
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("街道党工委书记写2026年上半年的报告，每个有据的数都能走到它数的记录")
    void numbers() {
        Visitor visitor = mingze.visitor("周砚田");
        Page page =
                visitor.send(
                        visitor.get("/reports"),
                        "form.upload",
                        new Answers().put("period", "2026-01-01/2026-06-30"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".a4 .title")).contains("2026年上半年").contains("述职");
        assertThat(page.text(".a4 .sealed")).contains("账页第");
        String note = page.document().select(".a4 a.bound").eachAttr("href").getFirst();
        assertThat(page.document().select(".notes " + note)).hasSize(1);
        assertThat(page.document().select(".notes a[href^=/records/]")).isNotEmpty();
    }

    @Test
    @DisplayName("数职责的数，附录里列出的正是那么多项，每一项走到它的职责页")
    void duties() {
        Visitor visitor = mingze.visitor("周砚田");
        Page page = visitor.get("/reports/duty?post=qingshi.gongwei.secretary&" + HALF);
        int owed = Integer.parseInt(page.document().select(".a4 a.bound").getFirst().ownText());
        Elements listed = page.document().select("#annex-1 .records a");
        assertThat(listed).hasSize(owed);
        assertThat(listed.eachAttr("href")).allMatch(href -> href.startsWith("/duties/"));
        assertThat(visitor.get(listed.getFirst().attr("href")).status()).isEqualTo(200);
        assertThat(page.document().select("#n1 a[href^=/duties/]")).isNotEmpty();
    }

    @Test
    @DisplayName("写报告的岗位，今日有正在写的那一份，写了本人的话就说哪天写的")
    void inProgress() {
        Visitor visitor = mingze.account("p030");
        Page today = visitor.get("/");
        assertThat(today.text("aside.side")).contains("我的述职报告").contains("本人的话还没有写");
        String report = today.document().select("aside a[href^=/reports/duty]").attr("href");
        assertThat(visitor.get(report).status()).isEqualTo(200);
        Page own = visitor.get(report.replace("/reports/duty?", "/reports/own?"));
        String place = own.document().select("main textarea").attr("name");
        visitor.send(own, "form.upload", new Answers().put(place, "下半年抓三件事"));
        assertThat(visitor.get("/").text("aside.side")).contains("写过，还没有封存");
        assertThat(mingze.account("p042").get("/").text("aside.side")).doesNotContain("述职报告");
    }

    @Test
    @DisplayName("别的镇的书记看不了，上级看得了")
    void readers() {
        String street = "/reports/duty?post=qingshi.gongwei.secretary&" + HALF;
        assertThat(mingze.visitor("苏望舒").get(street).status()).isEqualTo(403);
        assertThat(mingze.visitor("苏望舒").get(street).text("main")).contains("不归");
        String village = "/reports/duty?post=qingshi.nanqiao.secretary&" + HALF;
        assertThat(mingze.visitor("周砚田").get(village).status()).isIn(200, 404);
    }

    @Test
    @DisplayName("起止写反了，说怎么改，已选的还在")
    void wrongDays() {
        Visitor visitor = mingze.visitor("周砚田");
        Page page =
                visitor.send(
                        visitor.get("/reports"),
                        "form.upload",
                        new Answers()
                                .put("period", "")
                                .put("from", "2026-06-30")
                                .put("to", "2026-01-01"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".fault")).contains("起日不晚于止日");
        assertThat(page.document().select("#f-from").val()).isEqualTo("2026-06-30");
    }
}
