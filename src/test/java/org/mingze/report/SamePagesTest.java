package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.report.paper.Face;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.PaperForm;
import org.mingze.report.paper.Style;

@DisplayName("Word排.docx和我们排PDF，页在同一处断开")
class SamePagesTest {
    private static final double HALF_CHARACTER = 16 / 2.0 + Style.TRACKING;

    @Test
    @DisplayName(".docx写明：不控制孤行，不压缩标点，每行固定行距")
    void wordIsToldWhatItWouldElseDecide() throws IOException {
        try (XWPFDocument document = docx(register(40))) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                assertThat(paragraph.getCTP().getPPr().getWidowControl().xmlText())
                        .contains("false");
                assertThat(paragraph.getSpacingLineRule().name()).isEqualTo("EXACT");
            }
            assertThat(document.getSettings().getCTSettings().xmlText())
                    .contains("doNotCompress", "compatibilityMode", "15");
        }
    }

    @Test
    @DisplayName("数字和字母占半个字，和.docx里的Times New Roman一样宽")
    void digitsAreHalfACharacterWide() throws IOException {
        Manuscript year = manuscript("年度", paragraph("全年2026项。".repeat(10)));
        List<Double> places = new ArrayList<>();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        if ("026".contains(text.getUnicode()) && text.getFontSizeInPt() > 15) {
                            places.add((double) text.getXDirAdj());
                        }
                    }
                };
        try (PDDocument document = pdf(year)) {
            stripper.getText(document);
        }
        assertThat(places.get(1) - places.get(0))
                .isCloseTo(HALF_CHARACTER, org.assertj.core.data.Offset.offset(0.35));
    }

    @Test
    @DisplayName("表格的一行不拆在两页，.docx也这样写明，框线半磅")
    void aRowStaysWhole() throws IOException {
        try (PDDocument document = pdf(register(60))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String said = stripper.getText(document);
                for (int row = 100; row < 160; row++) {
                    assertThat(said.contains("首" + row)).isEqualTo(said.contains("末" + row));
                }
            }
        }
        try (XWPFDocument document = docx(register(60))) {
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
            assertThat(table.getInsideHBorderSize()).isEqualTo(4);
            assertThat(table.getTopBorderSize()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("比一页还长的一行接着排到下一页，什么都不丢")
    void aRowLongerThanAPageGoesOn() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int line = 100; line < 200; line++) {
            lines.add("行" + line);
        }
        Manuscript.Row row = new Manuscript.Row(Optional.empty(), List.of(List.of("1"), lines));
        Manuscript.Table table =
                new Manuscript.Table(List.of("序号", "情况"), List.of(20, 136), List.of(row));
        try (PDDocument document = pdf(manuscript("长行", table))) {
            String said = new PDFTextStripper().getText(document);
            assertThat(lines).allMatch(said::contains);
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("两行的表头在每一页都完整")
    void aHeadOfTwoLinesIsWhole() throws IOException {
        Manuscript.Row row =
                new Manuscript.Row(Optional.empty(), List.of(List.of("1"), List.of("甲")));
        Manuscript.Table table =
                new Manuscript.Table(List.of("应整改问题数", "说明"), List.of(14, 142), List.of(row));
        try (PDDocument document = pdf(manuscript("表头", table))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("应整", "题数");
        }
    }

    private static Manuscript register(int count) {
        List<Manuscript.Row> rows = new ArrayList<>();
        for (int row = 100; row < 100 + count; row++) {
            rows.add(
                    new Manuscript.Row(
                            Optional.empty(),
                            List.of(List.of("首" + row, "末" + row), List.of("整改中"))));
        }
        return manuscript("台账", new Manuscript.Table(List.of("问题", "进展"), List.of(100, 56), rows));
    }

    private static Manuscript manuscript(String title, Manuscript.Block block) {
        return new Manuscript(
                title,
                Instant.EPOCH,
                List.of(new Manuscript.Paragraph(Style.TITLE, title, Face.TITLE), block));
    }

    private static Manuscript.Block paragraph(String words) {
        return new Manuscript.Paragraph(Style.BODY, words, Face.BODY);
    }

    private static PDDocument pdf(Manuscript manuscript) throws IOException {
        return Loader.loadPDF(PaperForm.PDF.bytes(manuscript));
    }

    private static XWPFDocument docx(Manuscript manuscript) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(PaperForm.DOCX.bytes(manuscript)));
    }
}
