package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("从一份报告到销号")
class ReadingWalkTest {
    private static final String NAME = "述职述廉述责报告.txt";
    private static final String BODY = "qingshi.nanqiao";
    private static final String OWN = "qingshi.gongwei";
    private static final String OWNER = "qingshi.nanqiao.secretary";

    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.visitor("周砚田");

    @Test
    @DisplayName("交来报告，采纳一个问题，补填、定措施、整改、验收、销号；责任人不能验收也不能销号")
    void walk() throws IOException {
        Page reading = handIn(NAME, Files.readString(Path.of("samples", "reports", NAME)), OWN);
        assertThat(reading.status()).isEqualTo(200);
        assertThat(reading.text("article.paper")).contains("存在的主要问题");
        assertThat(reading.document().select("a.find.is-problem")).isNotEmpty();

        String measure = reading.document().select("#finds li.is-nested").getFirst().id();
        secretary.send(reading, "#decide", new Answers().put("reject", key(measure)));
        String problem = reading.document().select("#finds li").getFirst().id();
        Page form = secretary.get(reading.path() + "?edit=" + key(problem));
        Page entered =
                secretary.send(
                        form,
                        "form.find-form",
                        new Answers().put("责任单位", BODY).put("correct", key(problem)));
        assertThat(entered.text("#" + problem)).contains("已入账").contains("周砚田");
        String dossier = dossier(entered, problem);
        Page late =
                secretary.send(
                        form,
                        "form.find-form",
                        new Answers().put("责任单位", "").put("correct", key(problem)));
        assertThat(late.text(".notice")).as("从旧的一页改已入账的").contains("没有改", "已经入账");
        Page again = accept(reading, problem);
        assertThat(dossier(again, problem)).isEqualTo(dossier);

        Page ledger = secretary.get("/ledgers/rectification?source=%E8%87%AA%E6%9F%A5");
        assertThat(ledger.document().select("tbody a[href=" + dossier + "]")).hasSize(1);

        Visitor owner = mingze.visitor("苏望舒");
        Page page = owner.get(dossier);
        assertThat(page.text("li[aria-current=step]")).contains("待定措施");
        page =
                owner.send(
                        page,
                        "#completion form",
                        new Answers()
                                .put("原因", "学习没有计划")
                                .put("责任人", OWNER)
                                .put("期限", "2027-03-31"));
        assertThat(page.text("ol.chain")).contains("补填").contains("学习没有计划");
        page =
                owner.send(
                        page,
                        "#measures form",
                        new Answers().put("内容", "每月集中学习两次").put("责任人", OWNER));
        assertThat(page.text("li[aria-current=step]")).contains("整改中");
        page =
                owner.send(
                        page,
                        "#rectifications form",
                        new Answers().put("情况", "已学两次").file("附.file", "签到表.txt", "十二人签到"));
        assertThat(page.text("li[aria-current=step]")).contains("待验收");
        assertThat(page.text("ol.chain")).contains("签到表.txt");

        assertThat(page.text("#verifications .refusal"))
                .contains("现在不能验收：")
                .contains("第5条")
                .contains("何允中");
        assertThat(page.document().select("#verifications input[name=结论]")).isEmpty();

        close(dossier, owner);
    }

