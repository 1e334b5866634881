package org.mingze.reading.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.mingze.journal.secrecy.SecrecyMark;

/// Word 文档 — the text of a .docx: paragraphs, and tables row by row with tabs between cells.
final class WordDocument {
    private static final Pattern MACROS = Pattern.compile(".*vbaProject\\.bin");
    private static final double INFLATION_MIN = 0.005;
    private static final long ENTRY_BYTES_MAX = 60L * 1024 * 1024;
    private static final long TEXT_CHARS_MAX = 10L * 1024 * 1024;
    private static final long ENTRIES_MAX = 2000;

    private WordDocument() {}

    static String text(byte[] file) throws UnreadableDocument {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new UnreadableDocument("不是完好的 .docx 文件，用 Word 重新另存后再读");
        }
        try {
            return unpacked(file);
        } catch (UnreadableDocument refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            if (String.valueOf(broken.getMessage()).contains("Zip bomb")) {
                throw new UnreadableDocument("解开后大得不像文档，没有再读，用 Word 重新另存后再读", broken);
            }
            throw new UnreadableDocument(
                    "不是完好的 Word 文档（可能是表格改名或已损坏），用 Word 重新另存为 .docx 后再读", broken);
        }
    }

    private static String unpacked(byte[] file) throws IOException {
        ZipSecureFile.setMinInflateRatio(INFLATION_MIN);
        ZipSecureFile.setMaxEntrySize(ENTRY_BYTES_MAX);
        ZipSecureFile.setMaxTextSize(TEXT_CHARS_MAX);
        ZipSecureFile.setMaxFileCount(ENTRIES_MAX);
        StringBuilder text = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            if (document.getPackage().getPartsByName(MACROS).size() > 0) {
                throw new UnreadableDocument("带有宏，另存为不带宏的 .docx 后再读");
            }
            document.getHeaderList().forEach(header -> addMark(header.getText(), text));
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    text.append(paragraph.getText()).append('\n');
                } else if (element instanceof XWPFTable table) {
                    addTable(table, text);
                }
            }
        }
        return text.toString();
    }

    /// A header is kept only where it carries a mark of secrecy.
    private static void addMark(String header, StringBuilder text) {
        if (SecrecyMark.in(header)) {
            text.append(header.strip()).append('\n');
        }
    }

    private static void addTable(XWPFTable table, StringBuilder text) {
        List<XWPFTableRow> rows = table.getRows();
        for (XWPFTableRow row : rows) {
            StringJoiner line = new StringJoiner("\t");
            for (XWPFTableCell cell : row.getTableCells()) {
                line.add(cell.getText().replace('\n', ' ').replace('\t', ' '));
            }
            text.append(line).append('\n');
        }
    }
}
