package org.mingze.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("读写表格文件")
class SheetFilesTest {
    @TempDir Path folder;

    @Test
    @DisplayName("xlsx和xls读出一样的行：合并的格补全，公式取算出的值，日期、真假、坏格各归各类，空行不算")
    void readsWorkbooksAlike() throws IOException {
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            List<SheetRow> rows = rows(write(workbook), "台账.xlsx");
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).cells())
                    .startsWith(
                            new Cell.Text("甲乡"),
                            new Cell.Amount(new BigDecimal("46086"), true),
                            new Cell.Amount(new BigDecimal("3"), false),
                            new Cell.Truth(true));
            assertThat(rows.get(1).at(4)).isInstanceOf(Cell.Broken.class);
            assertThat(rows.get(2).at(0)).isEqualTo(new Cell.Text("甲乡"));
            assertThat(rows.get(2).number()).isEqualTo(3);
            assertThat(rows.get(2).address(27)).isEqualTo("表一!AB3");
        }
    }

    private Path write(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("表一");
        Row head = sheet.createRow(0);
        head.createCell(0).setCellValue("单位");
        Row row = sheet.createRow(1);
        row.createCell(0).setCellValue("甲乡");
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        row.createCell(1).setCellValue(46086);
        row.getCell(1).setCellStyle(date);
        row.createCell(2).setCellFormula("1+2");
        row.createCell(3).setCellValue(true);
        row.createCell(4).setCellErrorValue((byte) 23);
        Row below = sheet.createRow(2);
        below.createCell(1).setCellValue("乙");
        sheet.createRow(9).createCell(0).setCellValue(" ");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        Path file = Files.createTempFile(folder, "book", "");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    @Test
    @DisplayName("csv按UTF-8读，不是就按GB18030；分号、制表符和引号里的换行都认得")
    void readsSeparatedTexts() throws IOException {
        for (Charset encoding : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            String text = "单位,事\n甲乡,\"两行\n一格\"\n\n乙乡,'=1+1\n";
            Path file = Files.write(folder.resolve("t.csv"), text.getBytes(encoding));
            List<SheetRow> rows = rows(file, "名单.csv");
            assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 4);
            assertThat(rows.get(1).at(1).text()).isEqualTo("两行\n一格");
            assertThat(rows.get(2).at(1).text()).isEqualTo("=1+1");
            assertThat(rows.getFirst().sheet()).isEqualTo("名单");
        }
        Path tabs = Files.writeString(folder.resolve("t.tsv"), "\uFEFF单位\t事\n甲,乙\t丙\n");
        assertThat(rows(tabs, "t.tsv").get(1).at(0).text()).isEqualTo("甲,乙");
    }

    @Test
    @DisplayName("UTF-8、GB18030、UTF-16，有没有字节序标记都读成一样；混着两种编码的说出编码不对")
    void readsEveryEncoding() throws IOException {
        String text = "单位\t事\t数\n青石街道党工委\t学习，研讨\t12\n";
        byte[] little = text.getBytes(StandardCharsets.UTF_16LE);
        byte[] big = text.getBytes(StandardCharsets.UTF_16BE);
        List<byte[]> files =
                List.of(
                        text.getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                        text.getBytes(Charset.forName("GB18030")),
                        ("\uFEFF" + text).getBytes(Charset.forName("GB18030")),
                        little,
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                        big,
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        for (byte[] file : files) {
            List<SheetRow> rows = rows(Files.write(folder.resolve("e.txt"), file), "e.txt");
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).cells()).extracting(Cell::text).containsExactly("单位", "事", "数");
            assertThat(rows.get(1).at(1).text()).isEqualTo("学习，研讨");
        }
        byte[] mixed = new byte[little.length + 3];
        System.arraycopy(new byte[] {(byte) 0xE5, (byte) 0xFF, 'a'}, 0, mixed, 0, 3);
        assertThat(refusal(mixed, "混.csv")).isNotEmpty();
    }

    @Test
    @DisplayName("没有算出值的公式是坏格，不当成空的")
    void namesFormulasWithoutValue() throws IOException {
        Path file = folder.resolve("formula.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row row = workbook.createSheet("表一").createRow(0);
            row.createCell(0).setCellValue("甲");
            row.createCell(1).setCellFormula("HYPERLINK(\"http://x\",\"点\")");
            workbook.write(out);
        }
        Cell cell = rows(file, "formula.xlsx").getFirst().at(1);
        assertThat(cell).isInstanceOf(Cell.Broken.class);
    }

    @Test
    @DisplayName("表里带外部实体的不读：工作表、共享文字、目录里的都不取外面的一个字")
    void fetchesNothing() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "不该读到的字");
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
            String read;
            try {
                Path file = entity(part, secret);
                read =
                        switch (OpeningSheets.open(file, "外.xlsx")) {
                            case OpeningSheets.Opened.Refused(String sentence) -> sentence;
                            case OpeningSheets.Opened.Sheets(SheetFile sheets) -> {
                                sheets.close();
                                yield "读了：" + rows(file, "外.xlsx");
                            }
                        };
            } catch (SheetFault fault) {
                read = fault.sentence();
            }
            assertThat(read).as(part).isNotEmpty().doesNotContain("不该读到");
            assertThat(read).as(part).doesNotStartWith("读了");
        }
    }

    /// A workbook one part of which declares an entity of a file and uses it.
    private Path entity(String part, Path secret) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("表一").createRow(0).createCell(0).setCellValue("甲");
            workbook.write(plain);
        }
        Path file = folder.resolve("entity.xlsx");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals(part)) {
                    int end = xml.indexOf("?>") + 2;
                    String declared =
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
                    xml =
                            xml.substring(0, end)
                                    + declared
                                    + xml.substring(end).replaceFirst("甲|表一|<v>0</v>", "&e;");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(xml.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    @DisplayName("写出的.xlsx能印：列按内容宽窄，字换行，表头全粗、每页都有，横放，一页宽；数是数")
    void printsOnPaper() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriting writing =
                TableWriting.open(TableForm.XLSX, out, "台账", List.of("号", "问题", "单位"))) {
            for (int row = 1; row <= 1_200; row++) {
                writing.row(
                        List.of(
                                Cell.number(BigDecimal.valueOf(row), false),
                                Cell.of("窗口首问负责制执行不到位，群众多头跑。".repeat(6)),
                                Cell.of("青石街道党工委")));
            }
        }
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            List<Integer> widths = new ArrayList<>();
            for (int column = 0; column < 3; column++) {
                widths.add(sheet.getColumnWidth(column) / 256);
                assertThat(sheet.getRow(0).getCell(column).getCellStyle().getFont().getBold())
                        .isTrue();
            }
            assertThat(widths.get(0)).isBetween(5, 8);
            assertThat(widths.get(1)).isBetween(36, 60);
            assertThat(widths.get(2)).isBetween(14, 20);
            assertThat(sheet.getRow(1_200).getCell(1).getCellStyle().getWrapText()).isTrue();
            assertThat(sheet.getRow(1_200).getCell(0).getNumericCellValue()).isEqualTo(1_200);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        }
    }

    @Test
    @DisplayName("写出的三种表：读回一样；像公式的文字不会被计算")
    void writesTables() throws IOException {
        List<Cell> row =
                List.of(
                        new Cell.Amount(new BigDecimal("12"), false),
                        new Cell.Text("=HYPERLINK(\"http://x\")"),
                        new Cell.Text("'+1"),
                        new Cell.Text("a,\"b\"\nc<d>&"),
                        Cell.of(LocalDate.of(2026, 7, 13)),
                        Cell.blank());
        List<String> heads = List.of("号", "甲", "乙", "丙", "期限", "丁");
        for (TableForm form : List.of(TableForm.XLSX, TableForm.CSV)) {
            Path file = folder.resolve("out." + form.ending());
            try (OutputStream out = Files.newOutputStream(file);
                    TableWriting writing = TableWriting.open(form, out, "表", heads)) {
                writing.row(row);
            }
            SheetRow read = rows(file, file.getFileName().toString()).get(1);
            for (int column = 0; column < row.size(); column++) {
                assertThat(read.at(column).plain()).isEqualTo(row.get(column).plain());
            }
            assertThat(read.at(4))
                    .isEqualTo(form == TableForm.XLSX ? row.get(4) : Cell.of("2026-07-13"));
        }
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("'=HYPERLINK");
        Path word = folder.resolve("out.docx");
        try (OutputStream out = Files.newOutputStream(word);
                TableWriting writing = TableWriting.open(TableForm.DOCX, out, "台账", heads)) {
            writing.row(row);
        }
        try (var document =
                new org.apache.poi.xwpf.usermodel.XWPFDocument(Files.newInputStream(word))) {
            assertThat(document.getTables().getFirst().getRow(1).getCell(3).getText())
                    .contains("a,\"b\"")
                    .contains("c<d>&");
        }
    }

    @Test
    @DisplayName("坏文件各有一句话：空的、网页、加密的、带宏的、炸弹、残缺的、Word、不是表格的")
    void refusesInOneSentence() throws Exception {
        assertThat(refusal(new byte[0], "空.xlsx")).contains("空的");
        assertThat(refusal("<html><table></table>".getBytes(StandardCharsets.UTF_8), "导出.xls"))
                .contains("网页");
        assertThat(refusal("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .contains("不是表格");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9}, "断.xlsx")).contains("残缺");
        assertThat(refusal(zip("xl/vbaProject.bin", 10), "宏.xlsm")).contains("带宏");
        assertThat(refusal(zip("word/document.xml", 10), "文.docx")).contains("Word");
        assertThat(refusal(zip("xl/worksheets/sheet1.xml", 300 << 20), "弹.xlsx")).contains("压缩炸弹");
        assertThat(refusal(encrypted(), "密.xlsx")).contains("密码");
        assertThat(refusal(encryptedOld(), "密.xls")).contains("密码");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'}, "乱.csv")).contains("编码");
    }

    private static byte[] zip(String entry, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[1 << 16];
            for (int written = 0; written < size; written += block.length) {
                zip.write(block, 0, Math.min(block.length, size - written));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem system = new POIFSFileSystem();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("a");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(system)) {
                workbook.write(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encryptedOld() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("a");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private String refusal(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve("bad"), bytes);
        return switch (OpeningSheets.open(file, name)) {
            case OpeningSheets.Opened.Refused(String sentence) -> sentence;
            case OpeningSheets.Opened.Sheets(SheetFile sheets) -> {
                sheets.close();
                yield "";
            }
        };
    }

    private static List<SheetRow> rows(Path file, String name) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        switch (OpeningSheets.open(file, name)) {
            case OpeningSheets.Opened.Refused(String sentence) ->
                    throw new IllegalStateException(sentence);
            case OpeningSheets.Opened.Sheets(SheetFile sheets) -> {
                try (sheets) {
                    sheets.rows(0, rows::add);
                }
            }
        }
        return rows;
    }
}