    private void close(String dossier, Visitor owner) {
        Visitor other = mingze.visitor("何允中");
        Page page = other.get(dossier);
        Page without = other.send(page, "#verifications form", new Answers().put("结论", "通过"));
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.text("#verifications .refusal")).contains("佐证");
        assertThat(
                        without.document()
                                .select("#verifications input[name=结论][value=通过]")
                                .hasAttr("checked"))
                .isTrue();
        page =
                other.send(
                        page,
                        "#verifications form",
                        new Answers().put("结论", "通过").file("附.file", "核验单.txt", "属实"));
        assertThat(page.text("li[aria-current=step]")).contains("待销号");
        Page shown = owner.get(dossier);
        assertThat(shown.text("#closure .refusal"))
                .contains("现在不能销号：")
                .contains("《明川县问题整改销号办法》第6条")
                .contains("责任人不得自行销号");
        Page closed = other.send(page, "#closure form", new Answers());
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text("li[aria-current=step]")).contains("已销号");
        Page late = other.send(page, "#closure form", new Answers());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text(".refusal")).contains("这一件已到“已销号”");
    }

    @Test
    @DisplayName("不采的问题记住了，再交来还是不采，还能改主意")
    void rejecting() throws IOException {
        String text = Files.readString(Path.of("samples", "reports", NAME)).replace("柳河", "石桥");
        Page reading = handIn("另一份述职报告.txt", text);
        String problem = reading.document().select("#finds li").getFirst().id();
        Answers reject = new Answers().put("reject", key(problem));
        Page rejected = secretary.send(reading, "#decide", reject);
        assertThat(rejected.text("#" + problem)).contains("不采").contains("周砚田");
        Page again = handIn("同一份换了名字.txt", text);
        assertThat(again.text("#" + problem)).contains("不采");
        assertThat(again.text(".review-bar")).contains("已定1/");
        Page back = secretary.send(again, "#decide", new Answers().put("undo", key(problem)));
        assertThat(back.document().select("#" + problem + " button[name=accept]")).hasSize(1);
    }

    @Test
    @DisplayName("报告里的数与台账核对，缺的要件点名，PDF 与旧版 Word 同样读")
    void reconciling() throws IOException {
        Page reading = handIn(NAME, Files.readString(Path.of("samples", "reports", NAME)), OWN);
        assertThat(reading.text("#figures")).contains("无法核").contains("没有这类记录");
        assertThat(reading.document().select("#figures .find-words .tag"))
                .isNotEmpty()
                .allSatisfy(says -> assertThat(says.text()).matches("相符|多报\\d+|少报\\d+|无法核|期外"));
        assertThat(reading.text("#missing")).contains("没有原因");
        Page short1 = handIn("简短述职述廉报告.txt", "2026年度述职述廉报告\n一、履职情况\n讲党课900次。\n");
        assertThat(short1.text("#missing")).contains("缺“述廉部分”").contains("缺“存在的问题”");
        assertThat(short1.text("#figures")).containsPattern("多报\\d+|无法核");
    }

    @Test
    @DisplayName("交来时选是哪个单位的；不选就看文件写的是谁，看不出归本单位；页上写明与谁的台账核")
    void whoseReport() {
        String text = "述职报告\n一、履职情况\n讲党课700次。\n二、存在的问题\n一是学习抓得不紧。\n";
        String own = "与青石街道党工委的台账核";
        assertThat(handIn("本级的述职.txt", text).text("#figures")).contains(own);
        Page chosen =
                secretary.send(
                        secretary.get("/readings"),
                        "form.upload",
                        new Answers().put("单位", BODY).file("document", "选了的述职.txt", text));
        String other = chosen.text("#figures h2 + .tally");
        assertThat(other).contains("的台账核").doesNotContain(own);
        assertThat(chosen.text("#finds")).contains("责任单位：").doesNotContain("责任单位：青石街道党工委");
        String name = other.replaceAll(".*；与(.+)的台账核.*", "$1");
        assertThat(handIn("写明了的.txt", name + text).text("#figures")).contains("与" + name + "的台账核");
    }

    @Test
    @DisplayName("题目写的是别的镇，不核也不采，说归谁、怎么选；选明了才读")
    void ofAnotherTown() throws IOException {
        String text = Files.readString(Path.of("samples", "reports", NAME)) + "\n另一版。\n";
        int before = lines();
        Page refused = handIn(NAME, text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".refusal")).contains("写的是柳河镇党委，不归你核对", "选明");
        assertThat(refused.document().select("#decide, #figures")).isEmpty();
        assertThat(lines()).isEqualTo(before);
        Page chosen = handIn(NAME, text, OWN);
        assertThat(chosen.path()).startsWith("/readings/");
        assertThat(chosen.text("#figures")).contains("与青石街道党工委的台账核");
        Page town = mingze.holder("liuhe.dangwei.secretary").get("/readings");
        assertThat(town.text("select[name=单位]")).contains("柳河镇党委");
    }

    @Test
    @DisplayName("与别的文件雷同的段落列出来，指到那一份，并说自己写的占几成")
    void sameness() throws IOException {
        String first = Files.readString(Path.of("samples", "reports", "巡察反馈问题整改情况报告.txt"));
        Page earlier = handIn("去年的整改报告.txt", first);
        assertThat(earlier.text("#same")).contains("自己写的占");
        Page later = handIn("今年的整改报告.txt", first.replace("整改", "改正"));
        assertThat(later.text("#same")).contains("去年的整改报告.txt").contains("一字不差");
        assertThat(later.document().select("#same a[href^=/readings/]")).isNotEmpty();
    }

    @Test
    @DisplayName("读不了的文件说一句为什么，什么也不留")
    void badFiles() {
        int before = lines();
        assertThat(handIn("表.docx", "PK不是文档").text(".refusal"))
                .contains("《表.docx》")
                .contains("没有保存");
        assertThat(handIn("反馈.txt", "机密★3年\n关于某事的报告\n正文。").text(".refusal")).contains("标有密级");
        assertThat(handIn("空.txt", "").text("main")).contains("空");
        assertThat(handIn("扫描.pdf", "%PDF-1.4 残").text(".refusal"))
                .contains("PDF")
                .contains("没有保存");
        assertThat(handIn("包.ofd", "PK\u0003\u0004OFD.xml").text(".refusal")).contains("OFD");
        assertThat(handIn("图.txt", "\u0000\u0001\u0002二进制").status()).isEqualTo(422);
        assertThat(lines()).isEqualTo(before);
    }

    private int lines() {
        return secretary.get("/readings").document().select("tbody tr").size();
    }

    @Test
    @DisplayName("数字前面的话太长的，从头上省去，不从年份中间切开")
    void cutsNoYear() {
        String text = "2026年到各企业支部集中调研4次。全街道2026年到各村居支部集中宣讲32次。";
        Page reading = handIn("调研.txt", "一、工作情况\n" + text + "\n");
        assertThat(reading.text("#figures"))
                .contains(" 2026年到各企业支部集中调研", "…2026年到各村居支部集中宣讲")
                .doesNotContain(" 026年", "…026年");
    }

    private Page handIn(String name, String content) {
        return secretary.send(
                secretary.get("/readings"),
                "form.upload",
                new Answers().file("document", name, content));
    }

    private Page handIn(String name, String content, String body) {
        return secretary.send(
                secretary.get("/readings"),
                "form.upload",
                new Answers().put("单位", body).file("document", name, content));
    }

    private Page accept(Page reading, String anchor) {
        return secretary.send(reading, "#decide", new Answers().put("accept", key(anchor)));
    }

    private static String dossier(Page page, String anchor) {
        return page.document().select("#" + anchor + " a[href^=/dossiers/]").attr("href");
    }

    private static String key(String anchor) {
        return anchor.substring(2).replace('-', '.');
    }
}
