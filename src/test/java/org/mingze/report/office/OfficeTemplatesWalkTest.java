package org.mingze.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

@DisplayName("在网页上用本单位的Word模板写报告，不用脚本")
class OfficeTemplatesWalkTest {
    private static final String ASKED =
            "post=qingshi.gongwei.secretary&from=2026-01-01&to=2026-06-30&template=报告.整改进展";

    private final Visitor secretary = RunningMingze.shared().visitor("周砚田");

    private Page handIn(String name, byte[] file) {
        return secretary.send(
                secretary.get("/reports/office?" + ASKED),
                "form.upload",
                new Answers().file("file", name, file));
    }

    @Test
    @DisplayName("交来一次就记住，能写原件和遮盖件；有不认得的位，说出哪个位在哪里，原来的模板不动")
    void walk() throws IOException {
        Page report = secretary.get("/reports/duty?" + ASKED);
        String link = report.document().select("a[href^=/reports/office]").attr("href");
        Page empty = secretary.get(link);
        assertThat(empty.text("table")).contains("{{人}}").contains("{{板块:").contains("{{指标:");
        assertThat(secretary.get("/reports/office.docx?" + ASKED).status()).isEqualTo(404);

        Page kept = handIn("整改进展模板.docx", docx("{{期}}整改情况", "报告人：{{人}}，{{岗}}"));
        assertThat(kept.title()).isEqualTo("用本单位的模板写");
        assertThat(kept.text("main")).contains("模板留下了").contains("整改进展模板.docx");
        assertThat(secretary.get("/reports/office.docx?" + ASKED).status()).isEqualTo(200);
        assertThat(secretary.get("/reports/office.docx?" + ASKED + "&masked=true").status())
                .isEqualTo(200);

        Page wrong = handIn("新模板.docx", docx("第一段", "{{期}}，{{天气}}", "{{指标:讲话数}}"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text(".refusal"))
                .contains("模板正文第2段的“{{天气}}”填不了")
                .contains("模板正文第3段的“{{指标:讲话数}}”填不了")
                .contains("原来的模板没有动");
        assertThat(wrong.text("main")).contains("整改进展模板.docx").doesNotContain("新模板.docx");
        assertThat(handIn("坏.docx", new byte[] {1, 2, 3}).text(".refusal")).contains("不是.docx");
        assertThat(handIn("密.docx", docx("机密★5年")).text(".refusal")).contains("涉密");
        assertThat(handIn("空.docx", docx("没有位")).text(".refusal")).contains("没有一个位");
        Page none =
                secretary.send(
                        secretary.get("/reports/office?" + ASKED), "form.upload", new Answers());
        assertThat(none.text(".fault")).contains("选一份");
    }

    @Test
    @DisplayName("别的镇的人看不到这个岗的模板页")
    void othersAreRefused() {
        Visitor other = RunningMingze.shared().visitor("苏望舒");
        assertThat(other.get("/reports/office?" + ASKED).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("督查情况通报在网页上写成三种文件")
    void theBulletinInThreeForms() {
        String asked = ASKED.replace("报告.整改进展", "报告.督查通报");
        Page page = secretary.get("/reports/duty?" + asked);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text(".a4 .title")).contains("督查情况通报");
        for (String form : new String[] {"docx", "pdf", "ofd"}) {
            assertThat(secretary.get("/reports/duty." + form + "?" + asked).status())
                    .as(form)
                    .isEqualTo(200);
        }
    }

    private static byte[] docx(String... paragraphs) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(file);
        }
        return file.toByteArray();
    }
}
