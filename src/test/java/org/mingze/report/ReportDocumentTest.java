package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.report.paper.PaperForm;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;

@DisplayName("述职报告的.docx")
class ReportDocumentTest {
    private DutyReport report = Books.opened(Books.institution("{题: 履职情况}")).report(Books.TO);
    private byte[] bytes = new byte[0];

    @BeforeEach
    void write() throws IOException {
        Books books =
                Books.opened(
                        Books.institution(
                                "{题: 履职情况, 句: [{目: 理论学习, 文: '学习{学习数}。'}]}",
                                "{题: 廉洁自律情况, 必: 是, 句: [{当: 诫勉数, 文: '诫勉{诫勉数}。'}]}"));
        books.study("2026-02-14", "研讨");
        books.study("2026-03-16", "集体学习");
        report = books.report(LocalDate.of(2026, 7, 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.write(report, PaperForm.DOCX, out);
        bytes = out.toByteArray();
    }

    @Test
    @DisplayName("重新打开，题、段、数字与报告一致")
    void theTextIsThatOfTheReport() throws IOException {
        try (XWPFDocument document = open()) {
            List<String> lines =
                    document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(lines)
                    .startsWith(
                            "2026年上半年述职述廉述责报告",
                            "青石党工委书记　周砚田",
                            "一、履职情况",
                            "（一）理论学习。学习2[1]次。",
                            "二、廉洁自律情况",
                            "本报告期账上没有这方面的记录。",
                            "周砚田",
                            "2026年7月2日");
            assertThat(lines).anyMatch(line -> line.contains(report.sealing().root().toString()));
            assertThat(lines).anyMatch(line -> line.contains("必写的板块须有1笔记录"));
        }
    }

    @Test
    @DisplayName("题和各级标题有大纲级别")
    void headingsHaveTheirLevels() throws IOException {
        try (XWPFDocument document = open()) {
            List<String> headings =
                    document.getParagraphs().stream()
                            .filter(
                                    line ->
                                            line.getCTP().isSetPPr()
                                                    && line.getCTP().getPPr().isSetOutlineLvl())
                            .map(XWPFParagraph::getText)
                            .toList();
            assertThat(headings)
                    .containsExactly(report.title(), "一、履职情况", "二、廉洁自律情况", "附录　数字与记录", "待定", "封检");
        }
    }

    @Test
    @DisplayName("附录一数一行，列出全部记录，表头续页重复")
    void theAnnexListsEveryRecord() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getNumberOfRows()).isEqualTo(report.annex().size() + 1);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("[1]");
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("2次");
            assertThat(table.getRow(1).getCell(3).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactlyElementsOf(
                            report.annex().getFirst().sources().stream()
                                    .map(DutyReport.Source::text)
                                    .toList());
        }
    }

    @Test
    @DisplayName("版心按GB/T 9704：上37右26下35左28毫米，行距28.9磅，首行缩二字")
    void thePageFollowsTheStandard() throws IOException {
        try (XWPFDocument document = open()) {
            CTPageMar margins = document.getDocument().getBody().getSectPr().getPgMar();
            assertThat(
                            List.of(
                                    margins.getTop(),
                                    margins.getRight(),
                                    margins.getBottom(),
                                    margins.getLeft()))
                    .containsExactly(twips(37), twips(26), twips(35), twips(28));
            XWPFParagraph line = document.getParagraphs().get(3);
            assertThat(line.getSpacingBetween()).isEqualTo(28.9);
            assertThat(line.getCTP().getPPr().getInd().getFirstLineChars()).isEqualTo(200);
            assertThat(line.getIndentationFirstLine()).isEqualTo(630);
            assertThat(line.getRuns().getLast().getCTR().getRPr().getRFontsArray(0).getEastAsia())
                    .isEqualTo("仿宋");
            assertThat(document.getFooterList()).hasSize(2);
        }
    }

    @Test
    @DisplayName("题名一行放不下，在起止之后换行")
    void aLongTitleIsBrokenAfterThePeriod() throws IOException {
        DutyReport longer =
                Books.opened(Books.institution("{题: 履职情况}"))
                        .report(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30), Books.TO);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.write(longer, PaperForm.DOCX, out);
        bytes = out.toByteArray();
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs().getFirst().getText())
                    .isEqualTo("2025年10月1日至2026年9月30日\n述职述廉述责报告");
        }
    }

    @Test
    @DisplayName("文档属性只有题名，没有人和机器的痕迹")
    void nobodyIsLeftInTheProperties() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo(report.title());
            assertThat(document.getProperties().getCoreProperties().getCreator()).isNull();
            assertThat(document.getProperties().getCoreProperties().getLastModifiedByUser())
                    .isNull();
        }
    }

    private XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }
}
