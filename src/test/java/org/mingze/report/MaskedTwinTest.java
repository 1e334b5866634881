package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.report.kept.FiguresDigest;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.PaperForm;

@DisplayName("遮盖件")
class MaskedTwinTest {
    private static final List<String> SECRET =
            List.of(
                    "周砚田",
                    "砚田",
                    "林未央",
                    "未央",
                    "青石",
                    "上湾",
                    "13812345678",
                    "青委办〔2025〕7号",
                    "2月14日",
                    "2026-02-14",
                    "十月十四日");

    private final Books books =
            Books.opened(
                    Books.institution(
                            "{题: 履职情况, 句: ['{期}，{人}任{岗}。学习{学习数}，研讨{研讨数}。']}",
                            "{题: 问题, 句: ['到上湾村，林未央同去。', {列: [应, 履, 违]}]}"));
    private DutyReport report = books.report(Books.TO);
    private MaskedTwin twin = new MaskedTwin(report, List.of(), java.util.Set.of());

    @BeforeEach
    void mask() {
        books.add("2025-01-01", "机构", "号", "shangwan", "名", "上湾村党支部", "类", "党支部", "级", "村");
        books.add("2026-02-14", "学习", "机构", "gongwei", "类", "研讨", "题", "林未央讲上湾村，13812345678");
        books.add("2026-02-15", "学习", "机构", "gongwei", "类", "集体学习", "题", "按青委办〔2025〕7号学习");
        books.study("2026-07-01", "集体学习");
        report = withOwn(books.report(LocalDate.of(2026, 7, 2)));
        twin = books.masked(report);
    }

    @Test
    @DisplayName("人名写姓某，地名写星号，日期写*月*日，数字不动")
    void valuesAreMaskedByTheirClass() {
        String text =
                twin.report().sections().stream()
                        .flatMap(section -> section.paragraphs().stream())
                        .map(DutyReport.Paragraph::text)
                        .reduce("", String::concat);
        assertThat(text).endsWith("2026年*月*日、*月*日按*号去*，电话*找林某。");
        assertThat(text).startsWith("2026年上半年，周某任*党工委书记。学习2次，研讨1次。到*村，林某同去。");
        assertThat(twin.report().annex().getFirst().sources().getFirst().text())
                .isEqualTo("第9号　2026年*月*日　学习（研讨）*");
        assertThat(twin.report().title()).isEqualTo("2026年上半年述职述廉述责报告（遮盖件）");
    }

    @Test
    @DisplayName("两件的数字摘要、树根、笔数相同")
    void theDigestProvesTheSameFigures() throws IOException {
        FiguresDigest digest = FiguresDigest.of(report);
        assertThat(FiguresDigest.of(twin.report())).isEqualTo(digest);
        assertThat(text(PaperForm.PDF)).contains(digest.digest().toString().substring(0, 20));
        assertThat(twin.report().sealing()).isEqualTo(report.sealing());
        DutyReport another = books.report(Books.FROM, LocalDate.of(2026, 3, 31), Books.TO);
        assertThat(FiguresDigest.of(another)).isNotEqualTo(digest);
    }

    @Test
    @DisplayName("写明遮了什么、多少处")
    void theStatementCounts() throws IOException {
        assertThat(twin.statement()).anyMatch(line -> line.startsWith("个人：人名2个"));
        assertThat(twin.statement()).anyMatch(line -> line.contains("文号1个1处"));
        assertThat(twin.values()).contains("周砚田", "林未央", "13812345678", "青委办〔2025〕7号");
        assertThat(text(PaperForm.PDF))
                .contains("遮盖")
                .contains("人名2个")
                .as("署名的日子")
                .contains("周某2026年*月*日");
    }

    @Test
    @DisplayName(".docx解开，正文、属性、任何部件里都没有遮盖了的内容")
    void nothingIsLeftInTheDocx() throws IOException {
        absent(unzipped(write(PaperForm.DOCX)));
    }

    @Test
    @DisplayName("OFD解开，页、资源、属性里都没有，字体里也没有那些字")
    void nothingIsLeftInTheOfd() throws IOException {
        Map<String, byte[]> parts = unzipped(write(PaperForm.OFD));
        absent(parts);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().endsWith(".ttf")) {
                try (var font =
                        new OTFParser(true).parse(new RandomAccessReadBuffer(part.getValue()))) {
                    assertThat(font.getUnicodeCmapLookup().getGlyphId('砚')).isZero();
                }
            }
        }
    }

    @Test
    @DisplayName("PDF的每个对象和流里都没有")
    void nothingIsLeftInThePdf() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] file = write(PaperForm.PDF);
        parts.put("file", file);
        parts.put("text", text(PaperForm.PDF).getBytes(StandardCharsets.UTF_8));
        try (PDDocument document = Loader.loadPDF(file)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                parts.put(key.toString(), bytes(object));
            }
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
        absent(parts);
    }

    /// What the person wrote names everything that has to be masked.
    private static DutyReport withOwn(DutyReport report) {
        List<DutyReport.Section> sections = new ArrayList<>(report.sections());
        DutyReport.Run own =
                new DutyReport.Own(
                        "打算", Optional.of("2026年2月14日、十月十四日按青委办〔2025〕7号去上湾，电话13812345678找林未央。"));
        sections.add(
                new DutyReport.Section(
                        "三、打算", List.of(new DutyReport.Paragraph(Optional.empty(), List.of(own)))));
        return new DutyReport(
                report.title(),
                report.post(),
                report.holders(),
                report.from(),
                report.to(),
                report.day(),
                sections,
                report.annex(),
                report.findings(),
                report.sealing());
    }

    private static byte[] bytes(COSBase object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (object instanceof COSStream stream) {
            try (var decoded = stream.createInputStream()) {
                decoded.transferTo(out);
            }
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                if (dictionary.getDictionaryObject(name) instanceof COSString words) {
                    out.write(words.getString().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    private void absent(Map<String, byte[]> parts) {
        List<String> values = new ArrayList<>(SECRET);
        values.addAll(twin.values());
        assertThat(parts).isNotEmpty();
        parts.forEach(
                (name, bytes) -> {
                    for (java.nio.charset.Charset charset :
                            List.of(
                                    StandardCharsets.UTF_8,
                                    StandardCharsets.UTF_16BE,
                                    StandardCharsets.UTF_16LE)) {
                        String text = new String(bytes, charset);
                        assertThat(values)
                                .as(name + " " + charset)
                                .noneMatch(value -> text.contains(value));
                    }
                });
    }

    private byte[] write(PaperForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.write(twin, form, out);
        return out.toByteArray();
    }

    private String text(PaperForm form) throws IOException {
        try (PDDocument document = Loader.loadPDF(write(form))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                parts.put(entry.getName(), zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        }
        return parts;
    }
}
