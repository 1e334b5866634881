package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.report.kept.FiguresDigest;
import org.mingze.report.paper.PaperForm;
import org.ofdrw.core.basicStructure.outlines.CT_OutlineElem;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

@DisplayName("一份报告写成.docx、PDF、OFD三种，重新打开一致")
class ThreeFormsTest {
    private static final Pattern FIGURE = Pattern.compile("(\\d+)\\[(\\d+)]");

    @TempDir private Path folder = Path.of("");
    private DutyReport report = Books.opened(Books.institution("{题: 履职情况}")).report(Books.TO);

    @BeforeEach
    void write() throws IOException {
        Books books =
                Books.opened(
                        Books.institution(
                                "{题: 履职情况, 句: [{目: 理论学习, 文: '"
                                        + "坚持以学促干，理论学习中心组和各支部结合实际安排，".repeat(20)
                                        + "学习{学习数}。'}]}",
                                "{题: 廉洁自律情况, 必: 是, 句: [{当: 诫勉数, 文: '诫勉{诫勉数}。'}]}",
                                "{题: 下步打算, 句: ['到期应尽事项{应}。', {自写: 打算}]}"));
        for (int day = 1; day <= 28; day++) {
            books.study(LocalDate.of(2026, 3, day).toString(), day % 2 == 0 ? "研讨" : "集体学习");
        }
        report = books.report(LocalDate.of(2026, 7, 2));
        for (PaperForm form : PaperForm.values()) {
            Files.write(file(form), form.bytes(ReportDocument.manuscript(report)));
        }
    }

    @Test
    @DisplayName("文字相同")
    void theTextIsTheSame() throws IOException {
        List<String> words = docxWords();
        assertThat(squeezed(pdfText())).isEqualTo(squeezed(ofdText()));
        assertThat(words).isNotEmpty();
        assertThat(letters(ofdText())).isEqualTo(letters(String.join("", words)));
    }

    @Test
    @DisplayName("数字和标注相同")
    void theFiguresAreTheSame() throws IOException {
        List<String> expected =
                report.annex().stream()
                        .map(figure -> figure.shown() + "[" + figure.number() + "]")
                        .toList();
        assertThat(figures(String.join("\n", docxWords()))).isEqualTo(expected);
        assertThat(figures(squeezed(pdfText()))).containsAll(expected);
        assertThat(figures(squeezed(ofdText()))).containsAll(expected);
    }

    @Test
    @DisplayName("标题和目录相同")
    void theHeadingsAreTheSame() throws IOException, org.dom4j.DocumentException {
        List<String> expected = ReportDocument.manuscript(report).headings();
        try (PDDocument document = pdf()) {
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).isEqualTo(expected);
        }
        try (OFDReader reader = new OFDReader(file(PaperForm.OFD))) {
            assertThat(reader.getDoc(0).getOutlines().getOutlineElems())
                    .extracting(CT_OutlineElem::getTitle)
                    .isEqualTo(expected);
        }
        try (XWPFDocument document = docx()) {
            assertThat(
                            document.getParagraphs().stream()
                                    .filter(line -> line.getCTP().isSetPPr())
                                    .filter(line -> line.getCTP().getPPr().isSetOutlineLvl())
                                    .map(XWPFParagraph::getText))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    @DisplayName("页数相同，.docx的属性里写着它")
    void thePagesAreTheSame() throws IOException {
        int pages;
        try (OFDReader reader = new OFDReader(file(PaperForm.OFD))) {
            pages = reader.getNumberOfPages();
        }
        assertThat(pages).isGreaterThan(2);
        try (PDDocument document = pdf()) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
        }
        try (XWPFDocument document = docx()) {
            assertThat(
                            document.getProperties()
                                    .getExtendedProperties()
                                    .getUnderlyingProperties()
                                    .getPages())
                    .isEqualTo(pages);
        }
    }

    @Test
    @DisplayName("PDF的字体全部嵌入，只嵌用到的字")
    void theFacesAreEmbedded() throws IOException {
        try (PDDocument document = pdf()) {
            for (PDPage page : document.getPages()) {
                for (org.apache.pdfbox.cos.COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+(?:Mingze|Liberation)\\w+");
                }
            }
        }
        assertThat(Files.size(file(PaperForm.PDF))).isLessThan(400_000);
        assertThat(Files.size(file(PaperForm.OFD))).isLessThan(400_000);
    }

