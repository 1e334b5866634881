package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.institution.expression.Value;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;

@DisplayName("一笔记录的页")
class RecordPagesTest {
    private static final Value STREET =
            new Value.Reference(Value.Reference.Kind.BODY, "qingshi.gongwei");

    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.visitor("周砚田");

    private static WorkRecord meeting(Knowledge known) {
        return known.records().ofType("会议").stream()
                .filter(record -> record.number() < known.size())
                .filter(record -> STREET.equals(record.fields().get("机构")))
                .filter(record -> RecordTitles.of(record).contains("三资"))
                .findFirst()
                .orElseThrow();
    }

    private Visitor.Page page() {
        long number = mingze.bean(CountyLedgers.class).ask(1, known -> meeting(known).number());
        return secretary.get("/records/" + number);
    }

    @Test
    @DisplayName("到会一人一行，议程一项一行，先说是谁、是什么；佐证只列一次")
    void lists() {
        Visitor.Page page = page();
        assertThat(page.document().select(".items-head").eachText())
                .anyMatch(head -> head.startsWith("到会人员出席"))
                .anyMatch(head -> head.startsWith("议程"));
        assertThat(page.document().select(".items li b").eachText())
                .contains("周砚田")
                .anyMatch(title -> title.contains("三资"));
        assertThat(page.document().select("dl.facts dt").eachText())
                .contains("主持人")
                .doesNotContain("议程", "到会人员", "附件");
        assertThat(page.document().select(".thumbs a")).hasSize(1);
    }

    @Test
    @DisplayName("议程一项先说结果；公开表决写明谁投了什么，不只写票数")
    void namesVotes() {
        String agenda = String.join("\n", page().document().select(".items").eachText());
        assertThat(agenda).contains("决定 ").contains("表决 口头，同意6：陆知行、何允中").doesNotContain("序 1 类");
    }

    @Test
    @DisplayName("会议引出的规矩列在下面，一条一个判定，点开是那一项职责")
    void raised() {
        Visitor.Page page = page();
        assertThat(page.document().select("#raised .row-title").eachText())
                .anyMatch(title -> title.contains("会议第一项议题是第一议题"))
                .anyMatch(title -> title.contains("主要负责人最后表态"));
        assertThat(page.document().select("#raised .mark").eachText()).doesNotContain("不适用");
        Element first = page.document().select("#raised .row-title a").getFirst();
        assertThat(secretary.get(first.attr("href")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("一环套一环的，从哪一笔都能看到它的案卷")
    void dossier() {
        Visitor.Page list =
                secretary.get("/records?type=%E9%94%80%E5%8F%B7&body=qingshi.jigongwei");
        Visitor.Page closure =
                secretary.get(list.document().select("tbody a.open").getFirst().attr("href"));
        Visitor.Page dossier =
                secretary.get(closure.document().select("a:containsOwn(看案卷)").attr("href"));
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(dossier.document().select(".chain a").eachText())
                .contains(closure.text(".crumb").replaceAll("\\D*(\\d+).*", "第$1号"));
    }

    @Test
    @DisplayName("列表里，跟着别的记录办的写明是哪一件的；会议题名里的类别不说两遍")
    void about() {
        Visitor.Page list = secretary.get("/records?type=%E9%94%80%E5%8F%B7");
        assertThat(list.document().select("tbody tr th .faint").eachText())
                .isNotEmpty()
                .allMatch(about -> about.matches("\\p{IsHan}+：.+"));
        assertThat(secretary.get("/records?type=%E4%BC%9A%E8%AE%AE").text("main"))
                .contains("主题党日")
                .doesNotContain("主题党日：主题党日");
    }

    @Test
    @DisplayName("议事页也列出直接记下的会议")
    void meetings() {
        Visitor.Page meetings = secretary.get("/meetings");
        assertThat(meetings.text("main")).contains("记过的会议");
        Element latest = meetings.document().select("main tbody a[href^=/records/]").getFirst();
        assertThat(secretary.get(latest.attr("href")).title()).startsWith("会议：");
    }
}
