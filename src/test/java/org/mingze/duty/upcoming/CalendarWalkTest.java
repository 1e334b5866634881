package org.mingze.duty.upcoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("日历：一个单位一个月里到期的")
class CalendarWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.visitor("周砚田");

    @Test
    @DisplayName("月表、放假和调休、一天的职责，都不用脚本；日期写错说怎么写")
    void month() {
        Page june = secretary.get("/calendar?month=2026-06&day=2026-06-30");
        assertThat(june.title()).matches("6月到期\\d+项(，(违|在办)\\d+项)*");
        assertThat(secretary.get("/calendar?month=2026-12").title()).contains("未到");
        assertThat(june.document().select("table.month tbody tr")).hasSizeBetween(5, 6);
        assertThat(june.text(".day-kind")).contains("端午节");
        assertThat(june.text("#day")).contains("6月30日");
        assertThat(june.document().select(".row-title a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/duties/"));
        assertThat(secretary.get("/calendar?month=2026-02").text(".day-kind")).contains("调休上班");
        assertThat(june.text(".month-key")).contains("违", "在办", "未到", "已办");
        assertThat(june.document().select(".due").eachText())
                .isNotEmpty()
                .allMatch(due -> due.matches("(违|在办|未到|已办)：.*"));
        assertThat(june.document().select(".due:not(:has(svg))")).isEmpty();
        assertThat(secretary.get("/calendar?month=2026-11").text(".month"))
                .contains("第2088号约谈后按期回访", "约谈，青石街道纪检监察室主任");
        assertThat(secretary.get("/calendar?month=2026-13").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("订阅地址只显示一次，不登录就读得到；里面没有人名；作废后打不开")
    void feed() {
        Page made =
                secretary.send(
                        secretary.get("/calendar"), "form[action=/calendar/feed]", new Answers());
        String address = made.text(".feed-address");
        assertThat(address).endsWith(".ics");
        String path = address.substring(address.indexOf("/calendar"));
        Visitor anybody = Visitor.anonymous(mingze.address());
        Page feed = anybody.get(path);
        assertThat(feed.status()).isEqualTo(200);
        String text = feed.document().wholeText();
        assertThat(text).contains("BEGIN:VCALENDAR").contains("DTSTART;VALUE=DATE:");
        assertThat(text.replace("\r\n ", "").replace("\n ", ""))
                .contains(
                        "URL:"
                                + address.substring(0, address.indexOf("/calendar"))
                                + "/calendar?month=");
        assertThat(text).doesNotContain("周砚田").doesNotContain("社区");
        assertThat(secretary.get("/calendar").document().select(".feed-address")).isEmpty();
        secretary.send(
                secretary.get("/calendar"), "form[action=/calendar/feed/end]", new Answers());
        assertThat(anybody.get(path).status()).isEqualTo(404);
    }
}
