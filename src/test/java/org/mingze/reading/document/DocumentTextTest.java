package org.mingze.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读入文档")
class DocumentTextTest {
    private static final String SAID = "一、履职情况\n开展走访12次。\n";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030"})
    @DisplayName("UTF-8 与 GB18030 的文本都读得出")
    void readsBothEncodings(String charset) {
        Read read = DocumentText.read("述职.txt", SAID.getBytes(Charset.forName(charset)));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Document.class,
                        document -> {
                            assertThat(document.text()).isEqualTo(SAID);
                            assertThat(document.sha256()).hasSize(64);
                        });
    }

    @Test
    @DisplayName("字节顺序标记不算在文字里")
    void dropsByteOrderMarks() {
        byte[] utf8 = ("\ufeff" + SAID).getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = ("\ufeff" + SAID).getBytes(StandardCharsets.UTF_16LE);
        assertThat(text(DocumentText.read("甲.txt", utf8))).isEqualTo(SAID);
        assertThat(text(DocumentText.read("乙.txt", utf16))).isEqualTo(SAID);
    }

    @Test
    @DisplayName("含空字节或无法解码的文件不是文本")
    void refusesBinary() {
        assertThat(refusal(DocumentText.read("甲.txt", new byte[] {65, 0, 66}))).contains("不是文本");
        byte[] broken = {(byte) 0xFF, (byte) 0xFF, (byte) 0x80, 1};
        assertThat(refusal(DocumentText.read("乙.txt", broken))).contains("不是文本");
        assertThat(refusal(DocumentText.read("丙.txt", new byte[0]))).contains("空的");
    }

    @Test
    @DisplayName("Word 文档读出段落，表格逐行读出")
    void readsWord() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("整改清单");
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("问题");
            table.getRow(0).getCell(1).setText("整改措施");
            document.write(file);
        }
        assertThat(text(DocumentText.read("清单.docx", file.toByteArray())))
                .isEqualTo("整改清单\n问题\t整改措施\n");
    }

    @Test
    @DisplayName("改名的表格、损坏的文件都给一句话和办法")
    void refusesWhatIsNotWord() throws IOException {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("台账").createRow(0).createCell(0).setCellValue("问题");
            workbook.write(sheet);
        }
        byte[] cut = java.util.Arrays.copyOf(sheet.toByteArray(), 300);
        assertThat(refusal(DocumentText.read("台账.docx", sheet.toByteArray()))).contains("另存为");
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
        assertThat(refusal(DocumentText.read("残.doc", compound))).contains("另存为");
        assertThat(refusal(DocumentText.read("残.docx", cut))).contains("另存为");
        assertThat(refusal(DocumentText.read("假.docx", SAID.getBytes(StandardCharsets.UTF_8))))
                .contains("另存");
    }

    @Test
    @DisplayName("压缩炸弹不展开")
    void refusesZipBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(DocumentText.read("弹.docx", bomb.toByteArray()))
                .isInstanceOf(Read.Refused.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "秘密★1年\n关于某事的报告\n正文。",
                "000001\n机密★\n正文。",
                "绝 密\n正文。",
                "某县文件\n秘密\n正文。",
                "密级：机密\n正文。",
                "机密 10年\n正文。"
            })
    @DisplayName("标有密级的文件拒绝读入")
    void refusesSecrecyMarks(String said) {
        Read read = DocumentText.read("件.txt", said.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(read)).contains("密级").endsWith("。");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"关于严守党的秘密的学习体会\n正文。", "保守秘密、机密事项，做到守口如瓶。", "开展保密教育，严防失密泄密。\n涉及秘密的，按规定办。"})
    @DisplayName("正文里说到秘密二字不算密级")
    void readsTextsAboutSecrets(String said) {
        assertThat(DocumentText.read("件.txt", said.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Read.Document.class);
    }

    @Test
    @DisplayName("找不到的文件给一句话")
    void refusesMissingFile() {
        assertThat(refusal(DocumentText.read(Path.of("没有这份.txt")))).contains("没有这份.txt", "路径");
    }

    private static String text(Read read) {
        return switch (read) {
            case Read.Document document -> document.text();
            case Read.Refused refused -> refused.sentence();
        };
    }

    private static String refusal(Read read) {
        return switch (read) {
            case Read.Document document -> "读入了：" + document.name();
            case Read.Refused refused -> refused.sentence();
        };
    }
}
