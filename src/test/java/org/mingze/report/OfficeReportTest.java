package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.paper.OfficeTemplate;

@DisplayName("按本单位的Word模板写")
class OfficeReportTest {
    private final Books books =
            Books.opened(
                    Books.institution(
                            "{题: 履职情况, 句: [{目: 理论学习, 文: '学习{学习数}。'}]}",
                            "{题: 下步打算, 句: [{自写: 打算}]}"));

    @Test
    @DisplayName("能用的位，数都说明连着单位，七种应尽事项各说各的")
    void placesSayWhatTheyBecome() {
        Map<String, String> known = books.places();
        assertThat(known).containsEntry("{{指标:学习数}}", "集体学习，连单位“次”");
        assertThat(
                        known.entrySet().stream()
                                .filter(place -> place.getKey().startsWith("{{事项:"))
                                .map(Map.Entry::getValue))
                .hasSize(7)
                .doesNotHaveDuplicates()
                .allMatch(becomes -> becomes.endsWith("连单位“项”"));
    }

    @Test
    @DisplayName("位填上，标注和附录跟着，其余文字不动")
    void placesAreFilled() throws IOException, OfficeTemplate.Unusable {
        books.study("2026-02-14", "研讨");
        OfficeTemplate template =
                OfficeTemplate.read(
                        docx(
                                "{{岗}}{{人}}{{期}}小结",
                                "共学习{{指标:学习数}}，违{{事项：违}}。{{板块:履职情况}}",
                                "{{自写:打算}}"));
        OfficeReport.Filled filled =
                books.filled(template.places(), new OwnWords(Map.of("打算", "把学习办实。")));
        assertThat(filled.faults()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfficeReport.write(filled, template, out);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            String text =
                    document.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains("青石党工委书记周砚田2026年上半年小结")
                    .contains("共学习1[1]次，违0[2]项。（一）理论学习。学习1[3]次。")
                    .contains("把学习办实。")
                    .contains("附录　数字与记录")
                    .doesNotContain("{{");
            assertThat(document.getTables().getFirst().getRow(1).getCell(0).getText())
                    .isEqualTo("[1]");
        }
    }

    @Test
    @DisplayName("Word把一个位拆成几截，也认得")
    void aPlaceMayBeParted() throws IOException, OfficeTemplate.Unusable {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String part : new String[] {"学习", "{{指", "标:", "学习数", "}}", "。"}) {
                paragraph.createRun().setText(part);
            }
            document.write(file);
        }
        OfficeTemplate template = OfficeTemplate.read(file.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfficeReport.write(books.filled(template.places(), OwnWords.NONE), template, out);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("学习0[1]次。");
        }
    }

    @Test
    @DisplayName("不认得的位，一句话说出是哪个、能用哪些")
    void anUnknownPlaceIsNamed() throws IOException, OfficeTemplate.Unusable {
        OfficeTemplate template = OfficeTemplate.read(docx("{{指标:讲话数}}，{{天气}}，{{板块:总结}}"));
        assertThat(books.filled(template.places(), OwnWords.NONE).faults())
                .containsExactly(
                        "模板正文第1段的“{{指标:讲话数}}”填不了，没有这个位。模板“述职.书记”的指标有学习数、研讨数、分日、诫勉数、往年学习、政府会议。",
                        "模板正文第1段的“{{天气}}”填不了，没有这个位。能用的有期、人、岗、日、指标:号、事项:应、板块:题、自写:提示。",
                        "模板正文第1段的“{{板块:总结}}”填不了，没有这个位。板块有履职情况、下步打算。");
    }

    @Test
    @DisplayName("涉密的、带宏的、旧格式的、坏的模板，各说一句话")
    void unusableTemplatesAreRefused() throws IOException {
        assertThatThrownBy(() -> OfficeTemplate.read(docx("机密★10年", "正文")))
                .hasMessage("模板标着“机密”，本系统不处理涉密文件，什么也没有留下。");
        assertThatThrownBy(() -> OfficeTemplate.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 1, 2}))
                .hasMessageStartingWith("模板不是.docx");
        assertThatThrownBy(() -> OfficeTemplate.read(bomb())).hasMessageStartingWith("模板打不开");
        assertThatThrownBy(() -> OfficeTemplate.read(new byte[20_000_001]))
                .hasMessageContaining("最多20MB");
    }

    @Test
    @DisplayName("遮盖件连模板自己的字、页眉、作者一起遮盖；两件的数字一样")
    void theTwinMasksTheTemplateToo() throws IOException, OfficeTemplate.Unusable {
        books.study("2026-02-14", "研讨");
        OfficeTemplate template = OfficeTemplate.read(signed(false));
        OfficeReport.Filled filled = books.filled(template.places(), OwnWords.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OfficeReport.writeMasked(filled, books.organization(), template, out);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(document.getParagraphs().getFirst().getText())
                    .contains("共学习1[1]次")
                    .contains("周某")
                    .doesNotContain("周砚田");
            assertThat(document.getParagraphs().get(1).getText())
                    .as("署名的日子")
                    .isEqualTo("二〇二六年*月*日　2026年*月*日");
            assertThat(document.getHeaderList().getFirst().getText()).doesNotContain("青石党工委");
            assertThat(document.getProperties().getCoreProperties().getCreator()).isNullOrEmpty();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .as(part.getName())
                        .doesNotContain("周砚田")
                        .doesNotContain("青石党工委");
            }
        }
    }

    @Test
    @DisplayName("批注里的名字遮盖不掉，就不写遮盖件，一句话说在哪里")
    void whatCannotBeMaskedIsNamed() throws IOException, OfficeTemplate.Unusable {
        OfficeTemplate template = OfficeTemplate.read(signed(true));
        OfficeReport.Filled filled = books.filled(template.places(), OwnWords.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () -> OfficeReport.writeMasked(filled, books.organization(), template, out))
                .hasMessageStartingWith("模板的“批注”里有遮盖不掉的字");
        assertThat(out.size()).isZero();
    }

    /// A document that names people in its own words, its header and its properties.
    private static byte[] signed(boolean commented) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String part : new String[] {"共学习{{指标:学习数}}。签发：周", "砚", "田"}) {
                paragraph.createRun().setText(part);
            }
            document.createParagraph().createRun().setText("二〇二六年十月十四日　{{日}}");
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("青石党工委文件");
            document.getProperties().getCoreProperties().setCreator("周砚田");
            if (commented) {
                document.createComments()
                        .createComment(BigInteger.ONE)
                        .createParagraph()
                        .createRun()
                        .setText("请周砚田核");
            }
            document.write(file);
        }
        return file.toByteArray();
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

    /// A part that swells to a thousand times its size.
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types>".getBytes(StandardCharsets.UTF_8));
            byte[] blank = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int times = 0; times < 300; times++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }
        return file.toByteArray();
    }
}
