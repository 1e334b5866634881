package org.mingze.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("各种格式的文件")
@Timeout(60)
class FileFormatsTest {
    private static final Path FILES = Path.of("src", "test", "resources", "documents");
    private static final String LINE = "（一）深学笃行强党性。把学习原著列入年度计划，每月至少安排2天时间系统自学，年内完成4篇有分量的调研报告。";

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"述职.doc", "述职.pdf", "述职.rtf", "双栏.pdf"})
    @DisplayName("旧版 Word、PDF、双栏 PDF、RTF 都逐段读出，断开的行接上，页码不算")
    void readsParagraphs(String name) {
        String text = said(DocumentText.read(FILES.resolve(name)));
        assertThat(text).contains(LINE).doesNotContainPattern("(?m)^ *- \\d -");
        assertThat(text.indexOf("二、存在的主要问题")).isLessThan(text.indexOf("三、原因分析"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"述职.doc", "述职.pdf", "述职.rtf"})
    @DisplayName("表格逐行读出，格间隔一个制表符")
    void readsTables(String name) {
        assertThat(said(DocumentText.read(FILES.resolve(name))))
                .containsPattern("台账不全\\t月底前补齐\\t办公室");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GBK", "UTF-8"})
    @DisplayName("其实是网页的 .doc 照样读出")
    void readsWebPagesCalledDoc(String charset) {
        String page =
                "<html><head><meta charset=\"%s\"><style>p{color:red}</style></head><body>"
                                .formatted(charset)
                        + "<p>一、履职情况</p><script>alert(1)</script><p>走访&nbsp;12&#25143;。</p>"
                        + "<table><tr><td>问题</td><td>措施</td></tr></table></body></html>";
        String text = said(DocumentText.read("述职.doc", page.getBytes(Charset.forName(charset))));
        assertThat(text).contains("一、履职情况\n走访 12户。").contains("问题\t措施");
        assertThat(text).doesNotContain("alert").doesNotContain("color");
    }

    @Test
    @DisplayName("Word 存成的单个 XML 文件读得出，其中的外部实体不解析")
    void readsWordXml() {
        String body =
                "<w:body><w:p><w:r><w:t>一、履职情况</w:t></w:r></w:p><w:p><w:r><w:t>走访12户。</w:t></w:r></w:p></w:body>";
        String open =
                "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">";
        String plain = "<?xml version=\"1.0\"?>" + open + body + "</w:wordDocument>";
        assertThat(said(DocumentText.read("甲.doc", plain.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("一、履职情况\n走访12户。\n");
        String hostile =
                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + open
                        + body.replace("走访", "&x;")
                        + "</w:wordDocument>";
        assertThat(said(DocumentText.read("乙.doc", hostile.getBytes(StandardCharsets.UTF_8))))
                .doesNotContain("root:");
    }

    @Test
    @DisplayName("带外部实体的 .docx 拒绝")
    void refusesEntitiesInWord() throws IOException {
        byte[] file =
                zip(
                        "[Content_Types].xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">&x;</Types>");
        assertThat(said(DocumentText.read("甲.docx", file))).contains("另存").doesNotContain("root:");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    @DisplayName("没有字节顺序标记的 UTF-16 也认得出")
    void readsUnmarkedWideText(String charset) {
        String text = "一、履职情况\n今年以来开展走访十二次，推动解决问题四十三件。\n";
        assertThat(said(DocumentText.read("甲.txt", text.getBytes(Charset.forName(charset)))))
                .isEqualTo(text);
    }

    @Test
    @DisplayName("前后编码不一致的文本不硬读")
    void refusesMixedEncodings() {
        byte[] first = "今年以来，本人认真落实全面从严治党主体责任，推动各项工作取得新的进展和成效。".getBytes(StandardCharsets.UTF_8);
        byte[] second = "走访".getBytes(Charset.forName("GBK"));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(said(DocumentText.read("甲.txt", both))).contains("编码不一致");
    }

    @Test
    @DisplayName("加密的 PDF 与加密的 Word 说明要去掉密码")
    void refusesEncrypted() throws Exception {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(FILES.resolve("述职.pdf")))) {
            document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
            document.save(locked);
        }
        assertThat(said(DocumentText.read("甲.pdf", locked.toByteArray()))).contains("加了密码");

        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("a");
            try (OPCPackage inside = OPCPackage.open(new ByteArrayInputStream(word("一、情况")));
                    java.io.OutputStream out = encryptor.getDataStream(files)) {
                inside.save(out);
            }
            files.writeFilesystem(word);
        }
        assertThat(said(DocumentText.read("乙.docx", word.toByteArray()))).contains("加了密码");
    }

    @Test
    @DisplayName("没有文字层的 PDF 说明要先作文字识别")
    void refusesScans() throws IOException {
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(scan);
        }
        assertThat(said(DocumentText.read("扫描.pdf", scan.toByteArray()))).contains("没有文字层");
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        assertThat(said(DocumentText.read("照片.pdf", png))).contains("没有文字层");
    }

    @Test
    @DisplayName("解开后极大的 PDF 不解开")
    void refusesPdfBombs() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(zeros);
            }
        }
        deflater.end();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(
                "%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n"
                        .getBytes(StandardCharsets.US_ASCII));
        file.write(packed.toByteArray());
        file.write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        long start = System.nanoTime();
        assertThat(said(DocumentText.read("弹.pdf", file.toByteArray()))).contains("压缩比异常");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("带宏的文档请另存，宏从不运行")
    void refusesMacros() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("一、情况");
            document.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                            "application/vnd.ms-office.vbaProject")
                    .getOutputStream()
                    .write(new byte[] {1, 2, 3});
            document.write(file);
        }
        assertThat(said(DocumentText.read("甲.docm", file.toByteArray()))).contains("带有宏");
    }

    @Test
    @DisplayName("二百兆的文件不读进内存")
    void refusesHugeFiles() throws IOException {
        Path huge = folder.resolve("大.pdf");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertThat(said(DocumentText.read(huge))).contains("50兆");
    }

    @Test
    @DisplayName("密级标在 Word 页眉里也拒绝")
    void refusesSecrecyInHeaders() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("机密★5年");
            document.createParagraph().createRun().setText("一、情况");
            document.write(file);
        }
        assertThat(said(DocumentText.read("甲.docx", file.toByteArray()))).contains("密级");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%PDF-1.7 残", "{\\rtf1{{{", "<html", "PK\3\4坏", "MIME-Version: 1.0"})
    @DisplayName("残缺的文件只得到一句话")
    void answersBrokenFilesWithOneSentence(String said) {
        Read read = DocumentText.read("残.doc", said.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(Read.Refused.class);
        assertThat(said(read)).endsWith("。").hasSizeLessThan(80);
    }

    private static byte[] word(String said) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(said);
            document.write(file);
        }
        return file.toByteArray();
    }

    private static byte[] zip(String name, String body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(body.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    private static String said(Read read) {
        return switch (read) {
            case Read.Document document -> document.text();
            case Read.Refused refused -> refused.sentence();
        };
    }
}