    @Test
    @DisplayName("每面22行，每行28字，页码单页居右双页居左")
    void thePageHasItsLinesAndItsNumberOutside() throws IOException {
        List<List<double[]>> pages = placesOfWords();
        assertThat(pages.get(1).stream().mapToDouble(place -> place[1]).boxed().distinct().count())
                .isLessThanOrEqualTo(23);
        try (PDDocument document = pdf()) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            List<String> lines = stripper.getText(document).lines().map(String::strip).toList();
            assertThat(lines).anyMatch(line -> line.length() == 28);
            assertThat(lines).allMatch(line -> line.length() <= 30);
        }
        assertThat(numberPlace(0)).isGreaterThan(400);
        assertThat(numberPlace(1)).isLessThan(120);
    }

    @Test
    @DisplayName("二维码是账页笔数、树根和数字摘要")
    void theCodeNamesTheCheckpoint()
            throws IOException, NotFoundException, ChecksumException, FormatException {
        try (PDDocument document = pdf()) {
            int last = document.getNumberOfPages() - 1;
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(last, 300);
            int[] pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource source =
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            String words =
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText();
            assertThat(words)
                    .isEqualTo(
                            "MINGZE:%d:%s:%s"
                                    .formatted(
                                            report.sealing().size(),
                                            report.sealing().root(),
                                            FiguresDigest.of(report).digest())
                                    .toUpperCase(Locale.ROOT));
        }
    }

    private double numberPlace(int page) throws IOException {
        return placesOfWords().get(page).stream()
                .filter(place -> place[1] > 750)
                .mapToDouble(place -> place[0])
                .min()
                .orElseThrow();
    }

    /// Left and baseline of every character, from the top left corner.
    private List<List<double[]>> placesOfWords() throws IOException {
        List<List<double[]>> pages = new ArrayList<>();
        try (PDDocument document = pdf()) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<double[]> places = new ArrayList<>();
                PDFTextStripper stripper =
                        new PDFTextStripper() {
                            @Override
                            protected void processTextPosition(
                                    org.apache.pdfbox.text.TextPosition text) {
                                places.add(
                                        new double[] {
                                            text.getXDirAdj(), Math.round(text.getYDirAdj())
                                        });
                            }
                        };
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.getText(document);
                pages.add(places);
            }
        }
        return pages;
    }

    private List<String> docxWords() throws IOException {
        List<String> words = new ArrayList<>();
        try (XWPFDocument document = docx()) {
            for (IBodyElement element : document.getBodyElements()) {
                switch (element) {
                    case XWPFParagraph paragraph -> words.add(paragraph.getText());
                    case XWPFTable table -> words.addAll(cells(table));
                    default -> words.add("");
                }
            }
        }
        return words;
    }

    private static List<String> cells(XWPFTable table) {
        List<String> words = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
                words.add(cell.getText().replace("\n", ""));
            }
        }
        return words;
    }

    private String pdfText() throws IOException {
        try (PDDocument document = pdf()) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String ofdText() throws IOException {
        try (OFDReader reader = new OFDReader(file(PaperForm.OFD))) {
            return new ContentExtractor(reader)
                    .extractAll().stream()
                            .flatMap(page -> lines(page))
                            .collect(Collectors.joining("\n"));
        }
    }

    private static java.util.stream.Stream<String> lines(Object page) {
        return page instanceof List<?> texts
                ? texts.stream().map(String::valueOf)
                : StreamSupport.stream(List.of(String.valueOf(page)).spliterator(), false);
    }

    private static List<String> figures(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(text.replaceAll("(?m)^\\[", "|["));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /// The characters in their order of value: pages have numbers and repeat heads, so these are
    /// taken out first.
    private static String letters(String text) {
        return squeezed(text)
                .replaceAll("—\\d+—", "")
                .replace("处数数的是记录", "")
                .codePoints()
                .filter(Character::isIdeographic)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Path file(PaperForm form) {
        return folder.resolve("report" + form.ending());
    }

    private XWPFDocument docx() throws IOException {
        return new XWPFDocument(Files.newInputStream(file(PaperForm.DOCX)));
    }

    private PDDocument pdf() throws IOException {
        return org.apache.pdfbox.Loader.loadPDF(file(PaperForm.PDF).toFile());
    }
}
