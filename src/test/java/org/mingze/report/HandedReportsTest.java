package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

@DisplayName("填写、封存、原样打开")
class HandedReportsTest {
    private static final String REPORT =
            "post=qingshi.gongwei.secretary&from=2026-01-01&to=2026-06-30";
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("本人写一段、封存，再改写，封存的那一份不变，变化列出来")
    void aHandedReportStays() {
        Visitor visitor = mingze.visitor("周砚田");
        Page own = visitor.get("/reports/own?" + REPORT);
        assertThat(own.status()).isEqualTo(200);
        String place = own.document().select("textarea").attr("name");
        Page handed =
                visitor.send(
                        own, "form.upload", new Answers().put(place, "先把接访办实。").put("hand", "yes"));
        assertThat(handed.path()).startsWith("/reports/handed/");
        assertThat(handed.text(".a4")).contains("先把接访办实。");
        assertThat(handed.text("aside")).contains("数字摘要与封存时一致").contains("没有变化");
        visitor.send(
                visitor.get("/reports/own?" + REPORT),
                "form.upload",
                new Answers().put(place, "改成别的打算。"));
        Page again = visitor.get(handed.path());
        assertThat(again.text(".a4")).contains("先把接访办实。").doesNotContain("改成别的打算");
        assertThat(again.text("aside")).contains("本人写的").contains("改了");
        assertThat(visitor.get("/reports/duty?" + REPORT).text(".a4")).contains("改成别的打算。");
        assertThat(visitor.get("/reports").text("tr:has(a[href=" + handed.path() + "])"))
                .as("写过的，岗位写名称")
                .contains("青石街道党工委书记")
                .doesNotContain("qingshi");
    }

    @Test
    @DisplayName("上级看得到哪个岗位封存了、哪个没有；打开封存的是封存时的原样")
    void whoHasHandedIn() {
        Visitor street = mingze.visitor("周砚田");
        String period = "from=2026-03-01&to=2026-04-30";
        street.send(
                street.get("/reports/own?post=qingshi.gongwei.secretary&" + period),
                "form.upload",
                new Answers().put("hand", "unfinished"));
        Visitor county = mingze.account("p001");
        assertThat(county.get("/reports").document().select("a[href=/reports/round]")).hasSize(1);
        Page round = county.get("/reports/round?period=2026-03-01/2026-04-30");
        assertThat(round.text("tr:contains(青石街道党工委书记)")).contains("已封存", "周砚田");
        assertThat(round.text("tbody")).contains("未封存");
        String sealed = round.document().select("tr:contains(青石街道党工委书记) a").attr("href");
        assertThat(county.get(sealed).text("aside")).contains("数字摘要与封存时一致");
        String open = round.document().select("tr:contains(未封存) a").attr("href");
        assertThat(county.get(open).status()).isEqualTo(200);
        assertThat(mingze.account("p042").get("/reports/round").text("main"))
                .contains("归你看的岗位里，没有别的要述职");
    }

    @Test
    @DisplayName("空着的算待定；封存先说哪里空着，再按一次才封存")
    void anEmptyPlaceIsNotSealedInSilence() {
        Visitor visitor = mingze.visitor("周砚田");
        String report = "post=qingshi.gongwei.secretary&from=2026-02-01&to=2026-05-31";
        Page own = visitor.get("/reports/own?" + report);
        assertThat(own.document().select("button[name=hand]").text()).isEqualTo("封存");
        assertThat(own.document().select("input[name=hand]")).isEmpty();
        Page page = visitor.get("/reports/duty?" + report);
        assertThat(page.text("aside")).contains("待定").contains("空着，由本人填写");
        assertThat(page.text(".lede")).doesNotContain("待定0条");
        Page asked = visitor.send(own, "form.upload", new Answers().put("hand", "yes"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text(".refusal")).contains("没有封存", "下一步的打算和措施");
        Page handed =
                visitor.send(
                        asked,
                        "form.upload",
                        new Answers()
                                .put("hand", asked.document().select("button[name=hand]").val()));
        assertThat(handed.path()).startsWith("/reports/handed/");
    }

    @Test
    @DisplayName("封存的那一份和它的遮盖件，三种文件都下载得到、打得开，写的是它")
    void theHandedFilesOpen() throws IOException {
        Visitor visitor = mingze.visitor("周砚田");
        String report = "post=qingshi.gongwei.secretary&from=2026-01-01&to=2026-03-31";
        Page handed =
                visitor.send(
                        visitor.get("/reports/own?" + report),
                        "form.upload",
                        new Answers().put("hand", "unfinished"));
        for (String shown : List.of(handed.path(), handed.path() + "?masked=true")) {
            Page page = visitor.get(shown);
            String title = page.text(".a4 .title");
            for (String ending : List.of("docx", "pdf", "ofd")) {
                String link = page.document().select("a[href*=." + ending + "]").attr("href");
                Visitor.File file = visitor.file(link);
                assertThat(file.status()).as(link).isEqualTo(200);
                assertThat(text(ending, file.bytes())).as(link).contains(title);
            }
        }
    }

    private static String text(String ending, byte[] file) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(file);
        String text =
                switch (ending) {
                    case "docx" -> {
                        try (XWPFWordExtractor document =
                                new XWPFWordExtractor(new XWPFDocument(bytes))) {
                            yield document.getText();
                        }
                    }
                    case "pdf" -> {
                        try (PDDocument document = Loader.loadPDF(file)) {
                            yield new PDFTextStripper().getText(document);
                        }
                    }
                    case "ofd" -> {
                        try (OFDReader reader = new OFDReader(bytes)) {
                            yield String.valueOf(new ContentExtractor(reader).extractAll());
                        }
                    }
                    default -> throw new IllegalArgumentException(ending);
                };
        return text.replaceAll("[\\s\\[\\],]", "");
    }

    @Test
    @DisplayName("别人不能代写，别的镇的人打不开")
    void othersCannotWrite() {
        Visitor other = mingze.visitor("苏望舒");
        assertThat(other.get("/reports/own?" + REPORT).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("遮盖件的页上没有人名地名，有遮盖说明")
    void theMaskedPage() {
        Page page = mingze.visitor("周砚田").get("/reports/duty?" + REPORT + "&masked=true");
        assertThat(page.text(".a4")).contains("周某").doesNotContain("周砚田").doesNotContain("青石");
        assertThat(page.text("aside")).contains("人名");
    }

    @Test
    @DisplayName("四种材料在“写哪一种”里，选了就按它写")
    void theKinds() {
        Visitor visitor = mingze.visitor("周砚田");
        assertThat(visitor.get("/reports").text("select[name=template]"))
                .contains("主体责任")
                .contains("对照检查")
                .contains("整改进展")
                .contains("督查情况通报");
        Page page = visitor.get("/reports/duty?" + REPORT + "&template=报告.整改进展");
        assertThat(page.text(".a4 .title")).isEqualTo("2026年上半年问题整改进展情况报告");
    }
}
