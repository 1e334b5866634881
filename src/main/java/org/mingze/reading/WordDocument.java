package org.mingze.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/// Word 文档 — the text of a .docx: paragraphs, and tables row by row with tabs between cells.
final class WordDocument {
    private static final double INFLATION_MIN = 0.005;
    private static final long ENTRY_BYTES_MAX = 60L * 1024 * 1024;
    private static final long TEXT_CHARS_MAX = 20L * 1024 * 1024;
    private static final long ENTRIES_MAX = 2000;

    private WordDocument() {}

    static String text(byte[] file) throws IOException {
        ZipSecureFile.setMinInflateRatio(INFLATION_MIN);
        ZipSecureFile.setMaxEntrySize(ENTRY_BYTES_MAX);
        ZipSecureFile.setMaxTextSize(TEXT_CHARS_MAX);
        ZipSecureFile.setMaxFileCount(ENTRIES_MAX);
        StringBuilder text = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
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
