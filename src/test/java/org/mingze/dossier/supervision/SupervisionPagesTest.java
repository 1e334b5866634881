package org.mingze.dossier.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;

@DisplayName("督查页")
class SupervisionPagesTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("每个数点开，台账里正好是这些件")
    void everyCountOpensItsItems() {
        Visitor head = mingze.account("p011");
        Visitor.Page board = head.get("/supervision");
        assertThat(board.status()).isEqualTo(200);
        assertThat(board.document().select("a.count")).hasSizeGreaterThan(20);
        for (Element count :
                board.document().select("table:first-of-type a.count, tfoot a.count")) {
            assertThat(total(head.get(count.attr("href"))))
                    .as(count.attr("href"))
                    .isEqualTo(count.text());
        }
        for (Element bar : board.document().select(".flow b a")) {
            assertThat(total(head.get(bar.attr("href")))).isEqualTo(bar.ownText());
        }
        for (Element part : board.document().select("section.part:has(.more)")) {
            String tally = part.select(".tally").text();
            if (!part.select("h2").text().equals("同单位同类再现")) {
                assertThat(total(head.get(part.select(".more").attr("href")))).isEqualTo(tally);
            }
        }
    }

    @Test
    @DisplayName("过了期的回头看说逾期，不说快到期；没有列全的说只列几件，点开是全部")
    void recheckOver() {
        Visitor.Page board = mingze.account("p011").get("/supervision");
        int over = board.document().select("section:has(#rechecks) .row-due .is-over").size();
        assertThat(over).isBetween(1, 5);
        assertThat(board.title()).contains("回头看逾期" + over + "件");
        for (Element part : board.document().select("section.part:has(ul.rows)")) {
            int all = Integer.parseInt(part.select(".tally").text());
            int shown = part.select("ul.rows > li").size();
            assertThat(part.select(".more").text())
                    .as(part.select("h2").text())
                    .isEqualTo(all > shown ? "只列" + shown + "件，在台账里看全部" : "在台账里看");
        }
    }

    @Test
    @DisplayName("回头看不合格要写看到什么；记下以后在看的人今日等着重新列账，记了复发才下去")
    void foundWanting() {
        Visitor head = mingze.account("p011");
        String board = head.get("/supervision").document().select("a[href^=/dossiers/]").toString();
        Visitor.Page dossier =
                head
                        .get("/ledgers/rectification?stage=已销号")
                        .document()
                        .select("tbody th a")
                        .eachAttr("href")
                        .stream()
                        .filter(href -> !board.contains("\"" + href + "\""))
                        .map(head::get)
                        .filter(page -> !page.document().select("#rechecks form").isEmpty())
                        .findFirst()
                        .orElseThrow();
        Visitor.Answers wanting = new Visitor.Answers().put("合格", "否");
        Visitor.Page silent = head.send(dossier, "#rechecks form", wanting);
        assertThat(silent.text("#rechecks .fault")).contains("不合格的写明看到什么");
        Visitor.Page told = head.send(silent, "#rechecks form", wanting.put("情况", "渠又堵了"));
        String row = "#returned + ul li, section:has(#returned) li";
        assertThat(head.get("/").text(row)).contains("回头看不合格：渠又堵了，还没有重新列账");
        head.send(told, "#reopenings form", new Visitor.Answers().put("由", "渠又堵了"));
        assertThat(head.get("/").text(row)).doesNotContain("渠又堵了，还没有重新列账");
    }

    @Test
    @DisplayName("抽签写错了，写过的都还在，错写在那一栏")
    void refusedDraw() {
        Visitor head = mingze.account("p011");
        Visitor.Page refused =
                head.send(
                        head.get("/supervision/inspections"),
                        "#draw form",
                        new Visitor.Answers().put("title", "防汛值守").put("count", "99"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("input[name=title]").val()).isEqualTo("防汛值守");
        assertThat(refused.document().select("input[name=count]").val()).isEqualTo("99");
        assertThat(refused.text(".field:has([name=count]) .fault")).contains("1到50的整数");
    }

    private static String total(Visitor.Page ledger) {
        return ledger.text(".pager span").replaceAll(".*共(\\d+)件.*", "$1");
    }

    @Test
    @DisplayName("街道纪工委看街道的，村书记只看本村的")
    void sight() {
        String county = mingze.account("p011").get("/supervision").text(".lede");
        String street = mingze.account("p021").get("/supervision").text(".lede");
        String village = mingze.account("p042").get("/supervision").text(".lede");
        assertThat(number(county)).isGreaterThan(number(street));
        assertThat(number(street)).isGreaterThan(number(village));
    }

    private static int number(String lede) {
        return Integer.parseInt(lede.replaceAll("\\D*(\\d+).*", "$1"));
    }

    @Test
    @DisplayName("等复核的写明整改人和佐证，销号后复发的列在一处")
    void waiting() {
        Visitor.Page board = mingze.account("p011").get("/supervision");
        assertThat(board.text("#unverified")).isEqualTo("等复核");
        assertThat(board.text("section:has(#unverified) .row-why")).contains("整改人").contains("佐证");
        assertThat(board.text("section:has(#relapsed)")).contains("复发");
    }
}
