package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("交办、签收、反馈、退回、办结")
class AssignmentWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("督查室交办一件在办问题，责任人今日见到、签收、附佐证反馈；退回一次，再反馈，由督查室办结")
    void walk() {
        Visitor supervisor = mingze.account("p011");
        Page ledger = supervisor.get("/ledgers/rectification?stage=整改中&body=qingshi.beijing");
        String number = ledger.document().select("input.pick").getFirst().val();
        Page asked = supervisor.get("/ledgers/rectification/batch?act=assign&pick=" + number);
        Page faulty = supervisor.send(asked, "section.desk form", new Answers().put("内容", "按期整改"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text("section.desk")).contains("写明期限再交办");
        Page done =
                supervisor.send(
                        faulty,
                        "section.desk form",
                        new Answers().put("内容", "按期整改").put("期限", "2027-02-26"));
        assertThat(done.text(".notice")).contains("已交办1件");
        assertThat(supervisor.get("/dossiers/" + number).text("ol.chain")).contains("交办");

        String dossier = newest(supervisor);
        Page page = supervisor.get(dossier);
        assertThat(page.document().select("#acknowledgement form button")).isEmpty();
        assertThat(page.text(".refusal"))
                .contains("责任人或责任单位的岗位签收")
                .contains("现在以“县政府督查室", "这一步由", "的岗位办")
                .doesNotContain("=", "交办.");

        Visitor responsible = mingze.account("p042");
        assertThat(responsible.get("/").text("main")).contains("收到交办事项后按期签收");
        page = responsible.send(responsible.get(dossier), "#acknowledgement form", new Answers());
        assertThat(page.text("li[aria-current=step]")).contains("办理中");
        Page without = feed(responsible, page, "");
        assertThat(without.status()).isEqualTo(409);
        page = feed(responsible, responsible.get(dossier), "清单.txt");
        assertThat(page.text("li[aria-current=step]")).contains("待办结");
        assertThat(page.text("#conclusion .refusal"))
                .contains("不得自行办结")
                .contains("这一步由县政府督查室的岗位办")
                .doesNotContain("≠");
        assertThat(page.document().select("#conclusion form button[type=submit]")).isEmpty();

        page =
                supervisor.send(
                        supervisor.get(dossier), "#return form", new Answers().put("由", "少一户"));
        assertThat(page.text("li[aria-current=step]")).contains("已退回");
        assertThat(row(responsible, dossier)).contains("县政府督查室", "退回：少一户", "再反馈");
        feed(responsible, responsible.get(dossier), "补齐.txt");
        assertThat(row(responsible, dossier)).isEmpty();
        assertThat(row(supervisor, dossier)).contains("待核对", "反馈已办：都办了", "去核对");
        page = supervisor.send(supervisor.get(dossier), "#conclusion form", new Answers());
        assertThat(row(supervisor, dossier)).isEmpty();
        assertThat(page.text("li[aria-current=step]")).contains("已办结");
    }

    @Test
    @DisplayName("反馈写明不属本单位职责的，退回到交办单位的今日，写明谁退的、为什么")
    void declined() {
        Visitor supervisor = mingze.account("p011");
        Page ledger = supervisor.get("/ledgers/rectification?stage=整改中&body=qingshi.beijing");
        String number = ledger.document().select("input.pick").getLast().val();
        Page asked = supervisor.get("/ledgers/rectification/batch?act=assign&pick=" + number);
        Answers assigning = new Answers().put("内容", "补种行道树").put("期限", "2027-02-26");
        supervisor.send(asked, "section.desk form", assigning);
        String dossier = newest(supervisor);
        Visitor responsible = mingze.account("p042");
        Page page =
                responsible.send(responsible.get(dossier), "#acknowledgement form", new Answers());
        responsible.send(
                page, "#feedback form", new Answers().put("结果", "不属本单位职责").put("情况", "归林业局"));
        assertThat(row(supervisor, dossier)).contains("反馈不属本单位职责：归林业局", "去转交");
        assertThat(row(responsible, dossier)).isEmpty();
        Page handing =
                supervisor.get(
                        supervisor.get(dossier).document().select("#conclusion p a").attr("href"));
        Page handed =
                supervisor.send(
                        handing, "form.entry", new Answers().put("责任单位", "mingchuan.zhujianju"));
        assertThat(handed.text("main")).contains("已记下");
        assertThat(supervisor.get(newest(supervisor)).text("main"))
                .contains("补种行道树", dossier.replaceAll("\\D", ""));
    }

    private static String row(Visitor visitor, String dossier) {
        return visitor.get("/")
                .document()
                .select("section[aria-labelledby=returned] .row:has(a[href='" + dossier + "'])")
                .text();
    }

    private static String newest(Visitor supervisor) {
        return supervisor
                .get("/ledgers/assignments?sort=latest&source=督查交办&stage=待签收")
                .document()
                .select("tbody th a")
                .getFirst()
                .attr("href");
    }

    private static Page feed(Visitor responsible, Page page, String file) {
        Answers answers = new Answers().put("结果", "已办").put("情况", "都办了");
        return responsible.send(
                page,
                "#feedback form",
                file.isEmpty() ? answers : answers.file("附.file", file, "逐户清单"));
    }

    @Test
    @DisplayName("筛选存为视图，只有自己的账号看得到，删了台账不动")
    void views() {
        Visitor supervisor = mingze.account("p012");
        Page filtered = supervisor.get("/ledgers/rectification?source=督查");
        Page kept = supervisor.send(filtered, ".keeping form", new Answers().put("name", "督查发现的"));
        assertThat(kept.text(".notice")).contains("已存为视图");
        assertThat(kept.text(".views a[aria-current=page]")).contains("督查发现的");
        assertThat(mingze.account("p013").get("/ledgers/rectification").text(".views"))
                .doesNotContain("督查发现的");
        Page removed = supervisor.send(kept, ".keeping form", new Answers());
        assertThat(removed.text(".views")).doesNotContain("督查发现的");
        Page unnamed = supervisor.send(filtered, ".keeping form", new Answers().put("name", " "));
        assertThat(unnamed.text(".notice")).contains("没有存下");
    }

    @Test
    @DisplayName("不能一起办的写明原因，验收和销号不在其中")
    void apart() {
        Visitor supervisor = mingze.account("p011");
        Page ledger = supervisor.get("/ledgers/rectification?stage=已销号");
        assertThat(ledger.text("#batch")).contains("销号和延期要逐件办");
        List<String> picks = ledger.document().select("input.pick").eachAttr("value");
        Page asked =
                supervisor.get("/ledgers/rectification/batch?act=remind&pick=" + picks.getFirst());
        assertThat(asked.text("main")).contains("已到“已销号”，不用再提醒");
        assertThat(asked.document().select("section.desk")).isEmpty();
        assertThat(supervisor.get("/ledgers/rectification/batch?act=remind").text("main"))
                .contains("没有选中问题");
        assertThat(supervisor.get("/ledgers/rectification/batch?act=closure").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("打印的一页列出全部，不带筛选和勾选")
    void printed() {
        Page page = mingze.account("p011").get("/ledgers/rectification?print=1");
        assertThat(page.document().select("tbody tr")).hasSizeGreaterThan(50);
        assertThat(page.document().select("input.pick, form.filters")).isEmpty();
    }
}
